import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  bearsCode,
  type Claim,
  claimed,
  claimPath,
  cleanPrefix,
  codeOf,
  codesInOrder,
  codeShown,
  codeText,
  type Codes,
  emptyLease,
  highestNumber,
  type Lease,
  mergedCodes,
  readClaims,
  readLease,
  readTypedCode,
  stepLease,
  toNumber,
} from './codes.ts'

/** A device as its disk holds it, and the log at the relay; nothing else survives a crash. */
class Device {
  readonly author: string
  lease: Lease = emptyLease
  known = new Map<string, Claim>()
  outbox: Claim[] = []
  cursor = 0
  equalAt = 0
  constructor(author: string) {
    this.author = author
  }
}

class World {
  log: Claim[] = []
  now = 1000
  issued = new Map<number, string>()
  doubles: number[] = []

  /** `crash`: after the claim was written, or after the lease was kept and before the numbers were used. */
  want(device: Device, wanted: number, chance: number, crash: 'none' | 'claim' | 'numbers'): number {
    const { author, lease } = device
    const claims = [...device.known.values()]
    const view = { author, space: 's', claims, highest: 0, now: this.now, equalAt: device.equalAt, wanted, chance }
    const step = stepLease(lease, view)
    device.lease = readLease(structuredClone(step.lease))
    if (crash === 'numbers') return 0
    for (const number of step.numbers) {
      if (this.issued.has(number)) this.doubles.push(number)
      this.issued.set(number, author)
    }
    if (step.claim) {
      device.known.set(claimPath(step.claim), step.claim)
      device.outbox.push(step.claim)
      this.now += 1
      if (crash !== 'claim') device.lease = claimed(device.lease, step.claim, { ...view, now: this.now })
    }
    return step.numbers.length
  }

  push(device: Device, some: number): void {
    this.log.push(...device.outbox.splice(0, some))
  }

  pull(device: Device, some: number): void {
    for (const claim of this.log.slice(device.cursor, device.cursor + some)) device.known.set(claimPath(claim), claim)
    device.cursor = Math.min(this.log.length, device.cursor + some)
  }

  /** All sent and all read: the moment is that from before. */
  equal(device: Device): void {
    const at = this.now
    this.push(device, Infinity)
    this.pull(device, Infinity)
    device.equalAt = at
  }
}

const actions = fc.array(
  fc.record({
    device: fc.nat(3),
    does: fc.constantFrom('want', 'want', 'push', 'pull', 'equal', 'wait'),
    amount: fc.integer({ min: 1, max: 45 }),
    chance: fc.double({ min: 0, max: 0.999, noNaN: true }),
    crash: fc.constantFrom('none', 'none', 'none', 'claim', 'numbers'),
  }),
  { maxLength: 120 },
)

