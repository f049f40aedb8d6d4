import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applicationSchema } from './application.ts'
import { candidateSchema } from './candidate.ts'
import { documentSchema } from './document.ts'
import { interactionSchema } from './interaction.ts'
import { offerSchema } from './offer.ts'
import { commentOf, moveOf, type OfferScope, type ShareChoice, shareOf } from './offerShare.ts'
import type { Kind, Kinds, Stored } from './record.ts'

const schemas = {
  offer: offerSchema,
  candidate: candidateSchema,
  application: applicationSchema,
  interaction: interactionSchema,
  document: documentSchema,
}

/** A record whose every text is a word of its own, so that where it came from shows wherever it goes. */
function record<K extends keyof typeof schemas>(kind: K, id: string, fields: Partial<Kinds[K]>): Stored<K> {
  const empty = schemas[kind].parse({}) as Record<string, unknown>
  const marked = Object.fromEntries(
    Object.entries(empty).map(([name, value]) => [name, value === '' ? `${kind}.${name}.${id}` : value]),
  )
  const made = schemas[kind].parse({ ...marked, ...fields, unknownToUs: `secret.${id}` }) as Kinds[K]
  return { id, kind: kind as Kind as K, fields: made, about: {}, createdAt: 1, updatedAt: 1 }
}

const line = (text: string, documentId: string) => ({
  text,
  documentId,
  boxes: [{ page: 1, x: 0, y: 0, width: 1, height: 1 }],
})

/** An offer among others: `c1`, `c2` have a stage in it, `c3` only in another. */
function pool(): OfferScope {
  const candidate = (id: string) =>
    record('candidate', id, {
      fullName: `Name ${id}`,
      email: `${id}@example.org`,
      phone: '+33639981234',
      address: `12 rue ${id}`,
      links: [`https://example.org/${id}`],
      birthDate: `1990-birth-${id}`,
      documentId: `cv-${id}`,
      salaryMin: 41_234,
      salaryMax: 52_345,
      tags: { [`tag-${id}`]: true },
      photoId: `photo-${id}`,
      mergedFrom: [`merged-${id}`],
      summary: [line(`Vendeuse ${id}`, `cv-${id}`), line(`Joignable : ${id}@example.org`, `cv-${id}`)],
      otherLines: [line(`other-${id}`, `cv-${id}`)],
      experiences: {
        job: {
          title: `Job ${id}`,
          organisation: 'Ferme',
          place: '',
          start: '2015-09',
          end: '2018-10',
          order: 0,
          lines: [line('Tél. 06 39 98 12 34', `cv-${id}`), line('De 09/2015 à 10/2018', `cv-${id}`)],
          inner: `inner-${id}`,
        },
      },
    })
  const move = { stage: 'proposed' as const, at: 5, by: 'Nora', reason: 'reason-secret', score: 77.7 }
  const application = (id: string, candidateId: string, offerId: string) =>
    record('application', id, { candidateId, offerId, stage: 'proposed', moves: { move } })
  const note = (id: string, candidateId: string, offerId: string) =>
    record('interaction', id, { candidateId, offerId, text: `note-${id}`, kind: 'note', at: 1 })
  return {
    offer: record('offer', 'o1', { title: 'Vendeuse', weights: { skill: 99.5 }, contact: 'contact-secret' }),
    applications: [application('a1', 'c1', 'o1'), application('a2', 'c2', 'o1'), application('a3', 'c3', 'o2')],
    candidates: ['c1', 'c2', 'c3'].map(candidate),
    documents: ['c1', 'c2', 'c3'].map((id) =>
      record('document', `cv-${id}`, {
        candidateId: id,
        role: 'cv',
        hiddenPassages: [`hidden-${id}`],
        contentKey: `key-${id}`,
      }),
    ),
    interactions: [note('n1', 'c1', 'o1'), note('n2', 'c1', ''), note('n3', 'c1', 'o2'), note('n4', 'c3', 'o1')],
  }
}

