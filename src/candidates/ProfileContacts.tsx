import { Lock } from 'lucide-react'
import { availabilityOf } from '../model/availability.ts'
import { type Candidate, contractKinds, salaryPeriods, situations, workModes } from '../model/candidate.ts'
import { Icon } from '../ui/Icon.tsx'
import { KeyValues } from '../ui/KeyValues.tsx'
import { Section } from '../ui/Section.tsx'
import { useIsPhone } from '../ui/useMediaQuery.ts'
import { useIsGuest } from './records.ts'
import { storedPhone } from './editCandidate.ts'
import { type FieldSpec, type FormValues, RecordForm } from './RecordForm.tsx'
import { Told } from './Told.tsx'
import { phoneWords, today, useWords } from './words.ts'
import { EditButton, type ProfileProps, toOptions, useSave } from './ProfileParts.tsx'

/** The name, headline and birth date: shown in the head of the page, edited here. */
export function Identity({ record, editing, onEdit }: ProfileProps) {
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

export function Contacts({ record, editing, onEdit }: ProfileProps) {
  const { t, place, country } = useWords()
  const isGuest = useIsGuest()
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
      {rows.length > 0 ? (
        <KeyValues rows={rows} />
      ) : (
        <p className="t-3">{isGuest ? t.profile.notShown : t.profile.noContacts}</p>
      )}
    </Section>
  )
}

/** CV text is hostile: a link that is neither a page, a mail nor a phone is shown, not followed. */
const safeLink = (href: string): boolean => /^(?:https?|mailto|tel):/i.test(href)

export function Wishes({ record, editing, onEdit }: ProfileProps) {
  const { t, availability, contract, count, salary, days } = useWords()
  const isGuest = useIsGuest()
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
            value: mobility.length > 0 ? <Told record={record} path={['mobilityKm', 'mobilityPlaces', 'vehicle']}><span className="num">{mobility.join(', ')}</span></Told> : unsaid, // prettier-ignore
          },
          ...(fields.workMode === ''
            ? []
            : [
                {
                  key: 'mode',
                  label: t.profile.workMode,
                  value: (
                    <Told record={record} path="workMode">
                      {t.profile.workModes[fields.workMode]}
                    </Told>
                  ),
                },
              ]),
          !isGuest && {
            key: 'salary',
            label: t.profile.salary,
            value: pay === '' ? unsaid : <Told record={record} path={['salaryMin', 'salaryMax']}><span className="num">{pay}</span></Told>, // prettier-ignore
          },
        ].filter((row) => row !== false)}
      />
    </Section>
  )
}
