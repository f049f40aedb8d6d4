import { expect, it } from 'vitest'
import { conflictText } from '../devices/conflictText.ts'
import { erasureText } from '../devices/erasureText.ts'
import { handOverText } from '../devices/handOverText.ts'
import { joinText } from '../devices/joinText.ts'
import { kitText } from '../devices/kitText.ts'
import { relayText } from '../devices/relayText.ts'
import { statusText } from '../devices/statusText.ts'
import { text as devicesText } from '../devices/text.ts'
import { uiText } from '../ui/text.ts'
import { text } from './text.ts'

const sentences = (words: object): string[] =>
  Object.values(words).flatMap((word: unknown) =>
    typeof word === 'string' ? [word] : typeof word === 'object' && word !== null ? sentences(word) : [],
  )

it.each([
  ['shell', text.fr],
  ['controls', uiText.fr],
  ['devices', devicesText.fr],
  ['status', statusText.fr],
  ['joining', joinText.fr],
  ['recovery key', kitText.fr],
  ['relay', relayText.fr],
  ['conflicts', conflictText.fr],
  ['hand-over', handOverText.fr],
  ['erasures', erasureText.fr],
])('French of the %s keeps its spaces and apostrophes', (_, words) => {
  for (const sentence of sentences(words)) {
    expect(sentence, 'a plain space before a high sign breaks lines there').not.toMatch(/ [:;?!»]|« /)
    expect(sentence).not.toContain("'")
  }
})