const said = (scope: OfferScope, choice: ShareChoice): string => JSON.stringify(shareOf(scope, choice))
const nothingMore: ShareChoice = { contacts: false, cvs: false }

describe('what the guests of an offer may have', () => {
  test('W008 the offer, those who have a stage in it, and what was said of them for it', () => {
    const ids = shareOf(pool(), nothingMore).map(({ id }) => id)
    expect(ids.toSorted()).toEqual(['a1', 'a2', 'c1', 'c2', 'n1', 'o1'])
  })

  test('a person has a name and a career; what reaches them stays, also out of the lines of a CV', () => {
    const c1 = shareOf(pool(), nothingMore).find(({ id }) => id === 'c1')!.fields
    expect(c1['fullName']).toBe('Name c1')
    expect(c1['summary']).toEqual([{ text: 'Vendeuse c1' }])
    expect(c1['experiences']).toMatchObject({ job: { title: 'Job c1', lines: [{ text: 'De 09/2015 à 10/2018' }] } })
    const shared = said(pool(), nothingMore)
    for (const word of ['@example.org', '39981234', '39 98 12 34', '12 rue', 'https://'])
      expect(shared).not.toContain(word)
  })

  test('contacts and CVs come when they are ticked, and nothing else with them', () => {
    const shared = shareOf(pool(), { contacts: true, cvs: true })
    expect(shared.find(({ id }) => id === 'c1')!.fields).toMatchObject({ email: 'c1@example.org', documentId: 'cv-c1' })
    expect(shared.filter(({ kind }) => kind === 'document').map(({ id }) => id)).toEqual(['cv-c1', 'cv-c2'])
    expect(shared.find(({ id }) => id === 'cv-c1')!.fields).not.toHaveProperty('hiddenPassages')
  })

  test('what was only assumed of a person is not said to others', () => {
    const scope = pool()
    const assumed = scope.candidates.map((one) => ({
      ...one,
      fields: { ...one.fields, noticeDays: 30 },
      about: { noticeDays: { by: 'assumed' as const } },
    }))
    const c1 = shareOf({ ...scope, candidates: assumed }, nothingMore).find(({ id }) => id === 'c1')!
    expect(c1.fields['noticeDays']).toBeNull()
    expect(c1.fields['fullName']).toBe('Name c1')
  })

  test('who lies in the bin is kept from sight; who has no stage any more is not there', () => {
    const scope = pool()
    const [first, ...others] = scope.applications
    const binned = { ...scope, applications: [{ ...first!, binnedAt: 9 }, ...others] }
    expect(shareOf(binned, nothingMore).find(({ id }) => id === 'c1')).toMatchObject({ binned: true })
    const gone = shareOf({ ...scope, applications: others }, nothingMore).map(({ id }) => id)
    expect(gone.toSorted()).toEqual(['a2', 'c2', 'o1'])
  })

  test('the demonstration is shared with nobody', () => {
    const scope = pool()
    expect(shareOf({ ...scope, offer: { ...scope.offer!, demo: true } }, nothingMore)).toEqual([])
    const demo = { ...scope, candidates: scope.candidates.map((one) => ({ ...one, demo: true })) }
    expect(shareOf(demo, nothingMore).map(({ id }) => id)).toEqual(['o1'])
  })
})

/** What may never be said, whatever is ticked. */
const secrets = [
  'secret',
  '41234',
  '52345',
  '1990-birth',
  'tag-',
  'photo-',
  'merged-',
  'other-',
  'inner-',
  'hidden-',
  'key-',
  'note-n2',
  'note-n3',
  'note-n4',
  '77.7',
  '99.5',
  'c3',
  'a3',
  'o2',
]

