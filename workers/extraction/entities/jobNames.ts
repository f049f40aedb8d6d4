import { occupationScore } from '../lexicon/occupations.ts'
import { organisationScore } from '../lexicon/organisations.ts'
import { type Piece, pieceOf } from '../layout/reads.ts'
import {
  type Entry,
  isPlace,
  isPlaceCell,
  splitAtCommas,
  splitAtPreposition,
  splitFragments,
  townBesideDates,
} from './entries.ts'

/** An entry of an experience section with the one or two names that say what somebody was, and where. */
export interface Draft {
  entry: Entry
  names: Piece[]
  place: Piece | null
  /** Set when a label says so: 'Poste : ...', 'Entreprise : ...'. */
  labelled: { title: Piece | null; organisation: Piece | null }
}

/** Above 0 for a text that is rather a title, below 0 for one that is rather an employer. */
export function titleness(text: string): number {
  const occupation = occupationScore(text)
  const organisation = organisationScore(text)
  // 'Software Engineer II', 'Store Manager': in English the trade comes last, and what stands before it tells its field.
  const last = text.replace(/[\s,]+(?:[IVX]+|\d+|\([^()]*\))$/, '').split(/[\s/-]+/)
  const trade =
    last.length >= 2 &&
    last.length <= 5 &&
    /(?:er|or|ist|ian|ant|yst|intern|man|woman|lead|nurse|clerk|agent|cook|chef|rep)$/i.test(last.at(-1)!)
  if (trade && organisation < 0.95 && occupationScore(last.at(-1)!) >= 1 && occupationScore(last[0]!) === 0)
    return occupation - 0.35 * organisation
  return occupation - organisation
}

/** What the head of an entry names, without contracts, labels and places. */
export function toDraft(entry: Entry): Draft {
  let place: Piece | null = null
  let names: Piece[] = []
  const contracts: Piece[] = []
  for (const line of entry.head) {
    for (const found of splitFragments(line)) {
      const piece = withoutContract(found)
      if (piece.text === '') continue
      if (isPlace(piece.text)) place ??= piece
      else if (onlyContract.test(piece.text)) contracts.push(piece)
      else names.push(piece)
    }
  }
  // 'Stage' and 'Intérim' are a title only where nothing else is.
  if (!names.some((piece) => occupationScore(piece.text) >= 0.5) && names.length < 2) names = [...contracts, ...names]
  // A town nobody knows still stands where towns stand: at the end of a row, when two names are there without it.
  if (place === null && names.length > 2) {
    const beside = townBesideDates(entry, names)
    const town =
      beside && titleness(beside.text) === 0
        ? beside
        : names.find((piece) => isPlaceCell(piece, (text) => Math.max(occupationScore(text), organisationScore(text))))
    if (town) {
      place = town
      names = names.filter((piece) => piece !== town)
    }
  }
  // 'Entreprise : X', 'Poste : Y' say what they are; the label is not part of the value.
  const labelled: Draft['labelled'] = { title: null, organisation: null }
  names = names.flatMap((piece) => {
    if (
      /^(?:t[âa]ches?|missions?|lieu|ville|secteur|dur[ée]e|p[ée]riode|dates?|contrat|activit[ée]s?)\s*:/i.test(
        piece.text,
      )
    )
      return []
    const label = nameLabel.exec(piece.text)
    if (!label) return [piece]
    const value = pieceOf(piece.line, piece.start + label[0].length, piece.end)
    const kind = label.groups?.['employer'] ? 'organisation' : 'title'
    labelled[kind] ??= value
    return [value]
  })
  // 'dispositifs médicaux, 1 200 salariés, CA 310 M€' tells what the employer is.
  const plain = names.filter(
    (piece) =>
      !/\d\s*(?:salari[ée]s|personnes|collaborateurs|employ[ée]s|employees|people|M€|k€|MDH|M\$)|\bCA\s*:?\s*\d/i.test(
        piece.text,
      ),
  )
  if (plain.length > 0) names = plain
  if (names.length > 2) {
    const upper = names.filter((piece) => !/^\p{Ll}/u.test(piece.text) || occupationScore(piece.text) >= 0.9)
    if (upper.length >= 2) names = upper
  }
  if (names.length === 1) names = splitSingle(names[0]!)
  else if (names.length > 2) {
    // More than two names: a title with its detail, an employer with its service. Those that look most like either stay.
    const scored = names.map((piece, index) => ({
      piece,
      index,
      weight: Math.abs(titleness(piece.text)) + (index < 2 ? 0.35 : 0),
    }))
    const bestTitle = [...scored].sort(
      (a, b) => titleness(b.piece.text) - titleness(a.piece.text) || a.index - b.index,
    )[0]!
    const rest = scored
      .filter((entry2) => entry2 !== bestTitle)
      .sort((a, b) => organisationScore(b.piece.text) - organisationScore(a.piece.text) || a.index - b.index)
    const kept = titleness(bestTitle.piece.text) > 0 ? [bestTitle, rest[0]!] : scored.slice(0, 2)
    names = kept.sort((a, b) => a.index - b.index).map((entry2) => entry2.piece)
  }
  return { entry, names, place, labelled }
}

