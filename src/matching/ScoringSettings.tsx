import { ListChecks, RotateCcw, Scale } from 'lucide-react'
import { useEffect, useState } from 'react'
import { formatDate, formatNumber, formatPercent, formatSigned } from '../kit/format.ts'
import { learnFrom } from '../model/learned.ts'
import { termNames } from '../model/match.ts'
import { excellentBounds, type Scoring } from '../model/scoring.ts'
import { Button, LinkButton } from '../ui/Button.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { ProgressBar } from '../ui/ProgressBar.tsx'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { Reserved } from '../ui/Reserved.tsx'
import { Section } from '../ui/Section.tsx'
import { Skeleton } from '../ui/Skeleton.tsx'
import { Slider } from '../ui/Slider.tsx'
import { Switch } from '../ui/Switch.tsx'
import { toast } from '../ui/toast.ts'
import { analysesText } from './analysesText.ts'
import './matching.css'
import { changeScoring, undo, useDecisions, useMatcherFacts, useScoring } from './records.ts'
import { scoreLogText } from './scoreLogText.ts'
import { scoringText } from './scoringText.ts'
import { text } from './text.ts'
import { useLearningWords } from './useLearningWords.ts'
import { WeightRow } from './WeightRow.tsx'

/** What a workspace chooses about its scores: weights, and what is learned from its decisions. */
export function ScoringSettings() {
  return (
    <Reserved changes="setting">
      <WorkspaceWeights />
      <Excellence />
      <Learning />
      <Evidence />
      <AnalysesChoice />
    </Reserved>
  )
}

/** Keeps choices, says so with a way back. */
function useChoose() {
  const t = useText(text)
  return async (choices: Partial<Scoring>, said: string, action?: string) => {
    const done = await changeScoring(choices, action)
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: said, undo: () => void undo(transaction) })
  }
}

function WorkspaceWeights() {
  const t = useText(scoringText)
  const { weights } = useScoring()
  const facts = useMatcherFacts()
  const choose = useChoose()
  return (
    <Section title={t.weightsTitle}>
      <p className="t-2 measure">{t.weightsNote}</p>
      {facts.state !== 'ready' ? (
        <Skeleton lines={6} label={t.unavailable} />
      ) : (
        <ul className="weights">
          {termNames
            .filter((name) => name !== 'learned')
            .map((name) => (
              <WeightRow
                key={name}
                name={name}
                weight={weights[name] ?? facts.value.weights[name]}
                isOwn={weights[name] !== undefined}
                most={facts.value.mostWeight}
                save={(weight) => {
                  const { [name]: _, ...others } = weights
                  return changeScoring(
                    { weights: weight === null ? others : { ...others, [name]: weight } },
                    'matching.weighted',
                  )
                }}
              />
            ))}
        </ul>
      )}
      <div className="row">
        <Button
          icon={RotateCcw}
          disabled={Object.keys(weights).length === 0}
          onClick={() => void choose({ weights: {} }, t.wasReset, 'matching.weighted')}
        >
          {t.reset}
        </Button>
      </div>
    </Section>
  )
}

/** From which number on a match is called excellent. */
function Excellence() {
  const t = useText(scoringText)
  const words = useText(text)
  const language = useLanguage()
  const { excellentFrom } = useScoring()
  const [held, setHeld] = useState<number | null>(null)
  useEffect(() => {
    if (held === null) return
    const timer = setTimeout(() => {
      void changeScoring({ excellentFrom: held }).then((done) => {
        if (!done.ok) toast({ text: words.writeFailures[done.error.type] })
      })
    }, 200)
    return () => clearTimeout(timer)
  }, [held, words])
  const shown = held ?? excellentFrom
  return (
    <Section title={t.excellent} aside={formatNumber(language, shown)}>
      <div className="analysis-offer">
        <Slider
          label={t.excellent}
          value={shown}
          min={excellentBounds.least}
          max={excellentBounds.most}
          valueText={formatNumber(language, shown)}
          onChange={setHeld}
        />
      </div>
      <p className="t-sm t-3">{t.excellentNote}</p>
    </Section>
  )
}

