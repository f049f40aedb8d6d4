import { Plus } from 'lucide-react'
import { formatMonthRange, formatMonth } from '../kit/format.ts'
import { monthIndex } from '../kit/month.ts'
import { type Education, educationLevels, type Experience, inOrder } from '../model/candidate.ts'
import { careerOf, jobsLatestFirst } from '../model/career.ts'
import { Button } from '../ui/Button.tsx'
import { Section } from '../ui/Section.tsx'
import { CareerStrip } from './CareerStrip.tsx'
import { lastOrder } from './editCandidate.ts'
import { type FieldSpec, type FormValues, RecordForm } from './RecordForm.tsx'
import { newId, type StoredCandidate } from './records.ts'
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

export function CareerSection({ record, editing, onEdit }: ProfileProps) {
  const { t, duration } = useWords()
  const month = today().slice(0, 7)
  const { experiences } = record.fields
  const career = careerOf(record.fields, month)
  const titles = new Map([
    ...Object.entries(experiences).map(
      ([id, job]) => [id, [job.title, job.organisation].filter(Boolean).join(', ')] as const,
    ),
    ...Object.entries(record.fields.education).map(([id, { title }]) => [id, title] as const),
  ])
  const isNew = editing === 'experiences/new'
  const jobs = career.spans.filter(({ kind }) => kind === 'job')
  const hasOverlap = jobs.reduce((sum, { from, to }) => sum + to - from + 1, 0) > career.jobMonths
  return (
    <Section
      title={t.profile.career}
      aside={
        career.jobMonths > 0 ? (
          <span className="t-sm">
            {duration(career.jobMonths)}
            {hasOverlap && `, ${t.profile.overlapsOnce}`}
          </span>
        ) : undefined
      }
      actions={
        !isNew && (
          <Button variant="bare" icon={Plus} changes="candidate" onClick={() => onEdit('experiences/new')}>
            {t.profile.experience}
          </Button>
        )
      }
    >
      <CareerStrip career={career} titles={titles} asOf={monthIndex(month)!} />
      {isNew && <ExperienceForm record={record} id={null} onEdit={onEdit} />}
      {Object.keys(experiences).length === 0 && !isNew && <p className="t-3">{t.profile.noExperience}</p>}
      <ol>
        {jobsLatestFirst(experiences, month).map(([id, job]) =>
          editing === `experiences/${id}` ? (
            <li key={id} style={{ borderBlockEnd: '1px solid var(--vv-line)' }}>
              <ExperienceForm record={record} id={id} onEdit={onEdit} />
            </li>
          ) : (
            <ExperienceItem key={id} record={record} id={id} job={job} onEdit={onEdit} />
          ),
        )}
      </ol>
    </Section>
  )
}

function ExperienceItem({
  record,
  id,
  job,
  onEdit,
}: {
  record: StoredCandidate
  id: string
  job: Experience
  onEdit: (part: string) => void
}) {
  const { t, language } = useWords()
  const path = `experiences/${id}`
  const where = [job.organisation, job.place].filter(Boolean).join(', ')
  return (
    <CareerItem
      record={record}
      path={path}
      when={formatMonthRange(language, job.start, job.end) || t.profile.undated}
      title={job.title || t.profile.untitled}
      where={where}
      whereFrom={[`${path}/organisation`, `${path}/place`]}
      editName={t.profile.editPart(job.title || where)}
      level=""
      lines={job.lines}
      onEdit={onEdit}
    />
  )
}

interface CareerItemProps {
  record: StoredCandidate
  path: string
  when: string
  title: string
  where: string
  /** The fields that `where` was read from. */
  whereFrom: string | string[]
  editName: string
  /** A degree's level in words; '' shows none. */
  level: string
  lines: Experience['lines']
  onEdit: (part: string) => void
}

/** A job or a degree: when, what, where, then the lines of the CV. */
function CareerItem({ record, path, when, title, where, whereFrom, editName, level, lines, onEdit }: CareerItemProps) {
  return (
    <li className="xp">
      <div className="when">
        <Told record={record} path={[`${path}/start`, `${path}/end`]} quiet>
          {when}
        </Told>
      </div>
      <div className="stack" style={{ gap: '.25rem' }}>
        <div className="row top">
          <p className="grow">
            <b className="t-m">
              <Told record={record} path={`${path}/title`} quiet>
                {title}
              </Told>
            </b>{' '}
            <span className="t-2">
              <Told record={record} path={whereFrom} quiet>
                {where}
              </Told>
            </span>
          </p>
          <EditButton name={editName} onClick={() => onEdit(path)} />
        </div>
        {level !== '' && <p className="t-sm t-3">{level}</p>}
        <CvLines candidateId={record.id} lines={lines} />
      </div>
    </li>
  )
}