describe('C5 leases of numbers', () => {
  test('C5 SPEC 12.3 no two devices ever give the same number, whatever the order, the crashes and the time without network', () => {
    fc.assert(
      fc.property(actions, (steps) => {
        const world = new World()
        const devices = ['a', 'b', 'c', 'd'].map((author) => new Device(author))
        for (const { device: index, does, amount, chance, crash } of steps) {
          const device = devices[index]!
          world.now += 7
          if (does === 'want') world.want(device, amount, chance, crash as 'none')
          if (does === 'push') world.push(device, amount % 3)
          if (does === 'pull') world.pull(device, amount % 4)
          if (does === 'equal') world.equal(device)
          if (does === 'wait') world.now += amount * 1000
        }
        expect(world.doubles).toEqual([])
        // And none waits for ever: with the relay in reach everyone gets what they want, still without doubles.
        for (const [index, device] of devices.entries()) {
          let got = 0
          for (let round = 0; round < 12 && got < 30; round += 1) {
            world.now += 20_000
            world.equal(device)
            got += world.want(device, 30 - got, index / 4, 'none')
          }
          expect(got).toBe(30)
        }
        expect(world.doubles).toEqual([])
      }),
      { numRuns: 400 },
    )
  })

  test('C5 two who claimed the same block without network: at most one uses it, both go on', () => {
    const world = new World()
    const [a, b] = [new Device('a'), new Device('b')]
    expect([world.want(a, 1, 0, 'none'), world.want(b, 1, 0, 'none')]).toEqual([0, 0])
    world.now += 10
    world.equal(a)
    world.now += 10
    world.equal(b)
    expect(world.want(a, 1, 0, 'none')).toBe(1)
    expect(world.want(b, 1, 0, 'none')).toBe(0)
    world.now += 20_000
    expect(world.want(b, 1, 0, 'none')).toBe(0)
    world.now += 10
    world.equal(b)
    expect(world.want(b, 1, 0, 'none')).toBe(1)
    expect([...world.issued]).toEqual([
      [1, 'a'],
      [21, 'b'],
    ])
  })

  test('C5 a block is as long as what waits, and one of another workspace or of a copy is left', () => {
    const view = { author: 'a', space: '', claims: [], highest: 42, now: 1, equalAt: 0, wanted: 200, chance: 0 }
    const first = stepLease(emptyLease, view)
    expect(first).toMatchObject({ numbers: [], claim: { first: 43, size: 200, by: 'a' } })
    const lease = claimed(first.lease, first.claim!, view)
    // Alone, it is used at once.
    expect(stepLease(lease, { ...view, wanted: 2 }).numbers).toEqual([43, 44])
    expect(stepLease(lease, { ...view, wanted: 2, space: 'other' }).numbers).toEqual([])
    expect(stepLease(lease, { ...view, wanted: 2, author: 'copy' }).numbers).toEqual([])
  })

  test('C5 SPEC 12.2 a device that shares has numbers to give without a network before it needs any, and one alone claims none', () => {
    const view = { author: 'a', space: 's', claims: [], highest: 0, now: 1000, equalAt: 900, wanted: 0, chance: 0 }
    expect(stepLease(emptyLease, { ...view, space: '' }).claim).toBeNull()
    const { lease, claim } = stepLease(emptyLease, view)
    expect(claim).toEqual({ first: 1, size: 20, by: 'a' })
    const later = { ...view, claims: [claim!], now: 3000, equalAt: 2000 }
    const some = stepLease(claimed(lease, claim!, view), { ...later, wanted: 5 })
    expect(some.numbers).toEqual([1, 2, 3, 4, 5])
    expect(some.claim).toBeNull()
    const more = stepLease(some.lease, { ...later, wanted: 6 })
    expect(more.numbers).toHaveLength(6)
    expect(more.claim).toMatchObject({ first: 21, size: 20 })
  })

  test('C5 a clock that was a year ahead when a block was claimed keeps nobody waiting for a year', () => {
    const year = 365 * 24 * 3600 * 1000
    const view = { author: 'a', space: 's', claims: [], highest: 0, now: year, equalAt: year - 5, wanted: 1, chance: 0 }
    const first = stepLease(emptyLease, view)
    const lease = claimed(first.lease, first.claim!, view)
    const back = stepLease(lease, { ...view, now: 1000 })
    expect(back.numbers).toEqual([])
    expect(stepLease(back.lease, { ...view, now: 2000 }).numbers).toEqual([])
    expect(stepLease(back.lease, { ...view, now: 2000, equalAt: 1900 }).numbers).toEqual([1])
  })

  test('what does not fit among the claims and in the lease is left out', () => {
    const blocks = {
      '1.a': { size: 20 },
      'x.a': { size: 20 },
      '21.b': { size: -1 },
      '41.c': 'twenty',
      61: { size: 20 },
    }
    expect(readClaims(blocks)).toEqual([{ first: 1, size: 20, by: 'a' }])
    expect(readClaims(undefined)).toEqual([])
    expect(readLease({ blocks: 'none' })).toEqual(emptyLease)
  })
})

const person = (id: string, createdAt: number, codes: Codes, more: object = {}) => ({
  id,
  createdAt,
  fields: { codes, mergedInto: '', mergedFrom: [] as string[] },
  ...more,
})

