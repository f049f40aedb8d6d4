import {
  ArrowLeft,
  ArrowRight,
  Camera,
  Check,
  Clock,
  CloudOff,
  Flashlight,
  Images,
  Loader,
  Lock,
  Maximize,
  Trash2,
  X,
} from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import type { SheetCorners } from '../../workers/extraction/protocol.ts'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Screen } from '../ui/Screen.tsx'
import { toast } from '../ui/toast.ts'
import { useUnsaved } from '../ui/unsaved.ts'
import { useOnline } from '../ui/useOnline.ts'
import { CornerEditor } from './CornerEditor.tsx'
import './imports.css'
import { pagesToPdf } from './pagesToPdf.ts'
import { importCv } from './queue.ts'
import { type StoredImport, useCandidateNames, useImports } from './records.ts'
import { receiveFiles } from './receiveFiles.ts'
import { text } from './text.ts'
import { cutPages, type PhotoPage, usePhotoPages } from './usePhotoPages.ts'
import { verdictOf } from './verdict.ts'

/** Enough for 300 dpi on an A4 page; more only slows the recognition. */
const wantedWidthPx = 2480
const jpegQuality = 0.9

type CameraState = 'starting' | 'ready' | 'none'

/** Photographs paper CVs at a fair, in flight mode: the pages of one CV are taken together, outlined, put in order and kept as one file. */
export function CaptureScreen() {
  const t = useText(text)
  const language = useLanguage()
  const video = useRef<HTMLVideoElement>(null)
  const { state, torch } = useCamera(video)
  const photos = usePhotoPages((photo, failure) =>
    toast({ text: failure.format === 'heic' ? t.unreadableHeic : t.unreadablePhoto(photo.name) }),
  )
  const { pages } = photos
  const [editing, setEditing] = useState('')
  const [cutting, setCutting] = useState(0)
  const online = useOnline()
  useUnsaved(pages.length > 0, t.photoPages)
  const at = pages.findIndex(({ id }) => id === editing)
  const page = pages[at]

  const timeName = () => {
    const time = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    return t.photoName(time.format(new Date()).replaceAll(':', '-'))
  }
  const take = (files: readonly File[]) => {
    // What is no picture is a CV of its own.
    const others = files.filter((file) => !isPicture(file))
    if (others.length > 0) void receiveFiles(others)
    let last = ''
    for (const file of files) if (isPicture(file)) last = photos.add(file)
    setEditing(last)
  }
  const shoot = async () => {
    const photo = video.current && (await photograph(video.current))
    if (photo) take([new File([photo], `${timeName()}.jpg`, { type: 'image/jpeg' })])
  }
  const finish = async () => {
    if (pages.length === 0 || cutting > 0) return
    const name = timeName()
    const cut = await cutPages(pages, setCutting)
    setCutting(0)
    if (!cut.ok) return toast({ text: t.captureFailed })
    const file =
      cut.value.length === 1
        ? new File([cut.value[0]!], `${name}.jpg`, { type: 'image/jpeg' })
        : await pagesToPdf(cut.value, `${name}.pdf`)
    const { kept } = await importCv([file])
    // A photo that was not kept stays in hand: there is no other copy of it.
    if (kept === 0) return toast({ text: t.captureFailed })
    photos.clear()
    setEditing('')
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
          {torch && !page ? (
            <button type="button" className="tap" aria-label={t.torch} aria-pressed={torch.on} onClick={torch.toggle}>
              <Icon as={Flashlight} size="l" />
            </button>
          ) : (
            <span className="tap" />
          )}
        </header>
        <div className="capture-view">
          <video ref={video} playsInline muted hidden={state !== 'ready' || !!page} aria-label={t.frameHint} />
          {page ? (
            <CheckedPage page={page} number={at + 1} onCorners={(corners) => photos.setCorners(page.id, corners)} />
          ) : (
            <>
              {state === 'ready' && (
                <span className="capture-hint">{pages.length > 0 ? t.pageTaken : t.frameHint}</span>
              )}
              {state === 'starting' && <p className="capture-say">{t.startingCamera}</p>}
              {state === 'none' && (
                <div className="capture-say">
                  <h2>{t.noCamera}</h2>
                  <p>{t.noCameraBody}</p>
                  <Pickers onTake={take} />
                </div>
              )}
            </>
          )}
        </div>
        <div>
          {pages.length > 0 && (
            <ol className="capture-pages" aria-label={t.pagesOfCv(pages.length)}>
              {pages.map(({ id, src }, index) => (
                <li key={id}>
                  <button
                    type="button"
                    aria-label={t.openPage(index + 1)}
                    aria-current={id === editing || undefined}
                    onClick={() => setEditing(id)}
                  >
                    <img src={src} alt="" />
                    <span className="num">{index + 1}</span>
                  </button>
                </li>
              ))}
            </ol>
          )}
          {page ? (
            <div className="capture-check">
              <IconButton
                touch
                icon={Trash2}
                name={t.removePage}
                onClick={() => {
                  photos.remove(page.id)
                  setEditing('')
                }}
              />
              <IconButton touch icon={Maximize} name={t.wholePhoto} onClick={() => photos.takeWhole(page.id)} />
              {pages.length > 1 && (
                <>
                  <IconButton
                    touch
                    flip
                    icon={ArrowLeft}
                    name={t.pageEarlier}
                    disabled={at === 0}
                    onClick={() => photos.move(page.id, -1)}
                  />
                  <IconButton
                    touch
                    flip
                    icon={ArrowRight}
                    name={t.pageLater}
                    disabled={at === pages.length - 1}
                    onClick={() => photos.move(page.id, 1)}
                  />
                </>
              )}
              <span className="grow" />
              <Button big onClick={() => setEditing('')}>
                {t.keepPage}
              </Button>
            </div>
          ) : (
            <div className="capture-bar">
              <span className="t-sm" role="status">
                {cutting > 0 ? t.cutting(cutting, pages.length) : pages.length > 0 && t.pages(pages.length)}
              </span>
              {state === 'none' ? (
                <span />
              ) : (
                <button
                  type="button"
                  className="shutter"
                  aria-label={t.shutter}
                  disabled={state !== 'ready'}
                  onClick={() => void shoot()}
                />
              )}
              <span className="end">
                {pages.length > 0 && (
                  <Button big working={cutting > 0} onClick={() => void finish()}>
                    {t.finish}
                  </Button>
                )}
              </span>
            </div>
          )}
        </div>
        <Queue />
      </div>
    </Screen>
  )
}

