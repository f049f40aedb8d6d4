import { fold } from '../../src/kit/fold.ts'
import type { ApartPassage, HiddenReason } from '../../src/model/reading.ts'
import { isInstruction, tagWords, withoutTags } from './instructions.ts'
import type { Line, PageText, TextItem } from './layout/page.ts'

/** Takes what no eye sees off a page and returns it as passages. */
export function setHiddenApart(page: PageText): ApartPassage[] {
  const passages: ApartPassage[] = []
  let run: TextItem[] = []
  const close = () => {
    const text = run
      .map((item) => item.text)
      .join(' ')
      .replace(/\s+/g, ' ')
      .trim()
    // A lone letter or a mark in the background's colour is decoration.
    const reason = run.find((item) => item.text.trim() !== '')?.hidden
    if (reason && text.replace(/[^\p{L}\p{N}]/gu, '').length >= 3)
      passages.push({ text, page: page.number, reason: reasonOf(text, reason) })
    run = []
  }
  const seen: TextItem[] = []
  for (const item of page.items) {
    const tagged = tagWords(item.text)
    if (tagged !== '') {
      passages.push({ text: tagged, page: page.number, reason: 'disguised' })
      item.text = withoutTags(item.text)
    }
    if (item.hidden !== '') {
      if (run.length > 0 && run.at(-1)!.hidden !== item.hidden && item.text.trim() !== '') close()
      run.push(item)
    } else {
      if (item.text.trim() !== '') close()
      seen.push(item)
    }
  }
  close()
  page.items = seen
  return passages
}

/** What hides the words matters less than that they speak to a machine. */
const reasonOf = (text: string, reason: HiddenReason): ApartPassage['reason'] =>
  isInstruction(text) ? 'instruction' : reason

/** Passages of a format without pages; what hid them is their style. */
export const hiddenByStyle = (texts: readonly string[]): ApartPassage[] =>
  texts.map((text) => ({ text, page: 0, reason: reasonOf(text, 'style') }))

const advertMarks = [
  /\b(?:nous recherchons|nous recrutons|we are looking for|we're looking for|we are hiring|we are seeking|notre client recherche|our client is looking)\b/,
  /\b(?:profil recherche|votre profil|le profil ideal|who you are|what you(?:'ll)? bring|about you|requirements?:|ideal candidate|le candidat ideal)\b/,
  /\b(?:vos missions|vos responsabilites|your missions?|your responsibilities|what you(?:'ll| will) do|you will be responsible)\b/,
  /\b(?:nous (?:vous )?(?:offrons|proposons)|ce que nous offrons|we offer|what we offer|our benefits|avantages :|perks)\b/,
  /\b(?:rejoignez|postulez|candidatez|apply now|join (?:us|our team)|envoyez votre (?:cv|candidature)|send your (?:cv|resume))\b/,
  /\b(?:h\/f|f\/h|m\/f|m\/w\/d|h\/f\/x)\b/,
  /\b(?:type de contrat|remuneration :|salaire :|salary range|prise de poste|date de debut :|poste a pourvoir|equal opportunity employer)\b/,
]
const commonest = new Set(
  'avec dans pour plus cette leur sont nous vous mois annees ainsi chez sous entre from with that this have were their your which years more also team work management gestion client clients'.split(
    ' ',
  ),
)

/**
 * Words that are there to be counted rather than read: endless lists, one word over and over, an advert copied in.
 * They stay in the reading, since skills may be true; the recruiter is told.
 */
export function findStuffing(lines: readonly Line[]): ApartPassage[] {
  const found: ApartPassage[] = []
  const folded = lines.map((line) => fold(line.text))
  const marks = folded.map((text) => advertMarks.flatMap((mark, index) => (mark.test(text) ? [index] : [])))
  if (new Set(marks.flat()).size >= 4) {
    const marked = lines.filter((_, index) => marks[index]!.length > 0)
    found.push({ text: excerpt(marked.map((line) => line.text)), page: marked[0]!.page, reason: 'advert' })
  }
  const counts = new Map<string, { times: number; page: number; shown: string }>()
  let all = 0
  for (const line of lines) {
    for (const [word] of line.text.matchAll(/[\p{L}][\p{L}\p{N}+#.'’-]{3,}/gu)) {
      all += 1
      const key = fold(word)
      const entry = counts.get(key)
      if (entry) entry.times += 1
      else counts.set(key, { times: 1, page: line.page, shown: word })
    }
  }
  const repeated = [...counts]
    .filter(([word, { times }]) => !commonest.has(word) && times >= 30 && times > 0.05 * all)
    .map(([, entry]) => entry)
  if (repeated.length > 0)
    found.push({
      text: repeated.map(({ shown, times }) => `${shown} (${times})`).join(', '),
      page: repeated[0]!.page,
      reason: 'stuffing',
    })
  // Short items between commas: a person names dozens, a list made to be counted names hundreds.
  const lists = lines.filter((line) => listed(line.text).length >= 8)
  const items = new Set(lists.flatMap((line) => listed(line.text).map(fold)))
  if (items.size > 200)
    found.push({ text: excerpt(lists.map((line) => line.text)), page: lists[0]!.page, reason: 'stuffing' })
  return found
}

const listed = (text: string): string[] =>
  text
    .split(/[,;|•·\t]/)
    .map((item) => item.trim())
    .filter((item) => item.length > 1 && item.length < 40)

const excerpt = (texts: readonly string[]): string => {
  const text = texts.join(' … ')
  return text.length > 400 ? `${text.slice(0, 400)}…` : text
}
