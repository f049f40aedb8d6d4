import { RotateCcw, X } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '../kit/format.ts'
import { type Match, type TermName, termNames } from '../model/match.ts'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Section } from '../ui/Section.tsx'
import { Slider } from '../ui/Slider.tsx'
import { toast } from '../ui/toast.ts'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { resetWeights, setWeight, type StoredOffer, undo } from '../offers/records.ts'
import { text } from './text.ts'

/** The matcher's own bounds: beyond them it would not follow. */
const most = 8
/** A pause of the hand this long stores the weight; the ranking follows the record. */
const pauseMs = 120

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
  const own = offer.fields.weights
  const weightOf = (name: TermName) => own[name] ?? match?.terms.find((term) => term.name === name)?.weight ?? 0
  const isChanged = Object.keys(own).length > 0
  const reset = async () => {
    const done = await resetWeights(offer.id)
    if (!done.ok) return toast({ text: t.writeFailures[done.error.type] })
    const { transaction } = done.value
    toast({ text: t.weightsReset, undo: () => void undo(transaction) })
  }
  const content = (
    <Section
      title={t.weightsTitle}
      actions={!isPhone && <IconButton icon={X} name={t.closeWeights} onClick={onClose} />}
    >
      <p className="t-2">{t.weightsNote}</p>
      <ul className="weights">
        {termNames.map((name) =>
          name === 'learned' ? (
            <li key={name}>
              <span>{t.terms[name]}</span>
              <span className="t-sm t-3 learned-note">{t.learnedWeight}</span>
            </li>
          ) : (
            <WeightRow
              key={name}
              offerId={offer.id}
              name={name}
              weight={weightOf(name)}
              isOwn={own[name] !== undefined}
            />
          ),
        )}
      </ul>
      <p className="t-sm t-3">
        {t.requirementWeights} <Link href={`/offres/nouvelle?offre=${offer.id}`}>{t.editOffer}</Link>
      </p>
      <div className="row wrap">
        <Button icon={RotateCcw} onClick={() => void reset()} disabled={!isChanged}>
          {t.resetAll}
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

function WeightRow({
  offerId,
  name,
  weight,
  isOwn,
}: {
  offerId: string
  name: TermName
  weight: number
  isOwn: boolean
}) {
  const t = useText(text)
  const language = useLanguage()
  const [held, setHeld] = useState<number | null>(null)
  const pending = useRef(0)
  useEffect(() => {
    if (held === null) return
    const turn = (pending.current += 1)
    const timer = setTimeout(() => {
      void setWeight(offerId, name, held).then((done) => {
        if (!done.ok) toast({ text: t.writeFailures[done.error.type] })
        // The record now says it, unless the hand has moved on.
        if (pending.current === turn) setTimeout(() => pending.current === turn && setHeld(null), 400)
      })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [held, offerId, name, t])
  const shown = held ?? weight
  const words = formatNumber(language, shown, 1)
  return (
    <li>
      <span>
        {t.terms[name]} {isOwn && <span className="t-sm t-3">{t.ownWeight}</span>}
      </span>
      <Slider
        label={t.weightOf(t.terms[name])}
        value={shown}
        min={0}
        max={most}
        step={0.1}
        valueText={words}
        onChange={setHeld}
      />
      <span className="num t-2">{words}</span>
      {isOwn ? (
        <IconButton
          icon={RotateCcw}
          name={t.weightReset(t.terms[name])}
          onClick={() => {
            setHeld(null)
            void setWeight(offerId, name, null)
          }}
        />
      ) : (
        <span />
      )}
    </li>
  )
}
