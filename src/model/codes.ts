import * as z from 'zod/mini'
import { elements, withDefault } from './repair.ts'

/*
 * Codes that several devices give without asking anyone (SPEC 12): `C-0042`. A device leases a block of numbers by an
 * element of a shared setting; all claims stay, and whoever finds its own crossed by another's leaves it.
 */

/** A code that a record bears, by its text: when it was given, and whether it is no longer the record's own. */
export const codeSchema = z.looseObject({
  at: withDefault(z.number(), () => 0),
  /** Another record bears this code with a better right. */
  alias: z.optional(z.literal(true)),
})
const codesSchema = elements(codeSchema)
export type Codes = Record<string, z.infer<typeof codeSchema>>

/** The codes of a record as they stand in its row. */
export const readCodes = (value: unknown): Codes => z.parse(codesSchema, value)

/** Series of codes. */
export type CodeSeries = 'candidate'

/** The setting of a series: whether it is in use, and the claims of all devices. */
export const codeSettingName = (series: CodeSeries): `codes.${CodeSeries}` => `codes.${series}`

/** How the codes of a series are made; null while it is not in use. */
export interface CodeOption {
  prefix: string
}

const optionSchema = z.object({ on: z.boolean(), prefix: z.string() })
const blocksSchema = elements(z.object({ size: z.number() }))
const defaultPrefix = 'C'

/** The option as the value of its setting says it; what does not fit is an option that is off. */
export function readCodeOption(value: unknown): { on: boolean; prefix: string } {
  const read = z.safeParse(optionSchema, value)
  return read.success
    ? { on: read.data.on, prefix: cleanPrefix(read.data.prefix) || defaultPrefix }
    : { on: false, prefix: defaultPrefix }
}

/** What may stand before the dash: one to six letters or digits, capitals. */
export const cleanPrefix = (typed: string): string =>
  typed
    .normalize('NFD')
    .replace(/[^a-z0-9]/gi, '')
    .toUpperCase()
    .slice(0, 6)

// ---- what a record bears

/** `C-0042`; more digits when four are not enough. */
export const codeText = (prefix: string, number: number): string => `${prefix}-${String(number).padStart(4, '0')}`

/** The number in a code, 0 for none. */
const numberOf = (code: string): number => Number(/-(\d{1,9})$/.exec(code)?.[1] ?? 0)

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Four signs made of an id, the same on every device. */
function tokenOf(id: string): string {
  // FNV-1a: ids made in the same millisecond differ in few digits.
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193) >>> 0
  return [15, 10, 5, 0].map((shift) => crockford[(hash >>> shift) & 31]).join('')
}

/** What stands for a code until there is one: `C-~K3F2`. Never stored. */
const provisionalCode = (prefix: string, id: string): string => `${prefix}-~${tokenOf(id)}`

/** The codes a record bears, its own first; of those that are no alias the one given first is its own. */
export const codesInOrder = (codes: Codes): string[] =>
  Object.entries(codes)
    .sort(
      ([a, { at: atA, alias: aliasA = false }], [b, { at: atB, alias: aliasB = false }]) =>
        Number(aliasA) - Number(aliasB) || atA - atB || (a < b ? -1 : 1),
    )
    .map(([code]) => code)

/** The code of a record; '' while it has none of its own. */
export function codeOf(codes: Codes): string {
  const [first] = codesInOrder(codes)
  return first !== undefined && codes[first]!.alias === undefined ? first : ''
}

/**
 * What a record is called by: its code, else the provisional one; '' while the series is not in use, and for one of the
 * demonstration, which gets none.
 */
export const codeShown = (
  option: CodeOption | null,
  { id, codes, demo = false }: { id: string; codes: Codes; demo?: boolean | undefined },
): string => (option === null || demo ? '' : codeOf(codes) || provisionalCode(option.prefix, id))

/** The codes of two records that become one. */
export function mergedCodes(a: Codes, b: Codes): Codes {
  const merged: Codes = { ...a }
  for (const [code, value] of Object.entries(b)) {
    const here = merged[code]
    const isBetter = !here || (here.alias && !value.alias) || (!here.alias === !value.alias && value.at < here.at)
    if (isBetter) merged[code] = value
  }
  return merged
}

