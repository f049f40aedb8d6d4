import { expect, it } from 'vitest'
import { rolesFor } from './roles.ts'

it('W008 nobody gives a role above their own: admins name no owner and no admin, the others nobody', () => {
  expect(rolesFor('owner')).toContain('owner')
  expect(rolesFor('admin')).not.toContain('owner')
  expect(rolesFor('admin')).not.toContain('admin')
  for (const role of ['recruiter', 'guest', 'fieldAgent', 'reader'] as const) expect(rolesFor(role)).toEqual([])
})
