import { describe, expect, test } from 'vitest'
import type { TextItem } from '../layout/page.ts'
import { isBoldFont, isIconFont, isItalicFont } from './fontNames.ts'
import { setLooseAccents } from './looseAccents.ts'

const item = (text: string, x: number, width: number): TextItem => ({
  text,
  x,
  y: 92,
  width,
  height: 10,
  size: 10,
  baseline: 100,
  bold: false,
  italic: false,
  colour: '',
  font: '',
  hidden: '',
  certainty: 1,
})
const joined = (...items: TextItem[]): string[] => {
  setLooseAccents(items)
  return items.map((one) => one.text)
}

describe('TeX fonts', () => {
  test('their names tell bold and italic as those of other makers do', () => {
    const bold = ['ABCDEF+CMBX12', 'SFBX1095', 'CMSSBX10', 'SFBI1095', 'LMRoman12-Bold', 'NimbusRomNo9L-Medi']
    const italic = ['CMTI10', 'SFTI1000', 'CMBXTI10', 'LMRomanSlant10-Regular', 'SourceSansPro-LightIt']
    expect(bold.filter((name) => !isBoldFont(name))).toEqual([])
    expect(italic.filter((name) => !isItalicFont(name))).toEqual([])
    for (const plain of ['CMR10', 'SFRM1095', 'LMRoman10-Regular', 'Lato-Regular', 'NimbusRomNo9L-Regu']) {
      expect(isBoldFont(plain) || isItalicFont(plain)).toBe(false)
    }
  })
  test('fonts of pictures are told from fonts of letters', () => {
    expect(isIconFont('ANKNIR+FontAwesome5Free-Solid') && isIconFont('MarVoSym')).toBe(true)
    expect(isIconFont('LMMathSymbols10-Regular')).toBe(false)
  })
})

describe('loose accents', () => {
  test('an accent and its letter in two runs meet in the second', () => {
    const runs = [item('Exp´', 56.7, 26.7), item('eriences', 77.1, 43.4)]
    expect(joined(...runs)).toEqual(['Exp', '´eriences'])
    expect(runs[0]!.x + runs[0]!.width).toBeCloseTo(77.1)
  })
  test('a mark that stands on no letter is left alone', () => {
    expect(joined(item('l´b', 50, 20), item('prix ´', 80, 30), item('et', 130, 10))).toEqual(['l´b', 'prix ´', 'et'])
  })
})