describe('C5 the codes of records', () => {
  test('four digits, more when they are not enough; a prefix of letters and digits', () => {
    expect([codeText('C', 42), codeText('MAM', 10_000)]).toEqual(['C-0042', 'MAM-10000'])
    expect([cleanPrefix(' é-c 1'), cleanPrefix('talents'), cleanPrefix('~')]).toEqual(['EC1', 'TALENT', ''])
  })

  test('C5 a record without a code shows the same provisional one everywhere, and is found by it for good', () => {
    const id = '0198b3c4-1234-7abc-8def-0123456789ab'
    const shown = codeShown({ prefix: 'C' }, { id, codes: {} })
    expect(shown).toMatch(/^C-~[0-9A-Z]{4}$/)
    expect(codeShown(null, { id, codes: {} })).toBe('')
    const numbered = person(id, 1, { 'C-0042': { at: 5 } })
    expect(codeShown({ prefix: 'C' }, { id, codes: numbered.fields.codes })).toBe('C-0042')
    for (const typed of [shown, shown.toLowerCase(), shown.slice(2), 'c-0042', 'C 42'])
      expect(bearsCode(numbered, readTypedCode(typed)!), typed).toBe(true)
    expect(bearsCode(numbered, readTypedCode('C-0421')!)).toBe(false)
    const merged = { ...person('other', 1, {}), fields: { codes: {}, mergedInto: '', mergedFrom: [id] } }
    expect(bearsCode(merged, readTypedCode(shown)!)).toBe(true)
    expect(readTypedCode('soudeur TIG')).toBe(null)
  })

  test('C5 of two records with one code the one made later needs another; a merge keeps the older code', () => {
    const first = person('a', 1, { 'C-0001': { at: 9 } })
    const second = person('b', 2, { 'C-0001': { at: 3 } })
    const bare = person('c', 3, {})
    const demo = person('d', 4, {}, { demo: true })
    const binned = person('e', 5, {}, { binnedAt: 6 })
    expect(toNumber([demo, bare, second, binned, first])).toEqual([
      { record: second, isTaken: true },
      { record: bare, isTaken: false },
    ])
    const settled = { 'C-0001': { at: 3, alias: true as const }, 'C-0002': { at: 10 } }
    expect(codeOf(settled)).toBe('C-0002')
    expect(toNumber([first, person('b', 2, settled)])).toEqual([])
    const merged = mergedCodes(settled, first.fields.codes)
    expect(codesInOrder(merged)).toEqual(['C-0001', 'C-0002'])
  })

  test('C5 SPEC 12.6 duplicates settle wherever they are settled, and a number never changes otherwise', () => {
    const bearer = fc.record({
      createdAt: fc.nat(5),
      numbers: fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { maxLength: 2 }),
      at: fc.nat(9),
    })
    fc.assert(
      fc.property(fc.array(bearer, { maxLength: 8 }), fc.infiniteStream(fc.boolean()), (made, both) => {
        const records = made.map(({ createdAt, numbers, at }, index) =>
          person(`r${index}`, createdAt, Object.fromEntries(numbers.map((n) => [codeText('C', n), { at }]))),
        )
        const winners = records.map(({ id, fields }) => ({ id, code: codeOf(fields.codes) }))
        const losers = new Set(toNumber(records).map(({ record }) => record.id))
        let next = highestNumber(records)
        for (let round = 0; round < 4; round += 1)
          for (const { record, isTaken } of toNumber(records)) {
            const { codes } = record.fields
            if (isTaken) for (const old in codes) codes[old] = { ...codes[old]!, alias: true }
            // Two devices may settle the same at once, neither knowing of the other.
            for (let times = both.next().value ? 2 : 1; times > 0; times -= 1)
              codes[codeText('C', ++next)] = { at: 100 + next }
          }
        const now = records.map(({ fields }) => codeOf(fields.codes))
        expect(new Set(now).size).toBe(records.length)
        expect(now).not.toContain('')
        for (const [index, { id, code }] of winners.entries()) {
          if (!losers.has(id)) expect(now[index]).toBe(code)
          if (code !== '') expect(codesInOrder(records[index]!.fields.codes)).toContain(code)
        }
      }),
    )
  })
})
