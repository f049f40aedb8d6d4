import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { apply, type Standing } from './apply.ts'
import { clockToStamp } from './clock.ts'
import type { Operation } from './operation.ts'
import { stateToOperations } from './stateToOperations.ts'

const someone = '0190a1b2-0000-7000-8000-00000000000a'
const setting = 'workspace.name'
const empty: Standing = { record: null, erased: null }

const stamp = (ms: number, author = 'a', counter = 0) => clockToStamp({ ms, counter, device: author.repeat(16) })
const operation = (partial: Partial<Operation> & Pick<Operation, 'type' | 'stamp'>): Operation => ({
  kind: 'candidate',
  id: someone,
  path: '',
  transaction: 't',
  at: Number.parseInt(partial.stamp.slice(0, 12), 16),
  by: 'Nora',
  action: 'candidate.edited',
  ...partial,
})
const set = (path: string, value: unknown, ms: number, author = 'a', about?: Record<string, unknown>) =>
  operation({ type: 'set', path, value, stamp: stamp(ms, author), ...(about ? { about } : {}) })
const all = (operations: readonly Operation[], from: Standing = empty): Standing =>
  operations.reduce<Standing>((standing, each) => {
    const { record, erased } = apply(standing, each)
    return { record, erased }
  }, from)
const fieldsAfter = (...operations: Operation[]) => all(operations).record?.fields

const anyStamp = fc
  .record({ ms: fc.integer({ min: 1, max: 9 }), author: fc.constantFrom('a', 'b') })
  .map(({ ms, author }) => stamp(ms, author))
const anyValue = fc.oneof(
  fc.constantFrom('x', 'y', 3, null, [1, 2]),
  fc.constantFrom({}, { a: 1 }, { a: 2, b: 'z' }, { b: null }),
)
const anyPath = fc.constantFrom('city', 'list', 'list/a', 'list/b', 'list/c', 'constructor', 'odd/toString')
const anyAbout = fc.constantFrom<Record<string, unknown> | undefined>(
  undefined,
  { city: { by: 'reader' }, list: { by: 'person' }, 'list/a': { by: 'assumed' }, 'list/a/title': { by: 'reader' } },
  { 'list/b/title': { by: 'person' }, city: { by: 'assumed' }, wanted: { by: 'reader' } },
)
const rest = { path: fc.constant(''), stamp: anyStamp, at: fc.integer({ min: 0, max: 12 }) }
const anyOperation: fc.Arbitrary<Partial<Operation> & Pick<Operation, 'type' | 'stamp'>> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      ...rest,
      type: fc.constant('set' as const),
      path: anyPath,
      value: anyValue,
      about: anyAbout,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ ...rest, type: fc.constant('remove' as const), path: anyPath, observed: anyStamp }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...rest,
      type: fc.constant('create' as const),
      value: fc.constantFrom({}, { city: 'x' }, { city: 'y', list: { a: 1, b: 2 } }, { list: {} }, { list: { c: [] } }),
      about: anyAbout,
    }),
  },
  { weight: 1, arbitrary: fc.record({ ...rest, type: fc.constantFrom('bin' as const, 'restore' as const) }) },
  { weight: 1, arbitrary: fc.record({ ...rest, type: fc.constant('erase' as const) }) },
)
/** Stamps tie on purpose: two copies of one device write under one name before they notice (1.6). */
const history = (id: string) =>
  fc.array(
    anyOperation.map((partial) => operation({ ...partial, id })),
    { maxLength: 14 },
  )

describe('whatever the order, the grouping and the repetition, the state is the same (2.1)', () => {
  test.each([
    ['a record named by a UUID', someone],
    ['a record with a given name', setting],
  ])('%s', (_, id) => {
    fc.assert(
      fc.property(
        history(id).chain((operations) =>
          fc.tuple(
            fc.constant(operations),
            fc.shuffledSubarray(operations, { minLength: operations.length }),
            fc.subarray(operations),
          ),
        ),
        ([operations, shuffled, again]) => {
          const state = all(operations)
          expect(all(shuffled)).toEqual(state)
          expect(all(again, state)).toEqual(state)
          for (const each of again) expect(apply(state, each).won).toEqual([])
        },
      ),
      { numRuns: 1000 },
    )
  })

  test.each([
    ['a record named by a UUID', someone],
    ['a record with a given name', setting],
  ])('8.4 a state told as operations is the state, and merges like them: %s', (_, id) => {
    fc.assert(
      fc.property(history(id), history(id), (mine, theirs) => {
        const state = all(theirs)
        const told = stateToOperations(state, id, 'candidate')
        expect(all(told)).toEqual(state)
        expect(all(told, all(mine))).toEqual(all([...mine, ...theirs]))
      }),
      { numRuns: 1000 },
    )
  })

  test('what is given is not changed', () => {
    fc.assert(
      fc.property(history(someone), (operations) => {
        let standing: Standing = empty
        for (const each of operations) {
          const before = structuredClone([standing, each])
          const after = apply(standing, each)
          expect([standing, each]).toEqual(before)
          standing = { record: after.record, erased: after.erased }
        }
      }),
    )
  })
})

