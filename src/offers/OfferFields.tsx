import { CircleQuestionMark } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formatPercent } from '../kit/format.ts'
import { contractKinds, educationLevels, salaryPeriods, workModes } from '../model/candidate.ts'
import type { Offer } from '../model/offer.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Select } from '../ui/Select.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import { doubtBelow } from '../kit/confidence.ts'
import { placeToText, textToPlace } from './advert.ts'
import type { OfferInHand } from './useOfferDraft.ts'
import { text } from './text.ts'

const currencies = ['EUR', 'MAD', 'USD', 'GBP', 'CHF', 'XOF']

/** The fields of an offer, editable; a field read with doubt says so and can be confirmed. */
export function OfferFields({ offer, titleError }: { offer: OfferInHand; titleError?: string | undefined }) {
  const t = useText(text)
  const { draft, write } = offer
  const { fields } = draft
  const doubt = useDoubts(offer)
  const chooseOf = <Value extends string>(values: readonly Value[], words: Record<Value, string>) => [
    { value: '' as Value | '', label: t.unsaid },
    ...values.map((value) => ({ value: value as Value | '', label: words[value] })),
  ]
  const isLasting = fields.contract === '' || fields.contract === 'cdi'
  const salaryError =
    fields.salaryMin !== null && fields.salaryMax !== null && fields.salaryMax < fields.salaryMin
      ? t.salaryOrder
      : undefined
  const currencyList = currencies.includes(fields.salaryCurrency) || fields.salaryCurrency === ''
  return (
    <div className="offer-fields">
      <TextInput
        className="wide"
        label={t.fields.title}
        value={fields.title}
        onChange={(title) => write({ title })}
        error={titleError}
        help={doubt('title')}
        required
        data-field="title"
      />
      <TextInput
        label={t.fields.company}
        value={fields.company}
        onChange={(company) => write({ company })}
        help={doubt('company')}
        data-field="company"
      />
      <PlaceInput fields={fields} write={write} help={doubt('city') ?? doubt('postalCode')} />
      <Select
        label={t.fields.contract}
        value={fields.contract}
        onChange={(contract) => write({ contract })}
        options={chooseOf(contractKinds, t.contracts)}
        help={doubt('contract')}
        data-field="contract"
      />
      <TextInput
        label={t.fields.startDate}
        type="date"
        value={fields.startDate}
        onChange={(startDate) => write({ startDate })}
        help={doubt('startDate')}
        data-field="startDate"
      />
      <div className="wide salary">
        <NumberInput
          label={t.fields.salaryMin}
          value={fields.salaryMin}
          onChange={(salaryMin) => write({ salaryMin })}
          help={doubt('salaryMin')}
          field="salaryMin"
        />
        <NumberInput
          label={t.fields.salaryMax}
          value={fields.salaryMax}
          onChange={(salaryMax) => write({ salaryMax })}
          help={doubt('salaryMax')}
          error={salaryError}
          field="salaryMax"
        />
        <Select
          label={t.fields.salaryCurrency}
          value={fields.salaryCurrency}
          onChange={(salaryCurrency) => write({ salaryCurrency })}
          options={['', ...currencies, ...(currencyList ? [] : [fields.salaryCurrency])].map((value) => ({
            value,
            label: value === '' ? '–' : value,
          }))}
          help={doubt('salaryCurrency')}
          data-field="salaryCurrency"
        />
        <Select
          label={t.fields.salaryPeriod}
          value={fields.salaryPeriod}
          onChange={(salaryPeriod) => write({ salaryPeriod })}
          options={[
            { value: '' as Offer['salaryPeriod'], label: '–' },
            ...salaryPeriods.map((value) => ({ value, label: t.periods[value] })),
          ]}
          help={doubt('salaryPeriod')}
          data-field="salaryPeriod"
        />
      </div>
      <TextInput
        label={t.fields.hours}
        value={fields.hours}
        onChange={(hours) => write({ hours })}
        help={doubt('hours')}
        data-field="hours"
      />
      <Select
        label={t.fields.workMode}
        value={fields.workMode}
        onChange={(workMode) => write({ workMode })}
        options={chooseOf(workModes, t.workModes)}
        help={doubt('workMode')}
        data-field="workMode"
      />
      <Select
        label={t.fields.educationLevel}
        value={fields.educationLevel}
        onChange={(educationLevel) => write({ educationLevel })}
        options={chooseOf(educationLevels, t.educationLevels)}
        help={doubt('educationLevel')}
        data-field="educationLevel"
      />
      <NumberInput
        label={t.fields.years}
        value={fields.years}
        onChange={(years) => write({ years })}
        help={doubt('years')}
        field="years"
      />
      {!isLasting && (
        <NumberInput
          label={t.fields.duration}
          value={fields.durationMonths}
          onChange={(durationMonths) => write({ durationMonths })}
          help={doubt('durationMonths')}
          field="durationMonths"
        />
      )}
      <div className="field part-time">
        <Checkbox checked={fields.partTime} onChange={(partTime) => write({ partTime })}>
          {t.fields.partTime}
        </Checkbox>
        {doubt('partTime')}
      </div>
    </div>
  )
}

/** For each field: the sentence and the button that settle a doubt, undefined when there is none. */
function useDoubts({ draft, change }: OfferInHand): (field: keyof Offer) => ReactNode | undefined {
  const t = useText(text)
  const language = useLanguage()
  return (field) => {
    const said = draft.about[field]
    if (said?.by !== 'reader' || (said.confidence ?? 1) >= doubtBelow) return undefined
    return (
      <span className="doubtful">
        <span className="conf low">
          <Icon as={CircleQuestionMark} size="s" />
          {t.doubtHelp(formatPercent(language, said.confidence ?? 0))}
        </span>
        <button
          type="button"
          className="settle"
          onClick={() => change((before) => ({ ...before, about: { ...before.about, [field]: { by: 'person' } } }))}
        >
          {t.confirm}
        </button>
      </span>
    )
  }
}

/** Town and postcode on one line, as people write them; what is typed stays as typed while the cursor is in. */
function PlaceInput({
  fields,
  write,
  help,
}: {
  fields: Offer
  write: OfferInHand['write']
  help: ReactNode | undefined
}) {
  const t = useText(text)
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <TextInput
      label={t.fields.place}
      value={typed ?? placeToText(fields)}
      onChange={(value) => {
        setTyped(value)
        write(textToPlace(value))
      }}
      onBlur={() => setTyped(null)}
      placeholder={t.fields.placeHelp}
      help={help}
      data-field="city"
    />
  )
}

/** A number that may be unknown: empty is unknown, never zero. */
function NumberInput({
  label,
  value,
  onChange,
  help,
  error,
  field,
}: {
  label: string
  value: number | null
  onChange: (value: number | null) => void
  help?: ReactNode | undefined
  error?: string | undefined
  field: string
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const language = useLanguage()
  const shown = value === null ? '' : String(value).replace('.', language === 'fr' ? ',' : '.')
  return (
    <TextInput
      label={label}
      inputMode="decimal"
      value={typed ?? shown}
      onChange={(next) => {
        setTyped(next)
        const number = Number(next.replace(/[\s\u00A0\u202F]/g, '').replace(',', '.'))
        if (next.trim() === '') onChange(null)
        else if (Number.isFinite(number) && number >= 0) onChange(number)
      }}
      onBlur={() => setTyped(null)}
      help={help}
      error={error}
      data-field={field}
    />
  )
}
