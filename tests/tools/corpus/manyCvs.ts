/**
 * Any number of distinct small CVs, one page of 2 to 4 KB each, the same for the same seed.
 * As a command: node tests/tools/corpus/manyCvs.ts OUT_DIR COUNT [FIRST_SEED]
 */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Job, Person } from './person.ts'
import { renderPdf } from './renderPdf.ts'
import type { PdfLayout } from './renderPdf.ts'

/** One text CV in PDF; seeds from 0 to 9,999 give different names, e-mails and phones. */
export async function makeCvPdf(seed: number): Promise<{ name: string; fileName: string; bytes: Uint8Array }> {
  const person = makePerson(seed)
  const bytes = await renderPdf(person, pick(layouts, seed), pick(accents, seed))
  const fileName = `cv-${String(seed).padStart(4, '0')}-${asciiOf(person.name).replaceAll(' ', '-')}.pdf`
  return { name: person.name, fileName, bytes }
}

/** The invented person behind a seed. */
export function makePerson(seed: number): Person {
  const random = randomFrom(seed)
  // First name by the seed, family name by a walk of another pace: no pair comes back before 2,500 seeds,
  // and the second family name that then follows keeps later people apart too.
  const round = Math.floor(seed / firstNames.length)
  const family = pick(familyNames, seed * 7 + round)
  const second = Math.floor(seed / (firstNames.length * familyNames.length))
  const name = [pick(firstNames, seed), family, second > 0 ? pick(familyNames, seed * 3 + second) : '']
    .filter((part) => part !== '')
    .join(' ')
  const language = seed % 3 === 2 ? 'en' : 'fr'
  const trade = trades[language][Math.floor(random() * trades[language].length)]!
  const local = asciiOf(name).replaceAll(' ', '.')
  const digits = String(seed % 10_000).padStart(4, '0')
  return {
    language,
    country: 'FR',
    name,
    headline: trade.title,
    email: `${local}.${seed}@example.org`,
    phone: `06 39 98 ${digits.slice(0, 2)} ${digits.slice(2)}`,
    city: cities[Math.floor(random() * cities.length)]!,
    jobs: jobsOf(trade, random),
    degrees: [{ title: trade.degree, school: `Lycée ${pick(familyNames, seed * 5 + 1)}`, end: '2012' }],
    skills: [{ items: trade.skills }],
    languages:
      language === 'fr'
        ? [{ name: 'Français', shown: 'langue maternelle', level: 'native' }]
        : [{ name: 'English', shown: 'native', level: 'native' }],
    licences: ['B'],
    notes: [language === 'fr' ? 'Permis B' : 'Driving licence: B'],
    dateStyle: pick(['long', 'short', 'numeric'] as const, seed),
  }
}

type Trade = { title: string; degree: string; skills: string[]; lines: string[] }

function jobsOf(trade: Trade, random: () => number): Job[] {
  const jobs: Job[] = []
  let end = 2026 * 12 + 9
  for (let count = 0; count < 3; count += 1) {
    const start = end - 14 - Math.floor(random() * 40)
    const first = Math.floor(random() * trade.lines.length)
    jobs.push({
      title: trade.title,
      organisation: `${pick(familyNames, first + count * 11 + Math.floor(random() * 40))} ${pick(['Services', '& Fils', 'Groupe', 'Atelier'], first + count)}`,
      start: monthText(start),
      end: count === 0 && random() < 0.6 ? 'present' : monthText(end),
      lines: [0, 1, 2].map((offset) => pick(trade.lines, first + offset)),
    })
    end = start - 1 - Math.floor(random() * 4)
  }
  return jobs
}

function monthText(month: number): string {
  return `${Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, '0')}`
}

