import { fold } from '../../src/kit/fold.ts'

/** A content word of a text: its stem and where it stands (offsets in the text given). */
export interface Token {
  stem: string
  word: string
  start: number
  end: number
}

/** Words that carry no meaning by themselves, folded, in both languages. */
const functionWords = new Set(
  (
    'a ai as au aux avec c ce ceci cela ces cet cette chez d dans de des du elle en es est et eu il ils j je l la le les leur leurs lors ' +
    'lui m ma mes moi mon n ne nos notre nous on ont ou par pas pour qu que qui s sa se ses si son sont sous sur t ta te tes toi ton tu un une vers ' +
    'vos votre vous y dont afin ainsi etc via etre avoir ete plus tout tous toute toutes tres bien ' +
    'an and are as at be been by for from had has have he her his i in into is it its me my of off on or our out she so than that the their ' +
    'them then there they this those to up us was we were which who whose will with within you your all any each every own very more'
  ).split(' '),
)

const ligature: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', Œ: 'oe', Æ: 'ae' }
const plain = new Map<string, string>()
function foldLetter(letter: string): string {
  let folded = plain.get(letter)
  if (folded === undefined) {
    folded = ligature[letter] ?? fold(letter)
    plain.set(letter, folded)
  }
  return folded
}

/** 'infirmier(ère)', 'technicien·ne', 'caissier/ère', 'chargé.e.s': the suffix adds no meaning. */
const inclusive =
  /(?<=\p{L}{3})(?:\((?:e|ère|ere|ière|euse|se|trice|rice|ne|ienne|te|le|ve|s|es|e\)s)\)|[·•](?:e|ère|ière|euse|se|trice|rice|ne|ienne|te|le|ve|s)(?:[·•]s)?|\/(?:e|ère|ere|ière|euse|se|trice|rice|ne|ienne|te|le|ve)|\.e(?:\.s)?|-e-?s)(?![\p{L}\p{N}])/giu

