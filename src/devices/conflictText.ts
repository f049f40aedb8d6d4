import { formatNumber } from '../kit/format.ts'
import { catalogue } from '../ui/language.ts'

/** Words of values that two devices changed without knowing of each other. */
export const conflictText = catalogue({
  fr: {
    title: 'Modifié des deux côtés',
    note: 'Deux appareils ont changé la même valeur sans se connaître. La plus récente est gardée\u00A0; l’autre est ici, à reprendre d’un geste.',
    also: (person: string) => (person === '' ? 'Modifié aussi ailleurs' : `Modifié aussi par ${person}`),
    kept: 'Gardé',
    removed: (person: string) => (person === '' ? 'Retiré ailleurs' : `Retiré par ${person}`),
    removedNote: (remover: string, editor: string) =>
      `${remover || 'Un appareil'} l’a retiré, ${editor || 'un autre'} l’a modifié sans le savoir\u00A0: gardé.`,
    removeAfterAll: 'Retirer quand même',
    removedNow: (field: string) => `${field}\u00A0: retiré.`,
    other: 'L’autre',
    by: (person: string, when: string) => (person === '' ? when : `${person}, ${when}`),
    onDevice: (person: string, device: string, when: string) =>
      person === '' ? `${device}, ${when}` : `${person}, ${device}, ${when}`,
    nothing: 'rien',
    swap: 'Reprendre l’autre',
    keep: 'Garder',
    swapped: (field: string) => `${field}\u00A0: l’autre valeur est reprise.`,
    settled: (field: string) => `${field}\u00A0: valeur gardée.`,
    notWritten: 'Rien n’a été écrit. Libérez de la place ou rechargez, puis recommencez.',
    more: (count: number) => `Voir les ${formatNumber('fr', count)}`,
    none: 'Rien à choisir',
    noneNote: 'Quand deux appareils changent la même valeur sans se connaître, les deux sont gardées ici.',
    loading: 'Lecture des valeurs',
    open: 'Ouvrir la fiche',
    gone: 'Fiche',
  },
  en: {
    title: 'Changed on both sides',
    note: 'Two devices changed the same value without knowing of each other. The latest is kept; the other one is here, to take back in one tap.',
    also: (person) => (person === '' ? 'Changed elsewhere too' : `Also changed by ${person}`),
    kept: 'Kept',
    removed: (person) => (person === '' ? 'Removed elsewhere' : `Removed by ${person}`),
    removedNote: (remover, editor) =>
      `${remover || 'One device'} removed it, ${editor || 'another'} edited it without knowing: kept.`,
    removeAfterAll: 'Remove after all',
    removedNow: (field) => `${field}: removed.`,
    other: 'The other',
    by: (person, when) => (person === '' ? when : `${person}, ${when}`),
    onDevice: (person, device, when) => (person === '' ? `${device}, ${when}` : `${person}, ${device}, ${when}`),
    nothing: 'nothing',
    swap: 'Take the other',
    keep: 'Keep',
    swapped: (field) => `${field}: the other value is back.`,
    settled: (field) => `${field}: value kept.`,
    notWritten: 'Nothing was written. Free some space or reload, then try again.',
    more: (count) => `See all ${formatNumber('en', count)}`,
    none: 'Nothing to choose',
    noneNote: 'When two devices change the same value without knowing of each other, both are kept here.',
    loading: 'Reading the values',
    open: 'Open the record',
    gone: 'Record',
  },
})
