import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findAccents } from './accents.ts'
import { openLigatures } from './ligatures.ts'
import { findMending } from './mojibake.ts'

const mended = (text: string) => findMending(text)?.(text) ?? text
const utf8As = (encoding: string) => (text: string) => new TextDecoder(encoding).decode(new TextEncoder().encode(text))
const byteOf = (encoding: string) => {
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  return (text: string) => Uint8Array.from(text, (letter) => bytes.get(letter) ?? 63)
}
const bytesAs = (truth: string, taken: string) => (text: string) => new TextDecoder(taken).decode(byteOf(truth)(text))

const frenchWords =
  'expérience compétences formation développée système qualité réalisé société élève à où déjà après été français reçu hôpital contrôle maître naïve Noël cœur garçon stratégie logistique équipe préparateur médecin Lefèvre Rouvière Guivarc’h élaboration conduite Béziers Orléans août'.split(
    ' ',
  )
const arabicWords = 'محمد أحمد خبرة مهنية التعليم اللغات مدير مشروع الدار البيضاء'.split(' ')
const turkishWords =
  'İstanbul’da çalıştım işletme mühendisliği üniversitesi öğretmen görüşme başarı Şişli ığdır müşteri ilişkileri yönetimi'.split(
    ' ',
  )
const englishWords = 'managed a team of 12 – “customer first” résumé café £30k naïve client’s 20 °C ± 5 µm'.split(' ')
const french = fc
  .array(fc.constantFrom(...frenchWords), { minLength: 12, maxLength: 60 })
  .map((words) => words.join(' '))
  .filter((text) => (text.match(/(?<=[a-z])[éèêçôû](?=[a-z])/g)?.length ?? 0) >= 6)
const turkish = fc
  .array(fc.constantFrom(...turkishWords), { minLength: 12, maxLength: 60 })
  .map((words) => words.join(' '))
const english = fc.array(fc.constantFrom(...englishWords), { maxLength: 60 }).map((words) => words.join(' '))
const arabic = fc
  .array(fc.constantFrom(...arabicWords), { minLength: 6, maxLength: 40 })
  .map((words) => words.join(' '))

describe('letters read in the wrong encoding', () => {
  test.each(['windows-1252', 'macintosh', 'windows-1254', 'windows-1256'])(
    'UTF-8 read as %s comes back',
    (encoding) => {
      fc.assert(
        fc.property(french, (text) => {
          expect(mended(utf8As(encoding)(text))).toBe(text)
        }),
      )
      for (const language of [arabic, turkish])
        fc.assert(
          fc.property(language, (text) => {
            expect(mended(utf8As(encoding)(text))).toBe(text)
          }),
        )
    },
  )
  test.each(['windows-1252', 'macintosh'])('UTF-8 read as %s twice comes back', (encoding) => {
    const wrong = utf8As(encoding)
    fc.assert(
      fc.property(french, (text) => {
        expect(mended(wrong(wrong(text)))).toBe(text)
      }),
    )
  })
  test.each([
    ['macintosh', 'windows-1252'],
    ['windows-1252', 'macintosh'],
  ])('%s read as %s comes back', (truth, taken) => {
    fc.assert(
      fc.property(french, (text) => {
        expect(mended(bytesAs(truth, taken)(text))).toBe(text)
      }),
    )
  })
  test('what is right is never changed', () => {
    for (const language of [french, turkish, english, arabic])
      fc.assert(
        fc.property(language, (text) => {
          expect(findMending(text)).toBeNull()
          expect(findAccents(text)).toBeNull()
          expect(openLigatures(text)).toBe(text)
        }),
      )
    fc.assert(
      fc.property(french, arabic, (one, other) => {
        expect(mended(`${one}\n${other}`)).toBe(`${one}\n${other}`)
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(typeof mended(text)).toBe('string')
      }),
    )
  })
  test.each([
    'Chef de projet «\u00A0été\u00A0» à l’Haÿ-les-Roses\u00A0; OÙ\u00A0? CAFÉ\u00A0»',
    'IRMÔ e NÃO, São João, Conceição; DIPLÔMÉ…',
    'Müller & Söhne GmbH, Łódź, Škoda, İstanbul, Þór',
    '“Résumé” – 3 000 € • ½ journée ± 5 °C',
  ])('%s stays as it is', (text) => {
    expect(mended(text)).toBe(text)
  })
  test('a space that was a no-break space does not lose the à', () => {
    expect(mended('ExpÃ©rience de dÃ©veloppeur Ã  Lyon'.replace('Ã ', 'Ã\u00A0'))).toBe(
      'Expérience de développeur à Lyon',
    )
    expect(mended('CompÃ©tences liÃ©es Ã la qualitÃ©')).toBe('Compétences liées à la qualité')
  })
})

describe('accents drawn by themselves', () => {
  const mend = (text: string) => findAccents(text)?.(text) ?? text
  test('before their letter, as TeX draws them', () => {
    expect(mend('Exp´erience d´evelopp´ee `a l’ˆetre, na¨ıve, fran¸cais')).toBe(
      'Expérience développée à l’être, naïve, français',
    )
  })
  test('between letters that could both bear it, the rest of the text decides', () => {
    expect(mend('Mati`eres, Fran¸cais et r´eseau, connaˆıtre')).toBe('Matières, Français et réseau, connaître')
  })
  test('behind their letter', () => {
    expect(mend('Expe´rience de´veloppe´e, He´le`ne')).toBe('Expérience développée, Hélène')
  })
  test('keys of other meanings stay', () => {
    expect(mend('2^10, `code`, O´Brien')).toBe('2^10, `code`, O´Brien')
  })
})

describe('lost ligatures', () => {
  test.each([
    ['certi\uE001cation', 'certification'],
    ['Quali\uFFFDé en pro\uFFFDl', 'Qualifié en profil'],
    ['certi cation et pro l', 'certification et profil'],
    ['pack o ce', 'pack office'],
    ['gestion des con its', 'gestion des conflits'],
  ])('%s is %s', (lost, whole) => expect(openLigatures(lost)).toBe(whole))
  test.each([
    'diplôme de certification et de qualification',
    'le chef de la fiche',
    'plus à même de ce fait',
    'il y a des affaires en cours et on ne lit pas',
    'in it, on it, to flow',
    'a aimé ce poste',
  ])('%s stays as it is', (text) => expect(openLigatures(text)).toBe(text))
})
