import { catalogue } from './language.ts'

/** Why words of a file were set apart, in words that accuse nobody: many such files come from a template. */
export const passagesText = catalogue({
  fr: {
    onPage: (page: number) => `Page ${page}.`,
    reasons: {
      'same-colour': 'Écrit de la couleur du fond\u00A0: l’œil ne le voit pas.',
      tiny: 'Écrit trop petit pour être lu.',
      'off-page': 'Placé hors de la page.',
      invisible: 'Présent dans le fichier sans être dessiné.',
      transparent: 'Dessiné en transparence totale.',
      covered: 'Recouvert par une image ou un aplat.',
      clipped: 'Placé hors de la zone dessinée.',
      layer: 'Rangé dans un calque éteint.',
      note: 'Porté par une annotation masquée.',
      style: 'Marqué comme texte masqué, ou écrit pour ne pas être vu.',
      instruction: 'S’adresse à un logiciel plutôt qu’à vous. Vivier n’y obéit pas.',
      disguised: 'Écrit en caractères que les polices ne montrent pas.',
      stuffing:
        'Une liste ou des répétitions d’une longueur inhabituelle. Ce texte reste compté\u00A0: à vous d’en juger.',
      advert: 'Ressemble au texte d’une offre plutôt qu’à un parcours. Ce texte reste compté\u00A0: à vous d’en juger.',
    },
  },
  en: {
    onPage: (page: number) => `Page ${page}.`,
    reasons: {
      'same-colour': 'Written in the colour of the background: the eye does not see it.',
      tiny: 'Written too small to be read.',
      'off-page': 'Placed off the page.',
      invisible: 'In the file without being drawn.',
      transparent: 'Drawn fully transparent.',
      covered: 'Covered by a picture or a filled shape.',
      clipped: 'Placed outside the drawn area.',
      layer: 'Kept in a layer that is switched off.',
      note: 'Carried by a hidden annotation.',
      style: 'Marked as hidden text, or written so as not to be seen.',
      instruction: 'Speaks to software rather than to you. Vivier does not obey it.',
      disguised: 'Written in characters that fonts do not show.',
      stuffing: 'A list or repetitions of unusual length. This text still counts: yours to judge.',
      advert: 'Looks like the text of an offer rather than a career. This text still counts: yours to judge.',
    },
  },
})
