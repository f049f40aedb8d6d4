import { expect, it } from 'vitest'
import { codeInGroups, readCode } from './invitationCode.ts'

it.each([
  ['7Q4K-M2XD-9TRB', '7Q4KM2XD9TRB'],
  ['7q4k m2xd 9trb', '7Q4KM2XD9TRB'],
  [' 7Q4KM2XD9TRB ', '7Q4KM2XD9TRB'],
  ['https://vivier.example/rejoindre#7Q4K-M2XD-9TRB', '7Q4KM2XD9TRB'],
  ['#7Q4KM2XD9TRB', '7Q4KM2XD9TRB'],
  // As people read O, I and L.
  ['OQ4K-M2XD-9TIL', '0Q4KM2XD9T11'],
])('%s is read as a code', (given, code) => {
  expect(readCode(given)).toEqual({ code })
})

it('finds the relay beside the code', () => {
  const relayUrl = 'https://relais.example:8443/vivier'
  for (const joint of ['@', '&relais=', '?r=', ','])
    expect(readCode(`https://vivier.example/rejoindre#7Q4KM2XD9TRB${joint}${relayUrl}`)).toEqual({
      code: '7Q4KM2XD9TRB',
      relayUrl,
    })
  expect(readCode(`#7Q4KM2XD9TRB&relais=${encodeURIComponent(relayUrl)}`)?.relayUrl).toBe(relayUrl)
})

it.each(['', '7Q4K-M2XD', '7Q4K-M2XD-9TRB-0000', 'https://autre.example/', 'U234-5678-9ABC'])(
  '%s is no code',
  (given) => {
    expect(readCode(given)).toBeNull()
  },
)

it('is shown in groups of four', () => {
  expect(codeInGroups('7Q4KM2XD9TRB')).toBe('7Q4K-M2XD-9TRB')
})
