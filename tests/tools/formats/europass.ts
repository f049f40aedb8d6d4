import type { Person } from '../corpus/person.ts'

const escape = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const html = (lines: readonly string[]) =>
  escape(`<ul>${lines.map((line) => `<li>${escape(line)}</li>`).join('')}</ul>`)
const names = (person: Person) => {
  const [first = '', ...rest] = person.name.split(' ')
  return { first, last: rest.join(' ') }
}
const split = (date: string) => {
  const [year = '', month = ''] = date.split('-')
  return { year, month }
}

/** The Europass XML of the 2010s (SkillsPassport, schema 3.x). */
export function skillsPassportXml(person: Person): string {
  const { first, last } = names(person)
  const when = (name: string, date: string) => {
    const { year, month } = split(date)
    return `<${name} year="${year}"${month ? ` month="--${month}"` : ''}/>`
  }
  const period = (start: string, end: string) =>
    `<Period>${start ? when('From', start) : ''}${end === 'present' ? '<Current>true</Current>' : `${when('To', end)}<Current>false</Current>`}</Period>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" locale="${person.language}">
<DocumentInfo><DocumentType>ECV</DocumentType><XSDVersion>V3.3</XSDVersion></DocumentInfo>
<LearnerInfo>
<Identification>
<PersonName><FirstName>${escape(first)}</FirstName><Surname>${escape(last)}</Surname></PersonName>
<ContactInfo>
<Address><Contact><AddressLine>${escape(person.street ?? '')}</AddressLine><PostalCode>${person.postalCode ?? ''}</PostalCode><Municipality>${escape(person.city)}</Municipality><Country><Code>${person.country}</Code><Label>France</Label></Country></Contact></Address>
<Email><Contact>${person.email ?? ''}</Contact></Email>
<TelephoneList><Telephone><Contact>${person.phone ?? ''}</Contact><Use><Code>mobile</Code></Use></Telephone></TelephoneList>
</ContactInfo>
<Demographics><Birthdate year="1988" month="--04" day="---17"/></Demographics>
</Identification>
<Headline><Type><Code>preferred_job</Code></Type><Description><Label>${escape(person.headline)}</Label></Description></Headline>
<WorkExperienceList>${person.jobs
    .map(
      (job) =>
        `<WorkExperience>${period(job.start, job.end)}<Position><Label>${escape(job.title)}</Label></Position><Activities>${html(job.lines)}</Activities><Employer><Name>${escape(job.organisation)}</Name><ContactInfo><Address><Contact><Municipality>${escape(person.city)}</Municipality></Contact></Address></ContactInfo></Employer></WorkExperience>`,
    )
    .join('')}</WorkExperienceList>
<EducationList>${person.degrees
    .map(
      (degree) =>
        `<Education>${period(degree.start ?? '', degree.end)}<Title>${escape(degree.title)}</Title><Organisation><Name>${escape(degree.school)}</Name></Organisation></Education>`,
    )
    .join('')}</EducationList>
<Skills>
<Linguistic><MotherTongueList><MotherTongue><Description><Code>fr</Code><Label>français</Label></Description></MotherTongue></MotherTongueList>
<ForeignLanguageList><ForeignLanguage><Description><Code>en</Code><Label>anglais</Label></Description><ProficiencyLevel><Listening>C1</Listening><Reading>B2</Reading><SpokenInteraction>B2</SpokenInteraction><SpokenProduction>B2</SpokenProduction><Writing>B1</Writing></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic>
<JobRelated><Description>${html(person.skills.flatMap((group) => group.items))}</Description></JobRelated>
<Driving><Description><Licence>B</Licence></Description></Driving>
</Skills>
</LearnerInfo>
</SkillsPassport>
`
}

