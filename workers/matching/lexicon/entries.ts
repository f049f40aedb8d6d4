import { conceptLines } from './concepts.ts'
import { buildingField } from './fields/building.ts'
import { commerceField } from './fields/commerce.ts'
import { digitalField } from './fields/digital.ts'
import { healthField } from './fields/health.ts'
import { industryField } from './fields/industry.ts'
import { lifeField } from './fields/life.ts'
import { specialitiesField } from './fields/specialities.ts'
import { officeField } from './fields/office.ts'
import { occupationLines } from './occupations.ts'
import { parseField, type OccupationEntry, type SkillEntry } from './parseField.ts'
import { topicLines } from './topics.ts'
import { wordingLines } from './wordings.ts'
import { moreWordingLines } from './wordingsMore.ts'
import { tradeWordingLines } from './wordingsTrades.ts'

const fields = [
  digitalField,
  buildingField,
  industryField,
  healthField,
  commerceField,
  officeField,
  lifeField,
  specialitiesField,
].map(parseField)

const topics = new Map<string, string>()
for (const line of topicLines.split('\n')) {
  const [id, words] = line.split('|')
  if (id && words) topics.set(id, `${topics.get(id) ?? ''} ${words}`)
}
const split = (list: string): string[] =>
  list
    .split(';')
    .map((name) => name.trim())
    .filter(Boolean)

/** Every occupation the lexicon knows. */
export const occupationEntries: readonly OccupationEntry[] = [
  ...occupationLines.split('\n').flatMap((line): OccupationEntry[] => {
    const [id, family, near, french, english] = line.split('|')
    if (!id || !family || english === undefined) return []
    return [
      {
        id,
        family,
        near: (near ?? '').split(',').filter(Boolean),
        french: split(french ?? ''),
        english: split(english),
        topic: topics.get(id) ?? '',
      },
    ]
  }),
  ...fields.flatMap((field) => field.occupations),
]

/** Wordings by skill, in both languages. */
const wordings = new Map<string, string[]>()
for (const line of `${wordingLines}${moreWordingLines}${tradeWordingLines}`.split('\n')) {
  const [id, french, english] = line.split('|')
  if (id && french) wordings.set(id, [...(wordings.get(id) ?? []), ...split(french), ...split(english ?? '')])
}

/** Every skill, licence and degree the lexicon knows. */
export const skillEntries: readonly SkillEntry[] = [
  ...conceptLines.split('\n').flatMap((line): SkillEntry[] => {
    const [id, kind, french, english] = line.split('|')
    if (!id || !kind || !french) return []
    return [{ id, kind: kind as SkillEntry['kind'], french: split(french), english: split(english ?? '') }]
  }),
  ...fields.flatMap((field) => field.skills),
]

/** How lines of work tell of a skill without its name; empty when nobody has said. */
export const wordingsOf = (id: string): readonly string[] => wordings.get(id) ?? []
/** For checks of the tables. */
export const wordedSkills: readonly string[] = [...wordings.keys()]
