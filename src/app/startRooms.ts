import { matcher } from '../../workers/matching/client.ts'
import { duplicatesFinder } from '../../workers/duplicates/client.ts'
import { findLookalikesOfNew, startDuplicateSearch } from '../candidates/duplicateSearch.ts'
import { startNumbering } from '../candidates/numberCandidates.ts'
import { eraseOverdue } from '../candidates/records.ts'
import { startImporting } from '../imports/runImports.ts'
import { isToReview } from '../imports/verdict.ts'
import { startIndexing } from '../matching/indexing.ts'
import { startLearning } from '../matching/learning.ts'
import { followScoring, forgetOverdueScores } from '../matching/records.ts'
import { scoreLog } from '../matching/tabScoreLog.ts'
import { formatNumber } from '../kit/format.ts'
import type { Kind, Stored } from '../model/record.ts'
import { removeOrphans } from '../store/blobs.ts'
import { followSpaces } from '../store/keys.ts'
import { followMemory } from '../store/memory.ts'
import { collection } from '../store/live.ts'
import { followOffers, openDealings } from '../search/records.ts'
import { setPerson } from '../store/write.ts'
import { setExcellence } from '../ui/excellence.ts'
import { currentLanguage } from '../ui/language.ts'
import { firstRecordSaved } from '../ui/milestones.ts'
import { registerRecordSearch } from './commands.ts'
import { searchRecords } from './searchRecords.ts'
import { useShellData } from './shellData.ts'
import { takeFiles } from './takeFiles.ts'
import { text } from './text.ts'

export { takeFiles }

/** Long after the start, which has better things to do. */
const sweepDelayMs = 60_000

/** Records of a kind that are not in the bin, told again at every change. */
function followKept<K extends Kind>(kind: K, tell: (kept: Stored<K>[]) => void): void {
  const records = collection(kind)
  const look = () => {
    const live = records.snapshot()
    if (live.state === 'failed') useShellData.setState({ failed: true })
    if (live.state === 'ready') tell([...live.value.values()].filter((record) => record.binnedAt === undefined))
  }
  records.subscribe(look)
  look()
}

function changeCounts(change: Partial<ReturnType<typeof useShellData.getState>['counts']>): void {
  useShellData.setState(({ counts }) => ({ counts: { ...counts, ...change } }))
}

/**
 * Wakes what works without a screen: the import queue, the figures of the frame, the palette's records. Loaded
 * after the first paint, so that the frame does not wait for the database.
 */
export function startRooms(): void {
  startDuplicateSearch({ finder: duplicatesFinder })
  startImporting({ findLookalikes: findLookalikesOfNew })
  startIndexing({
    matcher,
    search: { finder: matcher, dealings: openDealings(), followOffers },
    onScores: (shown) => scoreLog.note(shown),
    beforeLexicon: () => scoreLog.flush(),
  })
  startLearning({ matcher })
  startNumbering()
  followScoring(({ excellentFrom }) => setExcellence(excellentFrom))
  // What no device shares needs none of it. Another tab may begin to share at any time: this one may have to go on.
  const share = () => void import('../sync/client.ts').then(({ startSync }) => startSync())
  followSpaces((spaces) => spaces.length > 0 && share())
  followMemory(['shares'], ([shares]) => Array.isArray(shares) && shares.length > 0 && share())
  // Files of an import that died between the file and its record, and what left the bin: nobody waits for it.
  setTimeout(() => void eraseOverdue(Date.now()).then(() => removeOrphans(Date.now())), sweepDelayMs)
  setTimeout(() => void forgetOverdueScores(Date.now()), sweepDelayMs)
  // What was seen just before the page goes is written while it still can be.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') void scoreLog.flush()
  })

  followKept('setting', (settings) => {
    const said = (id: string) => {
      const value = settings.find((setting) => setting.id === id)?.fields.value
      return typeof value === 'string' ? value : ''
    }
    setPerson(() => said('device.person'))
    useShellData.setState({ workspaceName: said('workspace.name') || null })
  })

  followKept('candidate', (candidates) => {
    changeCounts({ candidates: candidates.length })
    if (candidates.some((candidate) => candidate.demo !== true)) firstRecordSaved()
  })
  followKept('offer', (offers) => {
    changeCounts({ offers: offers.filter((offer) => offer.fields.status !== 'closed').length })
  })
  followKept('savedView', (views) => {
    useShellData.setState({
      savedViews: views
        .filter(({ fields }) => fields.room === 'candidates' || (fields.room === 'search' && fields.pinned))
        .toSorted((a, b) => a.fields.name.localeCompare(b.fields.name))
        .map((view) => ({
          href: `/${view.fields.room === 'search' ? 'recherche' : 'candidats'}?${view.fields.query}`,
          label: view.fields.name,
          count: undefined,
        })),
    })
  })
  followKept('importItem', (items) => {
    changeCounts({ imports: items.filter(isToReview).length })
    useShellData.setState({ progress: importProgress(items) })
  })
  registerRecordSearch(searchRecords)
}

/** How far the batches that still hold something to read have come; null when nothing waits. */
function importProgress(items: readonly Stored<'importItem'>[]): { share: number; words: string } | null {
  const isQueued = ({ fields }: Stored<'importItem'>) => fields.state === 'waiting' || fields.state === 'reading'
  const busy = new Set(items.filter(isQueued).map(({ fields }) => fields.batchId))
  if (busy.size === 0) return null
  const batch = items.filter(({ fields }) => busy.has(fields.batchId))
  const queued = batch.filter(isQueued).length
  const language = currentLanguage()
  return {
    share: (batch.length - queued) / batch.length,
    words: text[language].reading(formatNumber(language, queued), queued),
  }
}