/** Mulberry32: small, fast and the same on every machine. */
function randomFrom(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b9
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function pick<T>(list: readonly T[], at: number): T {
  return list[at % list.length]!
}

function asciiOf(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
}

const layouts: PdfLayout[] = ['oneColumn', 'classic', 'dateMargin', 'leftSidebar']
const accents: [number, number, number][] = [
  [0.12, 0.27, 0.42],
  [0.1, 0.1, 0.1],
  [0.35, 0.18, 0.3],
  [0.1, 0.36, 0.33],
  [0.45, 0.22, 0.1],
]
const cities = ['Lyon', 'Villeurbanne', 'Grenoble', 'Saint-Étienne', 'Valence', 'Annecy', 'Bron', 'Vienne']
const firstNames =
  'Adèle Bakary Céline Driss Elsa Farid Gwenaëlle Hugo Inès Jérémy Khadija Ludovic Mathilde Nabil Océane Pascal Quentin Rachida Sylvain Tatiana Ulysse Violette Wassim Xavier Yolande Zoé Arnaud Brigitte Cédric Djamila Edmond Fatou Gilles Hanane Igor Josiane Kevin Lætitia Mouloud Noémie Olivier Perrine Roland Sandrine Théo Ursula Valérie William Yvette Zacharie'.split(
    ' ',
  )
const familyNames =
  'Abadie Bouvardin Carlotti Deschênais Elmaleki Fauconnet Gharbaoui Hostellier Iturbide Jacquemard Koulibary Lantieri Montfaucier Nguyên-Lefort Ouazzanir Pradelle Quentillac Rocheteau Sagnaoré Trébuchet Urvoas Villecroze Wojtasik Ybarnet Zemmourine Aubryssac Bellecombe Coudrayer Dussolliet Escarpin Floquard Guérinot Haddouchi Isnardon Jourdanne Kerveillan Loubressac Maurienne Naudascher Orsatelli Peyrolade Rambertin Soubeyrand Tissandrin Valbrègue Vaucouleur Weissmuller Yacoubine Zimmerlin Broussardier'.split(
    ' ',
  )
const trades: Record<'fr' | 'en', Trade[]> = {
  fr: [
    {
      title: 'Préparateur de commandes',
      degree: 'CAP Opérateur logistique',
      skills: ['CACES 1B', 'scan RF', 'inventaire', 'filmage'],
      lines: [
        'Préparation de 140 lignes par heure en commande vocale',
        'Chargement et contrôle de 12 camions par jour',
        'Inventaires tournants, écart sous 0,5 %',
        'Filmage et étiquetage des palettes',
      ],
    },
    {
      title: 'Assistante administrative',
      degree: "BTS Support à l'action managériale",
      skills: ['Excel', 'accueil', 'classement', 'facturation'],
      lines: [
        'Accueil physique et téléphonique de 60 personnes par jour',
        'Saisie de 200 factures fournisseurs par mois',
        'Organisation des déplacements de 8 cadres',
        'Suivi des contrats et des relances',
      ],
    },
    {
      title: 'Cuisinier',
      degree: 'CAP Cuisine',
      skills: ['HACCP', 'cuisson', 'pâtisserie', 'commandes'],
      lines: [
        'Service de 90 couverts le midi',
        "Élaboration d'une carte de saison",
        'Suivi des températures et de la traçabilité',
        'Encadrement de deux commis',
      ],
    },
    {
      title: 'Technicien de maintenance',
      degree: 'BTS Maintenance des systèmes',
      skills: ['électricité', 'pneumatique', 'GMAO', 'habilitation BR'],
      lines: [
        'Dépannage de 9 lignes de conditionnement',
        'Plan préventif de 240 équipements',
        'Arrêts réduits de 18 % en un an',
        'Gestion du magasin de pièces',
      ],
    },
  ],
  en: [
    {
      title: 'Customer Service Adviser',
      degree: 'BTEC Business',
      skills: ['CRM', 'complaints handling', 'live chat', 'Excel'],
      lines: [
        'Answered 70 calls a day with 92% satisfaction',
        'Trained six new advisers',
        'Handled refunds up to 500 euros',
        'Wrote the help pages for returns',
      ],
    },
    {
      title: 'Software Developer',
      degree: 'BSc Computer Science',
      skills: ['TypeScript', 'React', 'PostgreSQL', 'Docker'],
      lines: [
        'Built the booking pages used by 40,000 visitors a month',
        'Cut page load from 4 to 1.3 seconds',
        'Reviewed code of a team of five',
        'Moved 30 services to containers',
      ],
    },
    {
      title: 'Accounts Assistant',
      degree: 'AAT Level 3',
      skills: ['Sage', 'VAT returns', 'bank reconciliation', 'Excel'],
      lines: [
        'Reconciled four bank accounts every week',
        'Prepared quarterly VAT returns',
        'Chased overdue invoices, debt down 22%',
        'Entered 300 supplier invoices a month',
      ],
    },
  ],
}

if (import.meta.main) {
  const [folder, count, first = '0'] = process.argv.slice(2)
  if (folder === undefined || count === undefined) throw new Error('Usage: manyCvs.ts OUT_DIR COUNT [FIRST_SEED]')
  await mkdir(folder, { recursive: true })
  for (let seed = Number(first); seed < Number(first) + Number(count); seed += 1) {
    const { fileName, bytes } = await makeCvPdf(seed)
    await writeFile(join(folder, fileName), bytes)
  }
}