describe('merge rules', () => {
  test('2.2 the later write gives a scalar, a removal included', () => {
    expect(fieldsAfter(set('city', 'Bron', 1), set('city', 'Lyon', 2, 'b'))).toEqual({ city: 'Lyon' })
    expect(fieldsAfter(set('city', 'Bron', 1), operation({ type: 'remove', path: 'city', stamp: stamp(2) }))).toEqual(
      {},
    )
  })

  test('2.3 a removed element is gone, and one written since by someone who had not seen the removal stays', () => {
    const remove = operation({ type: 'remove', path: 'tags/x', stamp: stamp(9), observed: stamp(1) })
    expect(fieldsAfter(set('tags/x', 'CDI', 1), remove)).toEqual({ tags: {} })
    expect(fieldsAfter(set('tags/x', 'CDI', 1), remove, set('tags/x', 'CDD', 5, 'b'))).toEqual({ tags: { x: 'CDD' } })
  })

  test('2.4 a creation merges path by path with what is there, and keeps the earliest time', () => {
    const create = (ms: number, value: unknown, author: string) =>
      operation({ type: 'create', value, stamp: stamp(ms, author) })
    const { record } = all([
      create(5, { city: 'Bron', tags: { a: 1 } }, 'a'),
      create(3, { name: 'N', tags: { b: 2 } }, 'b'),
    ])
    expect(record).toMatchObject({
      fields: { city: 'Bron', name: 'N', tags: { a: 1, b: 2 } },
      createdAt: 3,
      updatedAt: 5,
    })
  })

  test('2.5 what follows may arrive before the creation', () => {
    const edit = set('city', 'Lyon', 4, 'b')
    const create = operation({ type: 'create', value: { city: 'Bron', name: 'N' }, stamp: stamp(1) })
    expect(fieldsAfter(edit, create)).toEqual({ city: 'Lyon', name: 'N' })
  })

  test('2.6 the bin is one more scalar, and edits go on in it', () => {
    const { record } = all([
      operation({ type: 'bin', stamp: stamp(3) }),
      operation({ type: 'restore', stamp: stamp(2, 'b') }),
      set('city', 'Lyon', 4),
    ])
    expect(record).toMatchObject({ binnedAt: 3, fields: { city: 'Lyon' } })
    expect(
      all([operation({ type: 'restore', stamp: stamp(5, 'b') })], { record, erased: null }).record,
    ).not.toHaveProperty('binnedAt')
  })

  test('2.7 nothing of an erased UUID is applied again; 2.8 a given name can be used anew', () => {
    const erase = (id: string) => operation({ type: 'erase', id, stamp: stamp(3) })
    expect(all([set('city', 'Bron', 1), erase(someone), set('city', 'Lyon', 9)])).toEqual({
      record: null,
      erased: stamp(3),
    })
    const named = (ms: number) => ({ ...set('value', `at ${ms}`, ms), id: setting, kind: 'setting' })
    expect(all([named(2), erase(setting), named(1)]).record).toBeNull()
    expect(all([named(2), erase(setting), named(4)]).record!.fields).toEqual({ value: 'at 4' })
    expect(all([named(4), named(2), erase(setting)]).record!.fields).toEqual({ value: 'at 4' })
  })

  test('2.9 provenance goes with the value of its path, and takes nothing of another', () => {
    const reader = { by: 'reader' }
    const first = set('jobs/a', { title: 'x' }, 1, 'a', { 'jobs/a': reader, 'jobs/a/title': reader, city: reader })
    expect(all([first]).record!.about).toEqual({ 'jobs/a': reader, 'jobs/a/title': reader })
    const second = set('jobs/a', { title: 'y' }, 2, 'b', { 'jobs/a/title': { by: 'person' } })
    expect(all([second, first]).record!.about).toEqual({ 'jobs/a/title': { by: 'person' } })
  })

  test('2.10 fields and kinds that nobody knows yet are kept and merged', () => {
    const { record } = all([
      { ...set('futureField', { x: [1] }, 1), kind: 'futureKind' },
      { ...set('futureField/y', 2, 2, 'b'), kind: 'futureKind' },
    ])
    expect(record).toMatchObject({ kind: 'futureKind', fields: { futureField: { x: [1], y: 2 } } })
  })

  test('1.6 two values under one stamp merge to the same one everywhere', () => {
    const [one, other] = [set('city', { b: 1, a: 2 }, 1), set('city', { a: 2, b: 3 }, 1)]
    expect(fieldsAfter(one, other)).toEqual(fieldsAfter(other, one))
    expect(fieldsAfter(set('city', 'Bron', 1), set('city', 'Lyon', 1))).toEqual({ city: 'Lyon' })
  })

  test('a path that would reach the language and not the record changes nothing', () => {
    for (const path of ['__proto__', '__proto__/x', 'tags/__proto__', '@bin', '', '/x', 'tags/'])
      expect(all([set(path, 'x', 1)])).toEqual(empty)
    expect(Object.keys(fieldsAfter(set('constructor', 'x', 1), set('toString/valueOf', 1, 2))!)).toHaveLength(2)
  })
})
