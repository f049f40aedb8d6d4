import { BatchGiving } from '../../src/sync/engine/giving.ts'
import { BatchPushing } from '../../src/sync/engine/pushing.ts'
import { LogReading } from '../../src/sync/engine/reading.ts'
import { EntrySubmissions } from '../../src/sync/engine/submissions.ts'
import { StatusTelling } from '../../src/sync/engine/telling.ts'
import { RelayWelcoming } from '../../src/sync/engine/welcoming.ts'
import { GivingWay } from '../../src/sync/givingWay.ts'
import { Intake } from '../../src/sync/intake.ts'
import { IntakeSteps } from '../../src/sync/intakeSteps.ts'
import { SetAside } from '../../src/sync/setAside.ts'
import { Snapshots } from '../../src/sync/snapshots.ts'

type Method = (this: unknown, ...given: never[]) => unknown
type Named = (given: unknown[]) => string

const just =
  (name: string): Named =>
  () =>
    name

/** Which ways through the product are counted: each by its class, its method, and a name that may tell the case. */
const watched: [of: { prototype: object }, methods: Record<string, Named>][] = [
  [
    Intake,
    {
      takeFork: just('a fork between a log and what was applied'),
      adopted: just('a snapshot taken in by the engine'),
    },
  ],
  [IntakeSteps, { unseal: just('unsent batches numbered anew under a new incarnation') }],
  [
    GivingWay,
    {
      orphan: just('what no log will have again is sent anew'),
      disown: just('a relay will not have what was given'),
      giveWay: just('another branch stands at a relay, behind a snapshot'),
      follow: just('a copy went on, of a device that reads nothing'),
    },
  ],
  [
    SetAside,
    { add: ([, each]) => `set aside: ${(each as { reason: string }).reason}`, drop: just('a forgery dropped') },
  ],
  [
    LogReading,
    {
      readAgain: just('the log read again'),
      audit: just('audit: something is missing or damaged'),
      readGapLater: just('a gap in what came live'),
    },
  ],
  [
    RelayWelcoming,
    {
      adopt: just('a snapshot is needed to go on'),
      mistrust: just('another membership than the one known'),
      bringEntries: just('the membership brought to a relay that lacks it'),
    },
  ],
  [
    BatchGiving,
    {
      gaveBatches: just('batches given to a relay that lost them'),
      giftRefused: (given) => `a gift refused: ${String(given[3])}`,
    },
  ],
  [BatchPushing, { batchRefused: (given) => `a batch refused: ${String(given[2])}` }],
  [EntrySubmissions, { entryRefused: (given) => `an entry refused: ${String(given[2])}` }],
  [StatusTelling, { alert: ([what]) => `alert: ${(what as { type: string }).type}` }],
  [
    Snapshots,
    {
      make: ([purge]) => (purge === true ? 'a snapshot begun after an erasure' : 'a snapshot begun'),
      compare: just('a snapshot checked'),
      forget: just('sealed batches let go'),
    },
  ],
]

let counts: Record<string, number> = {}
let isWatching = false

/** From here on ways through the product are counted here. */
export function countPaths(into: Record<string, number>): void {
  counts = into
  if (isWatching) return
  isWatching = true
  for (const [{ prototype }, methods] of watched)
    for (const [method, nameOf] of Object.entries(methods)) {
      const known = prototype as Record<string, Method>
      const before = known[method]
      if (!before) throw new Error(`The product has no ${method} any more.`)
      known[method] = function counted(...given) {
        const name = `path: ${nameOf(given)}`
        counts[name] = (counts[name] ?? 0) + 1
        return before.apply(this, given)
      }
    }
}
