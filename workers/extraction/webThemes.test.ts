import { describe, expect, test } from 'vitest'
import { item } from '../../tests/tools/item.ts'
import type { TextItem } from './layout/page.ts'
import { pagesToLines } from './readDocument.ts'
import { understand } from './understand.ts'

// What web themes and online makers put on a page, and what it means.
const bold = { bold: true }
const read = (items: TextItem[], urls: string[] = []) => {
  const page = { number: 1, width: 595, height: 842, by: 'text' as const, items, ordered: false, links: [] }
  const links = urls.map((url) => ({ url, x: 40, y: 60, width: 80, height: 10 }))
  return understand(pagesToLines([page]).lines, links, 'cv.pdf', [{ width: 595, height: 842 }]).cv
}
const header = [item('Solveig Brennetot', 40, 40, 22, bold), item('solveig.brennetot@example.org', 40, 60)]

describe('web themes and online makers', () => {
  test('initials in a badge are no part of the name', () => {
    const cv = read([item('SB', 40, 42, 18), item('Solveig Brennetot', 66, 42, 22, bold), ...header.slice(1)])
    expect(cv.fullName?.value).toBe('Solveig Brennetot')
  })

  test('a map behind the town is no link of the person, and a country after the code no town', () => {
    const cv = read([...header, item('Rennes, 35000, FR', 40, 75)], ['https://www.google.com/maps?q=35000%20Rennes'])
    expect(cv.links).toEqual([])
    expect([cv.city?.value, cv.postalCode?.value]).toEqual(['Rennes', '35000'])
  })

  test('an unknown town beside the dates is neither employer nor diploma', () => {
    const cv = read([
      ...header,
      item('Expérience', 40, 100, 14, bold),
      item('10/2015 - 01/2019 Ploubaznac', 40, 120, 9),
      item('ÉLECTROMÉCANICIENNE', 40, 133, 10, bold),
      item('CONSERVERIE KERDALAÉ', 180, 133),
      item('Formation', 40, 170, 14, bold),
      item('2009 - 2012 Ploubaznac', 40, 190, 9),
      item('BAC PROFESSIONNEL MEI', 40, 203, 10, bold),
      item('LYCÉE JEAN-MOULIN', 200, 203),
    ])
    expect(cv.jobs[0]?.organisation?.value).toBe('CONSERVERIE KERDALAÉ')
    expect(cv.degrees[0]?.title?.value).toBe('BAC PROFESSIONNEL MEI')
  })

  test('several posts stand under one employer, with drawn bullets in between', () => {
    const cv = read([
      ...header,
      item('Work experience', 40, 100, 14, bold),
      item('Harrowgate Infirmary', 40, 120, 10, bold),
      item('Charge Nurse', 40, 133),
      item('Jan 2020 – Present', 40, 146, 9),
      item('Lead a team of nine on a ward', 55, 160),
      item('Link nurse for pressure care', 55, 173),
      item('Staff Nurse', 40, 186),
      item('Sep 2016 – Dec 2019', 40, 199, 9),
      item('Cared for patients after stroke', 55, 213),
    ])
    expect(cv.jobs.map((job) => [job.title?.value, job.organisation?.value])).toEqual([
      ['Charge Nurse', 'Harrowgate Infirmary'],
      ['Staff Nurse', 'Harrowgate Infirmary'],
    ])
  })

  test('tags are parted by their distance, and a colon that rates nothing is dropped', () => {
    const tags = [item('Photoshop', 40, 120), item('InDesign', 92, 120), item('WordPress', 139, 120)]
    const names = (items: TextItem[]) => read([...header, item('Compétences', 40, 100, 14, bold), ...items]).skills
    expect(names(tags).map((skill) => skill.value)).toEqual(['Photoshop', 'InDesign', 'WordPress'])
    const colons = [item('Éveil musical:', 40, 120, 10, bold), item('Premiers secours:', 40, 140, 10, bold)]
    expect(names(colons).map((skill) => skill.value)).toEqual(['Éveil musical', 'Premiers secours'])
  })

  test('languages for machines are skills', () => {
    const cv = read([
      ...header,
      item('Languages', 40, 100, 14, bold),
      item('TypeScript, Go, Python', 40, 120),
      item('Education', 40, 150, 14, bold),
      item('BSc Computing, University of Leeds, 2014 - 2017', 40, 170),
    ])
    expect(cv.languages).toEqual([])
    expect(cv.skills.map((skill) => skill.value)).toContain('TypeScript')
  })

  test('a kind of diploma alone goes on in the next row', () => {
    const cv = read([
      ...header,
      item('Formation', 40, 100, 14, bold),
      item('2014 - 2016', 40, 120, 9),
      item('Université de Caen', 40, 133, 12, bold),
      item('Master', 40, 146),
      item('Océanographie', 40, 159),
    ])
    expect(cv.degrees[0]?.title?.value).toBe('Master, Océanographie')
    expect(cv.degrees[0]?.school?.value).toBe('Université de Caen')
  })

  test('an undated degree keeps the school that stands below it', () => {
    const cv = read([
      ...header,
      item('Formation', 40, 100, 14, bold),
      item('DCG', 40, 120),
      item('IAE Lille', 40, 133),
      item('BTS Comptabilité et gestion', 40, 150),
      item('Lycée Gaston-Berger', 40, 163),
    ])
    expect(cv.degrees.map(({ title, school }) => [title?.value, school?.value])).toEqual([
      ['DCG', 'IAE Lille'],
      ['BTS Comptabilité et gestion', 'Lycée Gaston-Berger'],
    ])
  })

  test('a first name and a surname in two weights are two words though they touch', () => {
    const cv = read([item('Solveig', 40, 40, 22), item('Brennetot', 117, 40, 22, bold), ...header.slice(1)])
    expect(cv.fullName?.value).toBe('Solveig Brennetot')
  })

  test('an address that a narrow column cut inside its last word is whole again', () => {
    const cv = read([
      header[0]!,
      item('solveig.brennetot@example.de', 40, 60),
      item('v', 40, 72),
      item('06 39 98 00 41', 40, 88),
    ])
    expect(cv.email?.value).toBe('solveig.brennetot@example.dev')
  })

  test('a list of tools under no heading of its own holds the skills, where there is no other list', () => {
    const cv = read([
      ...header,
      item('Sage 100', 40, 120),
      item('Lettrage', 40, 134),
      item('Excel', 40, 148),
      item('Immobilisations', 40, 162),
      item('Formation', 40, 200, 14, bold),
      item('DCG, IAE Lille, 2014', 40, 220),
    ])
    expect(cv.skills.map(({ value }) => value)).toEqual(['Sage 100', 'Lettrage', 'Excel', 'Immobilisations'])
  })

  test('dates too long for their margin still stand in it', () => {
    const cv = read([
      ...header,
      item('Experience', 40, 100, 14, bold),
      item('2021 - Today', 50, 120),
      item('Sainsbury Wellcome Centre, London', 130, 120),
      item('Research Fellow', 130, 133),
      item('Models of replay in spatial memory', 130, 146),
      item('January 2018 - September 2021', 50, 162),
      item('Max Planck Institute, Frankfurt', 130, 175),
      item('Postdoctoral Researcher', 130, 188),
      item('Recordings from visual cortex', 130, 201),
      item('2014 - 2017', 50, 217),
      item('University of Edinburgh, Edinburgh', 130, 217),
      item('Teaching Assistant', 130, 230),
      item('Skills', 40, 260, 14, bold),
      item('Julia, Python, MATLAB', 130, 280),
    ])
    expect(cv.jobs.map(({ title, start }) => [title?.value, start?.value])).toEqual([
      ['Research Fellow', '2021'],
      ['Postdoctoral Researcher', '2018-01'],
      ['Teaching Assistant', '2014'],
    ])
  })

  test('a small town beside an employer is a town, and a town whose name is a word is none by itself', () => {
    const cv = read([
      ...header,
      item('Expérience', 40, 100, 14, bold),
      item('2019 - 2022', 40, 120),
      item('Fleuriste', 130, 120, 10, bold),
      item('Aux Douze Jardins, La Flèche', 130, 133),
      item('Falaise', 130, 170, 10, bold),
      item('2015 - 2019', 40, 170),
      item('Vendeuse', 130, 183),
    ])
    expect(cv.jobs.map(({ organisation, place }) => [organisation?.value, place?.value ?? null])).toEqual([
      ['Aux Douze Jardins', 'La Flèche'],
      ['Falaise', null],
    ])
  })
})
