import { monthSpan } from '../../src/kit/month.ts'
import type { CandidateProfile } from '../../src/model/match.ts'
import type { SectionName } from '../../src/model/reading.ts'
import { createCues } from './cues.ts'
import { foldSame } from './dates.ts'
import type { TitleReading } from './lexicon/lexicon.ts'
import { findConcepts, readTitle } from './lexicon/lexicon.ts'
import { degreeIn, degreeWords, drivingCategory, drivingPattern } from './papers.ts'
import { tokenise } from './tokens.ts'
import type { Vocabulary } from './vocabulary.ts'

/** What a passage says of itself; `paper` speaks of a driving licence or a degree, `named` is one by its rules. */
export const says = {
  denied: 1,
  progress: 2,
  notions: 4,
  weak: 8,
  list: 16,
  beside: 32,
  paper: 64,
  named: 128,
} as const

/** A sentence or list item: the unit that can prove something. */
export interface Passage {
  line: number
  /** Offsets in the line's text. */
  start: number
  end: number
  text: string
  /** Vocabulary number of each content word, and its offsets in the line. */
  words: Int32Array
  wordStarts: Int32Array
  wordEnds: Int32Array
  concepts: Int32Array
  says: number
  section: SectionName
  /** Index in `jobs`, -1 elsewhere. */
  job: number
  /** The line that opens a dated entry. */
  head: boolean
}

export interface JobReading {
  title: string
  reading: TitleReading
  start: string
  end: string
  line: number
  passages: Passage[]
  /** Trainee posts count half. */
  trainee: boolean
}

export interface SpokenLanguage {
  code: string
  /** 1 (A1) to 6 (C2 and native); 0 when no level is given. */
  level: number
  passage: Passage
}

/** What of a profile does not depend on the offer: passages, jobs, languages. */
export interface ProfileReading {
  id: string
  profile: CandidateProfile
  passages: Passage[]
  jobs: JobReading[]
  languages: SpokenLanguage[]
  /** Distinct vocabulary numbers of everything that may count. */
  vocabulary: Int32Array
}