const nameLabel =
  /^(?:(?<employer>entreprise|soci[ée]t[ée]|employeur|[ée]tablissement|company|employer|nom de l['’](?:entreprise|employeur))|poste(?: occup[ée])?|fonction|position(?: held)?|job title|role|intitul[ée](?: du poste)?|emploi)\s*:\s*/i
const onlyContract =
  /^(?:stages?|internship|alternance|apprentissage|contrat d['’]apprentissage|contrat pro(?:fessionnel|fessionnalisation)?|contrat de professionnalisation|jobs? (?:[ée]tudiants?|d['’][ée]t[ée]|saisonniers?)|emplois? saisonniers?|missions? (?:d['’]|en )?int[ée]rim(?:aires?)?|(?:en )?int[ée]rim|summer job|temporary contract|vacataire|saisonnier|extra)(?:\s+(?:de|d['’]un an|of)\s*\d*\s*(?:mois|semaines?|ans?|months?|weeks?)?)?(?:\s*\([^()]*\)?)?$/i
const contract =
  /(?:^|[\s,(–—-]+)(?:en\s+)?(?:cdi|cdd|ctt|cdic|\(int[ée]rim(?:aire)?|contrat (?:à durée (?:in)?déterminée|pro(?:fessionnel)?)|temps (?:plein|partiel|complet)|full[- ]time|part[- ]time|permanent contract|fixed[- ]term(?: contract)?)(?:\s+(?:de\s+)?\d+\s*(?:mois|ans?|months?|years?))?\s*\)?$/i

/** 'CDI' and 'full-time' say how somebody was employed, not as what or by whom. */
function withoutContract(piece: Piece): Piece {
  const match = contract.exec(piece.text)
  if (!match) return piece
  const end = piece.start + match.index
  return match.index === 0 ? { ...piece, text: '' } : pieceOf(piece.line, piece.start, end)
}

/** 'Title, Employer, Town' in one run: the comma, bracket or 'à l’', 'au' that parts the title from the employer. */
function splitSingle(piece: Piece): Piece[] {
  const joined = splitAtPreposition(piece, occupationScore, organisationScore)
  if (joined) return joined
  const parts = splitAtCommas(piece)
  if (parts.length < 2) return splitUnmarked(piece)
  // The town closes the row; it takes no part in where the title ends.
  let named = parts.length
  while (named > 2) {
    const tail = pieceOf(piece.line, parts[named - 2]!.start, parts[named - 1]!.end).text
    if (named > 3 && isPlace(tail)) named -= 2
    else if (isPlace(parts[named - 1]!.text)) named -= 1
    else break
  }
  let best = 1
  let bestScore = Number.NEGATIVE_INFINITY
  for (let at = 1; at < named; at += 1) {
    const before = pieceOf(piece.line, parts[0]!.start, parts[at - 1]!.end)
    const after = pieceOf(piece.line, parts[at]!.start, parts[named - 1]!.end)
    const score = Math.abs(titleness(before.text) - titleness(after.text)) + (at === 1 ? 0.05 : 0)
    if (score > bestScore) {
      bestScore = score
      best = at
    }
  }
  const first = pieceOf(piece.line, parts[0]!.start, parts[best - 1]!.end)
  const second = pieceOf(piece.line, parts[best]!.start, piece.end)
  if (isPlace(second.text)) return [first]
  return [first, second]
}

/** A kind of employer that, with a capital and a name after it, opens the employer's name even without a comma before it. */
const opensEmployer =
  /\s(?=(?:EHPAD|Ehpad|CHU|CHR|CHRU|CH|SARL|SAS|SASU|EURL|Clinique|H[ôo]pital|Centre [Hh]ospitalier|Lyc[ée]e|Coll[èe]ge|[ÉE]cole|Mairie|Soci[ée]t[ée]|Entreprise|Ets|[ÉE]tablissements|Restaurant|H[ôo]tel|Pharmacie|Boulangerie|Garage|Groupe|Universit[ée]|Cr[èe]che|R[ée]sidence|Transports)\s+(?:(?:de|du|des|la|le|les|l['’]|d['’])\s*)*[\p{Lu}«"])/u

/** One run without commas: 'Secrétaire (Cabinet Morel)', 'Aramis : cariste', 'Infirmière Clinique Saint-Martin', 'Gérante de la SARL X'. */
function splitUnmarked(piece: Piece): Piece[] {
  const cut = (at: number, from: number): Piece[] => [
    pieceOf(piece.line, piece.start, piece.start + at),
    pieceOf(piece.line, piece.start + from, piece.end),
  ]
  const { text } = piece
  const bracket = /^([^()]{3,})\(([^()]{2,50})\)$/.exec(text)
  if (bracket && !isPlace(bracket[2]!)) {
    const lead = titleness(bracket[1]!) - titleness(bracket[2]!)
    if (lead >= 0.9 && /^\p{Lu}/u.test(bracket[2]!)) return cut(bracket[1]!.length, bracket[1]!.length)
    if (lead <= -0.7 && occupationScore(bracket[2]!) >= 0.7) return cut(bracket[1]!.length, bracket[1]!.length)
  }
  const colon = /\s*:\s+/.exec(text)
  if (
    colon &&
    colon.index > 2 &&
    Math.abs(titleness(text.slice(0, colon.index)) - titleness(text.slice(colon.index))) >= 0.7
  )
    return cut(colon.index, colon.index + colon[0].length)
  const legal = /\s(?:de\s(?:la\s|l['’])?|du\s)(?=(?:sarl|sas|sasu|eurl|soci[ée]t[ée])\s\p{Lu})/iu.exec(text)
  if (legal && occupationScore(text.slice(0, legal.index)) >= 0.7)
    return cut(legal.index, legal.index + legal[0].length)
  const opened = opensEmployer.exec(text)
  if (
    opened &&
    occupationScore(text.slice(0, opened.index)) >= 0.7 &&
    !/(?:\s(?:de|du|des|d['’]|en|la|le|les|l['’]|et|pour)|[-/&])$/i.test(text.slice(0, opened.index))
  )
    return cut(opened.index, opened.index + 1)
  return [piece]
}

/** 'Caterpillar, Chicago' and 'Samse (Brézins)': the employer's name and its place. */
export function employerOf(piece: Piece): { name: Piece; place: Piece | null } {
  const bracket = /\s*\(([^()]{2,40})\)\s*$/.exec(piece.text)
  if (bracket && bracket.index > 1) {
    const from = piece.start + piece.text.length - bracket[0].length
    const rest = employerOf(pieceOf(piece.line, piece.start, from))
    return { name: rest.name, place: rest.place ?? pieceOf(piece.line, from, piece.end) }
  }
  const town = /\s(?:à|in)\s(\p{Lu}[\p{L}' -]+)$/u.exec(piece.text)
  if (town && isPlace(town[1]!)) {
    const from = piece.start + town.index
    return {
      name: pieceOf(piece.line, piece.start, from),
      place: pieceOf(piece.line, piece.end - town[1]!.length, piece.end),
    }
  }
  const parts = splitAtCommas(piece)
  if (parts.length >= 2) {
    const tail = parts.slice(1)
    const looksLikePlace = (text: string) =>
      isPlace(text) ||
      (/^\p{Lu}[\p{L}'’ -]{1,30}\.?$/u.test(text) &&
        text.split(/\s/).length <= 4 &&
        organisationScore(text) < 0.6 &&
        occupationScore(text) < 0.6)
    const withoutNumber = (text: string) =>
      text.replace(/\s*\((?:\d{2,5}|[A-Z]{2}|\p{Lu}\p{Ll}+)\)$/u, '').replace(/^\d{2,5}\s+/, '')
    if (tail.every((part) => looksLikePlace(withoutNumber(part.text))) && tail.length <= 3) {
      return { name: parts[0]!, place: pieceOf(piece.line, tail[0]!.start, piece.end) }
    }
  }
  return { name: piece, place: null }
}
