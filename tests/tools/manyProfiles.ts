import type { CandidateProfile, OfferProfile } from '../../src/model/match.ts'
import type { CandidateFacts } from '../../src/model/searchQuery.ts'
import { stages } from '../../src/model/application.ts'
import { occupationNames, skillNames } from '../../workers/matching/lexicon/lexicon.ts'
import { readAdvert } from '../../workers/matching/readAdvert.ts'
import { readingToOffer } from '../../workers/matching/readingToOffer.ts'
import { chance } from './manyPeople.ts'

const given = 'Nadège Gaspard Solène Ewen Apolline Titouan Yasmina Brahim Aminata Cheikh Zofia Kwame Orla Lionel Priyanka Callum Maëva Soukaina Bastien Tanguy'.split(' ') // prettier-ignore
const starts = 'Bar Ber Cal Cha Del Dor Fal Gar Gui Har Jol Ker Lan Lou Mal Mer Nor Pel Quin Rou San Tal Val Ver Ben Bou Cher Mou Zer Sli Tro Vau Bri Cla Fre Gou Lam Mar Pon Ros'.split(' ') // prettier-ignore
const middles = 'a i o e ou ai an in on ar el er il or al en ui eau ier et'.split(' ')
const ends = 'bert dier geon lier mont nard net ret rin sard tel vin zac doux kine rani kaoui zali moudi chani loui ssi ddine ffar gue quel ville bois court lac ton'.split(' ') // prettier-ignore
const towns: [string, string][] = [['Paris', '75011'], ['Lyon', '69003'], ['Marseille', '13005'], ['Toulouse', '31000'], ['Nantes', '44000'], ['Lille', '59000'], ['Rennes', '35000'], ['Bordeaux', '33000'], ['Strasbourg', '67000'], ['Nancy', '54000'], ['Grenoble', '38000'], ['Angers', '49000'], ['Brest', '29200'], ['Le Mans', '72000'], ['Dijon', '21000'], ['Casablanca', ''], ['Rabat', ''], ['Tanger', '']] // prettier-ignore
const verbs = 'Réalisation de;Suivi de;Mise en œuvre de;Contrôle de;Préparation de;Organisation de;Participation à;Responsable de;Amélioration de;Formation des équipes à;Carried out;In charge of;Daily;Planned and followed;Improved;Trained newcomers in;Quality checks on;Supported the team with'.split(';') // prettier-ignore
const contexts = 'pour une clientèle de professionnels;dans une équipe de huit personnes;selon les procédures du site;en horaires décalés;sur trois lignes de production;avec compte rendu hebdomadaire à la direction;dans le respect des règles de sécurité;sur un parc de quarante machines;auprès des familles et des partenaires;en lien avec les fournisseurs;for business customers;within a team of eight;under tight deadlines;with weekly reports to management;following safety rules;across three sites;for a large regional hospital;during the busy season;sans encadrement direct;lors de la période estivale'.split(';') // prettier-ignore
const things = 'dossiers commandes stocks clients patients chantiers factures plannings machines contrats livraisons rayons recettes tableaux logiciels archives réunions devis pannes réseaux orders files stock customers invoices rotas deliveries repairs reports projects'.split(' ') // prettier-ignore
const schools = ['Lycée', 'CFA', 'Université', 'IUT', 'Institut', 'College', 'School of']
const degrees = ['CAP', 'BEP', 'Bac pro', 'BTS', 'DUT', 'Licence pro', 'Master', 'Titre professionnel', 'BSc', 'HND']
const languages = [['en', 'Anglais'], ['es', 'Espagnol'], ['de', 'Allemand'], ['ar', 'Arabe'], ['fr', 'Français'], ['pt', 'Portugais']] as const // prettier-ignore
const levels = ['A2', 'B1', 'B2', 'C1', 'courant', 'notions']
const contracts = ['cdi', 'cdd', 'interim', 'apprenticeship', 'freelance'] as const

/** An invented candidate as the matcher and search see one: four jobs, some 250 to 400 words, in French or English. */
export interface ManyProfile {
  profile: CandidateProfile
  facts: CandidateFacts
}

/**
 * Invented candidates, the same at every run. Careers stay near one trade for most; words follow the uneven shares of
 * real ones: a few in every CV, many in one alone (firms, streets of firms, products, slips of the keyboard).
 */
