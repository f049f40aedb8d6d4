import { Lock, PencilLine, Plus } from 'lucide-react'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatMonthRange, formatMonth } from '../kit/format.ts'
import { monthIndex } from '../kit/month.ts'
import { availabilityOf } from '../model/availability.ts'
import {
  type Candidate,
  contractKinds,
  type Education,
  educationLevels,
  type Experience,
  inOrder,
  languageLevels,
  salaryPeriods,
  situations,
  type TextLine,
  workModes,
} from '../model/candidate.ts'
import { careerOf, jobsLatestFirst } from '../model/career.ts'
import { Button } from '../ui/Button.tsx'
import { Columns } from '../ui/Columns.tsx'
import { Icon } from '../ui/Icon.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Section.tsx'
import { useIsPhone, useMediaQuery } from '../ui/useMediaQuery.ts'
import { act } from './act.ts'
import { CareerStrip } from './CareerStrip.tsx'
import { documentAddress } from './documentAddress.ts'
import { type ElementList, elementChange, fieldChanges, lastOrder, storedPhone } from './editCandidate.ts'
import { languageName, levelWords } from './languageWords.ts'
import { type FieldSpec, type FormValues, ListForm, RecordForm } from './RecordForm.tsx'
import { bySomeone, type CandidateChange, changeCandidate, newId, type StoredCandidate } from './records.ts'
import { Told } from './Told.tsx'
import { phoneWords, today, useWords } from './words.ts'

type ProfileProps = {
  record: StoredCandidate
  /** What is being edited: `contacts`, `experiences/ID`, `experiences/new`…; null when nothing is. */
  editing: string | null
  onEdit: (part: string | null) => void
  /** The offers that suit, on phones: they stand among the sections. */
  suits?: ReactNode
}

/** Everything known of a person, by section, each edited in its place. */
export function ProfileTab(props: ProfileProps) {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const hasTwoColumns = useMediaQuery('(width > 75rem)')
  const main = (
    <>
      <Identity {...props} />
      {!hasTwoColumns && <Contacts {...props} />}
      <CareerSection {...props} />
      <EducationSection {...props} />
      <CvText {...props} />
    </>
  )
  const side = (
    <>
      {hasTwoColumns && <Contacts {...props} />}
      <Wishes {...props} />
      <Skills {...props} />
      <Languages {...props} />
      <Licences {...props} />
      <Tags {...props} />
    </>
  )
  if (isPhone) {
    return (
      <>
        {props.suits}
        {main}
        {side}
      </>
    )
  }
  if (!hasTwoColumns) {
    return (
      <div className="scroll grow profile-stack" tabIndex={0} role="region" aria-label={t.profile.tabs.profile}>
        <div>{main}</div>
        <div>{side}</div>
      </div>
    )
  }
  return (
    <Columns widths="minmax(0,1fr) 23rem">
      <div tabIndex={0} role="region" aria-label={t.profile.career}>
        {main}
      </div>
      <aside aria-label={t.profile.aside} tabIndex={-1}>
        {side}
      </aside>
    </Columns>
  )
}

/** Saves, says so with a way back; true when it was written. */
function useSave(record: StoredCandidate) {
  const { t } = useWords()
  const name = record.fields.fullName || t.nameless
  return {
    fields: (patch: Partial<Candidate>): Promise<boolean> => {
      const changes = fieldChanges(record, patch, bySomeone())
      return changes.length === 0
        ? Promise.resolve(true)
        : act(changeCandidate(record.id, changes), t.profile.saved(name))
    },
    element: (list: ElementList, id: string, value: Record<string, unknown>): Promise<boolean> => {
      const change = elementChange(record, list, id, value, bySomeone())
      return change === null ? Promise.resolve(true) : act(changeCandidate(record.id, [change]), t.profile.saved(name))
    },
    list: (list: ElementList, elements: readonly [string, FormValues][]): Promise<boolean> => {
      const before = record.fields[list] as Record<string, { order: number }>
      const kept = new Set(elements.map(([id]) => id))
      const next = lastOrder(before)
      const changes: CandidateChange[] = [
        ...Object.keys(before).flatMap((id) => (kept.has(id) ? [] : [{ path: `${list}/${id}`, value: undefined }])),
        ...elements.flatMap(([id, values], index) => {
          const order = before[id]?.order ?? next + index
          return elementChange(record, list, id, { ...values, order }, bySomeone()) ?? []
        }),
      ]
      return changes.length === 0
        ? Promise.resolve(true)
        : act(changeCandidate(record.id, changes), t.profile.saved(name))
    },
    removeElement: (list: ElementList, id: string): Promise<boolean> =>
      act(changeCandidate(record.id, [{ path: `${list}/${id}`, value: undefined }]), t.profile.removed),
  }
}

