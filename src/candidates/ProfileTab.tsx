import { Columns } from '../ui/Columns.tsx'
import { useIsPhone, useMediaQuery } from '../ui/useMediaQuery.ts'
import { useIsGuest } from './records.ts'
import { useWords } from './words.ts'
import { CareerSection, EducationSection } from './ProfileCareer.tsx'
import { Contacts, Identity, Wishes } from './ProfileContacts.tsx'
import { CvText, Languages, Licences, Skills, Tags } from './ProfileLists.tsx'
import { type ProfileProps } from './ProfileParts.tsx'

/** Everything known of a person, by section, each edited in its place. */
export function ProfileTab(props: ProfileProps) {
  const { t } = useWords()
  const isPhone = useIsPhone()
  const isGuest = useIsGuest()
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
      {!isGuest && <Tags {...props} />}
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
      <div tabIndex={0} role="region" aria-label={t.profile.tabs.profile}>
        {main}
      </div>
      <aside aria-label={t.profile.aside} tabIndex={-1}>
        {side}
      </aside>
    </Columns>
  )
}
