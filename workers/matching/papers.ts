/* Driving licences, degrees and CACES by the rules of their names; texts are folded (`foldSame`). */
export const drivingPattern =
  /\bpermis(?: de conduire)?\s*(?:\(?(?:categorie|cat\.?)?\s*)?(be|ce|c1e?|d1?|[a-e])\b|\bdriving licen[cs]e\b|\bdriver'?s licen[cs]e\b|\bpermis de conduire\b|\bdriving permit\b|\blicensed driver\b|\bfull licen[cs]e\b|\b(?:hgv|lgv|class [12]|categor(?:y|ie) [a-e]e?) (?:driving )?licen[cs]e\b|\bpermis vl\b|\bpermis pl\b|\bpermis spl\b|\bpermis (?:poids|super) lourds?\b|\b(?:hgv|lgv) class [12]\b|\bclass [12] (?:hgv|lgv|driver)\b|\b(?:car|lorry|truck) licen[cs]e\b/

/** Driving category a folded text names: 'B' when only 'driving licence' is said, '' when it speaks of none. */
export function drivingCategory(folded: string): string {
  const match = drivingPattern.exec(folded)
  if (!match) return ''
  if (/\bspl\b|super lourd|class 1|\bcategor\w+ c ?\+ ?e\b/.test(folded)) return 'CE'
  if (
    /\bpl\b|poids lourd|\bhgv\b|\blgv\b|class 2|\b(?:lorry|truck) licen[cs]e/.test(folded) &&
    !/\b(?:ce|c\+e)\b/.test(folded)
  )
    return 'C'
  const letter = match[1] ?? /\b(?:categor(?:y|ie)|cat\.?|class|permis)\s*\(?(be|ce|c1e?|d1?|[a-e])\b/.exec(folded)?.[1]
  return (letter ?? 'b').toUpperCase()
}
/** Every driving category a folded text names: 'permis B, C et CE' -> B, C, CE. */
export function drivingCategories(folded: string): string[] {
  const first = drivingCategory(folded)
  if (first === '') return []
  const held = new Set([first])
  const listed =
    /\b(?:permis|licen[cs]es?|categor(?:y|ie)s?|categories|cat\.?|class(?:es)?)\s*\(?:?\s*((?:(?:be|c1?e|c1|d1?e?|[a-e]|am|a[12])\b\s*(?:,|;|et|and|&|\/|\+|-)?\s*)+)/g
  for (const match of folded.matchAll(listed))
    for (const one of match[1]!.match(/\b(?:be|c1?e|c1|d1?e?|[a-e])\b/g) ?? []) held.add(one.toUpperCase())
  return [...held]
}
/** What holding a category also allows. */
export const drivingCovers = (held: string, wanted: string): boolean =>
  held === wanted ||
  (wanted === 'B' && /^[B-D]/.test(held)) ||
  (wanted === 'C' && held === 'CE') ||
  (wanted === 'C1' && /^C/.test(held))

export const degreeWords: [RegExp, number][] = [
  [/\bdoctorat\w*|\bphd\b|\bdoctorate\b|\bdoctoral\b/, 8],
  [/\bmaster ?1\b|\bm1\b|\bmaitrise universitaire\b|\bbac ?\+ ?4\b/, 4],
  [
    /\bmasters?\b|\bmaster'?s\b|\bmba\b|\bmsc\b|\bm2\b|\bdea\b|\bdess\b|\bllm\b|\bdiplome d'ingenieur\b|\bengineering degree\b|\bingenieur diplome\b|\bbac ?\+ ?5\b|\bgrande ecole\b|\bagregation\b|\bcapes\b|\bcapet\b|\bcaplp\b|\bpostgraduate\b|\becole d'ingenieur\w*|\bdscg\b/,
    5,
  ],
  [
    /\blicence pro\w*|\blicence (?:lea|staps|(?:(?:de|en|d')\s?)?(?:langues|lettres|droit|info\w*|eco\w*|math\w*|histoire|sciences?|geo\w*|psycho\w*|socio\w*|chimie|physique|biolog\w*|anglais|gestion|philo\w*|communication|philosoph\w*|art\w*|management))\b|\bbachelors?\b|\bbachelor'?s\b|\bbsc\b|\bba \(|\bllb\b|\bbac ?\+ ?3\b|\bbut\b|\bdcg\b|\bbacheli(?:er|ere)s?\b|\bundergraduate degree\b|\blicence 3\b|\bhonours degree\b|\bbeng\b/,
    3,
  ],
  [
    /\bbts\w?\b|\bdut\b|\bdeug\b|\bdeust\b|\bbac ?\+ ?2\b|\bhigher diploma\b|\bhnd\b|\bhnc\b|\bfoundation degree\b|\bassociate degree\b|\bhigher national\b|\bts technicien\b|\bassociate'?s\b|\bdec (?:en|technique)\b|\bdts\b|\bofppt\b|\btechnicien superieur\b|\btitre (?:pro\w*|rncp) (?:de )?niveau 5\b/,
    2,
  ],
  [
    /\bbac(?:calaureat)?(?: pro\w*| general| techno\w*)?\b|\bbp\b|\bbrevet pro\w*|\bsecondary (?:school )?diploma\b|\ba[- ]levels?\b|\bhigh school diploma\b|\btitre pro\w*|\bcfc\b|\bbtec\b|\bnvq\b|\bvocational (?:secondary )?diploma\b/,
    0,
  ],
  [
    /\bcap\b|\bbep\w?\b|\bcapa\b|\bvocational certificate\b|\bvocational qualification\b|\bcraft certificate\b|\bapprenticeship certificate\b|\bdep (?:en|de)\b|\bcity (?:and|&) guilds\b/,
    -2,
  ],
]
/** Years after the baccalaureate of the highest degree a folded text names; null when it names none. */
export function degreeIn(folded: string): number | null {
  for (const [pattern, level] of degreeWords) if (pattern.test(folded)) return level
  return null
}
/** 'R489 cat. 1, 3 et 5' -> ['1', '3', '5']; machine names of the R489 count as their category. */
export function categoriesIn(folded: string): string[] {
  const found = new Set<string>()
  const listed =
    /\b(?:categor(?:ie|y|ies)s?|cat\.?s?|caces)\s*(?:r\s?\d{3}[a-z]?)?\s*(?:categor(?:ie|y|ies)s?|cat\.?)?\s*[:.]?\s*((?:\d[ab]?(?:\s*(?:,|et|and|&|\/|-|\+|ou|or|a)\s*)?)+)(?!\d)/g
  for (const match of folded.matchAll(listed)) for (const digit of match[1]!.match(/\d[ab]?/g) ?? []) found.add(digit)
  if (/\bfrontal\b|\bcounterbalance\b|\bporte-a-faux\b/.test(folded)) found.add('3')
  if (/\bretractable\b|\breach truck\b/.test(folded)) found.add('5')
  return [...found]
}