function EditButton({ name, onClick }: { name: string; onClick: () => void }) {
  return <IconButton icon={PencilLine} name={name} onClick={onClick} className="act" />
}

const toOptions = <T extends string>(values: readonly T[], words: Record<T, string>, none?: string) => [
  ...(none === undefined ? [] : [{ value: '', label: none }]),
  ...values.map((value) => ({ value, label: words[value] })),
]

/** The name, headline and birth date: shown in the head of the page, edited here. */
function Identity({ record, editing, onEdit }: ProfileProps) {
  const { t } = useWords()
  const save = useSave(record)
  if (editing !== 'identity') return null
  const specs: FieldSpec[] = [
    { name: 'fullName', label: t.profile.fullName, kind: 'text', wide: true },
    { name: 'headline', label: t.profile.headline, kind: 'text', wide: true },
    { name: 'birthDate', label: t.profile.birthDate, help: t.profile.birthDateHelp, kind: 'date' },
  ]
  return (
    <Section title={t.profile.identity}>
      <RecordForm
        name={t.profile.identity}
        specs={specs}
        values={record.fields}
        onSave={(values) => save.fields(values as Partial<Candidate>)}
        onClose={() => onEdit(null)}
      />
    </Section>
  )
}

function Contacts({ record, editing, onEdit }: ProfileProps) {
  const { t, place, country } = useWords()
  const isPhone = useIsPhone()
  const save = useSave(record)
  const { fields } = record
  const isEdited = editing === 'contacts'
  const sealed = (
    <span className="t-sm t-3 nowrap">
      <Icon as={Lock} size="s" /> {isPhone ? t.profile.sealedShort : t.profile.sealed}
    </span>
  )
  const actions = (
    <>
      {sealed}
      {!isEdited && <EditButton name={t.profile.editPart(t.profile.contacts)} onClick={() => onEdit('contacts')} />}
    </>
  )
  if (isEdited) {
    const specs: FieldSpec[] = [
      { name: 'phone', label: t.profile.phone, kind: 'tel' },
      { name: 'email', label: t.profile.email, kind: 'email' },
      { name: 'address', label: t.profile.address, kind: 'text', wide: true },
      { name: 'postalCode', label: t.profile.postalCode, kind: 'text' },
      { name: 'city', label: t.profile.city, kind: 'text' },
      { name: 'country', label: t.profile.country, help: t.profile.countryHelp, kind: 'text' },
      { name: 'links', label: t.profile.links, help: t.profile.linksHelp, kind: 'lines' },
    ]
    const onSave = (values: FormValues) => {
      const land = String(values['country']).toUpperCase()
      return save.fields({
        ...values,
        country: land,
        phone: storedPhone(String(values['phone']), land),
      } as Partial<Candidate>)
    }
    return (
      <Section title={t.profile.contacts} actions={sealed}>
        <RecordForm
          name={t.profile.contacts}
          specs={specs}
          values={{ ...fields, phone: phoneWords(fields.phone) }}
          onSave={onSave}
          onClose={() => onEdit(null)}
        />
      </Section>
    )
  }
  const others = fields.links.map((link) => ({ link, href: /^[a-z]+:/i.test(link) ? link : `https://${link}` }))
  const rows = [
    fields.phone !== '' && {
      key: 'phone',
      label: t.profile.phone,
      value: (
        <Told record={record} path="phone">
          <a className="plain num" href={`tel:${fields.phone}`}>
            {phoneWords(fields.phone)}
          </a>
        </Told>
      ),
    },
    fields.email !== '' && {
      key: 'email',
      label: t.profile.email,
      value: (
        <Told record={record} path="email">
          <a className="plain anywhere" href={`mailto:${fields.email}`}>
            {fields.email}
          </a>
        </Told>
      ),
    },
    (fields.address !== '' || fields.city !== '' || fields.country !== '') && {
      key: 'address',
      label: fields.address === '' ? t.profile.city : t.profile.address,
      value: (
        <Told record={record} path={['address', 'city', 'postalCode']}>
          {[fields.address, place(fields) || (fields.country && country(fields.country))].filter(Boolean).join(', ')}
        </Told>
      ),
    },
    ...others.map(({ link, href }) => ({
      key: link,
      label: link.startsWith('mailto:')
        ? t.profile.otherEmail
        : link.startsWith('tel:')
          ? t.profile.otherPhone
          : t.profile.page,
      value: safeLink(href) ? (
        <a className="anywhere" href={href} rel="noreferrer noopener" target="_blank">
          {link.replace(/^(?:mailto:|tel:|https?:\/\/(?:www\.)?)/, '')}
        </a>
      ) : (
        <span className="anywhere">{link}</span>
      ),
    })),
  ].filter((row) => row !== false)
  return (
    <Section title={t.profile.contacts} actions={actions}>
      {rows.length > 0 ? <KeyValues rows={rows} /> : <p className="t-3">{t.profile.noContacts}</p>}
    </Section>
  )
}

