/**
 * How long the duplicate search takes:
 *
 *   npm run bench:duplicates -- [HELD] [NEW]
 *
 * Fills a pool with HELD (50,000) invented people, asks it for NEW (1,000) new CVs one after the other, one in ten of
 * somebody held, then goes through the whole base for its pairs. Single-threaded, as in the worker.
 * Times are of the processor, collecting garbage included.
 */
import { createPool } from '../../workers/duplicates/pool.ts'
import { again, chance, manyPeople } from '../tools/manyPeople.ts'

const heldCount = Number(process.argv[2] ?? 50_000)
const newCount = Number(process.argv[3] ?? 1000)

const people = [...manyPeople(heldCount)]
const random = chance(7)
const fresh = [...manyPeople(newCount, 2)].map((person, index) =>
  index % 10 === 0 ? again(people[Math.floor(random() * people.length)]!, random, `again-${person.id}`) : person,
)

const pool = createPool()
/** Time of the processor: what else the machine does is not counted. */
const clock = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const rounded = (ms: number) => (ms < 10 ? ms.toFixed(2) : String(Math.round(ms)))
let begun = clock()
for (let at = 0; at < people.length; at += 200) pool.upsert(people.slice(at, at + 200))
console.log(`${heldCount} people filed in ${rounded(clock() - begun)} ms`)

const times: number[] = []
let proposed = 0
let found = 0
const before = pool.compared()
for (const person of fresh) {
  begun = clock()
  const lookalikes = pool.find(person, { keep: true })
  times.push(clock() - begun)
  const asked = lookalikes.filter(({ class: kind }) => kind !== 'possibly')
  if (person.id.startsWith('again-')) found += asked.length > 0 ? 1 : 0
  else proposed += asked.length > 0 ? 1 : 0
}
const sorted = times.toSorted((a, b) => a - b)
const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!)
const sum = times.reduce((total, time) => total + time, 0)
console.log(
  `${newCount} new CVs against ${heldCount}: ${rounded(sum)} ms in all, median ${at(0.5)} ms, 95th percentile ${at(0.95)} ms, longest ${at(1)} ms`,
)
console.log(
  `${((pool.compared() - before) / newCount).toFixed(0)} comparisons a CV; ${found} of ${Math.ceil(newCount / 10)} known people found, ${proposed} of ${newCount - Math.ceil(newCount / 10)} new people taken for somebody`,
)

begun = clock()
let longest = 0
for (let more = true; more;) {
  const slice = clock()
  more = pool.look(slice + 12, clock)
  longest = Math.max(longest, clock() - slice)
}
const { likely, possible } = pool.pairs()
console.log(
  `whole base gone through in ${rounded(clock() - begun)} ms, longest slice ${rounded(longest)} ms: ${likely.length} likely pairs, ${possible.length} maybes shown`,
)
console.log(`${Math.round(process.memoryUsage().rss / 2 ** 20)} MB resident`)