export function* manyProfiles(count: number, seed = 5): Generator<ManyProfile> {
  const random = chance(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  const skewed = <T>(all: readonly T[]): T => all[Math.floor(random() ** 2 * all.length)]!
  const invented = () => pick(starts) + (random() < 0.5 ? pick(middles) : '') + pick(ends)
  const firm = () => (random() < 0.4 ? `Groupe ${skewed(starts)}${skewed(ends)}` : `${invented()} ${random() < 0.5 ? 'Services' : invented()}`) // prettier-ignore
  const slip = (text: string) => {
    if (random() > 0.02 || text.length < 8) return text
    const at = 3 + Math.floor(random() * (text.length - 5))
    return text.slice(0, at) + text.slice(at + 1)
  }
  for (let index = 0; index < count; index += 1) {
    const home = homeOf(random)
    const trade = Array.from({ length: 14 }, () => skillOf(home, random))
    const lines: CandidateProfile['lines'] = []
    const [city, postalCode] = skewed(towns)
    const headline = occupationNames[home]!
    lines.push({ text: headline, section: 'summary' })
    lines.push({ text: `${pick(verbs)} ${skillNames[trade[0]!]} ${pick(contexts)}.`, section: 'summary' })
    let year = 2026
    const jobs = 2 + Math.floor(random() * 4)
    for (let job = 0; job < jobs; job += 1) {
      const start = year - 1 - Math.floor(random() * 5)
      const title =
        random() < 0.7 ? headline : random() < 0.85 ? pick(occupationNames) : `${invented()} ${pick(things)}`
      const organisation = firm()
      const entryId = `j${job}`
      lines.push({
        text: `${title}, ${organisation}, ${skewed(towns)[0]}`,
        section: 'experience',
        entryId,
        entry: { title, organisation, start: `${start}-0${1 + Math.floor(random() * 9)}`, end: job === 0 && random() < 0.6 ? 'present' : `${year}-0${1 + Math.floor(random() * 9)}` }, // prettier-ignore
      })
      const duties = 3 + Math.floor(random() * 5)
      for (let duty = 0; duty < duties; duty += 1) {
        const skill = random() < 0.8 ? skillNames[skewed(trade)]! : pick(skillNames)
        lines.push({ text: slip(`${pick(verbs)} ${skill} et ${pick(things)} ${pick(contexts)}${random() < 0.25 ? `, ${invented()} ${10 + Math.floor(random() * 900)}` : ''}`), section: 'experience', entryId }) // prettier-ignore
      }
      year = start
    }
    for (let degree = 0; degree < 1 + Math.floor(random() * 2); degree += 1) {
      const title = `${pick(degrees)} ${skillNames[pick(trade)]}`
      const school = `${pick(schools)} ${invented()}`
      lines.push({ text: `${title}, ${school}`, section: 'education', entryId: `e${degree}`, entry: { title, organisation: school, start: '', end: `${year - degree}` } }) // prettier-ignore
    }
    if (random() < 0.6) lines.push({ text: 'Permis B', section: 'certificates' })
    for (let skill = 0; skill < 9; skill += 1) lines.push({ text: random() < 0.1 ? invented() : skillNames[trade[skill]!]!, section: 'skills' }) // prettier-ignore
    for (let spoken = 0; spoken < 1 + Math.floor(random() * 2); spoken += 1)
      lines.push({ text: `${pick(languages)[1]} : ${pick(levels)}`, section: 'languages' })
    const days = Math.floor(random() * 900)
    yield {
      profile: {
        id: `p${seed}-${String(index).padStart(6, '0')}`,
        lines,
        facts: {
          city,
          postalCode,
          country: postalCode === '' ? 'MA' : 'FR',
          mobilityKm: random() < 0.4 ? 10 * (1 + Math.floor(random() * 6)) : null,
          remote: null,
          vehicle: random() < 0.5,
          availableFrom: random() < 0.5 ? `2026-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-01` : '',
          contracts: random() < 0.6 ? [pick(contracts)] : [],
          salaryMin: null,
          salaryCurrency: '',
          salaryPeriod: '',
        },
      },
      facts: {
        fullName: `${pick(given)} ${invented()}`,
        headline,
        tags: random() < 0.2 ? [pick(['vivier', 'mobile', 'à rappeler', 'nuit'])] : [],
        stages: random() < 0.15 ? [{ offerId: `offer${Math.floor(random() * 40)}`, stage: pick(stages) }] : [],
        lastContactAt: random() < 0.5 ? Date.UTC(2026, 5, 1) - days * 86_400_000 : 0,
        isFree: random() < 0.1,
        noticeDays: random() < 0.2 ? 30 : null,
        source: 'import',
        hasEmail: random() < 0.9,
        hasPhone: random() < 0.85,
        hasCv: true,
        createdAt: Date.UTC(2025, 0, 1) + index,
        updatedAt: Date.UTC(2026, 0, 1) + index,
      },
    }
  }
}

/** An agency has its trades: some are many, most are few. */
const homeOf = (random: () => number): number => Math.floor(random() ** 2.5 * occupationNames.length)

/** A trade has some thirty skills of its own, the first ones common; one in eight belongs to no trade. */
const skillOf = (home: number, random: () => number): number =>
  random() < 0.125
    ? Math.floor(random() * skillNames.length)
    : (home * 7919 + Math.floor(random() ** 2 * 30) * 104_729) % skillNames.length

/** Invented adverts, each of another trade, read as the app reads a pasted one. */
export function manyOffers(count: number, seed = 11): OfferProfile[] {
  const random = chance(seed)
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!
  return Array.from({ length: count }, (_, index) => {
    const home = homeOf(random)
    const title = occupationNames[home]!
    const asked = Array.from({ length: 4 + Math.floor(random() * 3) }, () => skillNames[skillOf(home, random)]!)
    const advert = `${title} (H/F)\n${pick(towns)[0]} - CDI\n\nVous rejoignez une équipe soudée.\n\nProfil recherché :\n- ${1 + Math.floor(random() * 4)} ans d'expérience comme ${title}\n${asked.map((skill) => `- ${skill}`).join('\n')}\n- Anglais B1\n\nLes plus :\n- ${pick(skillNames)}\n- Permis B` // prettier-ignore
    return readingToOffer(`offer${index}`, advert, readAdvert(advert))
  })
}
