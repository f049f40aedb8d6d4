import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatMonth } from '../kit/format.ts'
import { inOrder, languageLevels } from '../model/candidate.ts'
import { skillUse } from '../model/skillUse.ts'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Section.tsx'
import { act } from './act.ts'
import { languageName, levelWords } from './languageWords.ts'
import { type FieldSpec, type FormValues, ListForm, RecordForm } from './RecordForm.tsx'
import { type CandidateChange, changeCandidate, newId } from './records.ts'
import { Told } from './Told.tsx'
import { today, useWords } from './words.ts'
import {
  CvLines,
  EditButton,
  type ProfileProps,
  linesToText,
  textToLines,
  toOptions,
  useSave,
} from './ProfileParts.tsx'

/** What the CV says that no field took: it may prove something, so it is kept and shown. */
export function CvText({ record, editing, onEdit }: ProfileProps) {
  const { t } = useWords()
  const save = useSave(record)
  const { summary, otherLines } = record.fields
  if (editing === 'summary') {
    return (
      <Section title={t.profile.summary}>
        <RecordForm
          name={t.profile.summary}
          specs={[{ name: 'summary', label: t.profile.summary, help: t.profile.onePerLine, kind: 'lines' }]}
          values={{ summary: linesToText(summary) }}
          onSave={(values) => save.fields({ summary: textToLines(values['summary'] as string[], summary) })}
          onClose={() => onEdit(null)}
        />
      </Section>
    )
  }
  return (
    <>
      <Section
        title={t.profile.summary}
        actions={<EditButton name={t.profile.editPart(t.profile.summary)} onClick={() => onEdit('summary')} />}
      >
        {summary.length === 0 ? (
          <p className="t-3">{t.profile.noSummary}</p>
        ) : (
          <CvLines candidateId={record.id} lines={summary} />
        )}
      </Section>
      {otherLines.length > 0 && (
        <Section title={t.profile.otherLines}>
          <CvLines candidateId={record.id} lines={otherLines} />
        </Section>
      )}
    </>
  )
}

type ListSectionProps = ProfileProps & {
  list: 'skills' | 'languages' | 'licences'
  title: string
  none: string
  addLabel: string
  specs: readonly FieldSpec[]
  rows: { key: string; label: ReactNode; value: ReactNode }[]
  ready?: (values: FormValues) => FormValues
}

function ListSection({
  record,
  editing,
  onEdit,
  list,
  title,
  none,
  addLabel,
  specs,
  rows,
  ready = (values) => values,
}: ListSectionProps) {
  const { t } = useWords()
  const save = useSave(record)
  if (editing === list) {
    // A row without a name would be taken for one to drop: what was read as a code alone is named by it.
    const elements = inOrder(record.fields[list] as Record<string, { order: number; name: string; code?: string }>).map(
      ([id, element]): [string, FormValues] => [id, { ...element, name: element.name || element.code || title }],
    )
    return (
      <Section title={title}>
        <ListForm
          name={title}
          specs={specs}
          elements={elements}
          newId={newId}
          addLabel={addLabel}
          onSave={(saved) => save.list(list, saved.map(([id, values]) => [id, ready(values)]))} // prettier-ignore
          onClose={() => onEdit(null)}
        />
      </Section>
    )
  }
  return (
    <Section title={title} actions={<EditButton name={t.profile.editPart(title)} onClick={() => onEdit(list)} />}>
      {rows.length === 0 ? (
        <p className="t-3">{none}</p>
      ) : (
        <div className="plain-keys">
          <KeyValues rows={rows} />
        </div>
      )}
    </Section>
  )
}

export function Skills(props: ProfileProps) {
  const { t, count, language } = useWords()
  const { record } = props
  const month = today().slice(0, 7)
  /** What the CV or a person says of the years; else what the dated jobs that name the skill add up to (M029). */
  const practice = (skill: { name: string; years: number | null; lastUsed: string }): string[] => {
    const use = skillUse(skill.name, record.fields, month)
    const last = skill.lastUsed || use?.lastUsed || ''
    const years = skill.years ?? (use ? Math.max(1, Math.round(use.months / 12)) : null)
    return [
      years === null
        ? ''
        : skill.years === null
          ? t.profile.yearsByJobs(count(years), years)
          : t.profile.yearsOf(count(years), years),
      last === '' || last === 'present' ? '' : t.profile.lastUsed(formatMonth(language, last)),
    ]
  }
  return (
    <ListSection
      {...props}
      list="skills"
      title={t.profile.skills}
      none={t.profile.noSkills}
      addLabel={t.list.skill}
      specs={[
        { name: 'name', label: t.list.skill, kind: 'text', wide: true },
        { name: 'level', label: t.profile.level, kind: 'select', options: toOptions(['1', '2', '3', '4', '5'], t.profile.skillLevels, t.profile.unsaid) }, // prettier-ignore
        { name: 'years', label: t.profile.skillYears, kind: 'number' },
        { name: 'lastUsed', label: t.profile.skillLastUsed, kind: 'month' },
        { name: 'verified', label: t.profile.verified, kind: 'flag' },
      ]}
      ready={(values) => ({ ...values, level: values['level'] === '' ? null : Number(values['level']) })}
      rows={inOrder(record.fields.skills).map(([id, skill]) => ({
        key: id,
        label: (
          <span className="text-ink">
            <Told record={record} path={`skills/${id}/name`} quiet>
              {skill.name}
            </Told>
          </span>
        ),
        value: (
          <span className="t-3 num">
            {[
              skill.level === null ? '' : (t.profile.skillLevels[String(skill.level) as '1'] ?? ''),
              ...practice(skill),
              skill.verified ? t.profile.verified.toLowerCase() : '',
            ]
              .filter(Boolean)
              .join(', ')}
          </span>
        ),
      }))}
    />
  )
}

