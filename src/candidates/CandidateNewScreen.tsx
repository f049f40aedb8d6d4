import { Image, Users, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { Button } from '../ui/Button.tsx'
import { FilePicker } from '../ui/FilePicker.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Screen } from '../ui/Screen.tsx'
import { TextArea } from '../ui/TextArea.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { act } from './act.ts'
import './candidates.css'
import { storedPhone } from './editCandidate.ts'
import type { Lookalike } from '../../workers/duplicates/protocol.ts'
import { findLookalikes } from './duplicateSearch.ts'
import { addExchange, createCandidate, openCandidates, type PhotoFile, type StoredCandidate } from './records.ts'
import { phoneWords, useWords } from './words.ts'

const empty = { fullName: '', headline: '', phone: '', email: '', city: '', note: '' }
type Draft = typeof empty

/** Someone met, noted in seconds: one way to name or reach them is enough. */
export function CandidateNewScreen() {
  const { t, resemblance } = useWords()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const [draft, setDraft] = useState<Draft>(empty)
  const [photo, setPhoto] = useState<PhotoFile | null>(null)
  const [error, setError] = useState<string | null>(null)
  const [photoError, setPhotoError] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)
  const first = useRef<HTMLInputElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const isDirty = photo !== null || Object.values(draft).some((value) => value.trim() !== '')
  useUnsaved(isDirty, t.create.title)
  const lookalikes = useLookalikesOf(draft)
  const isEmailWrong = draft.email.trim() !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(draft.email.trim())

  const save = async (andNew: boolean) => {
    const named = draft.fullName.trim() || draft.phone.trim() || draft.email.trim()
    if (named === '' && photo === null) {
      setError(t.create.nothing)
      first.current?.focus()
      return
    }
    if (isEmailWrong || saving) return
    setSaving(true)
    let id = ''
    const created = createCandidate(
      {
        fullName: draft.fullName.trim(),
        headline: draft.headline.trim(),
        phone: storedPhone(draft.phone, ''),
        email: draft.email.trim(),
        city: draft.city.trim(),
      },
      photo ?? undefined,
    ).then((result) => {
      if (result.ok) id = result.value.id
      return result
    })
    const done = await act(created, t.create.created(named || t.nameless))
    if (done && draft.note.trim() !== '') await addExchange(id, 'note', draft.note.trim())
    setSaving(false)
    if (!done) return
    setDraft(empty)
    setPhoto(null)
    setError(null)
    if (andNew) first.current?.focus()
    else navigate(`/candidats/${id}`)
  }
  const takePhoto = async (file: File | undefined) => {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    const format = imageFormat(bytes)
    setPhotoError(format === null ? t.create.wrongPhoto : null)
    if (format !== null) setPhoto({ name: file.name, format, bytes })
  }
  useHotkeys(
    { 'Mod+Enter': () => void save(false), Escape: () => !isDirty && navigate('/candidats') },
    { inFields: true },
  )
  const change = (field: keyof Draft) => (value: string) => {
    setDraft({ ...draft, [field]: value })
    setError(null)
  }
  return (
    <Screen
      title={t.create.title}
      back={{ href: '/candidats', label: t.title }}
      above={
        <Link className="plain" href="/candidats">
          {t.title}
        </Link>
      }
    >
      <div className={isPhone ? 'pad' : 'scroll grow pad'}>
        <form
          className="stack g4"
          style={{ maxInlineSize: '40rem' }}
          onSubmit={(event) => {
            event.preventDefault()
            void save(false)
          }}
        >
          <p className="t-2">{t.create.note}</p>
          <div className="form-grid">
            <TextInput
              className="wide"
              label={t.create.name}
              value={draft.fullName}
              onChange={change('fullName')}
              inputRef={first}
              autoFocus={!isPhone}
              autoCapitalize="words"
              error={error ?? undefined}
            />
            <TextInput
              label={t.create.phone}
              type="tel"
              inputMode="tel"
              value={draft.phone}
              onChange={change('phone')}
            />
            <TextInput
              label={t.create.email}
              type="email"
              inputMode="email"
              value={draft.email}
              onChange={change('email')}
              error={
                isEmailWrong && !draft.email.endsWith('@') && draft.email.includes('@')
                  ? t.create.wrongEmail
                  : undefined
              }
            />
            <TextInput label={t.create.headline} value={draft.headline} onChange={change('headline')} />
            <TextInput label={t.create.city} value={draft.city} onChange={change('city')} />
            <div className="field wide">
              <span className="label">{t.create.photo}</span>
              <div className="row">
                <Button icon={Image} onClick={() => picker.current?.click()}>
                  {t.create.choosePhoto}
                </Button>
                {photo !== null && (
                  <>
                    <span className="cut t-2">{t.create.photoChosen(photo.name)}</span>
                    <IconButton icon={X} name={t.create.removePhoto} onClick={() => setPhoto(null)} />
                  </>
                )}
              </div>
              <span className={photoError === null ? 'help' : 'help err'}>{photoError ?? t.create.photoHelp}</span>
              <FilePicker
                picker={picker}
                accept="image/jpeg,image/png,image/webp"
                onFiles={([chosen]) => void takePhoto(chosen)}
              />
            </div>
            <TextArea
              className="wide"
              label={t.create.noteField}
              help={t.create.noteHelp}
              value={draft.note}
              onChange={change('note')}
              rows={3}
              optional
            />
          </div>
          <div role="status">
            {lookalikes.length > 0 && (
              <section className="stack g3" aria-label={t.create.lookalikes}>
                <h2 className="t-head row">
                  <Icon as={Users} />
                  {t.create.lookalikes}
                </h2>
                <ul className="plist rule">
                  {lookalikes.map(({ lookalike, record }) => (
                    <li key={record.id}>
                      <Link className="it" style={{ paddingInline: 0 }} href={`/candidats/${record.id}`}>
                        <span className="body">
                          <span className="t-m">
                            {record.fields.fullName || phoneWords(record.fields.phone) || t.nameless}
                          </span>
                          <span className="t-sm t-3">
                            {[record.fields.headline, record.fields.city].filter(Boolean).join(', ')}
                          </span>
                        </span>
                        <span className="t-sm t-2">{resemblance(lookalike)}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
                <p className="t-sm t-3">{t.create.lookalikesNote}</p>
              </section>
            )}
          </div>
          <div className="row wrap">
            <Button variant="first" type="submit" working={saving} kbd={t.finishKey}>
              {t.create.save}
            </Button>
            <Button onClick={() => void save(true)}>{t.create.saveAndNew}</Button>
          </div>
          {!isPhone && <p className="t-sm t-3">{t.create.importHint}</p>}
        </form>
      </div>
    </Screen>
  )
}

/** What the first bytes say the image is; null for anything else. */
function imageFormat(bytes: Uint8Array): string | null {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0xff, 0xd8, 0xff)) return 'jpg'
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'png'
  const isRiff = starts(0x52, 0x49, 0x46, 0x46)
  return isRiff && String.fromCharCode(...bytes.slice(8, 12)) === 'WEBP' ? 'webp' : null
}

/** Typing is let to pause before the pool is asked. */
const pauseMs = 250

type Found = { lookalike: Lookalike; record: StoredCandidate }

function useLookalikesOf({ fullName, email, phone }: Draft): Found[] {
  const key = JSON.stringify([fullName.trim(), email.trim(), storedPhone(phone, '')])
  const [found, setFound] = useState<Found[]>([])
  useEffect(() => {
    const [name, mail, number] = JSON.parse(key) as [string, string, string]
    let stopped = false
    const timer = setTimeout(() => {
      const find = async () => {
        const alike =
          name === '' && mail === '' && number === ''
            ? []
            : await findLookalikes({ fullName: name, email: mail, phone: number })
        const records = await openCandidates(alike.map(({ candidateId }) => candidateId))
        if (stopped) return
        setFound(
          records.map((record) => ({ record, lookalike: alike.find(({ candidateId }) => candidateId === record.id)! })),
        )
      }
      void find()
    }, pauseMs)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [key])
  return found
}
