import type { LikenessReason } from '../model/duplicates.ts'
import { catalogue, type Language } from '../ui/language.ts'

/** What other rooms say of candidates in the same words. */
export const sharedWords = catalogue({
  fr: {
    resemblance: {
      file: 'même fichier',
      email: 'même courriel',
      phone: 'même téléphone',
      link: 'même page en ligne',
      birthDate: 'même date de naissance',
      sameName: 'même nom',
      name: 'nom très proche',
      text: 'CV presque identique',
      employers3: 'trois employeurs ou plus en commun',
      employers2: 'deux employeurs en commun',
      employer: 'un employeur en commun',
      school: 'même école',
      town: 'même ville',
      birthYear: 'même année de naissance',
    },
  },
  en: {
    resemblance: {
      file: 'same file',
      email: 'same e-mail',
      phone: 'same phone',
      link: 'same page online',
      birthDate: 'same birth date',
      sameName: 'same name',
      name: 'very close name',
      text: 'nearly the same CV',
      employers3: 'three or more employers in common',
      employers2: 'two employers in common',
      employer: 'one employer in common',
      school: 'same school',
      town: 'same town',
      birthYear: 'same birth year',
    },
  },
})

/** 'même téléphone, même nom'. */
export const reasonsInWords = (reasons: readonly LikenessReason[], language: Language): string =>
  reasons.map((reason) => sharedWords[language].resemblance[reason]).join(', ')
