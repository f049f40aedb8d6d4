import type { OfferFacts, OfferShare } from '../sync/face.ts'
import { type Language, useLanguage } from '../ui/language.ts'
import { useOnline } from '../ui/useOnline.ts'
import { guestText } from './guestText.ts'
import { guestsOf, useOfferShares, useShareFacts, useSharesFacts } from './records.ts'
import { type StatusWords, statusWords } from './statusWords.ts'

/** How the space of a shared offer stands, in the words of the foot; null while it is not known. */
function standingOf(facts: OfferFacts | null, language: Language, online: boolean): StatusWords | null {
  const t = guestText[language]
  if (facts === null || facts.status === null) return null
  if (facts.trouble !== null)
    return { head: t.trouble, note: facts.trouble === 'DiskFull' ? t.full : t.closed, tone: 'bad', share: null }
  return statusWords(facts.status, { language, now: Date.now(), online, devices: guestsOf(facts).length + 1 })
}

/** One line that says whether guests have what is here. */
export function ShareStanding({ share }: { share: OfferShare }) {
  const language = useLanguage()
  const words = standingOf(useShareFacts(share.id), language, useOnline())
  if (words === null) return null
  return (
    <p className={words.tone === 'bad' || words.tone === 'doubt' ? 't-sm' : 't-2 t-sm'} role="status">
      <b className="t-m">{words.head}</b>
      {words.tone === 'calm' ? '' : `. ${words.note}`}
    </p>
  )
}

const byWeight: readonly StatusWords['tone'][] = ['bad', 'doubt', 'off', 'busy', 'calm']

/** The shared offer that stands worst, live; null when none is shared. */
export function useWorstShare(): (StatusWords & { href: string }) | null {
  const language = useLanguage()
  const online = useOnline()
  const shares = useOfferShares()
  const known = shares.state === 'ready' ? shares.value : []
  const facts = useSharesFacts(known.map(({ id }) => id))
  const standings = known.flatMap(({ offerId }, index) => {
    const words = standingOf(facts[index] ?? null, language, online)
    return words === null ? [] : [{ ...words, href: `/offres/${offerId}/invites` }]
  })
  return standings.toSorted((a, b) => byWeight.indexOf(a.tone) - byWeight.indexOf(b.tone))[0] ?? null
}
