import { useEffect, useState } from 'react'
import { HardDriveDownload, RefreshCw, UserCog } from 'lucide-react'
import { useLocation } from 'wouter'
import { formatBytes, formatList } from '../kit/format.ts'
import { useSyncStatus } from '../devices/records.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button, LinkButton } from '../ui/Button.tsx'
import { useLanguage, usePreferences, useText } from '../ui/language.ts'
import { useMilestones } from '../ui/milestones.ts'
import { useUnsavedForms } from '../ui/unsaved.ts'
import { useLimitedRole } from './roleLimits.tsx'
import { promptInstall, useInstallPrompt } from './installPrompt.ts'
import { currentPlatform, isInstalled } from './platform.ts'
import { applyUpdate, useUpdate } from './serviceWorkerClient.ts'
import { askPersistence, readStorageFacts, storageWarning, type StorageWarning } from './storageHealth.ts'
import { useShellData } from './shellData.ts'
import { text } from './text.ts'

/** At most one sentence of the shell above the screen: update, then the device's role, where the data lies, installing. */
export function ShellBanner({ urgentOnly = false, onPhone = false }: { urgentOnly?: boolean; onPhone?: boolean }) {
  const failed = useShellData((data) => data.failed)
  const waiting = useUpdate((update) => update.waiting)
  const postponed = useUpdate((update) => update.postponed)
  const hasRecords = useMilestones((milestones) => milestones.hasRecords)
  const dismissed = usePreferences((preferences) => preferences.dismissed)
  const warning = useStorageWarning(hasRecords)
  const canInstall = useInstallPrompt((prompt) => prompt.event !== null)
  const [path] = useLocation()
  const role = useLimitedRole()
  const isRevoked = useSyncStatus()?.phase === 'revoked' && !path.startsWith('/synchronisation')
  const isAboutPool = path.startsWith('/recherche')

  if (failed) return <FailedBanner />
  // On the phone the waterline says it already.
  if (isRevoked && !onPhone) return <RevokedBanner />
  if (waiting !== null && !postponed) return <UpdateBanner />
  if (role !== null && !(onPhone && urgentOnly && !isAboutPool)) return <RoleBanner role={role} />
  if (urgentOnly) return null
  if (warning !== null && !dismissed.includes(`storage-${warning.type}`)) {
    return <StorageBanner warning={warning} canInstall={canInstall} />
  }
  if (hasRecords && !isInstalled() && !dismissed.includes('install')) {
    return <InstallBanner canInstall={canInstall} />
  }
  return null
}

function FailedBanner() {
  const words = useText(text)
  return (
    <Banner kind="bad" action={<Button onClick={() => location.reload()}>{words.retry}</Button>}>
      {words.startFailed}
    </Banner>
  )
}

/** Shut out: said wherever someone works, since nothing of it reaches anyone. */
function RevokedBanner() {
  const words = useText(text)
  return (
    <Banner kind="bad" action={<LinkButton href="/synchronisation">{words.revokedMore}</LinkButton>}>
      {words.revokedBanner}
    </Banner>
  )
}

/** What this device may do here: said for as long as it holds, since every screen depends on it. */
function RoleBanner({ role }: { role: NonNullable<ReturnType<typeof useLimitedRole>> }) {
  const words = useText(text)
  return (
    <Banner kind="calm" icon={UserCog}>
      <b className="t-m">{words.roleBanner[role]}</b> {words.roleBannerMore[role]}
    </Banner>
  )
}

function UpdateBanner() {
  const words = useText(text)
  const language = useLanguage()
  const forms = useUnsavedForms((unsaved) => unsaved.forms)
  const names = [...new Set(forms.values())]
  return (
    <Banner
      kind="calm"
      icon={RefreshCw}
      action={names.length === 0 && <Button onClick={applyUpdate}>{words.updateReload}</Button>}
      onDismiss={() => useUpdate.setState({ postponed: true })}
    >
      {names.length === 0 ? words.updateReady : words.updateWaits(formatList(language, names))}
    </Banner>
  )
}

function StorageBanner({ warning, canInstall }: { warning: StorageWarning; canInstall: boolean }) {
  const words = useText(text)
  const language = useLanguage()
  const dismiss = useDismiss(`storage-${warning.type}`)
  const sentence = {
    private: words.evictablePrivate,
    safari: words.evictableSafari,
    evictable: words.evictable,
    lowSpace: warning.type === 'lowSpace' ? words.lowSpace(formatBytes(language, warning.leftBytes)) : '',
  }[warning.type]
  return (
    <Banner
      kind="doubt"
      action={
        canInstall && warning.type === 'evictable' ? (
          <Button onClick={() => void promptInstall()}>{words.install}</Button>
        ) : (
          <LinkButton href="/reglages/sauvegarde">{words.backup}</LinkButton>
        )
      }
      onDismiss={dismiss}
    >
      {sentence}
    </Banner>
  )
}

function InstallBanner({ canInstall }: { canInstall: boolean }) {
  const words = useText(text)
  const dismiss = useDismiss('install')
  const platform = currentPlatform()
  const told = {
    ios: words.installIos,
    macSafari: words.installMac,
    firefoxAndroid: words.installFirefoxAndroid,
    other: null,
  }[platform]
  if (!canInstall && told === null) return null
  return (
    <Banner
      kind="calm"
      icon={HardDriveDownload}
      action={canInstall && <Button onClick={() => void promptInstall().then(dismiss)}>{words.install}</Button>}
      onDismiss={dismiss}
    >
      <b className="t-m">{words.installTitle}.</b> {told ?? words.installNote}
    </Banner>
  )
}

function useDismiss(name: string): () => void {
  const dismissed = usePreferences((preferences) => preferences.dismissed)
  const change = usePreferences((preferences) => preferences.change)
  return () => change({ dismissed: [...dismissed.filter((other) => other !== name), name] })
}

/** Asks for lasting storage once there is something to lose, then says what the browser answered. */
function useStorageWarning(hasRecords: boolean): StorageWarning | null {
  const [warning, setWarning] = useState<StorageWarning | null>(null)
  useEffect(() => {
    if (!hasRecords) return
    let stale = false
    void askPersistence()
      .then(() => readStorageFacts(currentPlatform(), isInstalled()))
      .then((facts) => {
        if (!stale) setWarning(storageWarning(facts))
      })
    return () => {
      stale = true
    }
  }, [hasRecords])
  return warning
}
