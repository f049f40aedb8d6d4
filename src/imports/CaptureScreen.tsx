import { Camera, Check, Clock, CloudOff, Flashlight, Images, Loader, Lock, Undo2, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { toast } from '../ui/toast.ts'
import { useOnline } from '../ui/useOnline.ts'
import './imports.css'
import { pagesToPdf } from './pagesToPdf.ts'
import { importCv } from './queue.ts'
import { type StoredImport, useCandidateNames, useImports } from './records.ts'
import { receiveFiles } from './receiveFiles.ts'
import { text } from './text.ts'
import { verdictOf } from './verdict.ts'

/** Enough for 300 dpi on an A4 page; more only slows the recognition. */
const wantedWidthPx = 2480
const jpegQuality = 0.9

type CameraState = 'starting' | 'ready' | 'none'

/** Photographs paper CVs at a fair, in flight mode: pages of one CV are taken together, the queue stands under the shutter. */
export function CaptureScreen() {
  const t = useText(text)
  const language = useLanguage()
  const video = useRef<HTMLVideoElement>(null)
  const { state, torch } = useCamera(video)
  const [pages, setPages] = useState<Blob[]>([])
  const [saving, setSaving] = useState(false)
  const online = useOnline()

  const shoot = async () => {
    const page = video.current && (await photograph(video.current))
    if (page) setPages((taken) => [...taken, page])
  }
  const finish = async () => {
    if (pages.length === 0 || saving) return
    setSaving(true)
    const stamp = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
      .format(new Date())
      .replaceAll(':', '-')
    const name = t.photoName(stamp)
    const file =
      pages.length === 1
        ? new File([pages[0]!], `${name}.jpg`, { type: 'image/jpeg' })
        : await pagesToPdf(pages, `${name}.pdf`)
    const { kept } = await importCv([file])
    setSaving(false)
    // A photo that was not kept stays in hand: there is no other copy of it.
    if (kept === 0) return toast({ text: t.captureFailed })
    setPages([])
    toast({ text: t.captured })
  }

  return (
    <Screen title={t.captureTitle} bare>
      <div className="capture">
        <header className="capture-top">
          <Link className="tap" href="/imports" aria-label={t.backToImports}>
            <Icon as={X} size="l" />
          </Link>
          <div className="grow">
            <h1>{t.captureTitle}</h1>
            <p className="row t-sm">
              <Icon as={online ? Lock : CloudOff} size="s" /> {online ? t.captureSealed : t.captureOffline}
            </p>
          </div>
          {torch ? (
            <button type="button" className="tap" aria-label={t.torch} aria-pressed={torch.on} onClick={torch.toggle}>
              <Icon as={Flashlight} size="l" />
            </button>
          ) : (
            <span className="tap" />
          )}
        </header>
        <div className="capture-view">
          <video ref={video} playsInline muted hidden={state !== 'ready'} aria-label={t.frameHint} />
          {state === 'ready' && <span className="capture-hint">{pages.length > 0 ? t.pageTaken : t.frameHint}</span>}
          {state === 'starting' && <p className="capture-say">{t.startingCamera}</p>}
          {state === 'none' && (
            <div className="capture-say">
              <h2>{t.noCamera}</h2>
              <p>{t.noCameraBody}</p>
              <Pickers />
            </div>
          )}
        </div>
        <div className="capture-bar">
          <span className="row">
            {pages.length > 0 && (
              <>
                <span className="capture-pile num">{pages.length}</span>
                <span className="t-sm">{t.pagesOfCv(pages.length)}</span>
                <button
                  type="button"
                  className="tap"
                  aria-label={t.dropLastPage}
                  onClick={() => setPages((taken) => taken.slice(0, -1))}
                >
                  <Icon as={Undo2} size="l" />
                </button>
              </>
            )}
          </span>
          <button
            type="button"
            className="shutter"
            aria-label={t.shutter}
            disabled={state !== 'ready'}
            onClick={() => void shoot()}
          />
          <span className="end">
            {pages.length > 0 && (
              <Button big working={saving} onClick={() => void finish()}>
                {t.finish}
              </Button>
            )}
          </span>
        </div>
        <Queue />
      </div>
    </Screen>
  )
}

/** The phone's own camera and gallery, for where the page may not use the camera. */
function Pickers() {
  const t = useText(text)
  const camera = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  const take = (input: HTMLInputElement) => {
    const files = [...(input.files ?? [])]
    input.value = ''
    if (files.length > 0) void receiveFiles(files)
  }
  return (
    <p className="row wrap">
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <input
        ref={gallery}
        type="file"
        accept="image/*,.pdf"
        multiple
        hidden
        onChange={(event) => take(event.currentTarget)}
      />
      <Button big icon={Camera} onClick={() => camera.current?.click()}>
        {t.systemCamera}
      </Button>
      <Button big icon={Images} onClick={() => gallery.current?.click()}>
        {t.chooseImages}
      </Button>
    </p>
  )
}

function Queue() {
  const t = useText(text)
  const names = useCandidateNames()
  const live = useImports()
  const items = live.state === 'ready' ? [...live.value.values()].sort((a, b) => b.createdAt - a.createdAt) : []
  const line = (item: StoredImport) => {
    const { name, group } = verdictOf(item)
    const icon = name === 'reading' ? Loader : group === 'queued' ? Clock : group === 'unreadable' ? X : Check
    return (
      <li key={item.id} className="row">
        <Icon as={icon} />
        <span className="t-m cut grow">{names.get(item.fields.candidateId) || item.fields.fileName}</span>
        <span className="t-sm nowrap">
          {name === 'createdWithDoubts' ? t.createdDoubts(item.fields.doubtCount) : t.verdicts[name]}
        </span>
      </li>
    )
  }
  return (
    <section className="capture-queue" aria-label={t.queueName}>
      <div className="row">
        <h2 className="t-head grow">{t.queueToday(items.length)}</h2>
        <Link className="capture-link" href="/imports">
          {t.seeAll}
        </Link>
      </div>
      <ul>{items.slice(0, 3).map(line)}</ul>
    </section>
  )
}

function useCamera(video: React.RefObject<HTMLVideoElement | null>): {
  state: CameraState
  torch: { on: boolean; toggle: () => void } | null
} {
  const [state, setState] = useState<CameraState>('starting')
  const [track, setTrack] = useState<MediaStreamTrack | null>(null)
  const [lit, setLit] = useState(false)
  useEffect(() => {
    let stream: MediaStream | null = null
    let left = false
    const start = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: {
            facingMode: { ideal: 'environment' },
            width: { ideal: wantedWidthPx },
            height: { ideal: Math.round(wantedWidthPx * 1.414) },
          },
        })
        if (left || !video.current) return stop()
        video.current.srcObject = stream
        await video.current.play()
        setTrack(stream.getVideoTracks()[0] ?? null)
        setState('ready')
      } catch {
        // No camera, or not allowed: the pickers take its place and say why.
        if (!left) setState('none')
      }
    }
    const stop = () => {
      for (const each of stream?.getTracks() ?? []) each.stop()
    }
    void start()
    return () => {
      left = true
      stop()
    }
  }, [video])
  const capabilities = track?.getCapabilities?.() as { torch?: boolean } | undefined
  const toggle = () => {
    void track?.applyConstraints({ advanced: [{ torch: !lit } as MediaTrackConstraintSet] }).then(() => setLit(!lit))
  }
  return { state, torch: capabilities?.torch ? { on: lit, toggle } : null }
}

async function photograph(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', jpegQuality))
}
