import { expect, test } from 'vitest'
import { isOwner, mayChange, mayManage, mayPush, mayRead, mayWrite, rightsOf, roles } from './roles.ts'

test('SPEC 7.3 what each role may', () => {
  const told = Object.fromEntries(
    roles.map((role) => {
      const bits = rightsOf(role)
      return [role, [mayRead(bits), mayPush(bits), mayManage(bits), isOwner(bits)].map(Number).join('')]
    }),
  )
  expect(told).toEqual({
    owner: '1111',
    admin: '1110',
    recruiter: '1100',
    guest: '1100',
    fieldAgent: '0100',
    reader: '1000',
  })
})

test('SPEC 7.3 owners change all, admins all but owners and admins, others nobody', () => {
  for (const actor of roles)
    for (const current of [null, ...roles])
      for (const next of [null, ...roles]) {
        const high = [current, next].some((role) => role === 'owner' || role === 'admin')
        expect(
          mayChange(rightsOf(actor), current && rightsOf(current), next ? rightsOf(next) : 0),
          `${actor}: ${current} to ${next}`,
        ).toBe(actor === 'owner' || (actor === 'admin' && !high))
      }
})

test('SPEC 7.9 a guest answers on applications, a field agent brings people in, a reader writes nothing', () => {
  expect(mayWrite('recruiter', { type: 'erase', kind: 'candidate' })).toBe(true)
  expect(mayWrite('guest', { type: 'set', kind: 'application' })).toBe(true)
  expect(mayWrite('guest', { type: 'set', kind: 'candidate' })).toBe(false)
  expect(mayWrite('guest', { type: 'erase', kind: 'application' })).toBe(false)
  expect(mayWrite('fieldAgent', { type: 'create', kind: 'candidate' })).toBe(true)
  expect(mayWrite('fieldAgent', { type: 'create', kind: 'offer' })).toBe(false)
  expect(mayWrite('reader', { type: 'create', kind: 'interaction' })).toBe(false)
})
