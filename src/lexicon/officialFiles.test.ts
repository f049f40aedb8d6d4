import 'fake-indexeddb/auto'
import { beforeEach, expect, test, vi } from 'vitest'
import { err, ok } from '../kit/result.ts'
import { isOfficialList } from '../model/taxonomy.ts'
import { useDatabase, VivierDatabase } from '../store/tables.ts'
import type { readTaxonomyFile, unpackLists } from '../../workers/taxonomy/client.ts'
import { readOfficialFiles, stopReading, useOfficialFiles } from './officialFiles.ts'

const read = vi.hoisted(() => vi.fn<typeof readTaxonomyFile>())
const unpack = vi.hoisted(() => vi.fn<typeof unpackLists>())
vi.mock('../../workers/taxonomy/client.ts', () => ({ readTaxonomyFile: read, unpackLists: unpack }))

let databases = 0
beforeEach(() => useDatabase(new VivierDatabase(`official-${(databases += 1)}`)))

const file = (name: string) => new File([''], name)
const taxonomy = { id: 'rome-code' as const, concepts: [], skipped: 0, problems: [] }

test('progress that comes after the end is not shown, and a stop ends what waits too', async () => {
  let tell = (_: number) => {}
  read.mockImplementation(
    (_, { signal, onProgress }) =>
      new Promise((resolve) => {
        tell = onProgress
        signal.addEventListener('abort', () => resolve(err({ type: 'Cancelled' })))
      }),
  )
  const reading = readOfficialFiles([file('a.csv'), file('b.csv')])
  tell(0.5)
  expect(useOfficialFiles.getState().reading).toEqual({ name: 'a.csv', share: 0.5 })
  stopReading()
  await reading
  tell(0.7)
  expect(useOfficialFiles.getState()).toEqual({ reading: null, failure: null })
  expect(read).toHaveBeenCalledTimes(1)
})

test('files given while others are read wait for their turn; the first refused one is named', async () => {
  read.mockReset()
  read.mockImplementation(({ name }) => Promise.resolve(name === 'bad.csv' ? err({ type: 'Empty' }) : ok(taxonomy)))
  await Promise.all([readOfficialFiles([file('a.csv')]), readOfficialFiles([file('bad.csv'), file('never.csv')])])
  expect(read.mock.calls.map(([{ name }]) => name)).toEqual(['a.csv', 'bad.csv'])
  expect(useOfficialFiles.getState()).toMatchObject({ reading: null, failure: { name: 'bad.csv', why: 'Empty' } })
})

test('the lists of a ZIP are read one after the other; one without any is named', async () => {
  read.mockReset()
  read.mockImplementation(() => Promise.resolve(ok(taxonomy)))
  unpack.mockResolvedValueOnce(ok([file('occupations_fr.csv'), file('skills_fr.csv')]))
  await readOfficialFiles([file('ESCO dataset - fr - csv.zip')])
  expect(read.mock.calls.map(([{ name }]) => name)).toEqual(['occupations_fr.csv', 'skills_fr.csv'])
  unpack.mockResolvedValueOnce(err({ type: 'NoList' }))
  await readOfficialFiles([file('photos.zip')])
  expect(useOfficialFiles.getState().failure).toMatchObject({ name: 'photos.zip', why: 'NoList' })
})

test('lists of the portals are known by their names, wherever they are dropped', () => {
  const known = ['occupations_fr.csv', 'skills_en.csv', 'skills_fr (1).csv', 'unix_referentiel_code_rome_v460_utf8.csv', 'unix_referentiel_appellation_v460_iso8859-15.csv', 'unix_fiche_emploi_metier_v460_utf8.json'] // prettier-ignore
  expect(known.filter((name) => !isOfficialList(name))).toEqual([])
  expect(['CV_occupations_fr.pdf', 'candidats.csv', 'skillGroups_fr.csv'].filter(isOfficialList)).toEqual([])
})
