import type { AdvertField, AdvertReading } from '../../src/model/offer.ts'
import { foldSame } from './dates.ts'
import { countryOfTown } from './places.ts'

type Fields = AdvertReading['fields']

/** Reads the facts of an advert: title, company, place, contract, pay, hours. Offsets are in `text`. */
export function readAdvertFields(text: string): Fields {
  const folded = foldSame(text)
  const fields: Fields = {}
  const found = <T>(value: T, start: number, end: number, confidence: number): AdvertField<T> => ({
    value,
    start,
    end,
    confidence,
  })
  readTitleField(text, folded, fields)

  readPlace(text, folded, fields)
  readCompany(text, fields)
  readContract(folded, fields)
  readSalary(text, folded, fields)

  const hours =
    /\b(\d{2}(?:[.,]\d+)?)\s*(?:h|heures|hours)\s*(?:\/|par|per|a|hebdo\w*)?\s*(?:semaine|week|hebdo\w*|sem)\b|\b[23]\s?x\s?8\b|\bhoraires? de nuit\b|\bnight shifts?\b|\bde nuit\b/.exec(
      folded,
    )
  if (hours)
    fields.hours = found(
      text.slice(hours.index, hours.index + hours[0].length),
      hours.index,
      hours.index + hours[0].length,
      0.8,
    )
  const partTime = /\btemps partiel\b|\bpart[- ]time\b|\bmi-temps\b/.exec(folded)
  const fullTime = /\btemps (?:plein|complet)\b|\bfull[- ]time\b/.exec(folded)
  if (partTime) fields.partTime = found(true, partTime.index, partTime.index + partTime[0].length, 0.85)
  else if (fullTime) fields.partTime = found(false, fullTime.index, fullTime.index + fullTime[0].length, 0.85)
  const mode =
    /\b(?:100 ?% )?teletravail (?:total|complet|integral)\b|\b100 ?% (?:teletravail|remote)\b|\bfull(?:y)? remote\b/.exec(
      folded,
    )
  const hybrid = /\bhybride?\b|\bteletravail\b|\bremote\b|\bwork(?:ing)? from home\b/.exec(folded)
  const moving = /\bitineran\w*\b|\bdeplacements (?:quotidiens|frequents|reguliers)\b|\bfield[- ]based\b/.exec(folded)
  const onSite = /\bsur site\b|\bon[- ]site\b|\bpresentiel\b/.exec(folded)
  for (const [match, value] of [
    [mode, 'remote'],
    [hybrid, 'hybrid'],
    [moving, 'itinerant'],
    [onSite, 'on_site'],
  ] as const) {
    if (match && !fields.workMode) fields.workMode = found(value, match.index, match.index + match[0].length, 0.75)
  }
  readStart(folded, fields)
  const levels: [RegExp, 'none' | 'cap' | 'bac' | 'bac+2' | 'bac+3' | 'bac+4' | 'bac+5' | 'doctorate'][] = [
    [/\bdoctorat\b|\bphd\b/, 'doctorate'],
    [/\bbac ?\+ ?5\b|\bmaster(?:'?s)?\b|\bdiplome d'ingenieur\b|\bmsc\b/, 'bac+5'],
    [/\bbac ?\+ ?4\b/, 'bac+4'],
    [/\bbac ?\+ ?3\b|\blicence (?:pro\w*|de|en)\b|\bbachelor(?:'?s)?\b/, 'bac+3'],
    [/\bbac ?\+ ?2\b|\bbts\b|\bdut\b|\bhnd\b|\bhigher diploma\b/, 'bac+2'],
    [/\bbac(?:calaureat)? pro\b|\bniveau bac\b|\ba[- ]levels?\b/, 'bac'],
    [/\bcap\b|\bbep\b|\bvocational certificate\b/, 'cap'],
  ]
  for (const [pattern, level] of levels) {
    const match = pattern.exec(folded)
    if (match && !fields.educationLevel)
      fields.educationLevel = found(level, match.index, match.index + match[0].length, 0.7)
  }
  return fields
}

const smallWords = '(?:&|et|de|du|des|d|la|le|les|l|en|sur|sous|and|of|the|for|von|van|y)'
/** Capitalised words that belong together: 'Sorlin & Vals', 'Résidence Les Trois Platanes', "Flaconnerie du Velin". */
const nameRun = `\\p{Lu}[\\p{L}\\d&'’.-]*(?:\\s+(?:${smallWords}\\s+|[dl]['’])*[\\p{Lu}\\d][\\p{L}\\d&'’-]*){0,5}`

/** What opens a sentence or names a section, never a firm. */
const noCompany =
  /^(?:notre|nos|nous|votre|vos|vous|our|your|we|you|they|he|she|le|la|les|un|une|des|ce|cet|cette|ces|the|this|these|that|a|an|au|aux|avec|with|pour|for|dans|in|at|chez|sur|on|par|by|de|du|from|il|elle|on|it|poste|postes?|offre|emploi|job|jobs?|role|position|mission|missions|profil|profile|contrat|contract|cdi|cdd|salaire|salary|remuneration|horaires?|hours|lieu|location|prise|start|date|experience|candidate|candidates|candidat|candidature|requirements?|required|full|part|temps|permanent|temporary|home|based|what|who|why|how|qui|que|ce|rattache\w*|sous|entre|depuis|since|founded|fonde\w*|base\w*|situe\w*|chantiers?|travail|work|working|each|every|chaque|all|tous|toutes|if|si|and|et|as|please|merci|bonjour|hello|start|starting|dear|equipe|team|environnement|titulaire|diplome|permis|anglais|english|french|francais|rejoignez|join|integrez|recherche|recrute|recrutons|urgent|nouveau|new|because|afin|lors|when|then|day|days|monday|lundi|formation|training)$/
const companyVerbs =
  /^(?:est|sont|is|are|was|recrute|recherche|cherche|embauche|fabrique|produit|distribue|concoit|developpe|accompagne|propose|prepare|exploite|gere|construit|vend|edite|emploie|compte|realise|assure|cultive|eleve|transforme|transporte|livre|installe|entretient|restaure|accueille|heberge|soigne|forme|conseille|loue|importe|exporte|exerce|intervient|regroupe|reunit|sert|commercialise|anime|imagine|equipe|habille|nettoie|repare|recycle|collecte|organise|publie|fournit|torrefie|brasse|cuit|renove|pose|has|builds?|sells?|makes?|designs?|runs?|produces?|provides?|delivers?|operates?|employs?|manufactures?|develops?|helps?|serves?|supplies|offers?|imports?|owns?|manages?|publishes|grows|brews|bakes|repairs|installs|maintains|looks|seeks|needs|wants|cares|supports|teaches|trains|ships|moves|stores|rents|leases|insures|finances|advises|hosts|welcomes|cleans|recycles|roasts|prints|restores|hires|recruits|works|keeps|brings|connects|turns|packs|handles|specialises|specializes)$/
const companyLead =
  /^(?:(?:le|la|les|l['’]|the)\s*)?(?:restaurant|société|societe|entreprise|groupe|maison|cabinet|clinique|résidence|residence|association|agence|hôtel|hotel|garage|boulangerie|company|firm|group|agency|étude|etude|domaine|brasserie|coopérative|start-up|startup|pme|charity|school|école|ecole|collège|lycée|laboratoire|usine|imprimerie|atelier)\s+(?=\p{Lu})/iu

/** The firm that hires: by label, by 'join', by a sentence that presents it, by what stands beside the place. */
function readCompany(text: string, fields: Fields): void {
  const take = (name: string, at: number, confidence: number): boolean => {
    let clean = name.replace(/[\s,.;:–—-]+$/u, '').trim()
    // The end of a firm's name is never a small word, nor a contract.
    clean = clean.replace(new RegExp(`(?:\\s+(?:${smallWords}|CDI|CDD|H/F))+$`, 'u'), '')
    const words = foldSame(clean).split(/\s+|(?<=['’])/)
    // 'Les Jardins de Sélène' is a name as a whole.
    const articled = /^(?:le|la|les|the|l['’])$/.test(words[0]!) && /^\S+?[\s'’]\p{Lu}/u.test(clean)
    const first = (articled ? words[1] : words[0]) ?? ''
    if (clean.length < 2 || clean.length > 60 || noCompany.test(first.replaceAll(/[^a-z]/g, ''))) return false
    if (countryOfTown(clean) !== null || foldSame(clean) === foldSame(fields.title?.value ?? '')) return false
    fields.company = { value: clean, start: at, end: at + clean.length, confidence }
    return true
  }
  const first = (pattern: RegExp, confidence: number): boolean => {
    for (const match of text.matchAll(pattern)) {
      const name = match[1]!
      const at = match.index + match[0].lastIndexOf(name)
      const lead = companyLead.exec(name)
      // 'Le restaurant Maison Grivolle' is called Maison Grivolle, 'Groupe Sorlin' keeps its first word.
      const skip = lead && /^(?:le|la|les|l['’]|the)\b/iu.test(name) ? lead[0].length : 0
      if (take(name.slice(skip), at + skip, confidence)) return true
    }
    return false
  }
  if (
    first(
      /(?:^|\n)\s*(?:soci[ée]t[ée]|entreprise|employeur|company|employer|client|[ée]tablissement|organisation)\s*:\s*(\p{Lu}[^\n,.;(|]{1,50})/giu,
      0.9,
    )
  )
    return
  if (
    first(
      new RegExp(
        `\\b(?:Rejoignez|rejoignez|Rejoindre|rejoindre|Join|join|[Ii]ntégrez)\\s+(?:l['’]équipe (?:de |d['’])|the team at |la société |le groupe |us at )?(${nameRun})`,
        'gu',
      ),
      0.85,
    )
  )
    return
  if (
    first(
      new RegExp(`(?:À propos d[eu']|A propos de|About)\\s+(?!us\\b|nous\\b)(${nameRun})\\s*(?:$|\\n|:)`, 'gmu'),
      0.85,
    )
  )
    return
  if (
    first(
      new RegExp(
        `(?:About us|About the company|Who we are|Qui sommes[- ]nous|À propos de nous|L['’]entreprise|La société|Our company)\\s*[?:]?\\s*(?:\\n\\s*)?(?:At\\s+|Chez\\s+)?(${nameRun})`,
        'gu',
      ),
      0.85,
    )
  )
    return
  // A sentence that presents the firm: 'Ferriola builds…', 'Voltéo Bâtiment, 45 personnes, …', 'Hotel Candelaere (132 rooms) is…'
  const sentence = new RegExp(
    `(?:^|\\n|[.!?]\\s)[ \\t•*-]*((?:(?:Le|La|Les|L['’]|The)\\s*(?:\\p{Ll}+\\s+){1,2})?${nameRun})(\\s*[,(]\\s*(?=\\p{L}|\\d)|\\s+(?=\\p{Ll}|\\d))(\\p{L}+|\\d+)`,
    'gu',
  )
  for (const match of text.matchAll(sentence)) {
    if (match.index <= text.search(/\S/)) continue
    let name = match[1]!
    let at = match.index + match[0].indexOf(name)
    const article = /^(?:Le|La|Les|L['’]|The)\s*(?:\p{Ll}+\s+)+/u.exec(name)
    if (article) {
      if (!companyLead.test(name)) continue
      name = name.slice(article[0].length)
      at += article[0].length
    }
    const words = name.split(/\s+/).length
    const next = foldSame(match[3]!)
    const lineEnd = text.indexOf('\n', at)
    const rest = text.slice(at + name.length, lineEnd < 0 ? undefined : lineEnd)
    const isVerb = companyVerbs.test(next) && !/^\s*[,(]/.test(match[2]!)
    const isAside =
      /[,(]/.test(match[2]!) &&
      (/\b(?:recrute|recherche|cherche|is (?:hiring|looking|seeking|recruiting)|recruits)\b/.test(foldSame(rest)) ||
        /^\d+$/.test(next) ||
        /^\s*[,(]\s*(?:une? |an? |the |le |la |l['’]|leader|acteur|entreprise|société|filiale|ehpad|spécialiste|fabricant|maker|specialist|PME)/iu.test(
          rest,
        ))
    if (rest.length < 25 || !(isVerb || (isAside && (words > 1 || rest.length > 40)))) continue
    if (take(name, at, isVerb ? 0.8 : 0.75)) return
  }
  if (
    first(
      new RegExp(
        `\\b(?:Au sein d[eu]|au sein d[eu]|chez|Chez|pour le compte de|At|at)\\s+(?:la société |le groupe |l['’]entreprise |groupe )?(${nameRun})`,
        'gu',
      ),
      0.7,
    )
  )
    return
  // The line under the title: 'Résidence Les Trois Platanes, Villeurbanne (69) – CDI'.
  const heads = headLines(text).slice(1, 3)
  for (const line of heads) {
    for (const part of segmentsOf(text, line)) {
      const said = text.slice(part.start, part.end)
      if (!new RegExp(`^${nameRun}$`, 'u').test(said) || countryOfTown(said) !== null || namedCountry(foldSame(said)))
        continue
      if (/\d|\b(?:cdi|cdd|interim|permanent|full|temps|remote|hybrid)\b/.test(foldSame(said))) continue
      if (segmentsOf(text, line).length > 1 && take(said, part.start, 0.6)) return
    }
  }
  if (
    first(
      new RegExp(`(${nameRun})\\s+(?:SAS|SARL|SASU|SA|SRL|ASBL|SNC|Ltd|Limited|plc|LLP|GmbH|Inc|BV|NV)\\b`, 'gu'),
      0.7,
    )
  )
    return
  // A signature: the firm before its address, or 'L'équipe X'.
  const last = text.trimEnd().split('\n').slice(-3)
  for (const line of last.toReversed()) {
    const at = text.lastIndexOf(line)
    const signed = new RegExp(
      `^\\s*(?:L['’]équipe\\s+(?:de\\s+|d['’])?|The\\s+team\\s+at\\s+|Team\\s+)?(${nameRun})\\s*(?:,|–|-|\\||$)`,
      'u',
    ).exec(line)
    const isName = signed && (/[,|–]/.test(line) || signed[1]!.includes(' '))
    if (signed && isName && line.trim().length < 70 && !/[.!?]\s*$/.test(line) && text.indexOf(line) > 200)
      if (take(signed[1]!, at + line.indexOf(signed[1]!), 0.6)) return
  }
}

const countryNames: [string, RegExp][] = [
  ['MA', /\bmaroc\b|\bmorocco\b/],
  ['BE', /\bbelgique\b|\bbelgium\b/],
  ['CH', /\bsuisse\b(?! romande)|(?<!french-speaking )\bswitzerland\b/],
  ['LU', /\bgrand-duche\b|\bluxembourg\b/],
  ['FR', /\bfrance\b/],
  ['GB', /\bunited kingdom\b|\bengland\b|\bscotland\b|\bwales\b|\broyaume-uni\b|\buk\b/],
  ['IE', /\bireland\b(?<!northern ireland)|\birlande\b/],
]
const namedCountry = (folded: string): string => countryNames.find(([, pattern]) => pattern.test(folded))?.[0] ?? ''

interface Slice {
  start: number
  end: number
}

/** The first three lines with words: title, place and contract stand there. */
function headLines(text: string): Slice[] {
  const lines: Slice[] = []
  let at = 0
  for (const line of text.split('\n')) {
    if (line.trim() !== '') lines.push({ start: at, end: at + line.length })
    at += line.length + 1
    if (lines.length === 3) break
  }
  return lines
}

/** The pieces of a line between dashes, bars, bullets, commas and brackets. */
function segmentsOf(text: string, line: Slice): Slice[] {
  const found: Slice[] = []
  let at = line.start
  const push = (end: number) => {
    let start = at
    let stop = end
    while (start < stop && /[\s-]/.test(text[start]!)) start += 1
    while (stop > start && /\s/.test(text[stop - 1]!)) stop -= 1
    if (stop > start) found.push({ start, end: stop })
  }
  for (const match of text.slice(line.start, line.end).matchAll(/\s+[-–—]+\s+|\s*[–—|•·,;()]\s*|\s+-\s*(?=\p{Lu})/gu)) {
    push(line.start + match.index)
    at = line.start + match.index + match[0].length
  }
  push(line.end)
  return found
}

const district = /\s+(\d{1,2})\s*(?:e|er|ème|eme|ᵉ)?(?:\s+(?:arrondissement|arr\.?))?$/iu
const aroundTown =
  /(?:(?<!\p{L})(?:à|a|in|at|around|near|autour de|près de|région de|region de|secteur(?: de)?|basée? à|based in|site de|site d['’]|agglomération de|greater|and|et)\s+)(\p{Lu}[\p{L}'’-]+(?:[ -](?:\p{Lu}[\p{L}'’-]*|sur|sous|en|la|le|les|de|du|lès|upon))*)/gu

/** Longest beginning of a run of words that is a town: 'Lyon Part-Dieu' -> 'Lyon'. */
function townIn(said: string): string | null {
  const words = said.split(/(?<=[\s])/u)
  for (let count = Math.min(words.length, 6); count > 0; count -= 1) {
    const name = words.slice(0, count).join('').trim()
    if (countryOfTown(name) !== null) return name
  }
  return null
}

/** Town, postal code and country. */
function readPlace(text: string, folded: string, fields: Fields): void {
  const put = (name: string, at: number, confidence: number): void => {
    const arrondissement = /^(paris|lyon|marseille)\s+(\d{1,2})(?!\d)/i.exec(foldSame(name))
    const bare = name
      .replace(district, '')
      .replace(/\s+cedex.*$/i, '')
      .trim()
    fields.city = { value: properCase(bare), start: at, end: at + name.length, confidence }
    if (!arrondissement || fields.postalCode) return
    const base = { paris: 75000, lyon: 69000, marseille: 13000 }[arrondissement[1]! as 'paris' | 'lyon' | 'marseille']
    const value = String(base + Number(arrondissement[2]))
    fields.postalCode = { value, start: at, end: at + name.length, confidence }
  }
  const postal =
    /(?<!\d)(\d{5})\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}[\p{L}'’-]+){0,3})/u.exec(text) ??
    /(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+|[ -](?:sur|sous|en|la|le|les|de|du|lès)(?=[ -])){0,4})\s*(?:\((\d{5}|\d{2}|2[AB]|\d{4})\)|\s(\d{5})\b)/u.exec(
      text,
    ) ??
    /(?<![\d.,])(\d{4})\s+(Bruxelles|Brussels|Liège|Namur|Charleroi|Mons|Gent|Antwerpen|Genève|Lausanne|Leuven|Tournai)/u.exec(
      text,
    )
  if (postal) {
    const digitsFirst = /^\d/.test(postal[1]!)
    const code = digitsFirst ? postal[1]! : (postal[2] ?? postal[3])!
    const said = digitsFirst ? postal[2]! : postal[1]!
    // The title may stand before the town: 'Cariste Saint-Priest (69)'.
    const known =
      townIn(said) ??
      said
        .split(' ')
        .map((_, index, words) => words.slice(index).join(' '))
        .find((tail) => countryOfTown(tail) !== null)
    const city = known ?? said
    const codeAt = postal.index + postal[0].lastIndexOf(code)
    const cityAt = postal.index + postal[0].indexOf(city)
    fields.postalCode = { value: code, start: codeAt, end: codeAt + code.length, confidence: 0.9 }
    put(city, Math.max(0, cityAt), 0.9)
  }
  const labelled =
    /(?:^|\n|[.;|]\s*)\s*(?:lieu(?: de travail| du poste)?|localisation|location|ville|place of work|based|workplace)\s*:\s*(\p{Lu}[\p{L}'’-]+(?:[ -](?:\p{Lu}[\p{L}'’-]+|sur|sous|en|la|le|les|de|du|upon)|\s\d{1,2}e\b)*)/iu.exec(
      text,
    )
  if (!fields.city && labelled)
    put(townIn(labelled[1]!) ?? labelled[1]!, labelled.index + labelled[0].lastIndexOf(labelled[1]!), 0.9)
  const heads = headLines(text)
  for (const [index, line] of heads.entries()) {
    if (fields.city) break
    if (index > 0 && line.end - line.start > 120) break
    for (const part of segmentsOf(text, line)) {
      const said = text.slice(part.start, part.end)
      if (fields.city || /^\d+$/.test(said)) continue
      const town = countryOfTown(said) === null ? townIn(said) : said
      // 'Vénissieux et agglomération lyonnaise', but not 'Nancy Martin recrute'.
      if (
        town &&
        (town === said || (index > 0 && /^\s+(?:et|and|ou|or|\d|centre|area|région)/iu.test(said.slice(town.length))))
      )
        put(town, part.start, 0.9)
    }
    for (const match of text.slice(line.start, line.end).matchAll(aroundTown)) {
      const town = townIn(match[1]!)
      if (!fields.city && town) put(town, line.start + match.index + match[0].lastIndexOf(match[1]!), 0.85)
    }
    if (fields.city || index > 0) continue
    // The last words of the title: 'SERVEUR NANTES'.
    const tail = /\s(\p{Lu}[\p{L}'’-]+(?:[ -]\p{L}+){0,3}(?:\s\d{1,2}e)?)\s*$/u.exec(text.slice(line.start, line.end))
    const words = tail ? tail[1]!.split(' ') : []
    const from = words.findIndex(
      (_, at) => countryOfTown(words.slice(at).join(' ')) !== null && !/^\d/.test(words[at]!),
    )
    if (tail && from >= 0) {
      const name = words.slice(from).join(' ')
      put(name, line.start + tail.index + tail[0].lastIndexOf(name), 0.7)
    }
  }
  const named =
    /(?:notre site (?:de|d['’]|à)|[Ff]or our|at our|(?:basée?s?|situ[ée]e?s?|poste|agence|atelier|magasin) (?:à|de)|[Bb]ased (?:in|at)|located in)\s*(\p{Lu}[\p{L}'’-]+(?:[ -](?:\p{Lu}[\p{L}'’-]+|sur|sous|en|la|le|les|de|du|upon))*)/u.exec(
      text,
    ) ??
    /(?:^|\n)(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})\s+[-–—|·,]\s+(?:CDI|CDD|Int[ée]rim|permanent|fixed|temporary|12|6|full|temps|\d)/u.exec(
      text,
    )
  if (!fields.city && named) {
    const town =
      townIn(named[1]!) ?? named[1]!.replace(/\s+(?:site|team|office|plant|depot|shop|warehouse|store|branch)$/i, '')
    put(town, named.index + named[0].lastIndexOf(named[1]!), 0.75)
  }
  if (!fields.city) {
    for (const match of text.matchAll(aroundTown)) {
      const town = townIn(match[1]!)
      if (!town) continue
      put(town, match.index + match[0].lastIndexOf(match[1]!), 0.7)
      break
    }
  }
  if (!fields.city) {
    const guess = /(?<!\p{L})à\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+){0,3})/u.exec(text)
    if (guess) put(guess[1]!, guess.index + guess[0].lastIndexOf(guess[1]!), 0.6)
  }
  const head = folded.slice(0, heads.at(-1)?.end ?? 0)
  const ofTown = fields.city ? countryOfTown(fields.city.value) : null
  const country = namedCountry(head) || ofTown || namedCountry(folded)
  if (!country) return
  const at = folded.search(countryNames.find(([code]) => code === country)?.[1] ?? /$^/)
  const start = at >= 0 ? at : (fields.city?.start ?? 0)
  const end = at >= 0 ? at + 5 : (fields.city?.end ?? 0)
  fields.country = { value: country, start, end, confidence: 0.75 }
}

const acronyms = new Set(
  'CACES TIG MIG MAG RH HR SAP BTP IT CNC HVAC EHPAD SSIAP PL SPL VL HGV LGV QHSE HSE QSE B2B B2C BTS CAP CVC VRD DRH DAF RN GTB UX UI PHP SQL CRM ERP SAV GMAO IDE ASH AES VSL ADV MEP WMS BIM CAO DAO SEO SEA QA IOS NET AWS NMC ICU A&E TP TCE PME RAF PDR'.split(
    ' ',
  ),
)

/** Names and titles set in capitals get the letters of a sentence or a name; others stay as they are. */
function properCase(name: string): string {
  if (name !== name.toLocaleUpperCase('fr') || !/\p{Lu}{3}/u.test(name)) return name
  return name
    .toLocaleLowerCase('fr')
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

const noise =
  /\s*[([]\s*(?:h\s*\/?\s*f|f\s*\/?\s*h|m\s*\/\s*[fw](?:\s*\/\s*[dx])?|f\s*\/\s*m(?:\s*\/\s*[dx])?|x|all genders|tous genres)(?:\s*\/\s*\w)?\s*[)\]]|\s+[-–]?\s*(?:H\/F|F\/H|M\/F\/D|m\/f\/d|h\/f)\b/giu

function readTitleField(text: string, folded: string, fields: Fields): void {
  const labelled =
    /(?:^|\n)\s*(?:offre d'emploi|job offer|job title|intitule(?: du poste)?|poste(?: a pourvoir)?|position|vacancy|role|emploi|titre|job)\s*:\s*([^\n]+)/.exec(
      folded,
    )
  const hiring =
    /\b(?:recrut(?:e|ons)|recherch(?:e|ons)|cherch(?:e|ons)|is (?:hiring|looking for|seeking|recruiting)|are (?:hiring|looking for|seeking|recruiting))\s+(?:pour [^,\n]{3,40},?\s+)?(?:un\(e\)|une?|an?|des|\d+|our (?:next|new)|notre (?:futur|prochain)e?|son|sa)\s+([^\n,.;:]{3,70})/.exec(
      folded,
    )
  const firstAt = text.search(/\S/)
  const firstEnd = firstAt < 0 ? 0 : (text.indexOf('\n', firstAt) + 1 || text.length + 1) - 1
  const first = firstAt < 0 ? '' : text.slice(firstAt, firstEnd)
  let start = -1
  let end = -1
  let confidence = 0
  if (labelled) {
    start = labelled.index + labelled[0].length - labelled[1]!.length
    end = start + labelled[1]!.length
    confidence = 0.95
  } else if (
    first.length > 0 &&
    first.length <= 90 &&
    !/[.!?]\s*$/.test(first) &&
    !/^(?:rejoignez|join|nous|we|notre|our|bienvenue)\b/i.test(first)
  ) {
    start = firstAt
    end = firstEnd
    confidence = 0.9
  } else if (hiring) {
    start = hiring.index + hiring[0].length - hiring[1]!.length
    end = start + hiring[1]!.length
    const stop =
      /\s(?:en (?:cdi|cdd|interim|alternance|contrat)|pour|a\s|au\s|afin|basee?|in (?:our|the)|for (?:our|the)|to (?:join|work)|who|with|qui|sur|at\s|on a\s|h\/f|dans)/.exec(
        folded.slice(start, end),
      )
    if (stop && stop.index > 2) end = start + stop.index
    confidence = 0.75
  }
  if (start < 0) return
  let value = text
    .slice(start, end)
    .replace(noise, ' ')
    .replace(/\s*\((?:hybrid\w*|remote|télétravail|cdi|cdd|full[- ]time|part[- ]time|temps \p{L}+)\b[^)]*\)/giu, '')
  // Place, contract and hours are fields of their own; a label and what follows a dash stay when they tell the job.
  const pieces = value.split(/(\s+[-–—|·•]+\s+|\s+[–—|]|,\s+)/u)
  let kept = pieces[0]!
  for (let index = 1; index + 1 < pieces.length; index += 2) {
    const piece = pieces[index + 1]!.trim()
    const bare = piece.replace(/\s*\(?\b\d{2,5}\)?$/u, '')
    if (piece === '' || countryOfTown(bare) !== null || notTitle.test(foldSame(piece))) continue
    kept += pieces[index]! + pieces[index + 1]!
  }
  value = kept
  const place = value.match(
    /\s+(?:à|a|in|in\s+central)\s+(\p{Lu}[\p{L}'’ -]+?)(?:\s+\d{1,2}e)?\s*(?:\(\d{2,5}\))?\s*$/u,
  )
  if (place && countryOfTown(place[1]!) !== null) value = value.slice(0, place.index)
  const bareTown = /\s+(\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}?[\p{L}'’-]+){0,3}(?:\s\d{1,2}e)?)\s*(?:\(\d{2,5}\))\s*$/u.exec(
    value,
  )
  if (bareTown && countryOfTown(bareTown[1]!) !== null) value = value.slice(0, bareTown.index)
  const clean = sentenceCase(
    value
      .replace(
        /^\s*(?:offre d['’]emploi|job offer|recrutement|recrute|recherche|we are hiring|hiring|vacancy|urgent)\s*[:!–-]+\s*/iu,
        '',
      )
      .replace(/\s+(?:en\s+)?(?:CDI|CDD|int[ée]rim)\b.*$/u, '')
      .replace(/\s+/g, ' ')
      .replace(/[\s:.,;–—|-]+$/u, '')
      .trim(),
  )
  if (clean) fields.title = { value: clean, start, end: start + text.slice(start, end).trimEnd().length, confidence }
}

/** Pieces of a heading that are contract, hours, pay or country, not the job. */
const notTitle =
  /^(?:cdi|cdd|interim\w*|temps (?:plein|partiel|complet)|full[- ]time|part[- ]time|permanent|fixed[- ]term|temporary|contract|apprentissage|alternance|stage|freelance|\d[\d\s.,-]*(?:k|€|h\b|mois|months?|heures|hours)|[€£]|h\/f|f\/h|m\/f|remote|teletravail|hybrid|france|maroc|morocco|belgique|belgium|suisse|switzerland|luxembourg|uk|united kingdom|england|urgent|horaires?|prise de poste|ref|reference)\b/

function readContract(folded: string, fields: Fields): void {
  const kinds: [RegExp, NonNullable<Fields['contract']>['value']][] = [
    [
      /\balternance\b|\bcontrat d'apprentissage\b|\bapprentissage\b|\bapprenticeship\b|\bcontrat de professionnalisation\b/,
      'apprenticeship',
    ],
    [/\bstage\b|\binternship\b/, 'internship'],
    [/\bsaisonnier\w*\b|\bseasonal\b/, 'seasonal'],
    [
      /\binterim\w*\b|\btemporary agency\b|\bagency work\b|\btemp(?:orary)? (?:job|work|contract|assignment)\b|\btravail temporaire\b/,
      'interim',
    ],
    [/\bcdd\b|\bfixed[- ]term\b|\bduree determinee\b/, 'cdd'],
    [/\bfreelance\b|\bindependant\b|\bself[- ]employed\b|\bcontractor\b|\bvacation\b/, 'freelance'],
    [/\bcdi\b|\bpermanent\b|\bduree indeterminee\b|\bopen[- ]ended\b/, 'cdi'],
  ]
  let best: { at: number; length: number; value: NonNullable<Fields['contract']>['value'] } | null = null
  for (const [pattern, value] of kinds) {
    const match = pattern.exec(folded)
    if (match && (!best || match.index < best.at)) best = { at: match.index, length: match[0].length, value }
  }
  if (best) fields.contract = { value: best.value, start: best.at, end: best.at + best.length, confidence: 0.9 }
  const duration =
    /\b(?:cdd|interim|contrat|mission|stage|contract|alternance)\b[^.\n;]{0,20}?\b(\d{1,2})\s*(mois|months?|ans?|years?|semaines|weeks)\b|\b(\d{1,2})[- ](months?|mois|years?)[- ](?:fixed[- ]term|contract|cdd|mission|internship)/.exec(
      folded,
    )
  if (duration && fields.contract?.value !== 'cdi') {
    const count = Number(duration[1] ?? duration[3])
    const unit = duration[2] ?? duration[4]!
    const months = /^(?:an|year)/.test(unit)
      ? count * 12
      : /^(?:sem|week)/.test(unit)
        ? Math.round((count * 12) / 52)
        : count
    if (months > 0)
      fields.durationMonths = {
        value: months,
        start: duration.index,
        end: duration.index + duration[0].length,
        confidence: 0.85,
      }
  }
}

const amount = `(\\d{1,3}(?:[ \\u00a0\\u202f.,]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)\\s*(k)?`
const money = `(?:€|eur(?:os?)?|£|gbp|mad|dhs?|dirhams?|chf|francs?|usd|\\$)`

function readSalary(text: string, folded: string, fields: Fields): void {
  const plain = folded.replaceAll(/[\u00a0\u202f]/g, ' ')
  const pattern = new RegExp(
    `(?:(?:entre|de|from|between|a partir de)\\s+)?(?:(${money})\\s*)?${amount}\\s*(${money})?(?:\\s*(?:a|et|to|and|-|–|—|/)\\s*(?:(${money})\\s*)?${amount}\\s*(${money})?)?\\s*(?:bruts?|nets?|gross)?\\s*(?:(?:/|par|per|an?|de l'|l'|the|p\\.?)\\s*)?(heure|hour|h\\b|jour|day|mois|month|an\\b|annee|year|annum|annuels?|annually|mensuels?|monthly|hourly|horaire|yearly|a year)?`,
    'g',
  )
  for (const match of plain.matchAll(pattern)) {
    const unit = match[1] ?? match[4] ?? match[5] ?? match[8]
    const isThousands = Boolean(match[3] ?? match[7])
    const context = plain.slice(Math.max(0, match.index - 40), match.index)
    const near = /salaire|remuneration|salary|pay\b|wage|package|fixe/.test(context)
    if (!unit && !(isThousands && near)) continue
    const last = match[6] ?? match[2]!
    const number = (value: string, thousands: boolean): number => {
      const grouped = /^\d{1,3}(?:[ .,]\d{3})+$/.test(value) ? value.replaceAll(/[ .,]/g, '') : value.replace(',', '.')
      return Number(grouped) * (thousands ? 1000 : 1)
    }
    const min = number(match[2]!, isThousands)
    const max = number(last, isThousands)
    if (min < 5 || max < min) continue
    if (
      !near &&
      /titre|ticket|prime|bonus|mutuelle|panier|voucher|chiffre d'affaires|turnover|revenue|capital|budget/.test(
        context,
      )
    )
      continue
    const after = plain.slice(match.index + match[0].length, match.index + match[0].length + 12)
    const said =
      match[9] ??
      /^\s*(?:bruts?|gross|nets?)?\s*(?:\/|par|per|a)\s*(heure|hour|jour|day|mois|month|an|annee|year)/.exec(
        after,
      )?.[1] ??
      ''
    const period = /^h/.test(said)
      ? 'hour'
      : /^(?:jour|day)/.test(said)
        ? 'day'
        : /^(?:mois|month|mens)/.test(said)
          ? 'month'
          : /^(?:an|year|a year)/.test(said)
            ? 'year'
            : max < 100
              ? 'hour'
              : max < 700
                ? 'day'
                : max < 15000
                  ? 'month'
                  : /mad|dh|dirham/.test(unit ?? '') && max < 60000
                    ? 'month'
                    : 'year'
    const symbol = unit ?? '€'
    const currency = /£|gbp/.test(symbol)
      ? 'GBP'
      : /mad|dh/.test(symbol)
        ? 'MAD'
        : /chf|franc/.test(symbol)
          ? 'CHF'
          : /\$|usd/.test(symbol)
            ? 'USD'
            : 'EUR'
    const start = match.index + match[0].search(/\S/)
    const end = match.index + match[0].trimEnd().length
    const confidence = near ? 0.9 : 0.8
    fields.salaryMin = { value: min, start, end, confidence }
    fields.salaryMax = { value: max, start, end, confidence }
    fields.salaryCurrency = { value: currency, start, end, confidence }
    fields.salaryPeriod = { value: period, start, end, confidence: said ? confidence : 0.65 }
    return
  }
  void text
}

const monthNames =
  'janvier|fevrier|mars|avril|mai|juin|juillet|aout|septembre|octobre|novembre|decembre|january|february|march|april|may|june|july|august|september|october|november|december'.split(
    '|',
  )

function readStart(folded: string, fields: Fields): void {
  const lead =
    /(?:prise de poste|debut|a pourvoir|a partir du|des le|start(?:ing|s)?(?: date)?|demarrage|embauche|begin\w*|from)\D{0,25}?/
      .source
  const full = new RegExp(`${lead}(\\d{1,2})(?:er|st|nd|rd|th)?\\s+(${monthNames.join('|')})\\s+(20\\d{2})`).exec(
    folded,
  )
  const numeric = new RegExp(`${lead}(\\d{1,2})[/.](\\d{1,2})[/.](20\\d{2})`).exec(folded)
  const monthOnly = new RegExp(`${lead}(${monthNames.join('|')})\\s+(20\\d{2})`).exec(folded)
  const pad = (value: number) => String(value).padStart(2, '0')
  const monthNumber = (name: string) => (monthNames.indexOf(name) % 12) + 1
  if (full)
    fields.startDate = {
      value: `${full[3]}-${pad(monthNumber(full[2]!))}-${pad(Number(full[1]))}`,
      start: full.index,
      end: full.index + full[0].length,
      confidence: 0.9,
    }
  else if (numeric && Number(numeric[2]) <= 12)
    fields.startDate = {
      value: `${numeric[3]}-${pad(Number(numeric[2]))}-${pad(Number(numeric[1]))}`,
      start: numeric.index,
      end: numeric.index + numeric[0].length,
      confidence: 0.85,
    }
  else if (monthOnly)
    fields.startDate = {
      value: `${monthOnly[2]}-${pad(monthNumber(monthOnly[1]!))}-01`,
      start: monthOnly.index,
      end: monthOnly.index + monthOnly[0].length,
      confidence: 0.7,
    }
}
