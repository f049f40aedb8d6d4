import { expect, it } from 'vitest'
import { uiText } from '../ui/text.ts'
import { text } from './text.ts'

const sentences = (words: object): string[] => Object.values(words).filter((word) => typeof word === 'string')

it.each([
  ['shell', text.fr],
  ['controls', uiText.fr],
])('French of the %s keeps its spaces and apostrophes', (_, words) => {
  for (const sentence of sentences(words)) {
    expect(sentence, 'a plain space before a high sign breaks lines there').not.toMatch(/ [:;?!»]|« /)
    expect(sentence).not.toContain("'")
  }
})
