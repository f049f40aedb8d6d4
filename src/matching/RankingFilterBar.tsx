import { Plus } from 'lucide-react'
import { formatDay, formatNumber } from '../kit/format.ts'
import { stages } from '../model/application.ts'
import { FilterChip } from '../ui/FilterChip.tsx'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { useLanguage, useText } from '../ui/language.ts'
import { Select } from '../ui/Select.tsx'
import { TextInput } from '../ui/TextInput.tsx'
import type { RankingFilters } from './rankingView.ts'
import { text } from './text.ts'

/** What narrows a ranking: each filter in force as a chip, the others in a menu. */
export function RankingFilterBar({
  filters,
  excellent,
  onChange,
  phone,
}: {
  filters: RankingFilters
  excellent: number
  onChange: (next: Partial<RankingFilters>) => void
  phone: boolean
}) {
  const t = useText(text)
  const language = useLanguage()
  const km = (distance: number) => t.km(formatNumber(language, distance))
  const toggle = (name: 'excellent' | 'certain', words: string, count?: number) => (
    <button
      type="button"
      className={filters[name] ? 'filter on' : 'filter'}
      aria-pressed={filters[name]}
      onClick={() => onChange({ [name]: !filters[name] })}
    >
      {words}
      {count !== undefined && <span className="num t-3">{formatNumber(language, count)}</span>}
    </button>
  )
  const stageWords = filters.stage === 'none' ? t.noStage : filters.stage === '' ? '' : t.stages[filters.stage]
  return (
    <>
      {filters.before !== '' && (
        <FilterChip
          name={`${t.availableBefore} ${t.before(formatDay(language, filters.before))}`}
          onRemove={() => onChange({ before: '' })}
        >
          {!phone && t.availableBefore} <b>{t.before(formatDay(language, filters.before))}</b>
        </FilterChip>
      )}
      {filters.km !== null && <FilterChip name={t.within(km(filters.km))} onRemove={() => onChange({ km: null })} />}
      {filters.stage !== '' && <FilterChip name={stageWords} onRemove={() => onChange({ stage: '' })} />}
      {toggle('excellent', t.excellents, excellent)}
      {toggle('certain', t.certain)}
      <FilterMenu label={t.filter} icon={Plus} name={t.filters}>
        <TextInput
          label={t.beforeLabel}
          type="date"
          value={filters.before}
          onChange={(before) => onChange({ before })}
        />
        <Select
          label={t.withinLabel}
          value={filters.km === null ? '' : String(filters.km)}
          onChange={(distance) => onChange({ km: distance === '' ? null : Number(distance) })}
          options={[
            { value: '', label: t.anyDistance },
            ...[10, 20, 30, 50, 100].map((distance) => ({ value: String(distance), label: km(distance) })),
          ]}
        />
        <Select
          label={t.stageFilter}
          value={filters.stage}
          onChange={(stage) => onChange({ stage })}
          options={[
            { value: '' as RankingFilters['stage'], label: t.anyStage },
            { value: 'none' as const, label: t.noStage },
            ...stages.map((stage) => ({ value: stage, label: t.stages[stage] })),
          ]}
        />
      </FilterMenu>
    </>
  )
}