/** CV text is hostile: a link that is neither a page, a mail nor a phone is shown, not followed. */
const safeLink = (href: string): boolean => /^(?:https?|mailto|tel):/i.test(href)

function Wishes({ record, editing, onEdit }: ProfileProps) {
  const { t, availability, contract, count, salary, days } = useWords()
  const save = useSave(record)
  const { fields } = record
  if (editing === 'wishes') {
    const specs: FieldSpec[] = [
      {
        name: 'situation',
        label: t.profile.situation,
        kind: 'select',
        options: toOptions(situations, t.profile.situations, t.profile.unsaid),
      },
      { name: 'availableFrom', label: t.profile.availableFrom, kind: 'date' },
      { name: 'noticeDays', label: t.profile.noticeDays, kind: 'number' },
      { name: 'contracts', label: t.profile.contracts, kind: 'checks', options: toOptions(contractKinds, t.contracts) },
      {
        name: 'workMode',
        label: t.profile.workMode,
        kind: 'select',
        options: toOptions(workModes, t.profile.workModes, t.profile.unsaid),
      },
      { name: 'mobilityKm', label: t.profile.mobilityKm, kind: 'number' },
      { name: 'mobilityPlaces', label: t.profile.mobilityPlaces, help: t.profile.onePerLine, kind: 'lines' },
      { name: 'vehicle', label: t.profile.vehicle, kind: 'select', options: [{ value: '', label: t.profile.unsaid }, { value: 'true', label: t.profile.yes }, { value: 'false', label: t.profile.no }] }, // prettier-ignore
      { name: 'salaryMin', label: t.profile.salaryMin, kind: 'number' },
      { name: 'salaryMax', label: t.profile.salaryMax, kind: 'number' },
      { name: 'salaryCurrency', label: t.profile.salaryCurrency, help: t.profile.currencyHelp, kind: 'text' },
      {
        name: 'salaryPeriod',
        label: t.profile.salaryPeriod,
        kind: 'select',
        options: toOptions(salaryPeriods, t.periods, t.profile.unsaid),
      },
    ]
    const onSave = (values: FormValues) =>
      save.fields({
        ...values,
        vehicle: values['vehicle'] === '' ? null : values['vehicle'] === 'true',
        salaryCurrency: String(values['salaryCurrency']).toUpperCase(),
      } as Partial<Candidate>)
    return (
      <Section title={t.profile.wishes}>
        <RecordForm
          name={t.profile.wishes}
          specs={specs}
          values={{ ...fields, vehicle: fields.vehicle === null ? '' : String(fields.vehicle) }}
          onSave={onSave}
          onClose={() => onEdit(null)}
        />
      </Section>
    )
  }
  const start = availabilityOf(fields, record.about, today())
  const mobility = [
    fields.mobilityKm === null ? '' : `${count(fields.mobilityKm)}\u00A0km`,
    ...fields.mobilityPlaces,
    fields.vehicle === null ? '' : fields.vehicle ? t.profile.withVehicle : t.profile.withoutVehicle,
  ].filter(Boolean)
  const pay = salary(fields)
  const unsaid = <span className="t-3">{t.profile.unsaid}</span>
  const startWords = start.kind === 'notice' && !start.assumed ? days(start.days) : availability(start)
  return (
    <Section
      title={t.profile.wishes}
      actions={<EditButton name={t.profile.editPart(t.profile.wishes)} onClick={() => onEdit('wishes')} />}
    >
      <KeyValues
        rows={[
          {
            key: 'contracts',
            label: t.profile.contracts,
            value: fields.contracts.length > 0 ? <Told record={record} path="contracts">{fields.contracts.map(contract).join(', ')}</Told> : unsaid, // prettier-ignore
          },
          {
            key: 'availability',
            label: start.kind === 'notice' ? t.profile.noticeShort : t.profile.available,
            value: start.kind === 'unknown' ? unsaid : (
              <Told record={record} path={start.kind === 'notice' ? 'noticeDays' : 'availableFrom'}>{startWords}</Told>
            ), // prettier-ignore
          },
          {
            key: 'mobility',
            label: t.profile.mobility,
            value: mobility.length > 0 ? <Told record={record} path={['mobilityKm', 'vehicle']}><span className="num">{mobility.join(', ')}</span></Told> : unsaid, // prettier-ignore
          },
          ...(fields.workMode === ''
            ? []
            : [{ key: 'mode', label: t.profile.workMode, value: t.profile.workModes[fields.workMode] }]),
          {
            key: 'salary',
            label: t.profile.salary,
            value: pay === '' ? unsaid : <Told record={record} path={['salaryMin', 'salaryMax']}><span className="num">{pay}</span></Told>, // prettier-ignore
          },
        ]}
      />
    </Section>
  )
}

