import { catalogue } from '../ui/language.ts'

/** Words of what a guest of one offer sees first. */
export const guestHomeText = catalogue({
  fr: {
    title: 'L’offre que vous suivez',
    loading: 'Lecture de l’offre',
    nothing: 'L’offre n’est pas encore là',
    nothingNote: 'Elle arrive de l’appareil qui vous a invité. S’il est éteint, elle viendra quand il sera rallumé.',
    nobody: 'Personne n’est encore proposé pour cette offre.',
    how: 'Choisissez une étape ou écrivez un mot\u00A0: le recruteur les reçoit à votre nom.',
    advert: 'L’annonce',
    comment: 'Commenter',
    nameless: 'Sans nom',
    stageOf: (name: string) => `Étape de ${name}`,
    moved: (name: string, stage: string) => `${name}\u00A0: ${stage}.`,
    movedBy: (stage: string, by: string) => `${stage}, par ${by}`,
    notKept: 'Ce n’est pas enregistré. Rechargez la page et réessayez.',
  },
  en: {
    title: 'The offer you follow',
    loading: 'Reading the offer',
    nothing: 'The offer is not here yet',
    nothingNote: 'It comes from the device that invited you. If that is off, it will come once it is on again.',
    nobody: 'Nobody is proposed for this offer yet.',
    how: 'Choose a stage or write a word: the recruiter receives them under your name.',
    advert: 'The advert',
    comment: 'Comment',
    nameless: 'No name',
    stageOf: (name) => `Stage of ${name}`,
    moved: (name, stage) => `${name}: ${stage}.`,
    movedBy: (stage, by) => `${stage}, by ${by}`,
    notKept: 'It was not kept. Reload the page and try again.',
  },
})
