import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  buildBody,
  buildEntry,
  type EntryBody,
  fold,
  type Membership,
  memberOf,
  parseEntry,
  periodOf,
  signingKeyFor,
  signingKeyForNewer,
} from './membership.ts'
import { isOwner, mayRead, rightsOf, type Role, roles } from './roles.ts'

const key = (letter: string) => letter.repeat(84) + 'AAA'
const keys = { signing: key('B'), agreement: key('C') }
const id = (n: number) => n.toString(16).padStart(16, '0')
const hashOf = (n: number) => (n + 1).toString(16).padStart(64, '0')
const wrap = 'AAAA'

/** An honest entry, made for the chain as it stands. */
function entry(
  state: Membership | null,
  signer: number,
  change: Partial<EntryBody> & Pick<EntryBody, 'type'>,
): EntryBody {
  const body: EntryBody = {
    version: 1,
    number: state?.count ?? 0,
    previous: state?.head ?? '',
    signer: id(signer),
    ...change,
  }
  const member = state && body.device !== undefined ? memberOf(state, body.device) : null
  const readBefore = mayRead(member?.rights ?? 0)
  const readsNow = mayRead(body.rights ?? 0)
  const opens = ['genesis', 'epoch', 'revoke'].includes(body.type) || (body.type === 'role' && readBefore && !readsNow)
  if (opens) {
    const readers = Object.values(state?.members ?? {})
      .filter(({ rights, id: device }) => mayRead(rights) && device !== body.device)
      .map((reader) => reader.id)
    if (readsNow) readers.push(body.device!)
    const number = (state?.epochs.length ?? 0) + 1
    body.epoch = {
      number,
      wraps: Object.fromEntries(readers.map((reader) => [reader, wrap])),
      ...(number > 1 ? { before: wrap } : {}),
      spaceKey: key('D'),
      spacePrivate: wrap,
    }
  } else if (readsNow && !readBefore) body.wrap = wrap
  return body
}

const genesis = entry(null, 1, { type: 'genesis', device: id(1), keys, rights: rightsOf('owner') })
function follow(...changes: (readonly [number, Partial<EntryBody> & Pick<EntryBody, 'type'>])[]): Membership {
  let state = started()
  for (const [signer, change] of changes) {
    const next = fold(state, { body: entry(state, signer, change) }, hashOf(state.count))
    if (!next.ok) throw new Error(next.error.type)
    state = next.value
  }
  return state
}
const started = () => {
  const state = fold(null, { body: genesis }, hashOf(0))
  if (!state.ok) throw new Error(state.error.type)
  return state.value
}
const add = (device: number, role: Role) => ({ type: 'add', device: id(device), keys, rights: rightsOf(role) }) as const
const attempt = (state: Membership, signer: number, change: Partial<EntryBody> & Pick<EntryBody, 'type'>) => {
  const next = fold(state, { body: entry(state, signer, change) }, hashOf(state.count))
  return next.ok ? 'taken' : next.error.type
}

test('SPEC 7.1 the space is named by its beginning, and an entry is read back as it was written', () => {
  const state = follow([1, add(2, 'recruiter')])
  expect(state.space).toBe(hashOf(0).slice(0, 32))
  expect(state.count).toBe(2)
  const signature = new Uint8Array(64).fill(7)
  const parsed = parseEntry(buildEntry(buildBody(genesis), signature))
  expect(parsed.ok && parsed.value.body).toEqual(genesis)
  expect(parsed.ok && parsed.value.signature).toEqual(signature)
  expect(signingKeyFor(null, { body: genesis })).toBe(keys.signing)
  expect(signingKeyFor(state, { body: { ...genesis, signer: id(9) } })).toBeNull()
})

test('hostile bytes and hostile JSON are an answer, never an exception', () => {
  const signature = new Uint8Array(64)
  const broken = fc
    .tuple(fc.constantFrom(...Object.keys(genesis), 'last', 'wrap'), fc.jsonValue())
    .map(([field, value]) => JSON.stringify({ ...genesis, [field]: value }))
  const anything = fc.oneof(fc.json(), broken).map((text) => text.replaceAll(/[^ -~]/g, '?'))
  fc.assert(
    fc.property(anything, (text) => {
      const parsed = parseEntry(
        buildEntry(
          Uint8Array.from(text, (letter) => letter.charCodeAt(0)),
          signature,
        ),
      )
      if (!parsed.ok) expect(parsed.error.type).toMatch(/^(?:MalformedEntry|NewerEntry)$/)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      expect(parseEntry(noise).ok).toBe(false)
    }),
  )
})