function CareerSection({ record, editing, onEdit }: ProfileProps) {
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
          <Button variant="bare" icon={Plus} onClick={() => onEdit('experiences/new')}>
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
    <li className="xp">
      <div className="when">
        <Told record={record} path={[`${path}/start`, `${path}/end`]} quiet>
          {formatMonthRange(language, job.start, job.end) || t.profile.undated}
        </Told>
      </div>
      <div className="stack" style={{ gap: '.25rem' }}>
        <div className="row top">
          <p className="grow">
            <b className="t-m">
              <Told record={record} path={`${path}/title`} quiet>
                {job.title || t.profile.untitled}
              </Told>
            </b>{' '}
            <span className="t-2">
              <Told record={record} path={[`${path}/organisation`, `${path}/place`]} quiet>
                {where}
              </Told>
            </span>
          </p>
          <EditButton name={t.profile.editPart(job.title || where)} onClick={() => onEdit(path)} />
        </div>
        <CvLines candidateId={record.id} lines={job.lines} />
      </div>
    </li>
  )
}

const linesShown = 5

function CvLines({ candidateId, lines }: { candidateId: string; lines: readonly TextLine[] }) {
  const { t, count } = useWords()
  const written = lines.filter(({ text }) => text.trim() !== '')
  if (written.length === 0) return null
  const item = (line: TextLine, index: number) => <li key={index}>{line.text}</li>
  const source = written.find(({ documentId, boxes }) => documentId !== undefined && (boxes?.length ?? 0) > 0)
  return (
    <>
      <ul className="cv-lines t-2">{written.slice(0, linesShown).map(item)}</ul>
      {written.length > linesShown && (
        <details className="t-2">
          <summary className="t-sm t-3">{t.profile.moreLines(count(written.length - linesShown))}</summary>
          <ul className="cv-lines">{written.slice(linesShown).map(item)}</ul>
        </details>
      )}
      {source?.documentId !== undefined && (
        <span>
          <Link
            className="src"
            href={documentAddress(
              candidateId,
              source.documentId,
              written.flatMap(({ boxes }) => boxes ?? []),
            )}
          >
            {t.profile.inDocument(count(source.boxes?.[0]?.page ?? 1))}
          </Link>
        </span>
      )}
    </>
  )
}

