import { expect, test } from 'vitest'
import { runHistory, type SceneName } from '../sim/history.ts'
import { countPaths } from '../sim/paths.ts'

/** Histories that once broke a rule, each with what was wrong. */
const regressions: [seed: number, sentence: string][] = [
  [18, 'who lost the right to write and has something to send says so'],
  [109, 'a copy of a device that only writes goes on after what the other sent'],
  [124, 'an acknowledgement that is lost is made good by the next one, and a fork refused goes round in no circle'],
  [148, 'two removals of one element are one change, whichever comes first'],
  [490, 'who reads no log learns from the relay that a copy of it went on'],
  [1150, 'a batch of a copy met behind one of our own is numbered after it'],
  [10005381, 'what a relay tells of and does not give is asked for a few times, not for ever'],
  [20416, 'a device goes on though a batch that others know of is on no disk any more'],
  [22484, 'a removal of what is not there leaves no trace'],
  [36, 'parts of a snapshot that nobody finished leave the relay with an erasure'],
  [67, 'what is sealed of an erased record goes also where only a later snapshot was heard of'],
  [219, 'who begins to read reads from the beginning, and no snapshot covers less than the one before'],
  [1163, 'a snapshot holds nothing that its maker has not sent'],
  [1682, 'a copy that comes by a snapshot lets go what is sealed of a record erased in it'],
  [2258, 'a snapshot tells when a record was made, also where it tells nothing else'],
  [2763, 'a relay that lost its disk gets a snapshot before what waits, which it would refuse'],
  [3486, 'what a copy of a device sent while that read nothing is taken in once it may read'],
  [50467, 'a branch of a device that only a snapshot holds any more is given way to, and what it lacks is sent again'],
  [64818, 'what is sent again after a fork is asked for before anything else, so that a power cut leaves it asked for'],
  [65435, 'a batch whose number was dropped behind a snapshot is acknowledged only where it is known to be the same'],
  [1026463, 'a branch given way to that a relay has nothing of begins at the beginning'],
  [1032802, 'what was set aside of a branch that gave way is sent again once it can be read'],
  [1036419, 'a batch of ours that the relay only might have is not taken for acknowledged'],
  [1055238, 'a batch refused because its device was revoked is not taken for acknowledged'],
  [1058340, 'what is unsent is no part of where the relay has our chain'],
  [1008738, 'a revocation that a relay lost, where the revoked device took its place, is redone by a person'],
  [42936, 'a device that reads nothing goes on behind a copy of it that went another way at a restored relay'],
]

test.for(regressions)('seed %i: %s', async ([seed]) => {
  const { broken } = await runHistory(seed, { scenes: [] })
  expect(broken).toBeNull()
})

/** The same with the scenes that they had. */
const withScenes: [seed: number, scenes: SceneName[], sentence: string][] = [
  [20111, ['files'], 'an app that was closed before it took an erased file from the relay takes it then'],
  [20187, ['files'], 'a file erased while it is on its way to the relay is taken from there when it has come'],
  [20397, ['files'], 'a device that reads nothing sends its files again to a relay that lost its batches'],
  [20367, ['files'], 'who reads nothing brings no erased file back'],
  [20008, ['partings'], 'a relay that took other entries in place of those it lost is gone on with'],
  [30304, ['partings'], 'a relay set back again and again is gone on with each time'],
  [21147, ['partings'], 'what others applied before its device lost the right reaches all, where a relay lost it'],
  [3004, ['rights'], 'what seemed of a later version and turns out forbidden after the update keeps nobody waiting'],
  [3004, ['branches'], 'what was taken in before its device was shut out is sent again for all, where a relay lost it'],
  [3221, ['branches'], 'a snapshot of another branch than the one known is met as a fork'],
  [3647, ['branches'], 'what a snapshot lacks reaches those, too, who look at none that mends it'],
  [3081, ['rights'], 'what is set aside and never read goes with an erasure'],
  [1022045, ['files'], 'a file whose erasure was the last thing an app did leaves the relay'],
  [1031831, ['partings'], 'what is kept of batches that count no more goes with an erasure'],
  [
    1070789,
    ['partings'],
    'what a relay holds under our name in a snapshot alone keeps nothing of ours from being sent',
  ],
  [811644, ['branches'], 'a snapshot of another branch of our own batches than the one known is met as a fork'],
  [812067, ['branches'], 'what a relay has under our name in a snapshot alone is taken in, and ours goes on behind it'],
  [3492, ['branches'], 'what a relay refuses to be given is given up once, and not offered round and round'],
  [3583, ['branches'], 'what is unsent follows behind what a relay will not have of ours'],
  [800268, ['rights'], 'what a relay acknowledged past a role that it kept back waits again'],
  [77049, ['partings', 'rights'], 'what others will not take of ours is not taken for sent'],
  [3053, ['branches'], 'what waits aside of one branch makes room for what waits of the other'],
]

test.for(withScenes)('seed %i with %j: %s', async ([seed, scenes]) => {
  const { broken } = await runHistory(seed, { scenes })
  expect(broken).toBeNull()
})

test('what hardly comes of chance alone is reached all the same', async () => {
  const counts: Record<string, number> = {}
  countPaths(counts)
  const histories: [seed: number, scenes: readonly SceneName[]][] = [
    [3001, ['fillings']],
    [3001, ['rights']],
    [3003, ['rights']],
    [3006, ['rights']],
    [3003, ['branches']],
    [3004, ['branches']],
  ]
  for (const [seed, scenes] of histories) {
    const { broken, counts: happened } = await runHistory(seed, { scenes })
    for (const [name, times] of Object.entries(happened)) counts[name] = (counts[name] ?? 0) + times
    expect(broken, `npm run sim -- --seed ${seed} --runs 1 --only ${scenes.join()} --verbose`).toBeNull()
  }
  const outcomes = [
    'set aside: sealed',
    'set aside: revoked',
    'set aside: forbidden',
    'a relay will not have what was given',
    'what no log will have again is sent anew',
    'a half-adopted snapshot met again',
  ]
  for (const outcome of outcomes) expect(counts[`path: ${outcome}`], outcome).toBeGreaterThan(0)
}, 60_000)

test('SPEC: whatever devices, network and relay do, what is acknowledged stays and all end equal', async () => {
  const fresh = Date.now()
  for (let run = 0; run < 60; run += 1) {
    const seed = run < 30 ? 5_000_000 + run : fresh + run
    const { broken } = await runHistory(seed)
    expect(broken, `npm run sim -- --seed ${seed} --runs 1 --verbose`).toBeNull()
  }
}, 60_000)
