import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assetPaths } from '../../../src/kit/assets.ts'
import { hashWord } from './hashing.ts'
import { loadEmbeddingModel } from './model.ts'
import { packModel, unpackComponents } from './modelFormat.ts'

const committed = (): ArrayBuffer =>
  new Uint8Array(readFileSync(new URL('../../../public/models/embedding.bin', import.meta.url))).buffer
const model = loadEmbeddingModel(committed())

function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let dot = 0
  let squaresA = 0
  let squaresB = 0
  for (let d = 0; d < a.length; d++) {
    dot += a[d]! * b[d]!
    squaresA += a[d]! * a[d]!
    squaresB += b[d]! * b[d]!
  }
  return dot / Math.sqrt(squaresA * squaresB)
}

const similarity = (a: string, b: string): number => cosine(model.embed(a), model.embed(b))

describe('loadEmbeddingModel', () => {
  it('refuses a file that is cut, of another kind, of another version or damaged, and says which', () => {
    expect(() => loadEmbeddingModel(new ArrayBuffer(10))).toThrow(/cut short/)
    expect(() => loadEmbeddingModel(new ArrayBuffer(1000))).toThrow(/not an embedding model/)
    expect(() => loadEmbeddingModel(committed().slice(0, -1))).toThrow(/length/)
    const damage = (at: number, value: number): ArrayBuffer => {
      const bytes = committed()
      new Uint8Array(bytes)[at] = value
      return bytes
    }
    expect(() => loadEmbeddingModel(damage(8, 99))).toThrow(/version 99/)
    expect(() => loadEmbeddingModel(damage(10, 99))).toThrow(/version/)
    expect(() => loadEmbeddingModel(damage(12, 3))).toThrow(/header .* damaged/)
    const last = committed().byteLength - 1
    const flipped = new Uint8Array(committed())[last]! ^ 1
    expect(() => loadEmbeddingModel(damage(last, flipped))).toThrow(/checksum/)
  })

  it('never reads beyond a file with a wrong header', () => {
    const small = packModel(Uint32Array.of(hashWord('soudeur')), new Float32Array(8).fill(1), 8, 2, 1, {
      middle: 0.5,
      slope: 8,
    })
    fc.assert(
      fc.property(fc.integer({ min: 0, max: small.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, flip) => {
        const bytes = small.slice()
        bytes[at]! ^= flip
        expect(() => loadEmbeddingModel(bytes.buffer)).toThrow(Error)
      }),
    )
  })

  it('fits the precache', () => {
    expect(committed().byteLength).toBeLessThanOrEqual(2_500_000)
  })

  it('finds the large model under the name that the app asks for, which carries its checksum', () => {
    const file = new URL(`../../../public${assetPaths.largeEmbeddingModel}`, import.meta.url)
    const bytes = new Uint8Array(readFileSync(file))
    expect(bytes.length).toBeLessThanOrEqual(9_000_000)
    const checksumOf = loadEmbeddingModel(bytes.buffer).version.split('-')[1]!
    expect(assetPaths.largeEmbeddingModel).toContain(`-${checksumOf}.bin`)
  })
})

describe('packModel', () => {
  it.each([2, 3, 4, 8])('keeps the direction of a row in %i bits', (bits) => {
    const row = Float32Array.from({ length: 16 }, (_, d) => ((d * 7) % 16) / 8 - 0.9)
    const file = packModel(Uint32Array.of(5, 9), Float32Array.of(...row, ...row), 16, bits, 1, {
      middle: 0.5,
      slope: 8,
    })
    const components = new Int16Array(16)
    unpackComponents(file, file.length - (16 * bits) / 8, bits, components)
    expect(cosine(components, row)).toBeGreaterThan(0.93)
  })
})

describe('embed', () => {
  it('gives unit vectors, the same for the same text in any order of calls', () => {
    const first = model.embed('Développeuse full stack à Casablanca')
    model.embed('autre chose')
    expect(model.embed('Développeuse full stack à Casablanca')).toEqual(first)
    expect(loadEmbeddingModel(committed()).embed('Développeuse full stack à Casablanca')).toEqual(first)
    expect(Math.hypot(...first)).toBeCloseTo(1, 5)
  })

  it('knows nothing of nothing', () => {
    for (const text of ['', '   ', '!!!', '数据']) expect(model.embed(text)).toEqual(new Float32Array(model.dimensions))
    expect(model.embedInt8('')).toEqual(new Int8Array(model.dimensions))
  })

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const vector = model.embed(text)
        expect(vector.every(Number.isFinite)).toBe(true)
        expect(vector.length).toBe(model.dimensions)
      }),
    )
  })

  it.each([
    ['INFIRMIÈRE', 'infirmiere'],
    ['développeur/développeuse', 'développeuse'],
    ['infirmier(ère)', 'infirmier'],
    ['chef d’équipe', "Chef D'Equipe"],
  ])('sees %s and %s as one', (a, b) => {
    expect(model.embed(a)).toEqual(model.embed(b))
  })

  it('keeps the cosine in int8', () => {
    const a = 'Technicien de maintenance industrielle'
    const b = 'maintenance fitter'
    expect(cosine(model.embedInt8(a), model.embedInt8(b))).toBeCloseTo(similarity(a, b), 1)
  })

  it('reads a cosine as a likelihood that rises with it, half at its middle of plausible texts', () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 0.99, noNaN: true }), (cosine) => {
        expect(model.likelihood(cosine)).toBeLessThan(model.likelihood(cosine + 0.01))
      }),
    )
    expect(model.likelihood(similarity('aide-soignante', 'nursing assistant'))).toBeGreaterThan(0.8)
    expect(model.likelihood(similarity('aide-soignante', 'steel fixer'))).toBeLessThan(0.2)
  })

  it('puts the translation first among everyday trades, both ways', () => {
    const pairs: [string, string][] = [
      ['cariste', 'forklift driver'],
      ['aide-soignante', 'nursing assistant'],
      ['comptable', 'accountant'],
      ['chef de rang', 'head waiter'],
      ['plombier chauffagiste', 'plumbing and heating engineer'],
      ['chaudronnier', 'boilermaker'],
      ['boulangère', 'baker'],
      ['développeur full stack', 'full-stack engineer'],
      ['technicien de maintenance', 'maintenance technician'],
      ['agent de sécurité', 'security guard'],
      ['conducteur de travaux', 'construction manager'],
      ['gestionnaire de paie', 'payroll officer'],
      ['maçon', 'bricklayer'],
      ['chauffeur poids lourd', 'truck driver'],
      ['préparateur de commandes', 'order picker'],
    ]
    for (const [fr, en] of pairs) {
      for (const [frOther, enOther] of pairs) {
        if (fr === frOther) continue
        expect(similarity(fr, en), `${fr}: ${en} before ${enOther}`).toBeGreaterThan(similarity(fr, enOther))
        expect(similarity(fr, en), `${en}: ${fr} before ${frOther}`).toBeGreaterThan(similarity(frOther, en))
      }
    }
  })

  it('puts neighbouring trades between the same trade and a stranger', () => {
    const same = similarity('plombier', 'plumber')
    const neighbour = similarity('plombier', 'heating engineer')
    const stranger = similarity('plombier', 'accountant')
    expect(same).toBeGreaterThan(neighbour)
    expect(neighbour).toBeGreaterThan(stranger)
  })
})