/** A code as someone typed it, ready to be compared; null when it is none. */
export function readTypedCode(typed: string): { final: string } | { token: string } | null {
  const asked = typed.trim().toUpperCase()
  const provisional = /^(?:[A-Z0-9]{1,6}[-\s]?)?~([0-9A-Z]{4})$/.exec(asked)
  if (provisional) return { token: provisional[1]! }
  const final = /^([A-Z0-9]{1,6})[-\s](\d{1,9})$/.exec(asked)
  return final ? { final: `${final[1]}-${final[2]}` } : null
}

/** Whether a record, or one that was merged into it, bears or bore the code; `C-42` is `C-0042`. */
export function bearsCode(
  { id, fields }: { id: string; fields: { codes: Codes; mergedFrom: string[] } },
  typed: NonNullable<ReturnType<typeof readTypedCode>>,
): boolean {
  if ('token' in typed) return [id, ...fields.mergedFrom].some((each) => tokenOf(each) === typed.token)
  for (const code in fields.codes) if (comparable(code) === comparable(typed.final)) return true
  return false
}

const comparable = (code: string): string => code.replace(/-0*(\d)/, '-$1')

// ---- who is to be given a number

/** What numbering looks at in a record. */
export interface Bearer {
  id: string
  fields: { codes: Codes; mergedInto: string }
  createdAt: number
  binnedAt?: number
  demo?: boolean
}

/** How long the device that made a record is waited for. */
export const waitForMakerMs = 24 * 3600 * 1000

/**
 * The records that need a number, oldest first, and whether because another bears theirs with a better right: then all
 * they bore become aliases, since an old one that came to count again might cross a third.
 * Those in the bin keep what they bear, for they may come back; a merged one left its codes to the other.
 */
export function toNumber<B extends Bearer>(records: Iterable<B>): { record: B; isTaken: boolean }[] {
  const bearers = [...records]
    .filter(({ demo, fields }) => !demo && fields.mergedInto === '')
    .sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  const holders = new Set<string>()
  const due: { record: B; isTaken: boolean }[] = []
  for (const record of bearers) {
    const code = codeOf(record.fields.codes)
    const isTaken = holders.has(code)
    if (code !== '' && !isTaken) holders.add(code)
    else if (isTaken || record.binnedAt === undefined) due.push({ record, isTaken })
  }
  return due
}

/** The highest number that any of the records bears. */
export function highestNumber(records: Iterable<Bearer>): number {
  let highest = 0
  for (const { fields } of records) for (const code in fields.codes) highest = Math.max(highest, numberOf(code))
  return highest
}

// ---- leases

/** A claim of a block of numbers by a device (an author of stamps). */
export interface Claim {
  first: number
  size: number
  by: string
}

/** A block of this device. */
interface OwnBlock extends Claim {
  /** Where it was claimed: the space, '' for a device that shares with no one. */
  space: string
  /** The next number to give. */
  next: number
  /** True once no other had claimed it before; false while that is not known. */
  isSure: boolean
  /** After the claim was on the disk, ms. */
  claimedAt: number
  /** When this device had last been equal with the relay by then. */
  equalBefore: number
}

/** What a device keeps of its blocks, beside its records. */
export interface Lease {
  blocks: OwnBlock[]
  /** No claim before then, after one was crossed. */
  pauseUntil: number
}

export const emptyLease: Lease = { blocks: [], pauseUntil: 0 }

/** What a device knows when it wants numbers. */
export interface LeaseView {
  /** This device in stamps. */
  author: string
  space: string
  /** All it knows, its own among them. */
  claims: readonly Claim[]
  /** The highest number it knows to be given. */
  highest: number
  now: number
  /** When it last knew itself equal with the relay; 0 before. */
  equalAt: number
  wanted: number
  /** In [0,1). */
  chance: number
}

const leastBlock = 20
/** A device that shares claims the next block when fewer numbers are left: so it has some when the network goes. */
const reserve = 10
/** So that a mistaken wish does not eat up the numbers. */
const mostInBlock = 10_000
/** Long enough for a claim to reach the others. */
const pauseMs = { least: 1000, most: 6000 }

