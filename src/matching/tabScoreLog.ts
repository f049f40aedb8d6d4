import { matcher } from '../../workers/matching/client.ts'
import { createScoreLog } from './scoreLog.ts'

/** The log of scores of this tab. */
export const scoreLog = createScoreLog({ matcher })
