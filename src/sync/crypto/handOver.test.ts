import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Team } from '../../../tests/sync/team.ts'
import {
  handOverMode,
  joinCodes,
  openAsMember,
  openWithCode,
  sealToCode,
  sealToMember,
  seeCode,
  type SeenCodes,
  toQrTexts,
} from './handOver.ts'
import { makeCode } from './invitation.ts'

const content = new TextEncoder().encode('Une fiche et ses expériences. '.repeat(200))

test('records pass to a phone that is told the code, and to nobody else', async () => {
  const code = makeCode()
  const bytes = await sealToCode(content, code)
  expect(handOverMode(bytes)).toBe('code')
  const opened = await openWithCode(bytes, code.toLowerCase().replaceAll('-', ' '))
  expect(opened.ok && opened.value).toEqual(content)
  expect(await openWithCode(bytes, makeCode())).toEqual({ ok: false, error: { type: 'CodeUnknown' } })
})

test('records pass to a colleague’s device without a code, signed by who gave them', async () => {
  const team = await Team.start()
  const owner = team.get('owner')
  const recruiter = await team.add('recruiter', 'recruiter')
  const other = await team.add('other', 'recruiter')
  const bytes = (await sealToMember(owner, content, recruiter.device))!
  expect(handOverMode(bytes)).toBe('member')
  expect(await openAsMember(recruiter, bytes)).toEqual({ ok: true, value: { from: owner.device, content } })
  expect(await openAsMember(other, bytes)).toEqual({ ok: false, error: { type: 'NotForThisDevice' } })
  for (let place = 29; place < bytes.length; place += 7) {
    const altered = bytes.slice()
    altered[place]! ^= 1
    expect((await openAsMember(recruiter, altered)).ok).toBe(false)
  }
  const late = (await sealToMember(other, content, recruiter.device))!
  await team.revoke('other', 0)
  expect(await openAsMember(recruiter, late)).toEqual({ ok: false, error: { type: 'Damaged' } })
  expect(await sealToMember(owner, content, other.device)).toBeNull()
})

test('codes read in any order, twice, or mixed with those of another hand-over give the bytes back', async () => {
  const bytes = fc.uint8Array({ minLength: 1, maxLength: 3000 })
  await fc.assert(
    fc.asyncProperty(bytes, fc.infiniteStream(fc.nat()), async (given, chance) => {
      const texts = await toQrTexts(given)
      expect(texts.every((text) => text.length <= 730)).toBe(true)
      let seen: SeenCodes | null = null
      for (const text of [...texts, ...texts.slice(0, 2)].sort(() => (chance.next().value! % 2) - 0.5))
        seen = seeCode(seen, text)
      expect(await joinCodes(seen!)).toEqual({ ok: true, value: given })
    }),
    { numRuns: 30 },
  )
  const [first] = await toQrTexts(content)
  const partial = seeCode(null, first!)!
  expect(await joinCodes(partial)).toBeNull()
  expect(seeCode(partial, 'https://example.org')).toBeNull()
})

test('a file that is no hand-over is told apart, whatever its bytes', async () => {
  const team = await Team.start()
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), async (noise) => {
      expect(handOverMode(noise)).toBeNull()
      expect((await openAsMember(team.get('owner'), Uint8Array.from([0x56, 0x48, 0x4f, 0x31, 2, ...noise]))).ok).toBe(
        false,
      )
    }),
    { numRuns: 30 },
  )
})