/** Formulas about people, off until somebody switches them on. */
function AnalysesChoice() {
  const t = useText(analysesText).settings
  const { analyses } = useScoring()
  const choose = useChoose()
  const set = (name: keyof typeof analyses) => (on: boolean) =>
    void choose({ analyses: { ...analyses, [name]: on } }, on ? t.turnedOn : t.turnedOff)
  return (
    <Section title={t.title}>
      <p className="t-2 measure">{t.note}</p>
      <Switch checked={analyses.profile} onChange={set('profile')}>
        {t.profile}
      </Switch>
      <Switch checked={analyses.predictions} onChange={set('predictions')}>
        {t.predictions}
      </Switch>
    </Section>
  )
}

/** Where what regulators may ask for is, and how long it is kept. */
function Evidence() {
  const t = useText(scoreLogText)
  const language = useLanguage()
  const { logMonths } = useScoring()
  const choose = useChoose()
  return (
    <Section title={t.evidence}>
      <p className="t-2 measure">{t.evidenceNote}</p>
      <div className="row wrap">
        <LinkButton href="/registre-des-scores" icon={ListChecks}>
          {t.open}
        </LinkButton>
        <LinkButton href="/controle-d-equite" icon={Scale}>
          {t.openBias}
        </LinkButton>
      </div>
      <RadioGroup
        label={t.retention}
        inline
        value={String(logMonths)}
        onChange={(months) =>
          void choose({ logMonths: Number(months) }, t.retentionSet(formatNumber(language, Number(months))))
        }
        options={[...new Set([6, 12, 24, logMonths])]
          .sort((a, b) => a - b)
          .map((months) => ({ value: String(months), label: t.months(formatNumber(language, months)) }))}
      />
      <p className="t-sm t-3 measure">{t.retentionNote}</p>
    </Section>
  )
}

function Learning() {
  const words = useText(scoringText).learning
  const t = useText(text)
  const language = useLanguage()
  const { learning, learned } = useScoring()
  const decisions = useDecisions(learning.since).length
  const state = useLearningWords()
  const choose = useChoose()
  const count = (number: number) => formatNumber(language, number)
  const coefficients = Object.entries(learned?.coefficients ?? {}).toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
  return (
    <Section title={words.title}>
      <p className="t-2 measure">{words.note}</p>
      <Switch
        checked={learning.on}
        onChange={(on) => void choose({ learning: { ...learning, on } }, on ? words.turnedOn : words.turnedOff)}
      >
        {words.on}
      </Switch>
      {learned === null && (
        <ProgressBar
          label={words.progress}
          share={Math.min(1, decisions / learnFrom)}
          valueText={words.notYet(count(decisions), count(learnFrom), decisions < 2)}
        />
      )}
      <KeyValues
        rows={[
          { key: 'state', label: words.progress, value: state },
          ...(learned
            ? [
                {
                  key: 'agreement',
                  label: words.agreement,
                  value:
                    learned.agreement.pairs === 0
                      ? words.agreementNone
                      : words.agreementWords(
                          formatPercent(language, learned.agreement.before),
                          formatPercent(language, learned.agreement.after),
                          count(learned.agreement.pairs),
                        ),
                },
                { key: 'when', label: words.when, value: formatDate(language, learned.at) },
              ]
            : []),
        ]}
      />
      {learned?.verdict === 'learned' && (
        <>
          <h3 className="t-head">{words.coefficients}</h3>
          {coefficients.length === 0 ? (
            <p className="t-2">{words.noCoefficients}</p>
          ) : (
            <table className="figures">
              <tbody>
                {coefficients.map(([name, value]) => (
                  <tr key={name}>
                    <th scope="row">{t.terms[name as keyof typeof t.terms]}</th>
                    <td>{value > 0 ? words.more : words.less}</td>
                    <td className="num r">{formatSigned(language, value)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </>
      )}
      <div className="row wrap">
        <Button
          icon={RotateCcw}
          disabled={learned === null && decisions === 0}
          onClick={() =>
            void choose(
              { learned: null, learning: { ...learning, since: Date.now() } },
              words.wasReset,
              'matching.forgotten',
            )
          }
        >
          {words.reset}
        </Button>
        <span className="t-sm t-3">{words.resetNote}</span>
      </div>
    </Section>
  )
}