const linesToText = (lines: readonly TextLine[]): string[] => lines.map(({ text }) => text)
/** Lines as edited; a line that did not change keeps where it stands in the document. */
const textToLines = (texts: readonly string[], before: readonly TextLine[]): TextLine[] =>
  texts.map((text) => before.find((line) => line.text === text) ?? { text })

function ExperienceForm({
  record,
  id,
  onEdit,
}: {
  record: StoredCandidate
  id: string | null
  onEdit: (part: null) => void
}) {
  const { t } = useWords()
  const save = useSave(record)
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
    <RecordForm
      name={t.profile.experience}
      specs={specs}
      values={{ ...job, lines: linesToText(job?.lines ?? []) }}
      onSave={(values) =>
        save.element('experiences', id ?? newId(), {
          ...values,
          lines: textToLines(values['lines'] as string[], job?.lines ?? []),
          order: job?.order ?? lastOrder(experiences),
        })
      }
      onClose={() => onEdit(null)}
      {...(id === null
        ? {}
        : {
            onRemove: () => {
              onEdit(null)
              void save.removeElement('experiences', id)
            },
          })}
    />
  )
}

function EducationSection({ record, editing, onEdit }: ProfileProps) {
  const { t } = useWords()
  const { education } = record.fields
  const isNew = editing === 'education/new'
  return (
    <Section
      title={t.profile.education}
      actions={
        !isNew && (
          <Button variant="bare" icon={Plus} onClick={() => onEdit('education/new')}>
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
    <li className="xp">
      <div className="when">
        <Told record={record} path={[`${path}/start`, `${path}/end`]} quiet>
          {degree.end || degree.start ? when : t.profile.undated}
        </Told>
      </div>
      <div className="stack" style={{ gap: '.25rem' }}>
        <div className="row top">
          <p className="grow">
            <b className="t-m">
              <Told record={record} path={`${path}/title`} quiet>
                {degree.title || t.profile.untitled}
              </Told>
            </b>{' '}
            <span className="t-2">
              <Told record={record} path={`${path}/school`} quiet>
                {where}
              </Told>
            </span>
          </p>
          <EditButton name={t.profile.editPart(degree.title || where)} onClick={() => onEdit(path)} />
        </div>
        {degree.level !== '' && <p className="t-sm t-3">{t.profile.levels[degree.level]}</p>}
        <CvLines candidateId={record.id} lines={degree.lines} />
      </div>
    </li>
  )
}

function EducationForm({
  record,
  id,
  onEdit,
}: {
  record: StoredCandidate
  id: string | null
  onEdit: (part: null) => void
}) {
  const { t } = useWords()
  const save = useSave(record)
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
    <RecordForm
      name={t.profile.degree}
      specs={specs}
      values={{ ...degree }}
      onSave={(values) =>
        save.element('education', id ?? newId(), {
          lines: [],
          ...degree,
          ...values,
          order: degree?.order ?? lastOrder(education),
        })
      }
      onClose={() => onEdit(null)}
      {...(id === null
        ? {}
        : {
            onRemove: () => {
              onEdit(null)
              void save.removeElement('education', id)
            },
          })}
    />
  )
}

/** What the CV says that no field took: it may prove something, so it is kept and shown. */
function CvText({ record, editing, onEdit }: ProfileProps) {
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

function Skills(props: ProfileProps) {
  const { t, count } = useWords()
  const { record } = props
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
              skill.years === null ? '' : t.profile.yearsOf(count(skill.years)),
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

function Languages(props: ProfileProps) {
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

function Licences(props: ProfileProps) {
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

function Tags({ record, editing, onEdit }: ProfileProps) {
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
