import type { Kind, Provenance } from './record.ts'

/** Fields that name or reach a person: sealed in rows, journal and backups alike. */
const sealedFields: Partial<Record<Kind, readonly string[]>> = {
  candidate: ['email', 'phone', 'address', 'links', 'birthDate'],
  interaction: ['text'],
}

/** The fields of a kind that are sealed at rest. */
export const sealedFieldsOf = (kind: Kind): readonly string[] => sealedFields[kind] ?? []

/** True when the value at `path` (`field` or `field/element`) must be sealed. */
export const isSealedPath = (kind: Kind, path: string): boolean => sealedFieldsOf(kind).includes(path.split('/')[0]!)

/** Provenance of a sealed value without the words it was read from; the boxes may stay, they say nothing. */
export const withoutWords = (provenance: Provenance): Provenance =>
  provenance.source ? { ...provenance, source: { ...provenance.source, text: '' } } : provenance
