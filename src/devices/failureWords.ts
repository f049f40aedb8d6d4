import type { SyncFailure } from '../sync/face.ts'
import type { Language } from '../ui/language.ts'
import { statusText } from './statusText.ts'
import { text } from './text.ts'

/** What went wrong and what to do next, in one sentence or two. */
export const failureWords = (language: Language, failure: SyncFailure): string =>
  failure.type === 'RelayRefused'
    ? `${statusText[language].refused[failure.code]}. ${statusText[language].refusedNotes[failure.code]}`
    : text[language].failures[failure.type]
