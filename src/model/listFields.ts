/** Fields of several values that lists show, sort or filter by. */
const listed: Readonly<Record<string, ReadonlySet<string>>> = {
  candidate: new Set(['skills', 'languages', 'licences', 'tags', 'mobilityPlaces']),
}

/** True for what a new device's lists need before anything longer, whatever it weighs. */
export const isListField = (kind: string, field: string): boolean => listed[kind]?.has(field) === true
