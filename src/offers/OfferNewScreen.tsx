import { Check, CircleQuestionMark } from 'lucide-react'
import { useCallback, useEffect, useRef, useState } from 'react'
import { Link, useLocation, useSearchParams } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import { readAdvert } from '../../workers/matching/client.ts'
import type { AdvertReading } from '../model/offer.ts'
import { Banner } from '../ui/Banner.tsx'
import { Button } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { useUnsaved } from '../ui/unsaved.ts'
import { useHotkeys } from '../ui/useHotkeys.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { applyReading, doubtsOf, isBlank, readingToMarks } from './advert.ts'
import { AdvertPane } from './AdvertPane.tsx'
import { FirstCandidates } from './FirstCandidates.tsx'
import { OfferFields } from './OfferFields.tsx'
import './offers.css'
import { titleOf } from './offerWords.ts'
import { newId } from './records.ts'
import { RequirementList } from './RequirementList.tsx'
import { text } from './text.ts'
import { useOfferDraft } from './useOfferDraft.ts'

/** Makes an offer from an advert or by form, and edits one that exists (`?offre=ID`). */
export function OfferNewScreen() {
  const [search] = useSearchParams()
  const [, navigate] = useLocation()
  const asked = search.get('offre')
  const [session, setSession] = useState({ key: 0, id: asked })
  // A new offer gets its address once it is stored, and stays in hand; another address is another offer.
  if (asked !== session.id) setSession({ key: session.key + 1, id: asked })
  const made = useCallback(
    (id: string) => {
      setSession((before) => ({ ...before, id }))
      navigate(`/offres/nouvelle?offre=${id}`, { replace: true })
    },
    [navigate],
  )
  return <OfferForm key={session.key} storedId={session.id} onMade={made} />
}