const isPicture = (file: File) => file.type.startsWith('image/') || /\.(?:hei[cf]|avif)$/i.test(file.name)

/** The photo of one page with its outline, and what was found. */
function CheckedPage({
  page,
  number,
  onCorners,
}: {
  page: PhotoPage
  number: number
  onCorners: (corners: SheetCorners) => void
}) {
  const t = useText(text)
  const says = page.corners
    ? { found: t.sheetFound, guess: t.sheetGuessed, hand: t.sheetByHand }[page.by]
    : t.sheetSought
  return (
    <>
      {page.corners ? (
        <CornerEditor
          src={page.src}
          width={page.width}
          height={page.height}
          corners={page.corners}
          label={t.outline(number)}
          onChange={onCorners}
        />
      ) : (
        <img className="capture-still" src={page.src} alt="" />
      )}
      <span className="capture-hint" role="status">
        {says}
      </span>
    </>
  )
}

/** The phone's own camera and gallery, for where the page may not use the camera. */
function Pickers({ onTake }: { onTake: (files: readonly File[]) => void }) {
  const t = useText(text)
  const camera = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  return (
    <p className="row wrap">
      <FilePicker picker={camera} accept="image/*" capture="environment" onFiles={onTake} />
      <FilePicker
        picker={gallery}
        accept="image/*,.heic,.heif,.pdf"
        multiple
        data-testid="photo-picker"
        onFiles={onTake}
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
