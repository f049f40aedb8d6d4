import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { makeDevice } from './deviceKeys.ts'
import {
  compareWords,
  type Meeting,
  makeCode,
  meet,
  openAnswer,
  openHello,
  openRequest,
  readCode,
  sealAnswer,
  sealHello,
  sealRequest,
} from './invitation.ts'
import { readWords } from './words.ts'

const names = { name: 'Téléphone de Nadia', person: 'Nadia' }

let code: string
let here: Meeting
let there: Meeting
beforeAll(async () => {
  code = makeCode()
  here = await meet(code)
  there = await meet(readCode(code.toLowerCase())!)
})

test('a code is read however it was typed, and nothing else passes for one', () => {
  expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(?:-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
  expect(readCode(` ${code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l')} `)).toBe(code)
  expect(readCode('7Q4K-M2XD-9TR')).toBeNull()
  expect(readCode('7Q4K-M2XD-9TRU')).toBeNull()
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const read = readCode(typed)
      if (read !== null) expect(readCode(read)).toBe(read)
    }),
  )
})

test('both sides see the same three words, in the language of the inviter, and the answer is the inviter’s', async () => {
  const [inviter, phone] = await Promise.all([makeDevice(), makeDevice()])
  expect(there.id).toBe(here.id)
  const facts = {
    space: 'a'.repeat(32),
    signing: inviter.keys.signing,
    person: 'Karim',
    role: 'recruiter',
    language: 'fr',
  } as const
  const hello = await sealHello(here, facts)
  const heard = await openHello(there, hello)
  expect(heard.ok && heard.value).toEqual({ version: 1, ...facts })
  const request = await sealRequest(there, phone, names)
  const asked = await openRequest(here, request)
  expect(asked.ok && asked.value).toEqual({ version: 1, device: phone.id, keys: phone.keys, ...names })
  const words = await compareWords(hello, request, 'fr')
  expect(await compareWords(hello, request, 'fr')).toEqual(words)
  const list = await readWords('fr')
  expect(words.every((word) => list.includes(word))).toBe(true)
  const answer = await sealAnswer(here, inviter.signing, request, true)
  expect(heard.ok && (await openAnswer(there, heard.value, request, answer))).toEqual({
    ok: true,
    value: { version: 1, letIn: true },
  })
})

test('who has the code and stands in between changes the words, and cannot answer for the inviter', async () => {
  const [inviter, phone, between] = await Promise.all([makeDevice(), makeDevice(), makeDevice()])
  const meeting = here
  const facts = { space: 'a'.repeat(32), person: 'Karim', role: 'recruiter', language: 'en' } as const
  const hello = await sealHello(meeting, { ...facts, signing: inviter.keys.signing })
  const request = await sealRequest(meeting, phone, names)
  const forged = await sealRequest(meeting, between, names)
  const words = await compareWords(hello, request, 'en')
  expect(await compareWords(hello, forged, 'en')).not.toEqual(words)
  const heard = await openHello(meeting, hello)
  if (!heard.ok) throw new Error(heard.error.type)
  const unreadable = { ok: false, error: { type: 'Unreadable' } }
  expect(
    await openAnswer(meeting, heard.value, request, await sealAnswer(meeting, between.signing, request, true)),
  ).toEqual(unreadable)
  expect(
    await openAnswer(meeting, heard.value, request, await sealAnswer(meeting, inviter.signing, forged, true)),
  ).toEqual(unreadable)
  // Another code meets elsewhere and opens nothing.
  const other = await meet(makeCode())
  expect(other.id).not.toBe(meeting.id)
  expect(await openRequest(other, request)).toEqual(unreadable)
  // What is sealed as one thing is never read as another.
  expect(await openHello(meeting, request)).toEqual(unreadable)
})

test('hostile bytes at the meeting are an answer, never an exception', async () => {
  const meeting = here
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (noise) => {
      expect((await openHello(meeting, noise)).ok).toBe(false)
      expect((await openRequest(meeting, noise)).ok).toBe(false)
    }),
    { numRuns: 30 },
  )
})

test('the words are told apart by their first four letters, in both languages', async () => {
  for (const language of ['fr', 'en'] as const) {
    const words = await readWords(language)
    expect(words).toHaveLength(2048)
    const plain = words.map((word) => word.normalize('NFD').replaceAll(/\p{M}/gu, '').slice(0, 4))
    expect(new Set(plain).size).toBe(2048)
  }
})