const deniedCue =
  /\b(?:pas (?:de|d'|du|encore)|pas|aucune?|jamais|sans|non titulaire|non diplomee?|ni|reste a apprendre|a apprendre|depourvue?|no|not|never|without|don't|doesn't|does not|do not|lack(?:s|ing)?|still to learn|yet to|unqualified|nor|cannot|can't|haven't|hasn't|none|self-taught|autodidacte|faute de|neant|ne souhaite|ne possede|n'ai)\b/
const deniedInJob =
  /^(?:pas|aucune?|jamais|sans|no|not|never|without)\b|\b(?:pas|aucune?|jamais|sans|no|never|without any)\b.{0,12}\b(?:experience|pratique|practice|utilise|used|qualification|notion|connaissance|knowledge)\b/
const harmlessDenial =
  /\b(?:pas seulement|not only|sans (?:aucune? )?(?:accident|equipage|pilote|fil|sel|sucre|frais|couture|soudure|engagement|concurrence|limite|probleme|distinction|compter|cesse|risque|incident|faute|retard|interruption|rupture|supervision|difficulte|discontinuer|erreur|perte|arret|casse|reserve|encadrement|aide|delai|contact|concession|rendez|fil|gluten|plomb|sinistre|stress|preavis|permis de (?:construire)|litige|anomalie|defaut|rejet|ecart)\w*|(?:no|zero|without) (?:\w+ )?(?:accidents?|incidents?|errors?|complaints?|supervision|interruptions?|delays?|defects?|injur\w+|loss\w*|fail\w*|breakage|notice|stoppages?|rework|claims?|downtime)|non[- ]stop|non[- ]destructi\w+|pas a pas|non[- ]conform\w*|sans abri)\b/
const progressCue =
  /\ben cours(?! de validite)|\ben preparation\b|\bin progress\b|\bin preparation\b|\ba valider\b|\bsession prevue\b|\b(?:test|exam|session) (?:booked|planned|scheduled|in)\b|\bbooked for\b|\ba venir\b|\bto be (?:taken|obtained|completed|passed|awarded)\b|\bexpected\b|\bpreparing\b|\bje prepare\b|\bcurrently (?:studying|training|taking|preparing|working towards|enrolled)\b|\binscrite?\b|\benrolled\b|\ben attente\b|\bawaiting\b|\bpas encore\b|\bnot yet\b|\bundergoing\b|\bworking towards\b|\bstudying (?:for|towards)\b|\ba obtenir\b|\bprevue? (?:en|pour|le)\b|\bongoing\b|\bunder way\b|\bstarted\b.{0,20}\bnot finished\b/
const notionsCue =
  /\bnotions?\b|\bbasiques?\b|\bbasics?\b|\bbases\b|\binitiation\b|\binitiee?\b|\bdebutante?\b|\bbeginner\b|\brudiments?\b|\bdecouverte\b|\bseulement\b|\bonly\b|\bsensibilis\w+|\bsome knowledge\b|\belementa\w+|\bpremiers pas\b|\bfirst steps\b|\bnovice\b|\bintroduct\w+ (?:to|course)\b|\blittle (?:practice|experience)\b|\bpeu (?:de pratique|d'experience)\b/
const weakCue =
  /\ba few\b|\bquelques\b|\bsimples?\b|\boccasion\w+|\bponctuel\w*|\bparfois\b|\bsometimes\b|\bobserv\w+|\bshadow\w+|\bsur papier\b|\bon paper\b|\bpaper\b|\bpapier\b|\bpartage\b|\bshared\b|\bbasic\b|\bmanuels?\b|\bmanual\b|\bmanuelle(?:s|ment)?\b|\bhand-?written\b|\ba la main\b|\bby hand\b|\bwithout\b|\bsans\b|\bamateur\b|\bsmall\b|\bpetite?s?\b|\bcourriers?\b/
const besideCue =
  /\b(?:en lien avec|aux cotes|en collaboration avec|alongside|in liaison with|liaison with|assistance aux|support to|secretariat (?:de|des)|plannings? des|rotas? (?:of|for)|rosters? (?:of|for)|emplois? du temps des|timetables? (?:of|for)|recrut\w+ (?:de|des|of)|recruit\w+|commande\w* (?:de|des|du)|ordered|booked|location de|hired|relance des|classement|frappe|mise en page|formatted|typed|filed|transcri\w+|vente (?:de|des|aux|d')|sold|sales of|selling|facturation (?:de|des|d')|invoiced|invoicing|accueil (?:de|des)|welcom\w+ (?:the )?(?:clients?|customers?|families|visitors|candidates|staff)|livraison (?:de|des)|delivered|demonstrations? (?:a|au|aux|de|for|to)|gave demos|demos? (?:for|to|of)|formation des|trained (?:the )?(?:users?|customers?|clients?)|showed|suivi des (?:cartes|permis|dossiers|absences|contrats)|tracked|adverts? for|annonces|redaction d'annonces|wrote adverts|recherche de candidats|commercialisation|promotion (?:de|des)|audit(?:ed)? (?:de|des|of)?|for the|pour les|pour le compte)\b/
const injectionCue =
  /\bignor(?:e|ez|er)\b.{0,30}\b(?:instructions?|consignes?|rules|regles|previous|precedent\w*)\b|\binstructions? precedentes?\b|\bprevious instructions?\b|^\s*(?:system|systeme|assistant|user|admin|prompt)\s*:|\bnote (?:au|a l'|a la|to the|to|pour le) (?:logiciel|software|ai|ia|system\w*|machine|robot|algorithm\w*|ats|parser|assistant|model\w*)\b|\bscore\b.{0,12}\b(?:100|maxim\w+|perfect|parfait)\b|\b100 ?(?:\/ ?100|%|percent|points?) (?:match|fit|score)\b|\brank\w* (?:this|me|him|her)\b|\bclass(?:er|ez|e) (?:ce|cette|moi)\b|\b(?:tous les criteres|toutes les exigences|chaque exigence|all (?:the )?(?:requirements|criteria)|every requirement|each requirement)\b|\bthis (?:cv|candidate|applicant|resume) (?:is|must|should|meets|fulfil\w*|ranks)\b|\bce (?:cv|candidat|profil) (?:doit|remplit|est le)\b|\byou are an? (?:ai|assistant|language)\b|\bas an ai\b|\b(?:highest|maximum|top|best) (?:score|rank\w*|mark)\b|\b(?:meilleure?|plus haute?) (?:score|note|classement)\b|\b(?:attribu|donn|mett)(?:e|ez|er|re) (?:a ce|la note|le score|une note)\b|\bgive (?:this|me|the)\b.{0,25}\b(?:score|rank|mark|rating)\b|\bjailbreak\b/
const injectionTag = /<\/?(?:system|instruction)/

/** Papers are recognised by their own rules, whatever words the offer uses. */
const paperCue =
  /\bpermis\b|\bdriv\w+ (?:licen[cs]e|permit)\b|\bdriver'?s licen[cs]e\b|\blicensed driver\b|\bmaster\w*|\blicence\b|\bbachelor|\bb\.?sc\b|\bm\.?sc\b|\bbac\b|\bbaccalaureat\b|\bbts\b|\bdut\b|\bcap\b|\bbep\b|\bdoctorat\w*|\bphd\b|\bdiplom\w+|\bdegree\b|\bcertificate\b/

const languageNames: [string, string][] = [
  ['fr', 'francais|french|francaise'],
  ['en', 'anglais|english|anglaise'],
  ['es', 'espagnol|spanish|castillan'],
  ['de', 'allemand|german'],
  ['it', 'italien|italian'],
  ['pt', 'portugais|portuguese'],
  ['ar', 'arabe|arabic|darija'],
  ['nl', 'neerlandais|dutch|flamand|flemish'],
  ['ru', 'russe|russian'],
  ['zh', 'chinois|chinese|mandarin'],
  ['ja', 'japonais|japanese'],
  ['pl', 'polonais|polish'],
  ['ro', 'roumain|romanian'],
  ['tr', 'turc|turkish'],
  ['ber', 'berbere|amazigh|tamazight|kabyle|berber'],
  ['uk', 'ukrainien|ukrainian'],
  ['lb', 'luxembourgeois|luxembourgish'],
  ['lsf', 'langue des signes|lsf|sign language'],
]
const languagePatterns = languageNames.map(([code, names]) => [code, new RegExp(`\\b(?:${names})\\b`)] as const)
const englishTest = /\b(toeic|toefl|ielts|cambridge|bulats|linguaskill)\b\D{0,12}(\d{1,3}(?:[.,]\d)?)?/

/** Languages a text names, by ISO code, where the name stands. */
export function languagesNamed(folded: string): { code: string; at: number }[] {
  const found: { code: string; at: number }[] = []
  for (const [code, pattern] of languagePatterns) {
    const match = pattern.exec(folded)
    if (match) found.push({ code, at: match.index })
  }
  return found.sort((a, b) => a.at - b.at)
}

/** Level on the CEFR scale that a folded text tells: 1 (A1) to 6 (C2, native), 0 when it tells none. */
export function levelIn(folded: string): number {
  const cefr = /\b([abc])([12])\b/.exec(folded)
  if (cefr) return 'abc'.indexOf(cefr[1]!) * 2 + Number(cefr[2])
  if (/\bmatern\w*|\bnative?\b|\bnative\b|\bbilingu\w*|\bmother tongue\b|\bfirst language\b|\bnatif\b/.test(folded))
    return 6
  const test = englishTest.exec(folded)
  if (test) {
    const points = Number((test[2] ?? '0').replace(',', '.'))
    if (test[1] === 'toeic') return points >= 945 ? 5 : points >= 785 ? 4.5 : points >= 550 ? 3 : points > 0 ? 2 : 4
    if (test[1] === 'toefl') return points >= 95 ? 5 : points >= 72 ? 4 : points > 0 ? 3 : 4
    if (test[1] === 'ielts') return points >= 7 ? 5 : points >= 5.5 ? 4 : points > 0 ? 3 : 4
    return 4
  }
  if (
    /\bcouramment\b|\bcourante?\b|\bfluen\w+|\badvanced\b|\bavancee?\b|\bexcellent\w*|\btres bon\w*|\bfull professional\b|\bproficient\b/.test(
      folded,
    )
  )
    return 5
  if (
    /\bprofession\w+|\boperationn?el\w*|\bbon(?:ne)? (?:niveau|maitrise)|\bgood\b|\bupper[- ]intermediate\b|\bworking\b|\bautonome\b|\bconfirmee?\b|\blue?,? ecrit\w*|\bbusiness\b|\btechni\w+/.test(
      folded,
    )
  )
    return 4
  if (/\binterm\w+|\bmoyen\w*|\bconversation\w*|\bcorrecte?\b|\bfair\b/.test(folded)) return 3
  if (
    /\bscolaire\b|\bschool\b|\bnotions?\b|\bbasi\w+|\bdebutante?\b|\bbeginner\b|\belement\w+|\bfaible\b|\blimited\b/.test(
      folded,
    )
  )
    return 2
  return 0
}

/** Whether a passage may say any of these, told from how its words begin. */
const cuesIn = createCues([
  [deniedCue, deniedInJob],
  progressCue,
  notionsCue,
  weakCue,
  besideCue,
  paperCue,
  [drivingPattern, ...degreeWords.map(([pattern]) => pattern)],
  injectionCue,
  [englishTest, ...languagePatterns.map(([, pattern]) => pattern)],
])
const cue = { denied: 1, progress: 2, notions: 4, weak: 8, beside: 16, paper: 32, named: 64, injection: 128, language: 256 } as const // prettier-ignore

const traineeTitle = /\b(?:stagiaire|stage|intern|internship|trainee|eleve)\b/

/** Reads a profile once; the result serves every offer. Interests, references and lines that give orders to a reader are left out. */
export function readProfile(profile: CandidateProfile, vocabulary: Vocabulary): ProfileReading {
  const passages: Passage[] = []
  const jobs: JobReading[] = []
  const jobByEntry = new Map<string, number>()
  const languages: SpokenLanguage[] = []
  const seen = new Set<number>()
  profile.lines.forEach((line, lineIndex) => {
    if (line.section === 'interests' || line.section === 'references' || line.section === 'header') return
    if (line.entry && line.section !== 'education') {
      const trainee = traineeTitle.test(foldSame(`${line.entry.title} ${line.entry.organisation} ${line.text}`))
      jobs.push({
        title: line.entry.title,
        reading: readTitle(line.entry.title),
        start: line.entry.start,
        end: line.entry.end,
        line: lineIndex,
        passages: [],
        trainee,
      })
      if (line.entryId) jobByEntry.set(line.entryId, jobs.length - 1)
    }
    const job = line.entryId === undefined ? (line.entry ? jobs.length - 1 : -1) : (jobByEntry.get(line.entryId) ?? -1)
    const whole = foldSame(line.text)
    for (const [start, end] of cut(line.text, line.section, line.entry !== undefined)) {
      const text = line.text.slice(start, end)
      const folded = whole.slice(start, end)
      const cues = cuesIn(folded)
      if ((cues & cue.injection) !== 0 && injectionCue.test(folded)) continue
      if (injectionTag.test(folded)) continue
      const tokens = tokenise(text)
      const words = Int32Array.from(tokens, (token) => vocabulary.numberOf(token.word))
      for (const number of words) seen.add(number)
      const inJob = job >= 0
      let flags = 0
      const isSaid = (kind: number, pattern: RegExp): boolean => (cues & kind) !== 0 && pattern.test(folded)
      if (isSaid(cue.denied, inJob ? deniedInJob : deniedCue) && !harmlessDenial.test(folded)) flags |= says.denied
      if (isSaid(cue.progress, progressCue)) flags |= says.progress
      if (isSaid(cue.notions, notionsCue)) flags |= says.notions
      if (isSaid(cue.weak, weakCue)) flags |= says.weak
      if (isSaid(cue.beside, besideCue)) flags |= says.beside
      if (line.section === 'skills' || line.section === 'summary') flags |= says.list
      if (isSaid(cue.paper, paperCue)) flags |= says.paper
      if ((cues & cue.named) !== 0 && (drivingCategory(folded) !== '' || degreeIn(folded) !== null)) flags |= says.named
      const passage: Passage = {
        line: lineIndex,
        start,
        end,
        text,
        words,
        wordStarts: Int32Array.from(tokens, (token) => token.start + start),
        wordEnds: Int32Array.from(tokens, (token) => token.end + start),
        concepts: Int32Array.from(findConcepts(tokens), (hit) => hit.concept),
        says: flags,
        section: line.section,
        job,
        head: line.entry !== undefined,
      }
      passages.push(passage)
      if (inJob) jobs[job]!.passages.push(passage)
      else if ((cues & cue.language) !== 0) readLanguages(folded, passage, languages)
    }
  })
  return {
    id: profile.id,
    profile,
    passages,
    jobs,
    languages,
    vocabulary: Int32Array.from([...seen].sort((a, b) => a - b)),
  }
}

function readLanguages(folded: string, passage: Passage, languages: SpokenLanguage[]): void {
  const named = languagesNamed(folded)
  const test = englishTest.test(folded)
  if (named.length === 0 && !test) return
  if (passage.section === 'education' && !test) return
  if (named.length === 0) languages.push({ code: 'en', level: levelIn(folded), passage })
  named.forEach(({ code, at }, index) => {
    const next = named[index + 1]?.at ?? folded.length
    const level = levelIn(folded.slice(at, next)) || levelIn(folded.slice(0, named[0]!.at))
    if (passage.section !== 'languages' && level === 0) return
    languages.push({ code, level, passage })
  })
}

const sentenceEnd = /(?<=[\p{Ll}\p{Lu}\d)%»"][.!?])\s+(?=["«(]?[\p{Lu}\d])/gu
/** What any of them holds. */
const mayEndSentence = /[.!?]\s/
const mayCut = /[,;•|·\n]|\s[-–]/
const listCut = /\s*[,;•|·\n]\s*(?![^()]*\))|\s+[-–]\s+/gu
const partCut = /\s*[;•|]\s*/gu

/** Where a line's passages begin and end. */
function cut(text: string, section: SectionName, head: boolean): [number, number][] {
  if (head) return [[0, text.length]]
  const pattern =
    section === 'skills' ? listCut : section === 'languages' ? /\s*[;•|,](?![^()]*\))\s*(?=\p{L})/gu : partCut
  const pieces: [number, number][] = []
  const push = (from: number, to: number) => {
    while (from < to && /\s/.test(text[from]!)) from += 1
    while (to > from && /\s/.test(text[to - 1]!)) to -= 1
    if (to > from) pieces.push([from, to])
  }
  const sentences: [number, number][] = []
  let from = 0
  if (mayEndSentence.test(text))
    for (const match of text.matchAll(sentenceEnd)) {
      sentences.push([from, match.index])
      from = match.index + match[0].length
    }
  sentences.push([from, text.length])
  for (const [start, end] of sentences) {
    // A remark such as 'TVA, paie : notions seulement' speaks of the whole list.
    const sentence = text.slice(start, end)
    const remark =
      section === 'skills' && /:\s*\S+(?:\s+\S+){0,3}$/u.test(sentence) && notionsCue.test(foldSame(sentence))
    if (remark) {
      push(start, end)
      continue
    }
    let at = start
    if (!mayCut.test(sentence)) {
      push(start, end)
      continue
    }
    for (const match of sentence.matchAll(pattern)) {
      push(at, start + match.index)
      at = start + match.index + match[0].length
    }
    push(at, end)
  }
  // 'PostgreSQL, Git' after 'Languages: English B2,' must not lose its level: a language without letters joins the last.
  return section === 'languages' ? joinLevels(pieces, text) : pieces
}

function joinLevels(pieces: [number, number][], text: string): [number, number][] {
  const joined: [number, number][] = []
  for (const [start, end] of pieces) {
    const last = joined.at(-1)
    const folded = foldSame(text.slice(start, end))
    if (last && languagesNamed(folded).length === 0 && !englishTest.test(folded)) last[1] = end
    else joined.push([start, end])
  }
  return joined
}

/** Months of the job as seen from `asOf`, null when undated. */
export const spanOf = (job: JobReading, asOf: string): { from: number; to: number } | null =>
  monthSpan(job.start, job.end, asOf)
