import { foldWithMap } from '../../../src/kit/fold.ts'
import type { ContractKind } from '../../../src/model/candidate.ts'
import type { CvReading } from '../../../src/model/reading.ts'
import type { Line } from '../layout/page.ts'
import { type Piece, pieceOf, readOf, type PageSizes } from '../layout/reads.ts'
import { findPay } from './pay.ts'

type Wishes = Pick<CvReading, 'contracts' | 'mobilityPlaces' | 'workMode' | 'situation' | 'pay'>

// What turns the name of a contract into a wish. All patterns are tested on folded text.
const wanting =
  /\b(?:recherch\w*|cherche|souhait\w*|en quete|desir\w*|vise|objectif|ouvert[es]? a|disponible (?:pour|en)|looking for|seeking|searching for|open to|wish\w*|interested in|available for|candidature pour|type de contrat|contrats?\s*:|contract type|wanted|preference)/
const contractWords: [RegExp, ContractKind][] = [
  [/\b(?:cdi|contrat a duree indeterminee|permanent (?:position|role|job|contract|work)|full.time permanent)\b/, 'cdi'],
  [/\b(?:cdd|contrat a duree determinee|fixed.term|temporary contract)\b/, 'cdd'],
  [/\b(?:interim|missions? d'interim|interimaire|temp(?:orary)? (?:work|jobs?|assignments?)|agency work)\b/, 'interim'],
  [/\b(?:alternance|apprentissage|contrat pro|contrat de professionnalisation|apprenticeship)\b/, 'apprenticeship'],
  [/\b(?:stages?|pfe|internships?|work placement|placement)\b/, 'internship'],
  [/\b(?:saisonni\w*|emploi d'ete|job d'ete|seasonal|summer job)\b/, 'seasonal'],
  [/\b(?:freelance|portage|independant|contracting|contract work)\b/, 'freelance'],
]
const mobile =
  /^\W*(?:(?:zone|secteur|perimetre) de )?(?:mobilite|mobility|mobile|relocation)(?: (?:geographique|professionnelle))?\s*(?::|-|–|sur|dans|en|in|a)?\s*(?<rest>\S.{1,70})$|\b(?:willing to relocate|pret[e]? a demenager|open to relocation)(?:\s+(?:to|a|en|vers|anywhere in)\s+(?<to>[^.;|]{2,50}))?/
const wide = /\b(?:toute la france|france entiere|nationale?|internationale?|nationwide|worldwide|europe|anywhere)\b/
const remoteOnly =
  /\b(?:100 ?% (?:teletravail|remote|distanciel)|full remote|fully remote|remote only|teletravail (?:complet|total))\b/
const hybrid = /\b(?:teletravail partiel|hybride?|partial remote|part.remote)\b/
const remoteWish = /\b(?:teletravail|remote|distanciel)\b/
const searching =
  /\b(?:en recherche (?:active )?d[e']|en recherche d'emploi|demandeur d'emploi|disponible (?:immediatement|de suite|tout de suite)|sans emploi|immediately available|available (?:immediately|now)|currently (?:looking|seeking|unemployed))/
const onNotice = /\b(?:en preavis|serving (?:my )?notice|on notice period)\b/
const inPost = /\b(?:(?:actuellement )?en poste|currently employed|en activite)\b/
const studying =
  /^\W*(?:etudiant\w*|student|eleve[- ]ingenieur\w*|lyceen\w*|undergraduate|apprenti\w*|alternante?)\b|\b(?:etudiante? en|(?:master|phd|graduate|university) student)\b/

/**
 * What the person wishes and where they stand: contracts, places, home working, pay, situation. Only from lines that
 * speak of the person, not of a job that was held; past pay is never read (M039).
 */
export function findWishes(lines: readonly Line[], sizes: PageSizes): Wishes {
  const wishes: Wishes = { contracts: [], mobilityPlaces: [], workMode: null, situation: null, pay: null }
  for (const [index, line] of lines.entries()) {
    if (line.text.length > 220) continue
    const { folded, at } = foldWithMap(line.text)
    const stretch = (from: number, length: number): Piece => {
      const start = at[from] ?? 0
      return pieceOf(line, start, at[from + length] ?? line.text.length)
    }
    const before = lines[index - 1]
    const labelled = before !== undefined && before.text.length < 40 && wanting.test(foldWithMap(before.text).folded)
    const wanted = wanting.exec(folded)
    const wishFrom = wanted ? wanted.index : labelled ? 0 : -1
    if (wishFrom >= 0) {
      for (const [pattern, kind] of contractWords) {
        const match = pattern.exec(folded.slice(wishFrom))
        if (match && !wishes.contracts.some((known) => known.value === kind))
          wishes.contracts.push(readOf(stretch(wishFrom + match.index, match[0].length), kind, 0.85, sizes))
      }
    }
    const moves = mobile.exec(folded)
    const named = moves?.groups?.['rest'] ?? moves?.groups?.['to']
    if (named && wishes.mobilityPlaces.length === 0 && !/\d\s*(?:km|kms|kilomet|miles?)\b/.test(named)) {
      const from = moves!.index + moves![0].indexOf(named)
      for (const part of stretchesOf(named)) {
        const piece = stretch(from + part.from, part.text.length)
        const shown = piece.text.replace(/^(?:sur|dans|en|à|toute?s? la région|in|to)\s+/i, '').replace(/[.\s]+$/, '')
        if (shown.length >= 2 && shown.split(' ').length <= 5 && (/\p{Lu}/u.test(shown) || wide.test(part.text)))
          wishes.mobilityPlaces.push(readOf(piece, shown, 0.8, sizes))
      }
    }
    if (!wishes.workMode) {
      const full = remoteOnly.exec(folded)
      const some = hybrid.exec(folded)
      const wish = wishFrom >= 0 ? remoteWish.exec(folded) : null
      if (full) wishes.workMode = readOf(stretch(full.index, full[0].length), 'remote', 0.85, sizes)
      else if (some && (wishFrom >= 0 || line.text.length < 60))
        wishes.workMode = readOf(stretch(some.index, some[0].length), 'hybrid', 0.75, sizes)
      else if (wish) wishes.workMode = readOf(stretch(wish.index, wish[0].length), 'remote', 0.65, sizes)
    }
    if (!wishes.situation && line.text.length < 140) {
      for (const [pattern, value, sure] of [
        [onNotice, 'notice', 0.85],
        [searching, 'available', 0.8],
        [studying, 'student', 0.8],
        [inPost, 'employed', 0.8],
      ] as const) {
        const match = pattern.exec(folded)
        if (!match) continue
        wishes.situation = readOf(stretch(match.index, match[0].length), value, sure, sizes)
        break
      }
    }
    wishes.pay ??= findPay(line, before, sizes)
  }
  return wishes
}

/** Parts of an enumeration, with where they begin. */
function stretchesOf(text: string): { from: number; text: string }[] {
  const parts: { from: number; text: string }[] = []
  let from = 0
  for (const cut of text.matchAll(/[,;/]|\.\s|\b(?:et|and|ou|or)\b|$/g)) {
    if (cut.index > from) parts.push({ from, text: text.slice(from, cut.index) })
    from = cut.index + cut[0].length
  }
  return parts
}
