import { CircleQuestionMark } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { formatPercent } from '../kit/format.ts'
import { contractKinds, educationLevels, salaryPeriods, workModes } from '../model/candidate.ts'
import { type Offer, salaryBases } from '../model/offer.ts'
import { Checkbox } from '../ui/Checkbox.tsx'
import { Icon } from '../ui/Icon.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Select } from '../ui/Select.tsx'
import { TextArea } from '../ui/TextArea.tsx'
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
  const salaryNote = doubt(salaryFields.find((field) => isDoubtful(draft, field)) ?? 'salaryMin', salaryFields)
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
      {fields.otherPlaces !== '' && (
        <TextInput
          className="wide"
          label={t.fields.otherPlaces}
          value={fields.otherPlaces}
          onChange={(otherPlaces) => write({ otherPlaces })}
          help={doubt('otherPlaces')}
          data-field="otherPlaces"
        />
      )}
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
          field="salaryMin"
        />
        <NumberInput
          label={t.fields.salaryMax}
          value={fields.salaryMax}
          onChange={(salaryMax) => write({ salaryMax })}
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
          data-field="salaryPeriod"
        />
        <Select
          label={t.fields.salaryBasis}
          value={fields.salaryBasis}
          onChange={(salaryBasis) => write({ salaryBasis })}
          options={[
            { value: '' as Offer['salaryBasis'], label: '–' },
            ...salaryBases.map((value) => ({ value, label: t.bases[value] })),
          ]}
          data-field="salaryBasis"
        />
        {fields.salaryMonths !== null && (
          <NumberInput
            label={t.fields.salaryMonths}
            value={fields.salaryMonths}
            onChange={(salaryMonths) => write({ salaryMonths })}
            help={doubt('salaryMonths')}
            field="salaryMonths"
          />
        )}
        {salaryNote && <div className="help salary-note">{salaryNote}</div>}
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
      {(fields.workMode === 'hybrid' || fields.remoteDays !== null) && (
        <NumberInput
          label={t.fields.remoteDays}
          value={fields.remoteDays}
          onChange={(remoteDays) => write({ remoteDays })}
          help={doubt('remoteDays')}
          field="remoteDays"
        />
      )}
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
      <NumberInput
        label={t.fields.positions}
        value={fields.positions}
        onChange={(positions) => write({ positions })}
        help={doubt('positions')}
        field="positions"
      />
      <TextInput
        label={t.fields.reference}
        value={fields.reference}
        onChange={(reference) => write({ reference })}
        help={doubt('reference')}
        data-field="reference"
      />
      <TextInput
        label={t.fields.contact}
        value={fields.contact}
        onChange={(contact) => write({ contact })}
        help={doubt('contact') ?? t.fields.contactHelp}
        data-field="contact"
      />
      <div className="field part-time">
        <Checkbox checked={fields.partTime} onChange={(partTime) => write({ partTime })}>
          {t.fields.partTime}
        </Checkbox>
        {doubt('partTime')}
      </div>
      <TextArea
        className="wide missions"
        label={t.fields.missions}
        value={fields.missions}
        onChange={(missions) => write({ missions })}
        help={doubt('missions')}
        data-field="missions"
      />
    </div>
  )
}

const salaryFields = ['salaryMin', 'salaryMax', 'salaryCurrency', 'salaryPeriod', 'salaryBasis'] as const

const isDoubtful = ({ about }: OfferInHand['draft'], field: keyof Offer): boolean =>
  about[field]?.by === 'reader' && (about[field].confidence ?? 1) < doubtBelow

/** Fields whose words in the advert tell more than what the form shows. */
const quoted: readonly (keyof Offer)[] = [
  'contract',
  'durationMonths',
  'startDate',
  'salaryMin',
  'workMode',
  'educationLevel',
  'years',
  'positions',
]

/**
 * For each field: the words it was read from, and while there is a doubt the button that settles it, for `together`
 * at once. Undefined when there is nothing to say.
 */
function useDoubts({
  draft,
  change,
}: OfferInHand): (field: keyof Offer, together?: readonly (keyof Offer)[]) => ReactNode | undefined {
  const t = useText(text)
  const language = useLanguage()
  return (field, together = [field]) => {
    const said = draft.about[field]
    if (said?.by !== 'reader') return undefined
    const words = (said.source?.text ?? '').replaceAll(/\s+/g, ' ').trim()
    const value = draft.fields[field]
    const shown =
      field === 'contract' && draft.fields.contract !== '' ? t.contracts[draft.fields.contract] : String(value)
    const isNews =
      quoted.includes(field) && words !== '' && words.length <= 90 && words.toLowerCase() !== shown.toLowerCase()
    const quote = isNews ? t.readAs(words) : ''
    if (!isDoubtful(draft, field)) return quote === '' ? undefined : quote
    return (
      <span className="doubtful">
        <span className="conf low">
          <Icon as={CircleQuestionMark} size="s" />
          {t.doubtHelp(formatPercent(language, said.confidence ?? 0))}
        </span>
        {quote !== '' && <span>{quote}</span>}
        <button
          type="button"
          className="settle"
          onClick={() =>
            change((before) => {
              const settled = together.filter((each) => each === field || isDoubtful(before, each))
              return {
                ...before,
                about: {
                  ...before.about,
                  ...Object.fromEntries(settled.map((each) => [each, { by: 'person' as const }])),
                },
              }
            })
          }
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
