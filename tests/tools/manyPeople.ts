import type { PersonTraits } from '../../src/model/duplicates.ts'

/** A seeded source of chance in [0,1): the same people at every run (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const given = 'Mohamed Fatima Marie Youssef Jean Khadija Nathalie Pierre Sophie Karim Julie Nicolas Aicha Thomas Céline Hassan Camille Omar Sandrine Mehdi Laura Rachid Léa Julien Imane Claire Hicham Manon Vincent Zineb Antoine Sara Brahim Chloé Amine Pauline Samir Lucie Kevin Nadia Emma Bilal Awa Mamadou Aminata Cheikh Oumar Inès Adrien Soukaina Bastien Maëva Yann Gwenaëlle Tanguy Ewen Solène Titouan Apolline Zofia Piotr Kwame'.split(' ') // prettier-ignore
const known = 'Martin Bernard Petit Durand Moreau Alaoui Bennani Idrissi Tazi Amrani Diallo Traoré Ndiaye Lefebvre Roux Garcia Nguyen Benali Berrada Haddad Fournier Girard'.split(' ') // prettier-ignore
const starts = 'Bar Ber Cal Cha Del Dor Fal Gar Gui Har Jol Ker Lan Lou Mal Mer Nor Pel Quin Rou San Tal Val Ver Ben Bou Cher Mou Zer Sli'.split(' ') // prettier-ignore
const middles = 'a i o e ou ai an in on ar el er il or al en'.split(' ')
const ends = 'bert dier geon lier mont nard net ret rin sard tel vin zac doux kine rani kaoui zali moudi chani loui ssi ddine ffar gue quel'.split(' ') // prettier-ignore
const towns = 'Paris Lyon Marseille Toulouse Nantes Casablanca Rabat Fès Lille Rennes Bordeaux Tanger Strasbourg Montpellier Angers Brest Dakar Grenoble Nancy Le Mans'.split(' ') // prettier-ignore
const jobs = 'préparateur de commandes;soudeur à l’arc;aide-soignante de nuit;développeuse web;comptable général;chef de rang;conducteur poids lourd;technicien de maintenance;assistante de direction;maçon coffreur;vendeuse en boulangerie;électricien du bâtiment'.split(';') // prettier-ignore
const duties = 'tenue des stocks et inventaires;accueil des clients au comptoir;contrôle de la qualité des pièces;relances des factures impayées;encadrement d’une équipe de quatre personnes;respect des règles de sécurité;rédaction des comptes rendus;entretien du matériel confié;suivi des commandes urgentes;formation des nouveaux arrivants;prise de rendez-vous au téléphone;préparation des chantiers de la semaine'.split(';') // prettier-ignore

/** Skewed towards the first: some names, towns and employers are everywhere. */
const pick = <T>(all: readonly T[], random: () => number): T => all[Math.floor(random() ** 2 * all.length)]!

/** Invented people, light as the duplicate search sees them. One in five hundred bears a very common name. */
export function* manyPeople(count: number, seed = 1): Generator<PersonTraits> {
  const random = chance(seed)
  for (let index = 0; index < count; index += 1) {
    const surname =
      random() < 0.25 ? pick(known, random) : pick(starts, random) + pick(middles, random) + pick(ends, random)
    const name = random() < 0.002 ? 'Mohamed El Amrani' : `${pick(given, random)}${random() < 0.08 ? ` ${pick(given, random)}` : ''} ${surname}` // prettier-ignore
    const employers = Array.from({ length: 1 + Math.floor(random() * 4) }, () =>
      random() < 0.3
        ? `Groupe ${pick(known, random)}`
        : `${pick(starts, random)}${pick(ends, random)} ${pick(ends, random)}`,
    )
    const text = employers
      .map((employer) =>
        [
          pick(jobs, random),
          employer,
          ...Array.from(
            { length: 4 },
            () => `${pick(duties, random)} ${Math.floor(random() * 90)} ${pick(starts, random)}`,
          ),
        ].join(' '),
      )
      .join('\n')
    yield {
      id: `p${seed}-${String(index).padStart(6, '0')}`,
      name,
      keys: [
        ...(random() < 0.9 ? [`email:${seed}-${index}`] : []),
        ...(random() < 0.85 ? [`phone:${seed}-${index}`] : []),
        ...(random() < 0.3 ? [`birthYear:${1960 + Math.floor(random() * 45)}`] : []),
      ],
      town: pick(towns, random),
      employers,
      schools: random() < 0.7 ? [`Lycée ${pick(known, random)}`] : [],
      text,
      mergedFrom: [],
    }
  }
}

/** The same person as another CV tells them: order, accents, a slip, another e-mail, some of the same jobs. */
export function again(person: PersonTraits, random: () => number, id: string): PersonTraits {
  const words = person.name.split(' ')
  const slipped = random() < 0.2 ? words.map((word, at) => (at === words.length - 1 && word.length > 5 ? word.slice(0, 3) + word.slice(4) : word)) : words // prettier-ignore
  const name = random() < 0.5 ? slipped.toReversed().join(' ').toUpperCase() : slipped.join(' ')
  const keepsPhone = random() < 0.8
  const keepsEmail = random() < 0.6 || !keepsPhone
  return {
    ...person,
    id,
    name,
    keys: person.keys.map((key) => (key.startsWith('email:') && !keepsEmail) || (key.startsWith('phone:') && !keepsPhone) ? `${key}x` : key), // prettier-ignore
    employers: [...person.employers, `${pick(starts, random)}${pick(ends, random)}`],
    text: `${person.text}\n${pick(jobs, random)} ${pick(duties, random)} ${pick(duties, random)}`,
  }
}
