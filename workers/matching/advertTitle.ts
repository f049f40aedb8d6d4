import type { AdvertReading } from '../../src/model/offer.ts'
import { clean, type Slice } from './advertText.ts'
import { partOf } from './advertSections.ts'
import { foldSame } from './dates.ts'
import { readTitle } from './lexicon/lexicon.ts'
import { countryOfTown } from './places.ts'

type Fields = AdvertReading['fields']

const acronyms = new Set(
  'CACES TIG MIG MAG RH HR SAP BTP IT CNC HVAC EHPAD SSIAP PL SPL VL HGV LGV QHSE HSE QSE B2B B2C BTS CAP CVC VRD DRH DAF RN GTB UX UI PHP SQL CRM ERP SAV GMAO IDE ASH AES VSL ADV MEP WMS BIM CAO DAO SEO SEA QA IOS NET AWS NMC ICU A&E TP TCE PME RAF PDR DSI RSSI AMP ATSEM ESAT SSR BP CFC ASE CDI CDD TWIC SIA CCTV CPC'.split(
    ' ',
  ),
)

/** Names set in capitals get the letters of a name; others stay as they are. */
export function properCase(name: string): string {
  if (name !== name.toLocaleUpperCase('fr') || !/\p{Lu}{3}/u.test(name)) return name
  return name
    .split(/(?<=[\s-])/u)
    .map((word) =>
      acronyms.has(word.trim()) || (!/\p{Lu}{3}/u.test(word.replaceAll(/['’]/g, '')) && name.length <= 4)
        ? word
        : word.toLocaleLowerCase('fr'),
    )
    .join('')
    .replaceAll(/(^|[\s'’-])(\p{Ll})/gu, (_, before: string, letter: string) => before + letter.toLocaleUpperCase('fr'))
    .replaceAll(/([- ])(Sur|Sous|En|La|Le|Les|De|Du|Des|Lès|Et)(?=[- ])/g, (found) => found.toLocaleLowerCase('fr'))
}
function sentenceCase(title: string): string {
  const letters = title.replaceAll(/[^\p{L}]/gu, '')
  const capitals = letters.replaceAll(/[^\p{Lu}]/gu, '')
  if (letters.length < 5 || capitals.length < letters.length * 0.8) return title
  const lowered = title
    .split(/(\s+|[-/()])/)
    .map((word) => (acronyms.has(word) || /\d/.test(word) ? word : word.toLocaleLowerCase('fr')))
    .join('')
  return lowered.replace(/\p{Ll}/u, (letter) => (/^\p{Ll}/u.test(lowered) ? letter.toLocaleUpperCase('fr') : letter))
}

const mark =
  /[([]?\s*(?<![\p{L}\d])(?:[hfmw]\s*\/\s*[hfmw](?:\s*\/\s*[dxn])?|all genders|tous genres|f\/m\/d)(?![\p{L}\d])\s*[)\]]?/giu
const bracketed =
  /\s*\((?:[^()]*\b(?:hybrid\w*|remote|télétravail|cdi|cdd|full[- ]time|part[- ]time|temps \p{L}+|mois|months?|weeks?|semaines|maternity|parental|paid|hrs?|heures|cover|intérim|urgent|\d{2}h)\b[^()]*|\d{2,5})\)/giu
/** Pieces of a heading that are contract, hours, pay, place or country, not the job. */
const notTitle =
  /^(?:nights?$|days$|evenings?$|weekends?$|cdi|cdd|interim\w*|temps (?:plein|partiel|complet)|full[- ]time|part[- ]time|permanent|fixed|temporary|temp\b|contract|apprentissage|alternance|stage\b|freelance|\d[\d\s.,-]*(?:k|€|h\b|mois|months?|heures|hours|%|jours|days|weeks|semaines|positions?|postes?)|[€£$]|h\/f|f\/h|m\/f|(?:fully )?remote|teletravail|hybrid|france|maroc|morocco|belgique|belgium|suisse|switzerland|luxembourg|uk|united kingdom|england|europe|urgent|horaires?|prise de poste|ref|reference|we're hiring|on recrute|nous recrutons|hiring|poste (?:a|en)|salaire|salary|tjm|mission|des que|start|demarrage|immediate|nights? shift|days?$|mon)\b/

/** A headline before the job: 'Offre d'emploi :', 'We're hiring!', 'Mission freelance :'. */
const opener =
  /^\s*(?:[•–—-]\s*)?(?:(?:looking for|we need|needed|offre d['’]emploi|offre|annonce|job offer|job opening|recrutement(?: d['’]une?| de)?|(?:nous |on )?recrut(?:e|ons)|(?:nous |on )?recherch(?:e|ons)|(?:nous |on )?cherch(?:e|ons)|we(?:['’]re| are) hiring|now hiring|hiring|vacancy|urgent|stage|internship|mission(?: freelance| int[ée]rim)?|poste(?: à pourvoir)?|alternance|cdi|cdd|emploi|job title|job|position|role|rejoignez-nous|wanted)\s*[:!|–-]+\s*|(?:recrutement d['’]une?|recherche|recrute|cherche|urgent)\s+(?=\S))/iu

const labelled =
  /(?:^|\n)[ \t•]*(?:offre d'emploi|job offer|job title|intitule(?: du poste)?|poste(?: a pourvoir| propose)?|position|vacancy|role|emploi|titre|job|metier|fonction)\s*:\s*([^\n]+)/
const hiring =
  /\b(?:recrut(?:e|ons|ement d'une?)|recherch(?:e|ons)|cherch(?:e|ons)|besoin(?: urgent)? (?:de|d'une?)|is (?:hiring|looking for|seeking|recruiting)|are (?:hiring|looking for|seeking|recruiting)|to (?:appoint|recruit)|we (?:seek|need)|proposons)\s+(?:de suite(?: ou a convenir)?\s*:?\s*)?(?:(?:pour|in|sur|for) [^\n]{3,140}?,\s+(?=une?\b|an?\b|des\b)|pour (?:s[aoe]n?s?|notre|nos|leurs?|l[ae]s?|l') ?[^\n,.]{3,60}?\s(?=un\(e\)|une?\s)|(?:pour|in|sur) [^,\n]{3,70}?,\s+)?(?:(?:un\(e\)|un[·.]e|une?|an?|des|\d+|deux|trois|two|three|four|our (?:next|new)|notre (?:futur|prochain)e?|(?:son|sa)(?: (?:futur|prochain)e?)?)\s+)?(?:experienced |motivated |talented |dynamic |enthusiastic |qualified |new )*([^\n,.;:]{3,80})/g
const wantedAfter =
  /^[^\n]{0,12}?\b(?:(?:une?|an?)\s+)?([^\n,.;:!]{3,50}?)\s+(?:wanted|needed|required|recherch(?:es?|ees?)(?=\s*[,.!:(]|\s*$)|demandee?s?)\b/
const stop =
  /\s(?:\(?[hf]\/[hf]\)?|en (?:cdi|cdd|interim|alternance|contrat|stage|apprentissage)|pour|a (?=\p{L})|au\s|afin|basee?|in (?:our|the|an?|its|their)|for (?:our|the|an?|its|their|his|her|my|one of)|to (?:join|work|lead|start|help|support|cover|run|manage|take|be|deliver|drive|grow|build)|who|with|qui|sur|chez|at\s|on an?|h\/f|dans|wanted|needed|pour\s)/u

/** The house, not the job: 'four-star hotel', 'restaurant étoilé', 'clinique de 120 lits'. */
const house =
  /^(?:\p{L}+[- ]star |\d\*? |grande? |petite? |busy |large |small |local )?(?:boutique )?(?:hotel|restaurant|brasserie|bistrot?|palace|clinique|clinic|pharmacie|pharmacy|boulangerie|bakery)\b/u

/** Words that begin a line about the firm, never the job. */
const firmStart =
  /^(?:commune|mairie|ville|association|groupe|societe|entreprise|ets|etablissements?|cabinet|conseil|departement|institute|university|universite|centre|the|restaurant|hotel|clinique|pharmacie|agence|about|qui sommes)\b/
const notHead =
  /^(?:lieu|location|reference|ref|date|publie|salaire|salary|bonjour|salam|hello|hi\b|salut|chers?|dear|rejoignez|join|nous\b|we\b|notre|our\b|bienvenue|welcome|votre agence|vous)/

interface Candidate extends Slice {
  confidence: number
  worth: number
  /** A line of its own above the text. */
  isHeadline?: boolean
}

/** Whether a headline names a known occupation, alone or before the dash: 'Chef de rang – brasserie, Lille'. */
const namesJob = (title: string): boolean =>
  [title, title.split(/\s[-–—|]\s/u)[0]!].some((part) => readTitle(part).occupation !== null)
const wordsOf = (said: string): string[] => foldSame(said).match(/[\p{L}\d]+/gu) ?? []

/** The job, without its contract, place and marks. `view` is what the author meant, `folded` the same folded. */
export function readJobTitle(view: string, folded: string, fields: Fields): void {
  const candidates: Candidate[] = []
  const label = labelled.exec(folded)
  if (label) {
    const end = label.index + label[0].length
    candidates.push({ start: end - label[1]!.length, end, confidence: 0.95, worth: 6 })
  }
  let lines = 0
  let at = 0
  for (const line of view.split('\n')) {
    const start = at
    at += line.length + 1
    const bare = foldSame(line).trim()
    if (bare === '' || lines >= 8) continue
    lines += 1
    const wanted = lines === 1 ? wantedAfter.exec(bare) : null
    if (wanted) {
      const from = start + line.search(/\S/) + wanted[0].indexOf(wanted[1]!)
      candidates.push({ start: from, end: from + wanted[1]!.length, confidence: 0.85, worth: 5 })
    }
    // A whole advert on one line: its first words may be the job.
    if (lines === 1 && (bare.length > 110 || /[.!?]\s/.test(bare))) {
      const words = line.split(/[.,!?:]\s|\s[-–—|]\s/u)
      let from = 0
      for (const piece of words.slice(0, 3)) {
        const at = line.indexOf(piece, from)
        from = at + piece.length
        if (piece.length > 60 || readTitle(piece).occupation === null || hiring.test(foldSame(piece))) {
          hiring.lastIndex = 0
          continue
        }
        const inner = opener.exec(piece)?.[0].length ?? 0
        candidates.push({ start: start + at + inner, end: start + at + piece.length, confidence: 0.7, worth: 2.6 })
        break
      }
    }
    const sentence = /[.!?]\s*$/.test(bare) && bare.split(' ').length > 5
    if (
      bare.length > 110 ||
      sentence ||
      notHead.test(foldSame(line.replace(opener, '')).trim()) ||
      (/^(?:[^:]{2,25}):/.test(bare) && !opener.test(line))
    )
      continue
    const title = cleanTitle(line)
    if (
      title.length < 3 ||
      title.length > 90 ||
      countryOfTown(title) !== null ||
      (notTitle.test(foldSame(title)) && title.split(' ').length <= 3)
    )
      continue
    // A sentence that hires is read as such below.
    const hires = hiring.exec(bare)
    hiring.lastIndex = 0
    if (hires && bare.split(' ').length > 6 && !opener.test(line)) continue
    const isPart = lines > 1 && partOf(foldSame(title)) !== null
    const worth =
      (foldSame(line).search(mark) >= 0 ? 2.5 : 0) +
      (namesJob(title) ? 2 : 0) +
      (lines === 1 ? 2.2 : lines === 2 ? 1 : 0.3) -
      (firmStart.test(bare) ? 2.5 : 0) -
      (isPart ? 3 : 0) -
      (line.split(',').length > 3 ? 1.5 : 0) -
      (/^\p{Ll}/u.test(line.trim()) ? 0.5 : 0) -
      (/^\s*[•-]/.test(line) ? 2 : 0)
    const skip = opener.exec(line)?.[0].length ?? 0
    candidates.push({
      start: start + Math.max(skip, line.search(/\S/)),
      end: start + line.trimEnd().length,
      confidence: worth >= 3 ? 0.9 : 0.75,
      worth,
      isHeadline: true,
    })
  }
  for (const match of folded.matchAll(hiring)) {
    if (match.index > 1500) break
    const end = match.index + match[0].length
    const start = end - match[1]!.length
    const cut = stop.exec(folded.slice(start, end))
    const toPlace = /\s(?:in|à|near|at)\s+\p{Lu}/u.exec(view.slice(start, end))
    const cuts = [cut?.index, toPlace?.index].filter((index) => index !== undefined && index > 2)
    const stopAt = cuts.length > 0 ? start + Math.min(...(cuts as number[])) : end
    const said = view.slice(start, stopAt)
    const known = readTitle(said).occupation !== null
    // A headline that holds the words of the sentence tells the same job, and tells it in full.
    const words = wordsOf(said)
    for (const line of candidates)
      if (line.isHeadline && words.every((word) => wordsOf(view.slice(line.start, line.end)).includes(word)))
        line.worth += 1.5
    if (
      !known &&
      /^(?:une? |an? )?(?:personne|candidat|profil|talent|people|someone|collaborat|experience|cdi|contrat|mission)/.test(
        foldSame(said),
      )
    )
      continue
    candidates.push({ start, end: stopAt, confidence: known ? 0.85 : 0.75, worth: known ? 3.4 : 2.4 })
    break
  }
  const best = candidates.toSorted((a, b) => b.worth - a.worth || a.start - b.start)[0]
  if (!best || best.worth < 1) return
  const value = cleanTitle(view.slice(best.start, best.end))
  if (value.length > 2) fields.title = { value, start: best.start, end: best.end, confidence: best.confidence }
}

function cleanTitle(said: string): string {
  let value = clean(said)
    .replace(bracketed, '')
    .replace(mark, ' | ')
    .replace(/\s+\|\s*$/u, '')
  for (let turn = 0; turn < 2; turn += 1) value = value.replace(opener, '')
  value = value
    .replace(/^\s*(?:un\(e\)|un[·.]e|une?\/une?|une?|an?)\s+(?=\p{L})/iu, '')
    .replace(/^(?:[^|!]{0,20}!)?\s*\|\s*/u, '')
  // Place, contract and hours are fields of their own; what follows a dash stays when it tells the job.
  const pieces = value.split(/(\s+[-–—|·•]+\s+|\s*[–—|]\s*|,\s+)/u)
  let kept = pieces[0]!
  for (let index = 1; index + 1 < pieces.length; index += 2) {
    const piece = pieces[index + 1]!.trim()
    const bare = piece.replace(/\s*\(?\b\d{2,5}\)?(?:e|er)?$/u, '')
    if (piece === '' || countryOfTown(bare) !== null || notTitle.test(foldSame(piece))) {
      if (kept.trim() !== '') continue
      kept = ''
      continue
    }
    if (kept.trim().includes(' ') && /[-–—]/.test(pieces[index]!) && house.test(foldSame(piece))) break
    // After a bar stand the place and the firm; a capital after a comma is a place as well.
    if (kept !== '' && /\|/.test(pieces[index]!)) break
    if (
      /,/.test(pieces[index]!) &&
      /^\p{Lu}\p{Ll}+$/u.test(piece) &&
      readTitle(piece).occupation === null &&
      index + 2 < pieces.length
    )
      break
    kept += (kept === '' ? '' : pieces[index]!) + pieces[index + 1]!
  }
  value = kept.replace(/\s+\d{2,3}(?:\s*[-–]\s*\d{2,3})?\s*%\s*$/u, '').replace(/\s+[xX×]\s?\d{1,2}\s*$/u, '')
  const place = value.match(
    /\s+(?:à|a|in|in\s+central)\s+(\p{Lu}[\p{L}'’ -]+?)(?:\s+\d{1,2}e)?\s*(?:\(\d{2,5}\))?\s*$/u,
  )
  if (place && countryOfTown(place[1]!) !== null) value = value.slice(0, place.index)
  const bareTown = /\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}?[\p{L}'’-]+){0,3}(?:\s\d{1,2}e)?)\s*(?:\(\d{2,5}\))?\s*$/u.exec(
    value,
  )
  if (bareTown && /[(]\d|^\P{Ll}+$/u.test(bareTown[0]) && countryOfTown(bareTown[1]!) !== null)
    value = value.slice(0, bareTown.index)
  value = value
    .replace(/\s+(?:en\s+)?(?:CDI|CDD|int[ée]rim|alternance)\b.*$/u, '')
    .replace(/\s+/g, ' ')
    .replace(/^[\s|•*–—-]+|[\s:.,;!|–—-]+$/gu, '')
    .trim()
  value = sentenceCase(value)
  return value.replace(/^\p{Ll}/u, (letter) => letter.toLocaleUpperCase('fr'))
}

/** Cuts the town off a title once it is known: 'Security officers - Heathrow'. */
export function withoutTown(title: string, town: string): string {
  const at = foldSame(title).lastIndexOf(foldSame(town))
  if (town === '' || at < 4 || at + town.length < title.length - 2) return title
  const before = title.slice(0, at)
  return /(?:[-–—|,(]|\s(?:à|in|at))\s*$/u.test(before)
    ? before
        .replace(/(?:[-–—|,(]|\s(?:à|in|at))\s*$/u, '')
        .replace(/\s+[xX×]\s?\d{1,2}\s*$/u, '')
        .trim()
    : title
}
