import path from 'node:path'
import { createDiskStorage, type BlobStorage } from './blobStorage.ts'
import { SPACE_QUOTA_BYTES } from './limits.ts'
import type { LogStore } from './log.ts'
import { openSqliteLog } from './sqliteLog.ts'

/** Why the relay cannot start with these settings. */
export class SettingsError extends Error {
  override name = 'SettingsError'
}

type Environment = Record<string, string | undefined>

/** The folder of the embedded store and of blobs on disk. */
export const dataFolder = (environment: Environment, root: string): string =>
  path.resolve(root, environment.VIVIER_DATA || 'data')

/** The log: PostgreSQL when `DATABASE_URL` names one, else a file in the data folder. */
export async function openStore(environment: Environment, root: string, now: () => number): Promise<LogStore> {
  const quota = readBytes(environment.VIVIER_QUOTA) ?? SPACE_QUOTA_BYTES
  const url = environment.DATABASE_URL
  if (!url) return openSqliteLog(dataFolder(environment, root), { now, quota })
  // Loaded only where it is used: the embedded relay stays small.
  const { openPostgresLog } = await import('./postgresLog.ts')
  return openPostgresLog(url, { now, quota })
}

/** Where blobs lie: a bucket when `VIVIER_S3_BUCKET` names one, else the data folder. */
export async function openStorage(environment: Environment, root: string): Promise<BlobStorage> {
  const bucket = environment.VIVIER_S3_BUCKET
  if (!bucket) return createDiskStorage(path.join(dataFolder(environment, root), 'blobs'))
  const { VIVIER_S3_KEY: accessKeyId, VIVIER_S3_SECRET: secretAccessKey, VIVIER_S3_REGION: region } = environment
  if (!accessKeyId || !secretAccessKey)
    throw new SettingsError('VIVIER_S3_BUCKET needs VIVIER_S3_KEY and VIVIER_S3_SECRET.')
  const { createS3Storage } = await import('./s3Storage.ts')
  return createS3Storage({ bucket, accessKeyId, secretAccessKey, region: region || 'auto' })
}

/** How many times the usual rates devices and teams may have. */
export function readRates(environment: Environment): number {
  const factor = Number(environment.VIVIER_RATES || 1)
  if (!(factor > 0 && factor <= 1_000)) throw new SettingsError('VIVIER_RATES is a number such as 2 or 0.5.')
  return factor
}

/** `500MB`, `2 GB`, or a plain number of bytes; null when nothing is given. */
export function readBytes(text: string | undefined): number | null {
  if (!text) return null
  const [, number, unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([kmgt]?)b?\s*$/i.exec(text) ?? []
  if (number === undefined) throw new SettingsError(`"${text}" is no size: write 500MB or 2GB.`)
  return Math.round(Number(number) * 1024 ** ' kmgt'.indexOf(unit.toLowerCase() || ' '))
}