function ExperienceForm({ record, id, onEdit }: EntryProps) {
  const { t } = useWords()
  const { experiences } = record.fields
  const job = id === null ? undefined : experiences[id]
  const specs: FieldSpec[] = [
    { name: 'title', label: t.profile.jobTitle, kind: 'text', wide: true },
    { name: 'organisation', label: t.profile.organisation, kind: 'text' },
    { name: 'place', label: t.profile.jobPlace, kind: 'text' },
    { name: 'start', label: t.profile.start, kind: 'month' },
    { name: 'end', label: t.profile.end, kind: 'end' },
    { name: 'lines', label: t.profile.tasks, help: t.profile.onePerLine, kind: 'lines' },
  ]
  return (
    <EntryForm
      {...{ record, id, onEdit, specs }}
      list="experiences"
      name={t.profile.experience}
      values={{ ...job, lines: linesToText(job?.lines ?? []) }}
      toElement={(values) => ({
        ...values,
        lines: textToLines(values['lines'] as string[], job?.lines ?? []),
        order: job?.order ?? lastOrder(experiences),
      })}
    />
  )
}

export function EducationSection({ record, editing, onEdit }: ProfileProps) {
  const { t } = useWords()
  const { education } = record.fields
  const isNew = editing === 'education/new'
  return (
    <Section
      title={t.profile.education}
      actions={
        !isNew && (
          <Button variant="bare" icon={Plus} changes="candidate" onClick={() => onEdit('education/new')}>
            {t.profile.degree}
          </Button>
        )
      }
    >
      {isNew && <EducationForm record={record} id={null} onEdit={onEdit} />}
      {Object.keys(education).length === 0 && !isNew && <p className="t-3">{t.profile.noEducation}</p>}
      <ol>
        {inOrder(education).map(([id, degree]) =>
          editing === `education/${id}` ? (
            <li key={id} style={{ borderBlockEnd: '1px solid var(--vv-line)' }}>
              <EducationForm record={record} id={id} onEdit={onEdit} />
            </li>
          ) : (
            <EducationItem key={id} record={record} id={id} degree={degree} onEdit={onEdit} />
          ),
        )}
      </ol>
    </Section>
  )
}

function EducationItem({
  record,
  id,
  degree,
  onEdit,
}: {
  record: StoredCandidate
  id: string
  degree: Education
  onEdit: (part: string) => void
}) {
  const { t, language } = useWords()
  const path = `education/${id}`
  // A diploma is dated by the day it was got; the years before matter less than that it is there.
  const when =
    degree.start !== '' && degree.end !== '' && degree.start !== degree.end
      ? formatMonthRange(language, degree.start, degree.end)
      : formatMonth(language, degree.end || degree.start || '')
  const where = [degree.school, degree.place].filter(Boolean).join(', ')
  return (
    <CareerItem
      record={record}
      path={path}
      when={degree.end || degree.start ? when : t.profile.undated}
      title={degree.title || t.profile.untitled}
      where={where}
      whereFrom={`${path}/school`}
      editName={t.profile.editPart(degree.title || where)}
      level={degree.level === '' ? '' : t.profile.levels[degree.level]}
      lines={degree.lines}
      onEdit={onEdit}
    />
  )
}

function EducationForm({ record, id, onEdit }: EntryProps) {
  const { t } = useWords()
  const { education } = record.fields
  const degree = id === null ? undefined : education[id]
  const specs: FieldSpec[] = [
    { name: 'title', label: t.profile.degreeTitle, kind: 'text', wide: true },
    { name: 'school', label: t.profile.school, kind: 'text' },
    { name: 'place', label: t.profile.jobPlace, kind: 'text' },
    {
      name: 'level',
      label: t.profile.level,
      kind: 'select',
      options: toOptions(educationLevels, t.profile.levels, t.profile.unsaid),
    },
    { name: 'start', label: t.profile.start, kind: 'month' },
    { name: 'end', label: t.profile.end, kind: 'month' },
  ]
  return (
    <EntryForm
      {...{ record, id, onEdit, specs }}
      list="education"
      name={t.profile.degree}
      values={{ ...degree }}
      toElement={(values) => ({ lines: [], ...degree, ...values, order: degree?.order ?? lastOrder(education) })}
    />
  )
}

interface EntryProps {
  record: StoredCandidate
  /** null for a new one. */
  id: string | null
  onEdit: (part: null) => void
}

/** The form of a job or a degree: written as a whole, or taken away. */
function EntryForm({
  record,
  id,
  onEdit,
  list,
  name,
  specs,
  values,
  toElement,
}: EntryProps & {
  list: 'experiences' | 'education'
  name: string
  specs: readonly FieldSpec[]
  values: FormValues
  toElement: (values: FormValues) => Record<string, unknown>
}) {
  const save = useSave(record)
  const remove = (own: string) => {
    onEdit(null)
    void save.removeElement(list, own)
  }
  return (
    <RecordForm
      name={name}
      specs={specs}
      values={values}
      onSave={(written) => save.element(list, id ?? newId(), toElement(written))}
      onClose={() => onEdit(null)}
      {...(id === null ? {} : { onRemove: () => remove(id) })}
    />
  )
}
