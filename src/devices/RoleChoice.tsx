import type { Role } from '../sync/face.ts'
import { useText } from '../ui/language.ts'
import { RadioGroup } from '../ui/RadioGroup.tsx'
import { rolesFor } from './roles.ts'
import { text } from './text.ts'

/** The roles that someone of the role `own` may give, each with what it may do. */
export function RoleChoice({
  label,
  own,
  value,
  onChange,
}: {
  label: string
  own: Role
  value: Role
  onChange: (role: Role) => void
}) {
  const t = useText(text)
  return (
    <RadioGroup
      label={label}
      hideLabel
      value={value}
      onChange={onChange}
      options={rolesFor(own).map((role) => ({
        value: role,
        label: (
          <>
            <b className="t-m">{t.roles[role]}</b>, {t.roleNotes[role]}
          </>
        ),
      }))}
    />
  )
}
