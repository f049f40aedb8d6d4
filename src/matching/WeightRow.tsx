import { RotateCcw } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { formatNumber } from '../kit/format.ts'
import type { Result } from '../kit/result.ts'
import type { TermName } from '../model/match.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Slider } from '../ui/Slider.tsx'
import { toast } from '../ui/toast.ts'
import type { WriteFailure } from './records.ts'
import { text } from './text.ts'

/** A pause of the hand this long stores the weight; every ranking follows the record. */
const pauseMs = 120

interface WeightRowProps {
  name: TermName
  weight: number
  /** Set by hand here, and not the one it would have otherwise. */
  isOwn: boolean
  most: number
  /** Null gives back the weight it would have otherwise. */
  save: (weight: number | null) => Promise<Result<unknown, WriteFailure>>
}

/** The weight of one term on a slider, stored when the hand pauses. */
export function WeightRow({ name, weight, isOwn, most, save }: WeightRowProps) {
  const t = useText(text)
  const language = useLanguage()
  const [held, setHeld] = useState<number | null>(null)
  const pending = useRef(0)
  const saving = useRef(save)
  saving.current = save
  useEffect(() => {
    if (held === null) return
    const turn = (pending.current += 1)
    const timer = setTimeout(() => {
      void saving.current(held).then((done) => {
        if (!done.ok) toast({ text: t.writeFailures[done.error.type] })
        // The record now says it, unless the hand has moved on.
        if (pending.current === turn) setTimeout(() => pending.current === turn && setHeld(null), 400)
      })
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [held, t])
  const shown = held ?? weight
  const digits = most < 1 ? 2 : 1
  const words = formatNumber(language, shown, digits)
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
        step={most < 1 ? 0.04 : 0.1}
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
            void saving.current(null)
          }}
        />
      ) : (
        <span />
      )}
    </li>
  )
}
