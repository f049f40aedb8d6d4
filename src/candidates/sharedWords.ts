import type { LikenessReason } from '../model/duplicates.ts'
import { catalogue, type Language } from '../ui/language.ts'

/** What other rooms say of candidates in the same words. */
export const sharedWords = catalogue({
  fr: {
    fields: {
      fullName: 'Nom',
      headline: 'Métier',
      email: 'Courriel',
      phone: 'Téléphone',
      address: 'Adresse',
      city: 'Ville',
      postalCode: 'Code postal',
      country: 'Pays',
      birthDate: 'Date de naissance',
    },
    contracts: {
      cdi: 'CDI',
      cdd: 'CDD',
      interim: 'Intérim',
      apprenticeship: 'Alternance',
      internship: 'Stage',
      seasonal: 'Saisonnier',
      freelance: 'Indépendant',
      other: 'Autre',
    },
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
    fields: {
      fullName: 'Name',
      headline: 'Occupation',
      email: 'E-mail',
      phone: 'Phone',
      address: 'Address',
      city: 'Town',
      postalCode: 'Postcode',
      country: 'Country',
      birthDate: 'Birth date',
    },
    contracts: {
      cdi: 'Permanent',
      cdd: 'Fixed term',
      interim: 'Temporary',
      apprenticeship: 'Apprenticeship',
      internship: 'Internship',
      seasonal: 'Seasonal',
      freelance: 'Freelance',
      other: 'Other',
    },
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
