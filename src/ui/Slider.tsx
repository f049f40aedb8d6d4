import type { CSSProperties } from 'react'

type SliderProps = {
  /** accessible name */
  label: string
  value: number
  onChange: (value: number) => void
  min?: number
  max?: number
  step?: number
  /** what readers hear instead of the bare number */
  valueText?: string
  disabled?: boolean
}

/** A value on a line; arrows move it. Show the number beside it. */
export function Slider({ label, value, onChange, min = 0, max = 100, step = 1, valueText, disabled }: SliderProps) {
  const share = max === min ? 0 : ((value - min) / (max - min)) * 100
  return (
    <input
      type="range"
      className="slider"
      aria-label={label}
      aria-valuetext={valueText}
      min={min}
      max={max}
      step={step}
      value={value}
      disabled={disabled}
      style={{ '--v': share } as CSSProperties}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  )
}
