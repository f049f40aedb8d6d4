import { describe, expect, test } from 'vitest'
import { type CvLabel, f1, likeness, readMonth, scoreReading } from '../../tools/scoreReadings.ts'

const label: CvLabel = {
  country: 'FR',
  name: 'Élodie Œuvrard',
  phone: '+33639980100',
  jobs: [
    { title: 'Soudeuse', organisation: 'Ateliers Morvan', start: '2020-03', end: 'present' },
    { title: 'Apprentie soudeuse', organisation: 'Tôlerie Brac', start: '2018', end: '2020' },
  ],
  skills: ['Soudage TIG', 'Lecture de plans'],
  skills_optional: ['Métier'],
  languages: [{ lang: 'Français', level: 'native' }],
}

describe('scoring a reading against its label', () => {
  test('what differs in case, accents, notation and word order is right', () => {
    const score = scoreReading(
      {
        name: 'ELODIE OEUVRARD',
        phone: '06 39 98 01 00',
        jobs: [
          { title: 'apprentie  soudeuse', organisation: 'Tôlerie Brac', start: '2018-09', end: '2020' },
          { title: 'Soudeuse', organisation: 'Morvan (ateliers)', start: 'mars 2020', end: 'à ce jour' },
        ],
        skills: ['soudage TIG', 'Plans (lecture)', 'Métier'],
        languages: [{ lang: 'French', level: 'langue maternelle' }],
      },
      label,
    )
    for (const { wrong, missed } of Object.values(score)) expect({ wrong, missed }).toEqual({ wrong: 0, missed: 0 })
    expect([score.name, score.phone, score.job_entry, score.skill].map((tally) => f1(tally!))).toEqual([1, 1, 1, 1])
  })

  test('a year where the page shows a month is wrong, and the job with it', () => {
    const jobs = [{ ...label.jobs![0]!, start: '2020' }, label.jobs![1]!]
    const score = scoreReading({ ...label, jobs }, label)
    expect(score.job_start).toEqual({ right: 1, wrong: 1, missed: 1 })
    expect(score.job_entry).toEqual({ right: 1, wrong: 1, missed: 1 })
  })

  test('an empty reading misses everything and gets nothing wrong', () => {
    const score = scoreReading({}, label)
    expect(score.name).toEqual({ right: 0, wrong: 0, missed: 1 })
    expect(score.job_title).toEqual({ right: 0, wrong: 0, missed: 2 })
    expect(score.skill).toEqual({ right: 0, wrong: 0, missed: 2 })
  })

  test('a file that shows no licences is not asked for any, but an invented one counts', () => {
    expect(scoreReading({}, label).licence).toBeUndefined()
    expect(scoreReading({ licences: ['B'] }, label).licence).toEqual({ right: 0, wrong: 1, missed: 0 })
  })

  test('dates in both languages', () => {
    expect(['sept. 2019', 'September 2019', '09/2019', '2019-09'].map(readMonth)).toEqual(Array(4).fill('2019-09'))
    expect(readMonth("aujourd'hui")).toBe('present')
    expect(readMonth('2019')).toBe('2019')
  })

  test('likeness goes over words, not their order', () => {
    expect(likeness('Chef de projet senior', 'Senior chef projet')).toBe(1)
    expect(likeness('Soudeuse', 'Comptable')).toBeLessThan(0.5)
  })
})