test('SPEC 7.10 an entry of a later version, or of a type unknown, asks for an update instead of passing for a broken one', () => {
  const state = started()
  const honest = entry(state, 1, add(2, 'reader'))
  const told = (body: object) => {
    const parsed = parseEntry(buildEntry(buildBody(body as EntryBody), new Uint8Array(64)))
    if (parsed.ok) return 'understood'
    if (parsed.error.type !== 'NewerEntry') return parsed.error.type
    return signingKeyForNewer(state, parsed.error.newer) ?? 'nobody'
  }
  expect(told(honest)).toBe('understood')
  expect(told({ ...honest, version: 2 })).toBe(keys.signing)
  expect(told({ ...honest, type: 'team', members: [] })).toBe(keys.signing)
  // Who is no member, and what is not the next entry, makes nobody wait for an update.
  expect(told({ ...honest, version: 2, signer: id(9) })).toBe('nobody')
  expect(told({ ...honest, version: 2, number: 3 })).toBe('nobody')
  expect(told({ ...honest, version: 2, previous: hashOf(7) })).toBe('nobody')
  expect(told({ ...honest, type: '<b>' })).toBe('MalformedEntry')
  expect(told({ ...honest, version: 0 })).toBe('MalformedEntry')
})

test('SPEC 7.12 each device names itself, none another, none without end, and its right stays what it was', () => {
  const state = follow([1, add(2, 'fieldAgent')], [1, add(3, 'reader')], [1, { ...add(4, 'owner'), type: 'recovery' }])
  const named = (device: number) => ({ type: 'name', device: id(device), sealed: wrap, sealedIn: 1 }) as const
  for (const device of [1, 2, 3]) expect(attempt(state, device, named(device))).toBe('taken')
  expect(attempt(state, 1, named(2))).toBe('NotAllowed')
  expect(attempt(state, 2, named(1))).toBe('NotAllowed')
  expect(attempt(state, 4, named(4))).toBe('NotAllowed')
  expect(attempt(state, 9, named(9))).toBe('StrangerSigned')
  const often = follow([1, add(2, 'fieldAgent')], ...Array.from({ length: 50 }, () => [2, named(2)] as const))
  expect(attempt(often, 2, named(2))).toBe('NotAllowed')
  expect(often.members[id(2)]).toMatchObject({ rights: rightsOf('fieldAgent'), periods: [{ first: 1 }] })
})

test('SPEC 7.2 the other of two that raced is stale', () => {
  const state = follow([1, add(2, 'admin')])
  const mine = entry(state, 1, add(3, 'reader'))
  const theirs = fold(state, { body: entry(state, 2, add(4, 'reader')) }, hashOf(2))
  expect(theirs.ok && fold(theirs.value, { body: mine }, hashOf(3))).toEqual({
    ok: false,
    error: { type: 'StaleEntry', awaited: 3 },
  })
  expect(fold(state, { body: { ...mine, previous: hashOf(77) } }, hashOf(2)).ok).toBe(false)
})

test('W009 T006 SPEC 7.3 only those with the right change membership, no admin touches an owner, and nobody under an id that is taken', () => {
  const state = follow([1, add(2, 'admin')], [1, add(3, 'recruiter')], [1, add(4, 'owner')])
  expect(attempt(state, 9, add(5, 'reader'))).toBe('StrangerSigned')
  expect(attempt(state, 3, add(5, 'reader'))).toBe('NotAllowed')
  expect(attempt(state, 3, { type: 'epoch' })).toBe('NotAllowed')
  expect(attempt(state, 2, add(5, 'admin'))).toBe('NotAllowed')
  expect(attempt(state, 2, { type: 'revoke', device: id(4), last: 0 })).toBe('NotAllowed')
  expect(attempt(state, 2, { type: 'role', device: id(3), rights: rightsOf('owner'), last: 0 })).toBe('NotAllowed')
  expect(attempt(state, 2, { type: 'role', device: id(3), rights: rightsOf('reader'), last: 0 })).toBe('taken')
  expect(attempt(state, 1, add(3, 'reader'))).toBe('NotAllowed')
  expect(attempt(state, 2, { type: 'recovery', device: id(6), keys, rights: rightsOf('owner') })).toBe('NotAllowed')
  expect(attempt(state, 1, { type: 'recovery', device: id(6), keys, rights: rightsOf('owner') })).toBe('taken')
})

