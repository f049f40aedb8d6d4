import { describe, expect, test } from 'vitest'
import { child, parseXml } from './xml.ts'

describe('a tolerant reader of XML', () => {
  test('a quote that is never closed hides neither what follows nor the time', () => {
    const broken = `<cv><a b="1>${'<x y="z" '.repeat(20_000)}<name>Ada</name></cv>`
    expect(JSON.stringify(parseXml(broken))).toContain('Ada')
  })

  test('quoted brackets belong to the attribute, and sections of plain text are kept', () => {
    const cv = child(parseXml(`<cv note='a > b' empty=""/><cv note="x"><![CDATA[1 < 2]]><!-- > --></cv>`), 'cv')
    expect(cv?.attributes).toEqual({ note: 'a > b', empty: '' })
    expect(parseXml('<p><![CDATA[1 < 2]]></p>').children).toEqual([{ name: 'p', attributes: {}, children: ['1 < 2'] }])
  })
})