function OfferForm({ storedId, onMade }: { storedId: string | null; onMade: (id: string) => void }) {
  const t = useText(text)
  const language = useLanguage()
  const isPhone = useIsPhone()
  const [, navigate] = useLocation()
  const offer = useOfferDraft(storedId, onMade)
  const { draft, change, finish, state } = offer
  const { fields } = draft
  const [reading, setReading] = useState<{ advert: string; reading: AdvertReading } | null>(null)
  const [working, setWorking] = useState(false)
  const [unread, setUnread] = useState(false)
  const [byForm, setByForm] = useState(false)
  const [titleError, setTitleError] = useState(false)
  const [asOf] = useState(() => new Date().toISOString().slice(0, 7))
  const form = useRef<HTMLDivElement>(null)
  const wanted = useRef('')
  useUnsaved(offer.saving === 'pending', t.unsavedForm)

  const understand = useCallback(
    async (advert: string, fill: boolean) => {
      wanted.current = advert
      if (fill) change((before) => ({ ...before, fields: { ...before.fields, advert } }))
      setWorking(true)
      const read = await readAdvert(advert).catch(() => null)
      if (wanted.current !== advert) return
      setWorking(false)
      setUnread(read === null)
      if (read === null) return
      setReading({ advert, reading: read })
      if (fill) change((before) => applyReading(before, advert, read, newId))
    },
    [change],
  )
  const takeAdvert = useCallback((advert: string) => void understand(advert, true), [understand])
  // An offer that was stored shows its advert with its marks; what people changed since stays.
  const isStored = state === 'ready' && storedId !== null
  useEffect(() => {
    if (isStored && wanted.current === '' && fields.advert.trim() !== '') void understand(fields.advert, false)
  }, [isStored, fields.advert, understand])

  const done = async () => {
    if (fields.title.trim() === '') {
      setTitleError(true)
      form.current?.querySelector<HTMLElement>('[data-field=title]')?.focus()
      return
    }
    if (await finish(fields.status === 'draft' ? { status: 'open' } : {})) navigate(`/offres/${offer.id}`)
  }
  useHotkeys({ 'Mod+Enter': () => void done() }, { inFields: true })

  const doubts = doubtsOf(draft)
  const goToDoubt = () => {
    const at = form.current?.querySelector<HTMLElement>(`[data-field="${doubts[0]}"]`)
    const control = at?.matches('input, select') ? at : at?.querySelector<HTMLElement>('textarea')
    control?.focus()
    at?.scrollIntoView({ block: 'center' })
  }

  const isDraft = fields.status === 'draft'
  const title = storedId !== null && !isDraft ? titleOf(language, fields) : t.newOffer
  const back = isDraft ? { href: '/offres', label: t.back } : { href: `/offres/${offer.id}`, label: title }
  if (state !== 'ready') {
    return (
      <Screen title={title} back={back}>
        <div className="scroll grow pad">
          {state === 'loading' ? (
            <Skeleton lines={5} label={t.loading} />
          ) : (
            <ErrorState title={t.missing} actions={<LinkButton href="/offres">{t.toList}</LinkButton>}>
              {t.missingNote}
            </ErrorState>
          )}
        </div>
      </Screen>
    )
  }

  const withAdvert = !byForm || fields.advert.trim() !== ''
  const marks = reading && reading.advert === fields.advert ? readingToMarks(reading.reading) : []
  const unmeasurable = reading && reading.advert === fields.advert ? reading.reading.unmeasurable : []
  const savedWords = offer.saving === 'pending' ? t.saving : isDraft ? t.draftSaved : t.saved
  const savedMark = offer.saving !== 'new' && (
    <span className="t-sm t-3 nowrap" role="status">
      {offer.saving === 'saved' && <Icon as={Check} />} {savedWords}
    </span>
  )
  const advertPane = withAdvert && (
    <AdvertPane
      advert={fields.advert}
      marks={marks}
      working={working}
      onAdvert={takeAdvert}
      onForm={() => setByForm(true)}
    />
  )
  const sections = (
    <>
      <Section
        title={fields.advert.trim() === '' ? t.theOffer : t.understood}
        actions={
          doubts.length > 0 ? (
            <button type="button" className="conf low doubt-count" onClick={goToDoubt} data-tip={t.goToDoubt}>
              <Icon as={CircleQuestionMark} size="s" />
              {t.doubts(formatNumber(language, doubts.length), doubts.length === 1)}
            </button>
          ) : (
            !withAdvert && (
              <Button variant="bare" onClick={() => setByForm(false)}>
                {t.withAdvert}
              </Button>
            )
          )
        }
      >
        <OfferFields offer={offer} titleError={titleError && fields.title.trim() === '' ? t.titleMissing : undefined} />
      </Section>
      <RequirementList offer={offer} unmeasurable={[...new Set(unmeasurable.map(({ text: words }) => words))]} />
      {!isBlank(draft) && <FirstCandidates id={offer.id} draft={draft} asOf={asOf} />}
    </>
  )
  const banner = offer.failure ? (
    <Banner kind="bad">{t.writeFailures[offer.failure.type]}</Banner>
  ) : (
    unread && <Banner kind="doubt">{t.advertUnread}</Banner>
  )
  return (
    <Screen
      title={title}
      back={back}
      above={
        <>
          <Link className="plain" href="/offres">
            {t.title}
          </Link>
          <span>/</span>
          {isDraft ? (
            <span>{t.newCrumb}</span>
          ) : (
            <>
              <Link className="plain cut" href={`/offres/${offer.id}`}>
                {title}
              </Link>
              <span>/</span>
              <span>{t.edit}</span>
            </>
          )}
        </>
      }
      actions={
        <>
          {savedMark}
          <Button variant="first" kbd={`Ctrl+${t.enterKey}`} onClick={() => void done()}>
            {t.saveAndRank}
          </Button>
        </>
      }
    >
      {banner}
      {isPhone ? (
        <div ref={form}>
          {advertPane}
          {sections}
          <div className="stickyfoot row">
            {savedMark}
            <Button variant="first" big onClick={() => void done()}>
              {t.saveAndRank}
            </Button>
          </div>
        </div>
      ) : (
        <Columns widths={withAdvert ? 'minmax(0,1fr) minmax(30rem,37rem)' : 'minmax(0,52rem)'}>
          {advertPane}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a column that scrolls must be reachable by keys */}
          <div ref={form} role="region" aria-label={t.offerRegion} tabIndex={0}>
            {sections}
          </div>
        </Columns>
      )}
    </Screen>
  )
}