test('SPEC 7.4 the last owner stays, a recovery kit in a drawer does not count', () => {
  const state = follow(
    [1, add(2, 'owner')],
    [1, { type: 'recovery', device: id(3), keys, rights: rightsOf('owner') }],
    [2, { type: 'role', device: id(1), rights: rightsOf('recruiter'), last: 4 }],
  )
  expect(attempt(state, 3, { type: 'revoke', device: id(2), last: 0 })).toBe('LastOwner')
  expect(attempt(state, 2, { type: 'role', device: id(2), rights: rightsOf('admin'), last: 0 })).toBe('LastOwner')
  expect(attempt(state, 2, { type: 'revoke', device: id(2), last: 0 })).toBe('NotAllowed')
  expect(attempt(state, 2, { type: 'revoke', device: id(3), last: 0 })).toBe('taken')
})

test('SPEC 7.5 a batch counts under the right it was written under', () => {
  const state = follow(
    [1, add(2, 'recruiter')],
    [1, { type: 'role', device: id(2), rights: rightsOf('reader'), last: 5 }],
    [1, { type: 'role', device: id(2), rights: rightsOf('fieldAgent'), last: 5 }],
    [1, { type: 'revoke', device: id(2), last: 9 }],
  )
  const member = memberOf(state, id(2))!
  expect([1, 5, 6, 9, 10].map((dseq) => periodOf(member, dseq)?.rights ?? null)).toEqual([3, 3, 2, 2, null])
  expect(member.rights).toBe(0)
  expect(attempt(state, 2, add(3, 'reader'))).toBe('StrangerSigned')
  expect(
    attempt(follow([1, add(2, 'recruiter')], [1, { type: 'role', device: id(2), rights: 1, last: 5 }]), 1, {
      type: 'revoke',
      device: id(2),
      last: 4,
    }),
  ).toBe('MalformedEntry')
})

test('SPEC 7.6 who leaves gets no key of the epoch that begins, and without one nobody leaves', () => {
  const state = follow([1, add(2, 'recruiter')], [1, add(3, 'fieldAgent')])
  expect(Object.keys(memberOf(state, id(3))!.wraps)).toEqual([])
  const body = entry(state, 1, { type: 'revoke', device: id(2), last: 0 })
  const after = fold(state, { body }, hashOf(3))
  expect(after.ok && after.value.epochs).toHaveLength(2)
  expect(after.ok && Object.keys(memberOf(after.value, id(2))!.wraps)).toEqual(['1'])
  expect(after.ok && Object.keys(memberOf(after.value, id(1))!.wraps)).toEqual(['1', '2'])
  const refusal = (change: Partial<EntryBody>) => {
    const next = fold(state, { body: { ...body, ...change } }, hashOf(3))
    return next.ok ? 'taken' : next.error.type
  }
  expect(refusal({ epoch: undefined })).toBe('WrongEpoch')
  const epoch = body.epoch!
  expect(refusal({ epoch: { ...epoch, wraps: { ...epoch.wraps, [id(2)]: wrap } } })).toBe('WrongEpoch')
  expect(refusal({ epoch: { ...epoch, wraps: {} } })).toBe('WrongEpoch')
  expect(refusal({ epoch: { ...epoch, number: 3 } })).toBe('WrongEpoch')
})

test('whatever entries are tried, what is taken keeps an owner and gives keys to readers alone', () => {
  const tries = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 5 }),
      fc.integer({ min: 1, max: 5 }),
      fc.constantFrom('add', 'role', 'revoke', 'epoch', 'recovery'),
      fc.constantFrom(...roles),
      fc.nat({ max: 9 }),
    ),
    { maxLength: 25 },
  )
  fc.assert(
    fc.property(tries, (entries) => {
      let state = started()
      for (const [signer, device, type, role, last] of entries) {
        const body = entry(state, signer, {
          type: type as EntryBody['type'],
          ...(type === 'epoch' ? {} : { device: id(device) }),
          ...(type === 'add' || type === 'recovery' ? { keys } : {}),
          ...(type === 'epoch' || type === 'revoke' ? {} : { rights: rightsOf(role) }),
          ...(type === 'role' || type === 'revoke' ? { last } : {}),
        })
        const parsed = parseEntry(buildEntry(buildBody(body), new Uint8Array(64)))
        if (!parsed.ok) throw new Error(parsed.error.type)
        const next = fold(state, parsed.value, hashOf(state.count))
        if (!next.ok) continue
        state = next.value
        const members = Object.values(state.members)
        expect(members.some(({ rights, isRecovery }) => isOwner(rights) && !isRecovery)).toBe(true)
        for (const member of members) expect(state.epochs.length in member.wraps).toBe(mayRead(member.rights))
      }
    }),
  )
})