/** The Europass XML of today's platform (Candidate), as it is attached to the PDFs it makes. */
export function candidateXml(person: Person): string {
  const { first, last } = names(person)
  const date = (name: string, value: string) =>
    `<eures:${name}><hr:FormattedDateTime>${value}</hr:FormattedDateTime></eures:${name}>`
  const period = (start: string, end: string) =>
    `<eures:EmploymentPeriod>${date('StartDate', start)}${end === 'present' ? '' : date('EndDate', end)}<hr:CurrentIndicator>${end === 'present'}</hr:CurrentIndicator></eures:EmploymentPeriod>`
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<Candidate xmlns="http://www.europass.eu/1.0" xmlns:oa="http://www.openapplications.org/oagis/9" xmlns:eures="http://www.europass_eures.eu/1.0" xmlns:hr="http://www.hr-xml.org/3">
<hr:DocumentID schemeName="DocumentIdentifier" schemeAgencyName="EUROPASS" schemeVersionID="4.0"/>
<CandidatePerson>
<PersonName><oa:GivenName>${escape(first)}</oa:GivenName><hr:FamilyName>${escape(last)}</hr:FamilyName></PersonName>
<Communication><ChannelCode>Email</ChannelCode><oa:URI>${person.email ?? ''}</oa:URI></Communication>
<Communication><ChannelCode>Telephone</ChannelCode><UseCode>mobile</UseCode><CountryDialing>33</CountryDialing><oa:DialNumber>${(person.phone ?? '').replaceAll(/\D/g, '').replace(/^0/, '')}</oa:DialNumber></Communication>
<Communication><UseCode>home</UseCode><Address type="home"><oa:AddressLine>${escape(person.street ?? '')}</oa:AddressLine><oa:CityName>${escape(person.city)}</oa:CityName><CountryCode>fr</CountryCode><oa:PostalCode>${person.postalCode ?? ''}</oa:PostalCode></Address></Communication>
<NationalityCode>fr</NationalityCode>
<hr:BirthDate>1988-04-17</hr:BirthDate>
<PrimaryLanguageCode name="NORMAL">fra</PrimaryLanguageCode>
</CandidatePerson>
<CandidateProfile languageCode="${person.language}">
<EmploymentHistory>${person.jobs
    .map(
      (job) =>
        `<EmployerHistory><hr:OrganizationName>${escape(job.organisation)}</hr:OrganizationName><OrganizationContact><Communication><Address><oa:CityName>${escape(person.city)}</oa:CityName></Address></Communication></OrganizationContact><PositionHistory><PositionTitle typeCode="FREETEXT">${escape(job.title)}</PositionTitle>${period(job.start, job.end)}<oa:Description>${html(job.lines)}</oa:Description></PositionHistory></EmployerHistory>`,
    )
    .join('')}</EmploymentHistory>
<EducationHistory>${person.degrees
    .map(
      (degree) =>
        `<EducationOrganizationAttendance><hr:OrganizationName>${escape(degree.school)}</hr:OrganizationName><AttendancePeriod>${degree.start ? date('StartDate', degree.start).replaceAll('eures:', '') : ''}${date('EndDate', degree.end).replaceAll('eures:', '')}<Ongoing>false</Ongoing></AttendancePeriod><EducationDegree><hr:DegreeName>${escape(degree.title)}</hr:DegreeName></EducationDegree></EducationOrganizationAttendance>`,
    )
    .join('')}</EducationHistory>
<PersonQualifications>
<PersonCompetency><CompetencyID>eng</CompetencyID><hr:TaxonomyID>language</hr:TaxonomyID>${[
    'Listening',
    'Reading',
    'SpokenInteraction',
  ]
    .map(
      (kind) =>
        `<eures:CompetencyDimension><hr:CompetencyDimensionTypeCode>CEF-Understanding-${kind}</hr:CompetencyDimensionTypeCode><eures:Score><hr:ScoreText>B2</hr:ScoreText></eures:Score></eures:CompetencyDimension>`,
    )
    .join('')}</PersonCompetency>
${person.skills
  .flatMap((group) => group.items)
  .map(
    (skill) =>
      `<PersonCompetency><hr:TaxonomyID>Digital_Skill</hr:TaxonomyID><hr:CompetencyName>${escape(skill)}</hr:CompetencyName></PersonCompetency>`,
  )
  .join('')}
</PersonQualifications>
<Licenses><License><hr:LicenseTypeCode>B</hr:LicenseTypeCode></License></Licenses>
</CandidateProfile>
</Candidate>
`
}
