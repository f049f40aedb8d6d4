import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const run = promisify(execFile)
const script = fileURLToPath(new URL('./evaluate.ts', import.meta.url))
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'embed-eval-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function evaluate(content: string): Promise<{ code: number; stdout: string; stderr: string }> {
  const file = join(folder, 'set.json')
  writeFileSync(file, content)
  return run(process.execPath, [script, file]).then(
    ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
}

const corpora = {
  trades: [
    { id: 'a', text: 'forklift driver' },
    { id: 'b', text: 'accountant' },
    { id: 'c', text: 'plumber' },
  ],
}

describe('embed:eval', () => {
  it('prints a table and the same figures as JSON on the last line', async () => {
    const queries = [
      { task: 'fr-en', corpus: 'trades', query: 'cariste', relevant: ['a'] },
      { task: 'fr-en', corpus: 'trades', query: 'comptable', relevant: ['b'] },
      { task: 'wrong on purpose', corpus: 'trades', query: 'plumber', relevant: ['a', 'b'] },
    ]
    const { code, stdout } = await evaluate(JSON.stringify({ corpora, queries }))
    expect(code).toBe(0)
    const lines = stdout.trimEnd().split('\n')
    expect(lines[0]).toMatch(/task +MRR recall@10 +nDCG@10/)
    const figures = JSON.parse(lines.at(-1)!)
    expect(figures.tasks['fr-en']).toEqual({ mrr: 1, recall10: 1, ndcg10: 1, map: 1, queries: 2 })
    expect(figures.tasks['wrong on purpose']).toMatchObject({ mrr: 0.5, recall10: 1, queries: 1 })
    expect(figures.all.queries).toBe(3)
    expect(figures.all.mrr).toBeCloseTo(2.5 / 3, 12)
  })

  it.each([
    ['not JSON', '{', /not JSON/],
    ['no queries', JSON.stringify({ corpora }), /queries/],
    [
      'an unknown corpus',
      JSON.stringify({ corpora, queries: [{ task: 't', corpus: 'x', query: 'q', relevant: ['a'] }] }),
      /corpus 'x'/,
    ],
    [
      'an unknown id',
      JSON.stringify({ corpora, queries: [{ task: 't', corpus: 'trades', query: 'q', relevant: ['z'] }] }),
      /'z'/,
    ],
    [
      'a text that is a number',
      JSON.stringify({ corpora: { x: [{ id: 'a', text: 1 }] }, queries: [] }),
      /corpora\.x\.0\.text/,
    ],
  ])('refuses %s with exit code 2 and a sentence', async (_, content, sentence) => {
    const { code, stdout, stderr } = await evaluate(content)
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(sentence)
  })
})
