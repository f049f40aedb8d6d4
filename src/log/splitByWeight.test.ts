import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '../kit/canonicalJson.ts'
import { apply, type Standing } from './apply.ts'
import { clockToStamp } from './clock.ts'
import type { Operation } from './operation.ts'
import { fieldByField, splitByWeight } from './splitByWeight.ts'
import { stateToOperations } from './stateToOperations.ts'

const id = '0190a000-0000-7000-8000-000000000001'
const words = fc.oneof(fc.string({ maxLength: 5 }), fc.string({ minLength: 500, maxLength: 600 }))
const fields = fc.record(
  {
    city: words,
    skills: fc.dictionary(fc.constantFrom('a', 'b'), words, { maxKeys: 2 }),
    experiences: fc.dictionary(fc.constantFrom('x', 'y'), words, { maxKeys: 2 }),
  },
  { requiredKeys: [] },
)
const history = fc.array(
  fc.record({
    ms: fc.integer({ min: 1, max: 20 }),
    write: fc.oneof(
      fields.map((value) => ({ type: 'create' as const, path: '', value })),
      fc
        .tuple(fc.constantFrom('city', 'skills/a', 'experiences/x', 'experiences'), words)
        .map(([path, value]) => ({ type: 'set' as const, path, value })),
      fc.constantFrom('skills/a', 'experiences/x', 'city').map((path) => ({ type: 'remove' as const, path })),
      fc.constant({ type: 'bin' as const, path: '' }),
    ),
    about: fc.boolean(),
  }),
  { minLength: 1, maxLength: 6 },
)

const take = (operations: readonly Operation[]): Standing => {
  let standing: Standing = { record: null, erased: null }
  for (const operation of operations) standing = apply(standing, operation)
  return standing
}

/** What a record says; when it was last touched is told by operations that may still be on their way. */
const said = ({ record, erased }: Standing) => canonicalJson({ record: record as unknown, erased } as never)

test('8.6 lists first: both halves of a record make it whole in whatever order, and only the second is long', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const made = take(
        steps.map(({ ms, write, about }, index): Operation => ({
          kind: 'candidate',
          id,
          ...write,
          ...(about && write.type === 'create'
            ? { about: { city: { by: 'reader' }, 'experiences/x': { by: 'reader' } } }
            : {}),
          stamp: clockToStamp({ ms, counter: index, device: 'feedfacefeedface' }),
          transaction: '',
          at: ms,
          by: '',
          action: '',
        })),
      )
      const operations = stateToOperations(made, id, 'candidate')
      const { light, long } = splitByWeight(operations, (_, field) => field === 'skills')
      expect(said(take([...light, ...long]))).toBe(said(take(operations)))
      expect(said(take([...long, ...light]))).toBe(said(take(operations)))
      const asWords = (some: readonly Operation[]) =>
        fieldByField(some)
          .map((each) => canonicalJson(each as never))
          .toSorted()
      expect(asWords([...light, ...long])).toEqual(asWords(operations))
      for (const { value } of light)
        for (const [field, text] of Object.entries((value ?? {}) as object))
          if (field !== 'skills') expect(JSON.stringify(text).length).toBeLessThan(1000)
    }),
  )
})
