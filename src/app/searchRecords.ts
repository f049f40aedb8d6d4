import { Briefcase, User } from 'lucide-react'
import { words as wordsOf } from '../kit/fold.ts'
import { bearsCode, codeOf, readTypedCode } from '../model/codes.ts'
import type { Kind, Stored } from '../model/record.ts'
import { answersSearch, marksIn, readSearch, toHaystack } from '../model/searchWords.ts'
import { collection } from '../store/live.ts'
import type { Language } from '../ui/language.ts'
import type { RecordHit, RecordHits } from './commands.ts'
import { nearWords } from './nearWords.ts'
import { text } from './text.ts'

/** More than these is a search, which has its own screen. */
const hitsPerGroup = 6

type Entry = { haystack: string; words: string[]; label: string; detail: string }

/** What is searched of a record, computed once for each of its versions. */
const entries = new WeakMap<object, Entry>()

function entryOf(record: Stored, label: string, detail: string): Entry {
  let entry = entries.get(record)
  if (entry === undefined) {
    const all = `${label} ${detail}`
    entry = { haystack: toHaystack(all), words: wordsOf(all), label, detail }
    entries.set(record, entry)
  }
  return entry
}

/** Records whose name, trade, company or place answers the palette's query; one slip of the finger is forgiven. */
export function searchRecords(query: string, language: Language): Promise<readonly RecordHits[]> {
  const t = text[language]
  const joined = (...parts: string[]) => parts.filter(Boolean).join(', ')
  return Promise.resolve([
    {
      group: t.candidates,
      hits: findPeople(query, (record) => ({
        label: record.fields.fullName || record.fields.headline || t.nameless,
        detail: record.fields.fullName ? joined(record.fields.headline, record.fields.city) : record.fields.city,
        href: `/candidats/${record.id}`,
        icon: User,
      })),
    },
    {
      group: t.offers,
      hits: find('offer', query, (record) => ({
        label: record.fields.title || t.untitled,
        detail: joined(record.fields.company, record.fields.city),
        href: `/offres/${record.id}`,
        icon: Briefcase,
      })),
    },
  ])
}

/** Candidates by name, trade and place; by a whole code first, whose bearer then shows it. */
function findPeople(query: string, show: (record: Stored<'candidate'>) => Shown): RecordHit[] {
  const hits = find('candidate', query, show)
  const typed = readTypedCode(query)
  const live = collection('candidate').snapshot()
  if (typed === null || live.state !== 'ready') return hits
  const bearers = [...live.value.values()].filter((one) => one.binnedAt === undefined && bearsCode(one, typed))
  const coded = bearers.slice(0, hitsPerGroup).map((record): RecordHit => {
    const shown = show(record)
    const detail = [codeOf(record.fields.codes) || query.trim().toUpperCase(), shown.detail].filter(Boolean).join(', ')
    return { id: record.id, ...shown, detail, ranges: [], detailRanges: [] }
  })
  const found = new Set(coded.map(({ id }) => id))
  return [...coded, ...hits.filter(({ id }) => !found.has(id))].slice(0, hitsPerGroup)
}

type Shown = Pick<RecordHit, 'label' | 'href' | 'icon'> & { detail: string }

function find<K extends Kind>(kind: K, query: string, show: (record: Stored<K>) => Shown): RecordHit[] {
  const live = collection(kind).snapshot()
  if (live.state !== 'ready') return []
  const search = readSearch(query)
  const typed = wordsOf(query)
  const exact: { hit: RecordHit; inName: boolean }[] = []
  const near: RecordHit[] = []
  for (const record of live.value.values()) {
    if (record.binnedAt !== undefined) continue
    const shown = show(record)
    const entry = entryOf(record, shown.label, shown.detail)
    const hit = {
      id: record.id,
      ...shown,
      ranges: marksIn(shown.label, search),
      detailRanges: marksIn(shown.detail, search),
    }
    if (answersSearch(entry.haystack, search)) exact.push({ hit, inName: hit.ranges.length > 0 })
    else if (near.length < hitsPerGroup && nearWords(entry.words, typed)) near.push(hit)
  }
  if (exact.length === 0) return near
  return exact
    .toSorted((a, b) => Number(b.inName) - Number(a.inName) || a.hit.label.localeCompare(b.hit.label))
    .slice(0, hitsPerGroup)
    .map(({ hit }) => hit)
}
