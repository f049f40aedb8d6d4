import type { SyncFailure } from '../sync/face.ts'
import type { Language } from '../ui/language.ts'
import { statusText } from './statusText.ts'
import { text } from './text.ts'

/** What went wrong and what to do next, in one sentence or two. */
export const failureWords = (language: Language, failure: SyncFailure): string =>
  failure.type === 'BlockedByPolicy'
    ? text[language].blockedByPolicy(URL.canParse(failure.url) ? new URL(failure.url).origin : failure.url)
    : failure.type === 'RelayRefused'
      ? `${statusText[language].refused[failure.code]}. ${statusText[language].refusedNotes[failure.code]}`
      : failure.type === 'WrongKit' && failure.word !== undefined
        ? failure.word === 0
          ? text[language].wrongWords
          : text[language].wrongWord(failure.word)
        : text[language].failures[failure.type]