/** What any such suffix begins with: most lines hold none of it. */
const mayBeInclusive = /[(·•/]|\.e|-e/iu

const foldedWords = new Map<string, string>()
const keptWords = 30_000

function foldedWord(written: string): string {
  let word = foldedWords.get(written)
  if (word === undefined) {
    word = ''
    for (const letter of written.normalize('NFC')) word += foldLetter(letter)
    if (foldedWords.size >= keptWords) foldedWords.clear()
    foldedWords.set(written, word)
  }
  return word
}

/** Words of a text as they stand, without stems: folded, with offsets. */
export function wordsOf(text: string): { word: string; start: number; end: number }[] {
  const masked = mayBeInclusive.test(text) ? text.replace(inclusive, (suffix) => ' '.repeat(suffix.length)) : text
  const found: { word: string; start: number; end: number }[] = []
  if (isWestern.test(masked)) {
    // Folding plain letters is lowering them, for the whole text at once.
    const lower = isAscii.test(masked) ? masked.toLowerCase() : null
    scanWords(masked, (start, end) =>
      found.push({ word: lower ? lower.slice(start, end) : foldedWord(masked.slice(start, end)), start, end }),
    )
  } else
    for (const match of masked.matchAll(anyWord))
      found.push({ word: foldedWord(match[0]), start: match.index, end: match.index + match[0].length })
  return found
}

const anyWord =
  /(?<![\p{L}\p{N}])\.net(?![\p{L}])|[\p{L}\p{M}\p{N}]+(?:\.(?=\p{L}\p{L})[\p{L}\p{N}]+|(?<=\d)[.,](?=\d)\d+)*[+#]*/giu

const isAscii = /^[\x00-\x7f]*$/
/** Latin letters, and the signs of western typing: their kinds fit in a table. No letter of them folds by case to '.net'. */
const isWestern = /^[\x00-\u017e\u2010-\u203a\u20ac]*$/
const kinds = new Uint8Array(0x2100)
const letter = 1
const number = 2
for (let unit = 0; unit < kinds.length; unit += 1) {
  const one = String.fromCharCode(unit)
  kinds[unit] = /\p{L}/u.test(one) ? letter : /\p{N}/u.test(one) ? number : 0
}
const dot = 46
const comma = 44
const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57

/** The matches of `anyWord` in a western text, several times as fast. */
function scanWords(text: string, visit: (start: number, end: number) => void): void {
  const { length } = text
  const kindAt = (at: number): number => (at < length ? kinds[text.charCodeAt(at)]! : 0)
  let at = 0
  while (at < length) {
    const unit = text.charCodeAt(at)
    if (kinds[unit] === 0) {
      const isDotNet =
        unit === dot &&
        (text.charCodeAt(at + 1) | 32) === 110 &&
        (text.charCodeAt(at + 2) | 32) === 101 &&
        (text.charCodeAt(at + 3) | 32) === 116 &&
        (at === 0 || kindAt(at - 1) === 0) &&
        kindAt(at + 4) !== letter
      if (isDotNet) visit(at, at + 4)
      at += isDotNet ? 4 : 1
      continue
    }
    const start = at
    while (kindAt(at) !== 0) at += 1
    for (;;) {
      const sign = at < length ? text.charCodeAt(at) : 0
      if (sign === dot && kindAt(at + 1) === letter && kindAt(at + 2) === letter) {
        at += 1
        while (kindAt(at) !== 0) at += 1
      } else if (
        (sign === dot || sign === comma) &&
        isDigit(text.charCodeAt(at - 1)) &&
        at + 1 < length &&
        isDigit(text.charCodeAt(at + 1))
      ) {
        at += 1
        while (at < length && isDigit(text.charCodeAt(at))) at += 1
      } else break
    }
    while (at < length && (text[at] === '+' || text[at] === '#')) at += 1
    visit(start, at)
  }
}

const stems = new Map<string, string>()

/**
 * One form for the inflections of a word in either language ('soudage', 'soudeuse', 'souder'; 'welding', 'welder').
 * It need not be right about grammar, only give the same answer for forms of one word. Expects a folded word.
 */
export function stemOf(word: string): string {
  let stem = stems.get(word)
  if (stem === undefined) {
    stem = makeStem(word)
    if (stems.size < 200_000) stems.set(word, stem)
  }
  return stem
}

const endings =
  'isations isation ating ated ates ate isings ising ised iser izing ized izations ization ifications ification ations ation ateurs ateur atrices atrice itions ition ements ement ments ment euses euse eurs eur rices rice ieres iere iers ier ages age ings ing ives ive ifs if iques ique ances ance ences ence antes ante ants ant iennes ienne iens ien ites ite ities ity ees ee eres ere ers er ed es e'.split(
    ' ',
  )

/** Words whose inflection would fall together with another word. */
const unlike: Record<string, string> = {
  avocate: 'avocat',
  avocates: 'avocat',
  cmms: 'cmms',
  planning: 'planning',
  plannings: 'planning',
  care: 'care',
  cares: 'care',
  caring: 'care',
  carer: 'carer',
  carers: 'carer',
  vine: 'vigne',
  vines: 'vigne',
  viner: 'vigne',
  structure: 'structure',
  structures: 'structure',
  structurel: 'structural',
  organisation: 'organisation',
  car: 'car',
  cars: 'car',
  station: 'station',
  nation: 'nation',
  mission: 'mission',
  matiere: 'matiere',
  matieres: 'matiere',
  materiel: 'materiel',
  caisse: 'caisse',
  caisses: 'caisse',
  caissier: 'caissier',
  parent: 'parent',
  parents: 'parent',
  direction: 'direction',
  directions: 'direction',
  directeur: 'directeur',
  directrice: 'directeur',
  director: 'directeur',
  part: 'part',
  parts: 'parts',
  party: 'party',
  parties: 'partie',
  partie: 'partie',
  porte: 'porte',
  portes: 'porte',
  port: 'port',
  bar: 'bar',
  barrage: 'barrage',
  table: 'table',
  tables: 'table',
  tableau: 'tableau',
  tableaux: 'tableau',
  formation: 'formation',
  formations: 'formation',
  format: 'format',
  formats: 'format',
  forme: 'forme',
  livre: 'livre',
  livres: 'livre',
  livreur: 'livreur',
  livraison: 'livraison',
  livraisons: 'livraison',
  message: 'message',
  voyage: 'voyage',
  stage: 'stage',
  stages: 'stage',
  image: 'image',
  images: 'image',
  page: 'page',
  usage: 'usage',
  etage: 'etage',
  menage: 'menage',
  menager: 'menage',
  menagere: 'menage',
  gage: 'gage',
  engagement: 'engagement',
  appartement: 'appartement',
  departement: 'departement',
  document: 'document',
  documents: 'document',
  instrument: 'instrument',
  element: 'element',
  moment: 'moment',
  ciment: 'ciment',
  batiment: 'batiment',
  batiments: 'batiment',
  vehicule: 'vehicule',
  vehicules: 'vehicule',
  plante: 'plante',
  plantes: 'plante',
  plant: 'plant',
  plants: 'plant',
  client: 'client',
  clients: 'client',
  patient: 'patient',
  patients: 'patient',
  agent: 'agent',
  agents: 'agent',
  accident: 'accident',
  serveur: 'serveur',
  serveuse: 'serveur',
  serveurs: 'serveur',
  server: 'serveur',
  servers: 'serveur',
  service: 'service',
  services: 'service',
  moteur: 'moteur',
  moteurs: 'moteur',
  motor: 'moteur',
  secteur: 'secteur',
  docteur: 'docteur',
  hauteur: 'hauteur',
  hauteurs: 'hauteur',
  couleur: 'couleur',
  couleurs: 'couleur',
  chaleur: 'chaleur',
  valeur: 'valeur',
  facteur: 'facteur',
  facteurs: 'facteur',
  facture: 'factur',
  ordinateur: 'ordinateur',
  acteur: 'acteur',
  number: 'number',
  paper: 'paper',
  water: 'water',
  order: 'order',
  orders: 'order',
  center: 'centre',
  centre: 'centre',
  master: 'master',
  masters: 'master',
  letter: 'letter',
  computer: 'computer',
  power: 'power',
  timber: 'timber',
  leather: 'leather',
  weather: 'weather',
  river: 'river',
  silver: 'silver',
  rubber: 'rubber',
  counter: 'counter',
  register: 'register',
  quarter: 'quarter',
  matter: 'matter',
  summer: 'summer',
  winter: 'winter',
  hiver: 'hiver',
  mer: 'mer',
  acier: 'acier',
  papier: 'papier',
  chantier: 'chantier',
  chantiers: 'chantier',
  quartier: 'quartier',
  metier: 'metier',
  metiers: 'metier',
  dossier: 'dossier',
  dossiers: 'dossier',
  courrier: 'courrier',
  courriers: 'courrier',
  atelier: 'atelier',
  ateliers: 'atelier',
  fichier: 'fichier',
  escalier: 'escalier',
  levier: 'levier',
}

function makeStem(word: string): string {
  const kept = Object.hasOwn(unlike, word) ? unlike[word] : undefined
  if (kept !== undefined) return kept
  if (word.length <= 3 || /\d/.test(word)) return word
  let w = word
  if (w.endsWith('eaux')) w = w.slice(0, -1)
  else if (w.endsWith('aux') && w.length > 5) w = w.slice(0, -3) + 'al'
  else if (w.endsWith('ies') && w.length > 4) w = w.slice(0, -3) + 'i'
  else if (w.endsWith('y') && w.length > 4) w = w.slice(0, -1) + 'i'
  else if (w.endsWith('s') && !w.endsWith('ss') && w.length > 3) w = w.slice(0, -1)
  // A trade in the feminine is the trade: 'ingénieure', 'livreuse', 'factrice', 'tôlière'.
  const masculine = masculineOf(w)
  if (masculine !== w) return stemOf(masculine)
  for (const ending of endings) {
    if (w.endsWith(ending) && w.length - ending.length >= (ending.length <= 1 ? 4 : ending.length === 2 ? 3 : 4)) {
      w = w.slice(0, -ending.length)
      break
    }
  }
  if (w.length > 4 && w.at(-1) === w.at(-2) && /[^aeiou]/.test(w.at(-1)!)) w = w.slice(0, -1)
  return w
}

const feminineEndings: readonly [string, string][] = [
  ['trice', 'teur'],
  ['euse', 'eur'],
  ['eure', 'eur'],
  ['iere', 'ier'],
]

function masculineOf(word: string): string {
  if (word.length < 6) return word
  for (const [feminine, masculine] of feminineEndings)
    if (word.endsWith(feminine)) return word.slice(0, -feminine.length) + masculine
  return word
}

/** Content words with stems and offsets; function words left out. */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const { word, start, end } of wordsOf(text)) {
    if (functionWords.has(word)) continue
    if (word.length === 1 && !/\d|[a-z]/.test(word)) continue
    if (tokens.length >= 4000) break
    tokens.push({ stem: stemOf(word), word, start, end })
  }
  return tokens
}
