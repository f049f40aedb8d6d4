import { expect, test } from 'vitest'
import { ok } from '../../kit/result.ts'
import { makeDevice } from './deviceKeys.ts'
import { addDevice, addRecovery, createSpace } from './entries.ts'
import {
  envelopeId,
  makeKit,
  makeSecret,
  openKit,
  passphraseToSecret,
  secretToWords,
  wordsToSecret,
} from './recovery.ts'
import { openSealing } from './sealing.ts'

test('24 words give the secret back, in both languages, without accents, in capitals or cut to four letters', async () => {
  for (const language of ['fr', 'en'] as const) {
    const secret = makeSecret()
    const words = await secretToWords(secret, language)
    expect(words).toHaveLength(24)
    expect(await wordsToSecret(words.join(' '))).toEqual({ ok: true, value: secret })
    const typed = words.map((word, index) => {
      const plain = word.normalize('NFD').replaceAll(/\p{M}/gu, '')
      return `${index + 1}. ${plain.toUpperCase().slice(0, Math.max(4, plain.length - 2))}`
    })
    expect(await wordsToSecret(typed.join('\n'))).toEqual({ ok: true, value: secret })
  }
})

test('a word that is none is named by its place, and words that do not belong together are noticed', async () => {
  const words = await secretToWords(new Uint8Array(32).fill(7), 'fr')
  expect(await wordsToSecret(words.slice(0, 23).join(' '))).toEqual({
    ok: false,
    error: { type: 'WrongWords', wrong: 24 },
  })
  expect(await wordsToSecret(words.with(4, 'zzzzz').join(' '))).toEqual({
    ok: false,
    error: { type: 'WrongWords', wrong: 5 },
  })
  const moved = words.with(23, words[23] === 'abaisser' ? 'abandon' : 'abaisser')
  expect(await wordsToSecret(moved.join(' '))).toEqual({ ok: false, error: { type: 'WrongWords', wrong: 0 } })
})

test('who has lost every device comes back with the kit: as an owner that lets a new device in', async () => {
  const lost = await makeDevice()
  const { space, entry, membership } = await createSpace(lost, { name: 'Perdu', person: 'Nadia', at: 1 })
  const secret = makeSecret()
  const { id, kit, envelope } = await makeKit(secret, space, 'https://relais.example.org')
  expect(await envelopeId(secret)).toBe(id)
  const recovery = await addRecovery(membership, lost, kit, 2)
  if (!recovery.ok) throw new Error(recovery.error.type)

  const opened = await openKit(secret, envelope)
  if (!opened.ok) throw new Error(opened.error.type)
  expect(opened.value).toMatchObject({ space, relay: 'https://relais.example.org' })
  expect(opened.value.own.signing.extractable).toBe(false)
  const shelf = { keepEntries: () => Promise.resolve(ok(null)) }
  const sealing = await openSealing({ space, own: opened.value.own, entries: [entry, recovery.value], shelf })
  if (!sealing.ok) throw new Error(sealing.error.type)
  const fresh = await makeDevice()
  const newcomer = { id: fresh.id, keys: fresh.keys, role: 'owner', name: 'Nouveau', person: 'Nadia' } as const
  expect((await addDevice(sealing.value.chain(), opened.value.own, newcomer, 3)).ok).toBe(true)

  expect(await openKit(makeSecret(), envelope)).toEqual({ ok: false, error: { type: 'WrongKit' } })
  const altered = envelope.slice()
  altered[40]! ^= 1
  expect(await openKit(secret, altered)).toEqual({ ok: false, error: { type: 'WrongKit' } })
  expect(new TextDecoder('latin1').decode(envelope)).not.toContain('relais')
})

test('a passphrase gives its secret back however it is spaced, another relay gives another, a short one is refused', async () => {
  const secret = await passphraseToSecret('Une péniche bleue traverse Lyon', 'https://Relais.example.org/ ')
  const again = await passphraseToSecret(' Une péniche  bleue traverse Lyon', 'relais.example.org')
  expect(secret.ok && again).toEqual(secret)
  expect(await passphraseToSecret('Une péniche bleue traverse Lyon', 'autre.example.org')).not.toEqual(secret)
  expect(await passphraseToSecret('motdepasse', 'x')).toEqual({ ok: false, error: { type: 'ShortPassphrase' } })
})
