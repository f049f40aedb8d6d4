import { expect, test } from 'vitest'
import { conflictWords } from './conflictWords.ts'

test('a stage that two devices changed is named as the board names it', () => {
  for (const [language, stage, interview] of [
    ['fr', 'Étape', 'Entretien'],
    ['en', 'Stage', 'Interview'],
  ] as const) {
    const words = conflictWords(language)
    expect(words.label('application', 'stage')).toBe(stage)
    expect(words.value('application', 'stage', 'interview')).toBe(interview)
  }
})
