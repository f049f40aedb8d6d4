import { formatNumber } from '../kit/format.ts'
import { learnFrom } from '../model/learned.ts'
import { useLanguage, useText } from '../ui/language.ts'
import { useDecisions, useScoring } from './records.ts'
import { scoringText } from './scoringText.ts'

/** Where learning stands, in a few words: 'pas encore : 12 décisions sur 50'. */
export function useLearningWords(): string {
  const t = useText(scoringText).learning
  const language = useLanguage()
  const { learning, learned } = useScoring()
  const decisions = useDecisions(learning.since).length
  if (!learning.on) return t.isOff
  if (learned?.verdict === 'learned') return t.learnedFrom(formatNumber(language, learned.decisions))
  if (learned?.verdict === 'no-better') return t.noBetter
  if (learned?.verdict === 'one-sided') return t.oneSided
  return decisions >= learnFrom
    ? t.soon
    : t.notYet(formatNumber(language, decisions), formatNumber(language, learnFrom), decisions < 2)
}
