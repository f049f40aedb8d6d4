import { describe, expect, it } from 'vitest'
import type { Match } from '../model/match.ts'
import { readAgain } from './secondReading.ts'

const ranking = (...scores: number[]) => scores.map((score, at) => ({ candidateId: `c${at}`, score }) as Match)
const order = (matches: readonly Match[]) => matches.map(({ candidateId }) => candidateId).join(' ')

describe('readAgain', () => {
  it('decides between close scores and keeps every score', () => {
    const given = ranking(80, 79.5, 79)
    const read = readAgain(given, [0.1, 0.2, 0.9])
    expect(order(read)).toBe('c2 c0 c1')
    expect(read.map(({ score }) => score)).toEqual([79, 80, 79.5])
  })

  it('turns no clear order round', () => {
    expect(order(readAgain(ranking(80, 77), [0, 1]))).toBe('c0 c1')
    expect(order(readAgain(ranking(90, 60, 30), [0, 0.5, 1]))).toBe('c0 c1 c2')
  })

  it('leaves those it has not read behind the others, and all as they were when it tells nobody apart', () => {
    const given = ranking(80, 79, 78)
    expect(order(readAgain(given, [0, 1]))).toBe('c1 c0 c2')
    expect(readAgain(given, [0.4, 0.4, 0.4])).toBe(given)
  })
})
