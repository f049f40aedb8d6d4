import { isHeldOut } from './taxonomy.ts'
import type { Concept, Taxonomy } from './taxonomy.ts'

export interface RetrievalQuery {
  readonly task: string
  readonly corpus: string
  readonly query: string
  readonly relevant: readonly string[]
}

export interface RetrievalSet {
  readonly corpora: Readonly<Record<string, readonly { readonly id: string; readonly text: string }[]>>
  readonly queries: readonly RetrievalQuery[]
}

/**
 * The held-out split as retrieval tasks. Queries come from held-out concepts only; each corpus holds every concept of
 * the file, so the right answer competes with all those seen in training ('-unseen' corpora: held-out concepts only).
 */
export function buildValidation(taxonomy: Taxonomy): RetrievalSet {
  const corpora: Record<string, { id: string; text: string }[]> = {
    'occupations-en': taxonomy.occupations.map(({ id, labelEn }) => ({ id, text: labelEn })),
    'occupations-fr': taxonomy.occupations.map(({ id, labelFr }) => ({ id, text: labelFr })),
    'skills-en': taxonomy.skills.map(({ id, labelEn }) => ({ id, text: labelEn })),
    'skills-fr': taxonomy.skills.map(({ id, labelFr }) => ({ id, text: labelFr })),
    'rome-sheets': taxonomy.sheets.map(({ code, label }) => ({ id: code, text: label })),
  }
  const occupations = taxonomy.occupations.filter(({ id }) => isHeldOut(id))
  const skills = taxonomy.skills.filter(({ id }) => isHeldOut(id))
  corpora['occupations-en-unseen'] = occupations.map(({ id, labelEn }) => ({ id, text: labelEn }))
  const queries: RetrievalQuery[] = []
  const ask = (task: string, corpus: string, query: string, id: string): void => {
    if (query !== '') queries.push({ task, corpus, query, relevant: [id] })
  }
  const askAlternatives = (task: string, corpus: string, concept: Concept, language: 'fr' | 'en'): void => {
    const label = language === 'fr' ? concept.labelFr : concept.labelEn
    const alternatives = language === 'fr' ? concept.altFr : concept.altEn
    for (const alternative of alternatives)
      if (!label.split('/').includes(alternative)) ask(task, corpus, alternative, concept.id)
  }
  for (const concept of occupations) {
    ask('occupation fr-en', 'occupations-en', concept.labelFr, concept.id)
    ask('occupation fr-en, unseen only', 'occupations-en-unseen', concept.labelFr, concept.id)
    ask('occupation en-fr', 'occupations-fr', concept.labelEn, concept.id)
    askAlternatives('occupation alternative fr-fr', 'occupations-fr', concept, 'fr')
    askAlternatives('occupation alternative fr-en', 'occupations-en', concept, 'fr')
    askAlternatives('occupation alternative en-en', 'occupations-en', concept, 'en')
    askAlternatives('occupation alternative en-fr', 'occupations-fr', concept, 'en')
    ask('occupation description en-en', 'occupations-en', concept.descriptionEn, concept.id)
    ask('occupation description en-fr', 'occupations-fr', concept.descriptionEn, concept.id)
  }
  for (const concept of skills) {
    ask('skill fr-en', 'skills-en', concept.labelFr, concept.id)
    ask('skill en-fr', 'skills-fr', concept.labelEn, concept.id)
    askAlternatives('skill alternative fr-fr', 'skills-fr', concept, 'fr')
    askAlternatives('skill alternative en-en', 'skills-en', concept, 'en')
    ask('skill description en-en', 'skills-en', concept.descriptionEn, concept.id)
  }
  for (const { id, code, title } of taxonomy.titles)
    if (isHeldOut(id)) ask('ROME title to sheet', 'rome-sheets', title, code)
  return { corpora, queries }
}