export function Languages(props: ProfileProps) {
  const { t, language } = useWords()
  const { record } = props
  return (
    <ListSection
      {...props}
      list="languages"
      title={t.profile.languages}
      none={t.profile.noLanguages}
      addLabel={t.profile.language}
      specs={[
        { name: 'name', label: t.profile.language, kind: 'text' },
        { name: 'level', label: t.profile.level, kind: 'select', options: [{ value: '', label: t.profile.unsaid }, ...languageLevels.map((level) => ({ value: level, label: levelWords(level, language) }))] }, // prettier-ignore
      ]}
      // A name typed over another one no longer has the other's code.
      ready={(values) => {
        const same = Object.values(record.fields.languages).some(({ name }) => name === values['name'])
        return same ? values : { ...values, code: '' }
      }}
      rows={inOrder(record.fields.languages).map(([id, spoken]) => ({
        key: id,
        label: (
          <span className="text-ink">
            <Told record={record} path={`languages/${id}/name`} quiet>
              {languageName(spoken, language)}
            </Told>
          </span>
        ),
        value:
          spoken.level === '' ? (
            <span className="t-3">{t.profile.unsaid}</span>
          ) : (
            <Told record={record} path={`languages/${id}/level`}>
              {levelWords(spoken.level, language)}
            </Told>
          ),
      }))}
    />
  )
}

export function Licences(props: ProfileProps) {
  const { t, language } = useWords()
  const { record } = props
  return (
    <ListSection
      {...props}
      list="licences"
      title={t.profile.licences}
      none={t.profile.noLicences}
      addLabel={t.profile.licence}
      specs={[
        { name: 'name', label: t.profile.licence, kind: 'text', wide: true },
        { name: 'kind', label: t.profile.licenceKind, kind: 'select', options: toOptions(['driving', 'caces', 'electrical', 'certificate'], t.profile.licenceKinds, t.profile.unsaid) }, // prettier-ignore
        { name: 'code', label: t.profile.licenceCode, kind: 'text' },
        { name: 'date', label: t.profile.licenceDate, kind: 'month' },
        { name: 'validUntil', label: t.profile.validUntil, kind: 'month' },
      ]}
      rows={inOrder(record.fields.licences).map(([id, licence]) => ({
        key: id,
        label: (
          <span className="text-ink">
            <Told record={record} path={`licences/${id}/name`} quiet>
              {licence.name ||
                [licence.kind === 'driving' ? t.profile.licenceKinds.driving : '', licence.code]
                  .filter(Boolean)
                  .join(' ')}
            </Told>
          </span>
        ),
        value: (
          <span className="t-3 num">
            {licence.validUntil !== ''
              ? t.profile.until(formatMonth(language, licence.validUntil))
              : licence.date === ''
                ? ''
                : formatMonth(language, licence.date)}
          </span>
        ),
      }))}
    />
  )
}

export function Tags({ record, editing, onEdit }: ProfileProps) {
  const { t } = useWords()
  const tags = Object.keys(record.fields.tags).sort()
  if (editing === 'tags') {
    return (
      <Section title={t.profile.tags}>
        <RecordForm
          name={t.profile.tags}
          specs={[{ name: 'tags', label: t.profile.tags, help: t.profile.onePerLine, kind: 'lines' }]}
          values={{ tags }}
          onSave={(values) => {
            const wanted = new Set((values['tags'] as string[]).map((tag) => tag.replaceAll('/', '-')))
            const changes: CandidateChange[] = [
              ...tags.flatMap((tag) => (wanted.has(tag) ? [] : [{ path: `tags/${tag}`, value: undefined }])),
              ...[...wanted].flatMap((tag) => (tags.includes(tag) ? [] : [{ path: `tags/${tag}`, value: true }])),
            ]
            if (changes.length === 0) return Promise.resolve(true)
            return act(
              changeCandidate(record.id, changes, 'candidate.tagged'),
              t.profile.saved(record.fields.fullName || t.nameless),
            )
          }}
          onClose={() => onEdit(null)}
        />
      </Section>
    )
  }
  return (
    <Section
      title={t.profile.tags}
      actions={<EditButton name={t.profile.editPart(t.profile.tags)} onClick={() => onEdit('tags')} />}
    >
      {tags.length === 0 ? (
        <p className="t-3">{t.profile.noTags}</p>
      ) : (
        <div className="row wrap g1">
          {tags.map((tag) => (
            <Link key={tag} className="chip line plain" href={`/candidats?etiquette=${encodeURIComponent(tag)}`}>
              {tag}
            </Link>
          ))}
        </div>
      )}
    </Section>
  )
}
