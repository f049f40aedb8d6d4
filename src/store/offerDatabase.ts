import Dexie from 'dexie'
import { removeFilesOf } from './blobs.ts'
import { useDatabase as workOn, VivierDatabase } from './tables.ts'

const prefix = 'vivier-offer-'

/** The name of the database that holds the space of a shared offer. */
export const offerDatabase = (shareId: string): string => `${prefix}${shareId}`

/** Lets all that follows in this worker work on a shared offer's database. False when the name is none's. */
export function openOfferDatabase(name: string): boolean {
  if (!name.startsWith(prefix)) return false
  workOn(new VivierDatabase(name))
  return true
}

/** Deletes the database of an offer that is not shared any more, with its keys and files. */
export async function dropOfferDatabase(shareId: string): Promise<void> {
  await removeFilesOf(offerDatabase(shareId))
  await Dexie.delete(offerDatabase(shareId))
}
