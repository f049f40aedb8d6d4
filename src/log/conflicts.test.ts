import { expect, test } from 'vitest'
import { meet, type Version } from './conflicts.ts'
import { clockToStamp } from './clock.ts'

const version = (ms: number, author: string, value: unknown): Version => ({
  stamp: clockToStamp({ ms, counter: 0, device: author.repeat(16) }),
  value,
  at: ms,
  by: author,
})
const [a, b] = [version(5, 'a', 'Bron'), version(6, 'b', 'Lyon')]
const never = () => false
const always = () => true

test('3.1, 3.2 of two writes that did not know each other the earlier is kept beside, whichever arrives last', () => {
  expect(meet({ here: a, incoming: b, losers: [], incomingSaw: never, saw: never })).toEqual([a])
  expect(meet({ here: b, incoming: a, losers: [], incomingSaw: never, saw: never })).toEqual([a])
})

test('3.1 a write that knew the other replaces it, in either order of arrival', () => {
  expect(meet({ here: a, incoming: b, losers: [], incomingSaw: always, saw: never })).toEqual([])
  expect(meet({ here: b, incoming: a, losers: [], incomingSaw: never, saw: always })).toEqual([])
})

test('3.2 equal values are no conflict', () => {
  const same = version(6, 'b', 'Bron')
  expect(meet({ here: a, incoming: same, losers: [], incomingSaw: never, saw: never })).toEqual([])
})

test('3.3 whoever writes the path knowing both settles it, and one who knew one of them does not', () => {
  const third = version(9, 'c', 'Givors')
  expect(meet({ here: b, incoming: third, losers: [a], incomingSaw: always, saw: never })).toEqual([])
  expect(
    meet({ here: b, incoming: third, losers: [a], incomingSaw: (stamp) => stamp === a.stamp, saw: never }),
  ).toEqual([b])
})