describe('whatever the pool is', () => {
  const choices = fc.record({ contacts: fc.boolean(), cvs: fc.boolean() })
  /** Texts anywhere in a record, some of them hostile; none can be taken for what is asked after. */
  const anyFields = fc.dictionary(
    fc.constantFrom(
      'tags',
      'weights',
      'salaryMin',
      'contact',
      'photoId',
      'birthDate',
      'moves',
      'lines',
      '__proto__',
      'x',
    ),
    fc.constantFrom<unknown>('leak', ['leak'], { leak: 'leak' }, { a: { leak: 'leak' } }),
  )

  test('W008 no value of a record out of the scope or of a field out of the list is in what guests get', () => {
    fc.assert(
      fc.property(choices, fc.array(anyFields, { maxLength: 6 }), (choice, odd) => {
        const scope = pool()
        const add = <K extends Kind>(records: readonly Stored<K>[], fields: Record<string, unknown>): Stored<K>[] =>
          records.map((one) => {
            const more = Object.fromEntries(Object.entries(fields).filter(([name]) => !(name in one.fields)))
            return { ...one, fields: { ...one.fields, ...more }, about: { leak: { by: 'person', person: 'leak' } } }
          })
        const [a = {}, b = {}, c = {}, d = {}, e = {}] = odd
        const shared = said(
          {
            offer: add([scope.offer!], a)[0]!,
            applications: add(scope.applications, b),
            candidates: add(scope.candidates, c),
            documents: add(scope.documents, d),
            interactions: add(scope.interactions, e),
          },
          choice,
        )
        for (const secret of [...secrets, 'leak']) expect(shared).not.toContain(secret)
        if (!choice.contacts) expect(shared).not.toContain('@example.org')
        if (!choice.cvs) expect(shared).not.toContain('cv-c')
      }),
    )
  })

  test('fields that a list does not name are not there', () => {
    fc.assert(
      fc.property(choices, (choice) => {
        for (const { kind, fields } of shareOf(pool(), choice)) {
          const hidden: Partial<Record<Kind, string[]>> = {
            offer: ['contact', 'weights', 'documentId'],
            candidate: ['salaryMin', 'salaryMax', 'tags', 'otherLines', 'birthDate', 'photoId', 'origin', 'mergedFrom'],
            document: ['contentKey', 'hiddenPassages', 'apart', 'offerId'],
          }
          for (const name of [...(hidden[kind] ?? []), 'unknownToUs']) expect(fields).not.toHaveProperty(name)
        }
      }),
    )
  })
})

describe('what comes from a guest', () => {
  const comment = { candidateId: 'c1', offerId: 'o1', kind: 'note', text: 'Très bien', at: 3, by: 'Someone else' }

  test('a comment bears the name of who let in, not the one it says', () => {
    expect(commentOf(comment, 'o1', 'Client')).toEqual({ ...comment, by: 'Client' })
    expect(commentOf({ ...comment, offerId: '' }, 'o1', 'Client')).toMatchObject({ offerId: 'o1' })
  })

  test('what is no comment for this offer is not taken', () => {
    expect(commentOf({ ...comment, offerId: 'o2' }, 'o1', 'Client')).toBeNull()
    expect(commentOf({ ...comment, text: '  ' }, 'o1', 'Client')).toBeNull()
    expect(commentOf({ ...comment, candidateId: 7 }, 'o1', 'Client')).toBeNull()
    fc.assert(fc.property(fc.anything(), (odd) => void commentOf(odd, 'o1', 'Client')))
  })

  test('a move is one of the stages, without a score', () => {
    const move = { stage: 'interview', at: 4, by: 'x', reason: 'Oui', score: 91 }
    expect(moveOf(move, 'Client')).toEqual({ stage: 'interview', at: 4, by: 'Client', reason: 'Oui', score: null })
    expect(moveOf({ ...move, stage: 'hired' }, 'Client')).toBeNull()
    fc.assert(fc.property(fc.anything(), (odd) => void moveOf(odd, 'Client')))
  })
})
