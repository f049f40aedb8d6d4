import { ClipboardPaste, FileUp, PencilLine } from 'lucide-react'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { readText } from '../../workers/extraction/client.ts'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { useText } from '../ui/language.ts'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { type AdvertMark, plainLetters } from './advert.ts'
import { AdvertText } from './AdvertText.tsx'
import './offers.css'
import { text } from './text.ts'

/** A pause in typing this long reads the advert again. */
const pauseMs = 700

interface AdvertPaneProps {
  advert: string
  marks: readonly AdvertMark[]
  /** The advert is being understood. */
  working: boolean
  /** Takes a new wording of the advert and reads it. */
  onAdvert: (advert: string) => void
  /** Goes on without an advert. */
  onForm: () => void
}

/** The advert: pasted, dropped or chosen, then shown with what was understood; its text stays editable. */
export function AdvertPane({ advert, marks, working, onAdvert, onForm }: AdvertPaneProps) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const [editing, setEditing] = useState(false)
  const [typed, setTyped] = useState(advert)
  const [file, setFile] = useState<'none' | 'reading'>('none')
  const [over, setOver] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const isEmpty = advert.trim() === ''
  const isWriting = editing || isEmpty

  const take = (said: string) => {
    const words = plainLetters(said)
    setEditing(false)
    setTyped(words)
    onAdvert(words)
  }
  const takeFile = async (taken: File | undefined) => {
    if (!taken) return
    setFile('reading')
    const bytes = new Uint8Array(await taken.arrayBuffer())
    const read = await readText({ fileName: taken.name, bytes })
    setFile('none')
    if (read.ok) return take(read.value)
    const { readFailures } = t
    const type = read.error.type
    toast({ text: type in readFailures ? readFailures[type as keyof typeof readFailures] : readFailures.other })
  }

  // Text pasted anywhere on this screen is the advert, save into a field that has the cursor.
  const latest = useRef({ take, takeFile })
  useEffect(() => {
    latest.current = { take, takeFile }
  })
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const words = event.clipboardData?.getData('text/plain') ?? ''
      const [pasted] = event.clipboardData?.files ?? []
      const inField = event.target instanceof HTMLElement && event.target.closest('input, textarea, select') !== null
      if (inField && (words !== '' || !pasted)) return
      if (words.trim() === '' && !pasted) return
      event.preventDefault()
      // The shell takes pasted files for CVs.
      event.stopImmediatePropagation()
      if (words.trim() !== '') latest.current.take(words)
      else void latest.current.takeFile(pasted)
    }
    addEventListener('paste', paste, true)
    return () => removeEventListener('paste', paste, true)
  }, [])

  // What is typed is understood at each pause, with the cursor left where it is.
  useEffect(() => {
    if (!isWriting || typed === advert || typed.trim() === '') return
    const timer = setTimeout(() => onAdvert(typed), pauseMs)
    if (!editing) setEditing(true)
    return () => clearTimeout(timer)
  }, [typed, advert, isWriting, editing, onAdvert])

  const pasteAgain = async () => {
    let words: string
    try {
      words = await navigator.clipboard.readText()
    } catch {
      // Refused, or not offered by this browser: the person pastes by hand.
      setTyped(advert)
      setEditing(true)
      toast({ text: t.pasteRefused })
      return
    }
    if (words.trim() === '') toast({ text: t.pasteEmpty })
    else take(words)
  }

  const holdsFile = (event: DragEvent) => event.dataTransfer.types.includes('Files')
  const drop = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    },
    onDragLeave: () => setOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault()
      event.stopPropagation()
      setOver(false)
      const words = event.dataTransfer.getData('text/plain')
      if (holdsFile(event)) void takeFile(event.dataTransfer.files[0])
      else if (words.trim() !== '') take(words)
    },
  }
  const status = file === 'reading' ? t.readingFile : working ? t.readingAdvert : ''
  const choose = (
    <>
      <Button icon={FileUp} onClick={() => picker.current?.click()} working={file === 'reading'}>
        {t.chooseFile}
      </Button>
      <FilePicker
        picker={picker}
        accept=".pdf,.docx,.doc,.odt,.rtf,.html,.htm,.mht,.mhtml,.eml,.msg,.txt,.md,image/*"
        onFiles={([chosen]) => void takeFile(chosen)}
      />
    </>
  )
  return (
    <div
      className={over ? 'viewer advert-over' : 'viewer'}
      role="region"
      aria-label={t.advertRegion}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys
      tabIndex={isPhone ? undefined : 0}
      {...drop}
    >
      <div className="row advert-bar">
        <h2 className="t-head nowrap">{isEmpty ? t.advertRegion : t.advertPasted}</h2>
        <span className="t-sm t-3 cut" role="status">
          {status === '' ? (isPhone ? '' : t.advertHint) : status}
        </span>
        <span className="end row g1">
          {isEmpty ? (
            <Button variant="bare" onClick={onForm}>
              {t.byForm}
            </Button>
          ) : (
            <>
              {editing ? (
                <Button variant="bare" onClick={() => take(typed)}>
                  {t.readAdvert}
                </Button>
              ) : (
                <Button
                  variant="bare"
                  icon={PencilLine}
                  onClick={() => {
                    setTyped(advert)
                    setEditing(true)
                  }}
                >
                  {t.editAdvert}
                </Button>
              )}
              <Button variant="bare" icon={ClipboardPaste} onClick={() => void pasteAgain()}>
                {t.pasteAgain}
              </Button>
            </>
          )}
        </span>
      </div>
      {isWriting ? (
        <>
          <textarea
            className="input advert-input"
            aria-label={t.advertLabel}
            placeholder={t.advertPlaceholder}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
            onPaste={(event) => {
              if (!isEmpty || typed.trim() !== '') return
              const words = event.clipboardData.getData('text/plain')
              if (words.trim() === '') return
              event.preventDefault()
              take(words)
            }}
          />
          {isEmpty && (
            <div className="advert-drop row wrap g3">
              {choose}
              <span className="t-sm t-3 grow">{t.advertDropNote}</span>
            </div>
          )}
        </>
      ) : (
        <>
          <AdvertText advert={advert} marks={marks} />
          <p className="advert-legend row wrap g3 t-sm t-3">
            <mark className="ev">{t.markLegend}</mark>
            <span className="prob">{t.markWeak}</span>
            <span className="doubt">{t.markUnmeasurable}</span>
          </p>
        </>
      )}
    </div>
  )
}
