import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, type Page } from '@playwright/test'
import { text } from '../../../src/imports/text.ts'
import { makeCvPdf } from '../../tools/corpus/manyCvs.ts'

const corpusDir = path.resolve(import.meta.dirname, '../../corpus')

/** What the corpus says of one of its files. */
interface ExpectedFile {
  file: string
  maker: string
  verdict: 'created' | 'duplicate' | 'unreadable'
  failure?: keyof (typeof text)['fr']['failures']
  duplicateOf?: string
  by?: 'bytes' | 'email'
  name?: string
}

const { files } = JSON.parse(readFileSync(path.join(corpusDir, 'expected.json'), 'utf8')) as { files: ExpectedFile[] }

/** The twenty ordinary files of the corpus. */
export const corpusFiles = files.filter(({ file }) => !file.startsWith('hostile/'))

/** Where a file of the corpus lies. */
export const corpusPath = (file: string): string => path.join(corpusDir, file)

/** `count` small text CVs of different people, from seed `first` on, as the file picker takes them. */
export async function manyCvs(
  count: number,
  first = 0,
): Promise<{ person: string; name: string; mimeType: string; buffer: Buffer }[]> {
  const made = await Promise.all(Array.from({ length: count }, (_, index) => makeCvPdf(first + index)))
  return made.map(({ name, fileName, bytes }) => ({
    person: name,
    name: fileName,
    mimeType: 'application/pdf',
    buffer: Buffer.from(bytes),
  }))
}

/** What the file picker of the imports screen takes: paths, or contents with a name. */
type Picked = string[] | { name: string; mimeType: string; buffer: Buffer }[]

/** Chooses files on the imports screen. */
export async function pickFiles(page: Page, picked: Picked): Promise<void> {
  // Contents of many megabytes are on their way to the browser for a while.
  await page.getByTestId('file-picker').setInputFiles(picked, { timeout: 60_000 })
}

/** The row of one file on the imports screen. */
export const rowOf = (page: Page, fileName: string) => page.locator(`[data-import=${JSON.stringify(fileName)}]`)

/** Waits until the queue is through with all `count` files. */
export async function untilAllRead(page: Page, count: number, timeout = 120_000): Promise<void> {
  await expect(page.getByText(text.fr.allRead(count), { exact: true })).toBeVisible({ timeout })
}

/** The verdicts in sight, by file name; a file on two rows shows here as one too few. */
export async function verdictsOf(page: Page): Promise<Map<string, string>> {
  const rows = await page
    .locator('[data-import]')
    .evaluateAll((elements) =>
      elements.map((element) => [
        element.getAttribute('data-import') ?? '',
        element.querySelector('[data-verdict]')?.getAttribute('data-verdict') ?? '',
      ]),
    )
  expect(new Set(rows.map(([file]) => file)).size, 'rows of different files').toBe(rows.length)
  return new Map(rows as [string, string][])
}