const cross = (a: Claim, b: Claim): boolean => a.first < b.first + b.size && b.first < a.first + a.size

/** The path of a claim below its setting. */
export const claimPath = ({ first, by }: Claim): string => `blocks/${first}.${by}`

/** The claims in a setting; what does not fit is left out. */
export function readClaims(blocks: unknown): Claim[] {
  return Object.entries(z.parse(blocksSchema, blocks)).flatMap(([name, { size }]): Claim[] => {
    const [, first, by] = /^(\d{1,9})\.(.+)$/.exec(name) ?? []
    const isWhole = Number.isInteger(size) && size > 0 && size <= mostInBlock
    return by !== undefined && isWhole ? [{ first: Number(first), size, by }] : []
  })
}

/**
 * One step: gives the numbers that may be used now, at most as many as wanted, and the block to claim when they are too
 * few. The lease that comes back must be on the disk before the numbers are used; a claim counts after `claimed`.
 */
export function stepLease(before: Lease, view: LeaseView): { lease: Lease; numbers: number[]; claim: Claim | null } {
  const { author, space, claims, now, wanted } = view
  let { pauseUntil } = before
  const blocks: OwnBlock[] = []
  for (const block of before.blocks) {
    // A copy of this device, and one that came into another workspace, begins anew.
    if (block.by !== author || block.space !== space || block.next >= block.first + block.size) continue
    if (block.isSure) blocks.push(block)
    // The clock went back: as if claimed now.
    else if (block.claimedAt > now) blocks.push({ ...block, claimedAt: now, equalBefore: view.equalAt })
    else if (space !== '' && !(view.equalAt > block.claimedAt && view.equalAt !== block.equalBefore)) blocks.push(block)
    else if (claims.some((claim) => claim.by !== author && cross(claim, block)))
      pauseUntil = now + pauseMs.least + view.chance * (pauseMs.most - pauseMs.least)
    else blocks.push({ ...block, isSure: true })
  }
  const numbers: number[] = []
  const left = blocks.map((block) => {
    if (!block.isSure) return block
    const taken = Math.min(wanted - numbers.length, block.first + block.size - block.next)
    for (let at = 0; at < taken; at += 1) numbers.push(block.next + at)
    return { ...block, next: block.next + taken }
  })
  const missing = wanted - numbers.length
  const isWaiting = left.some(({ isSure }) => !isSure)
  const free = left.reduce((sum, { first, size, next }) => sum + first + size - next, 0)
  const isLow = missing > 0 || (space !== '' && free < reserve)
  // A clock that went back must not make anyone wait for ever.
  const mayClaim = isLow && !isWaiting && (now >= pauseUntil || pauseUntil - now > pauseMs.most)
  const lease = { blocks: left, pauseUntil }
  if (!mayClaim) return { lease, numbers, claim: null }
  const ends = claims.map(({ first, size }) => first + size - 1)
  const first = ends.reduce((highest, end) => Math.max(highest, end), view.highest) + 1
  return { lease, numbers, claim: { first, size: Math.min(Math.max(leastBlock, missing), mostInBlock), by: author } }
}

/** The lease with a claim that is on the disk now. */
export const claimed = (
  lease: Lease,
  claim: Claim,
  { space, now, equalAt }: Pick<LeaseView, 'space' | 'now' | 'equalAt'>,
): Lease => ({
  ...lease,
  blocks: [
    ...lease.blocks,
    { ...claim, space, next: claim.first, isSure: false, claimedAt: now, equalBefore: equalAt },
  ],
})

const leaseSchema = z.object({
  blocks: z.array(
    z.object({
      first: z.number(),
      size: z.number(),
      by: z.string(),
      space: z.string(),
      next: z.number(),
      isSure: z.boolean(),
      claimedAt: z.number(),
      equalBefore: z.number(),
    }),
  ),
  pauseUntil: z.number(),
})

/** A lease as it was kept; an empty one for what does not fit. */
export function readLease(kept: unknown): Lease {
  const read = z.safeParse(leaseSchema, kept)
  return read.success ? read.data : emptyLease
}
