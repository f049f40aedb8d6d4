import { RotateCcw, X } from 'lucide-react'
import { Link } from 'wouter'
import { type Match, type TermName, termNames } from '../model/match.ts'
import { learnedInForce } from '../model/scoring.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useText } from '../ui/language.ts'
import { Reserved } from '../ui/Reserved.tsx'
import { Section } from '../ui/Section.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { resetWeights, setWeight, type StoredOffer, undo } from '../offers/records.ts'
import { changeScoring, useMatcherFacts, useScoring } from './records.ts'
import { text } from './text.ts'
import { useLearningWords } from './useLearningWords.ts'
import { WeightRow } from './WeightRow.tsx'

/** The weight of every term for one offer, with their effect at once on the ranking beside. */
export function WeightsPanel({
  offer,
  match,
  onClose,
}: {
  offer: StoredOffer
  /** Any match of the ranking: it carries the weights in force. */
  match: Match | null
  onClose: () => void
}) {
  const t = useText(text)
  const isPhone = useIsPhone()
  const scoring = useScoring()
  const facts = useMatcherFacts()
  const learningWords = useLearningWords()
  const own = offer.fields.weights
  const inForce = (name: TermName) =>
    match?.terms.find((term) => term.name === name)?.weight ??
    own[name] ??
    scoring.weights[name] ??
    (facts.state === 'ready' ? facts.value.weights[name] : 0)
  const weightOf = (name: TermName) => own[name] ?? inForce(name)
  const isChanged = Object.keys(own).length > 0
  const reset = async () => {
    const done = await resetWeights(offer.id)
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: t.weightsReset, undo: () => void undo(transaction) })
  }
  const adopt = async () => {
    const done = await changeScoring({ weights: { ...scoring.weights, ...own } }, 'matching.weighted')
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: t.weightsAdopted, undo: () => void undo(transaction) })
  }
  const most = facts.state === 'ready' ? facts.value.mostWeight : 8
  const mostLearned = facts.state === 'ready' ? facts.value.mostLearned : 0.64
  const content = (
    <Section
      title={t.weightsTitle}
      actions={!isPhone && <IconButton icon={X} name={t.closeWeights} onClick={onClose} />}
    >
      <p className="t-2">{t.weightsNote}</p>
      <Reserved changes="offer">
        <ul className="weights">
          {termNames.map((name) =>
            name === 'learned' && !learnedInForce(scoring) ? (
              <li key={name}>
                <span>{t.terms[name]}</span>
                <span className="t-sm t-3 learned-note">{learningWords}</span>
              </li>
            ) : (
              <WeightRow
                key={name}
                name={name}
                weight={weightOf(name)}
                isOwn={own[name] !== undefined}
                most={name === 'learned' ? mostLearned : most}
                save={(weight) => setWeight(offer.id, name, weight)}
              />
            ),
          )}
        </ul>
      </Reserved>
      <p className="t-sm t-3">
        {t.requirementWeights} <Link href={`/offres/nouvelle?offre=${offer.id}`}>{t.editOffer}</Link>
      </p>
      <p className="t-sm t-3">
        {t.workspaceWeights} <Link href="/reglages/classement">{t.workspaceWeightsLink}</Link>
      </p>
      <div className="row wrap">
        <Button icon={RotateCcw} changes="offer" onClick={() => void reset()} disabled={!isChanged}>
          {t.resetAll}
        </Button>
        <Button changes="setting" onClick={() => void adopt()} disabled={!isChanged}>
          {t.adoptWeights}
        </Button>
        {isPhone && (
          <Button variant="first" onClick={onClose}>
            {t.toRanking}
          </Button>
        )}
      </div>
    </Section>
  )
  if (isPhone) return content
  return (
    <Drawer label={t.weightsTitle} onClose={onClose}>
      {content}
    </Drawer>
  )
}
