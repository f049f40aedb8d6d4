import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Route, Switch, useLocation } from 'wouter'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useText } from '../ui/language.ts'
import { ToastRegion } from '../ui/ToastRegion.tsx'
import { TooltipLayer } from '../ui/TooltipLayer.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { Dock } from './Dock.tsx'
import { DropTarget } from './DropTarget.tsx'
import { ErrorBoundary } from './ErrorBoundary.tsx'
import { useLayers } from './layers.ts'
import { NotFoundScreen } from './NotFoundScreen.tsx'
import { placeOf, routes } from './routes.tsx'
import { useRoleLimits, WithinRole } from './roleLimits.tsx'
import { ShellBanner } from './ShellBanner.tsx'
import { ShellCommands } from './ShellCommands.tsx'
import { SideBar } from './SideBar.tsx'
import { text } from './text.ts'
import { useOnline } from '../ui/useOnline.ts'
import { SyncBand, useSyncWords } from './SyncFoot.tsx'
import { Waterline } from './Waterline.tsx'

const loadPalette = () => import('./Palette.tsx')
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }))
const KeyboardHelp = lazy(async () => ({
  default: (await import('./KeyboardHelp.tsx')).KeyboardHelp,
}))

/** After the first screen has drawn. */
const paletteDelayMs = 1200

/** Phone screens where nobody is in the middle of something: what can wait is said there only. */
const restful = new Set(['/', '/candidats', '/offres', '/imports', '/plus', '/reglages', '/reglages/stockage'])

type AppProps = {
  /** files dropped, pasted, chosen or shared into the app */
  onFiles: (files: File[]) => void
  /** the last resort's export */
  exportData: (passphrase: string) => Promise<Blob>
}

/** The frame around every screen. */
export function App({ onFiles, exportData }: AppProps) {
  const isPhone = useIsPhone()
  const [path] = useLocation()
  const words = useText(text)
  const picker = useRef<HTMLInputElement>(null)
  const chooseFiles = useCallback(() => picker.current?.click(), [])
  useFollowPath(path)
  usePaletteAtHand()

  useRoleLimits()

  const place = placeOf(path)
  const fullPhone = routes.some((route) => route.fullPhone === true && route.path === path)
  const screen = (
    <ErrorBoundary resetKey={path} exportData={exportData}>
      <Suspense fallback={<Loading />}>
        <Switch>
          {routes.map((route) => (
            <Route key={route.path} path={route.path}>
              <WithinRole changes={route.changes}>
                <route.screen />
              </WithinRole>
            </Route>
          ))}
          <Route component={NotFoundScreen} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  )
  return (
    <>
      <a className="skip" href="#main">
        {words.skip}
      </a>
      {/* One tree for both forms: a phone that is turned, or a window made narrow, keeps what was typed. */}
      <div className={isPhone ? (fullPhone ? 'phone full' : 'phone') : 'app'}>
        {!isPhone && <SideBar place={place} />}
        <main className={isPhone ? undefined : 'sheet'} id="main" tabIndex={-1}>
          <Waterline />
          {!(isPhone && fullPhone) && <ShellBanner urgentOnly={isPhone && !restful.has(path)} onPhone={isPhone} />}
          {isPhone && (restful.has(path) || path.startsWith('/candidats/')) && <SyncBand />}
          {screen}
        </main>
        {isPhone && !fullPhone && <Dock place={place} />}
      </div>
      <Layers />
      <ShellCommands chooseFiles={chooseFiles} />
      <FilePicker picker={picker} multiple onFiles={onFiles} />
      <DropTarget onFiles={onFiles} />
      <ToastRegion />
      <TooltipLayer />
      <OnlineVoice />
    </>
  )
}

function Loading() {
  const words = useText(text)
  return (
    <div className="pad grow">
      <Skeleton lines={5} label={words.loading} />
    </div>
  )
}

/** Layers come with their own file, fetched when first opened. */
function Layers() {
  const { palette, keys } = useLayers()
  return (
    <Suspense>
      {palette && <Palette />}
      {keys && <KeyboardHelp />}
    </Suspense>
  )
}

/** Fetches the palette once the page is quiet, so that what is typed right after its key is not lost. */
function usePaletteAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => undefined), paletteDelayMs)
    return () => clearTimeout(timer)
  }, [])
}

/** Says aloud when the network goes or comes back; the waterline says it to the eye. */
function OnlineVoice() {
  const online = useOnline()
  const { head } = useSyncWords()
  const [atStart] = useState(online)
  return (
    <p className="sr" role="status">
      {atStart && online ? '' : head}
    </p>
  )
}

/** A new screen starts at its top, and a focus that vanished with the old one lands on the new. */
function useFollowPath(path: string): void {
  const before = useRef(path)
  const wentBack = useRef(false)
  useEffect(() => {
    const note = () => {
      wentBack.current = true
    }
    addEventListener('popstate', note)
    return () => removeEventListener('popstate', note)
  }, [])
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    if (!wentBack.current) scrollTo(0, 0)
    wentBack.current = false
    if (document.activeElement === null || document.activeElement === document.body) {
      document.getElementById('main')?.focus({ preventScroll: true })
    }
  }, [path])
}
