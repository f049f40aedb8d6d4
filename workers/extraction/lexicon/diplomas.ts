import { fold } from '../../../src/kit/fold.ts'
import type { EducationLevel } from '../../../src/model/candidate.ts'

// Most specific first; tested on folded text with dots taken out.
const levels: [RegExp, EducationLevel][] = [
  [
    /\b(?:doctorat|docteur en|doctorate|doctoral|ph ?d|dphil|these de doctorat|these en|md phd|edd|dba|pharmd|doctor of)\b/,
    'doctorate',
  ],
  [/\bbac ?\+ ?8\b/, 'doctorate'],
  [
    /\b(?:bac ?\+ ?[567]|master(?:s|'s)?(?: 2)?|m2|mastere|msc|mba|emba|meng|mres|llm|mphil|mfa|mpa|mph|med|m ?sc|m ?a in|ma in|dess|dea|magistere|ingenieur|ingenieure|titre d'ingenieur|diplome d'ingenieur|cycle ingenieur|grande ecole|agregation|capes|mem|dscg|dec|expertise comptable|architecte|dnsep|pharmacien|docteur vet|grade de master|master of|mbbs|mbchb|mb chb|mdes|msw|mlis|mmus|capet|caferuis|juris doctor|specialised master|dipl(?:om)?(?:ome)?[- ]ing)\b/,
    'bac+5',
  ],
  [/\b(?:bac ?\+ ?4|maitrise|m1|master 1|postgraduate|pgce|pgdip|pgcert|honou?rs degree)\b/, 'bac+4'],
  [
    /\b(?:bac ?\+ ?3|licence|licences|license pro|bachelor(?:s|'s)?|b ?sc|b ?a|bachelor of|beng|bba|bcom|bed|btech|b ?tech|llb|ba|bs|bsc|bfa|be|but|dcg|diplome d'etat(?: d'| en |.{0,3})?(?:infirm|educ|assistant|ergo|psychomot|kine)\w*|diplome d'etat infirmi\w*|de infirmi\w*|dei|dees|deass|dnmade|dna|undergraduate|degree in|bachelier|bacheliere|bdes|bsw|bpharm|bmus|barch|bsn|bsba|bhsc|bvsc|dejeps|grade de licence)\b/,
    'bac+3',
  ],
  [
    /\b(?:bac ?\+ ?2|bts|btsa|dut|deug|deust|deup|dts|dues|classes? preparatoires?|cpge|prepa|associate(?:'s)? (?:degree|of)|associate|aas|hnd|hnc|foundation degree|dec technique|cegep|technicien superieur|technicien specialise|diplome de technicien specialise|titre pro(?:fessionnel)? (?:de )?niveau 5|nvq level [45]|level [45]|tssr|graduat|aec|aat level 4)\b/,
    'bac+2',
  ],
  [
    /\b(?:bac|baccalaureat|bac pro|baccalaureat professionnel|high school|a ?-?levels?|a level|ged|diploma of secondary|secondary school|international baccalaureate|ib diploma|abitur|maturite|cess|bp|brevet professionnel|nvq level 3|level 3|btec(?: national| level 3)?|highers|leaving certificate|niveau bac|matura|maturita|bpjeps|bprea|bma|access to (?:he|higher education)|maturite professionnelle|certificat d'enseignement secondaire|daeu|dipl[oô]me de technicien|titre pro(?:fessionnel)? (?:de )?niveau 4|t level)\b/,
    'bac',
  ],
  [
    /\b(?:cap|capa|bep|bepa|dnb|brevet des colleges|brevet|cqp|mention complementaire|deas|aide[- ]soignant\w*|deaes|deavs|gcse|gcses|o levels?|nvq(?: level [12])?|level [12]|city (?:and|&) guilds|titre pro(?:fessionnel)?(?: (?:de )?niveau 3)?|afc|cfc|afp|certificat d'aptitude|certificat d'etudes professionnelles|bafa|bafd)\b/,
    'cap',
  ],
]
const words =
  /\b(?:diplome|diploma|diplomes|certificat|certificate|certification|certifie|attestation|titre|titre pro|titre professionnel|degree|bachelor|master|masters|licence|baccalaureat|bac|bts|dut|but|cap|bep|mba|msc|bsc|ba|ma|phd|doctorat|maitrise|deug|nvq|hnd|btec|gcse|a-levels?|formation|brevet|cqp|desu|du|diu|habilitation|ingenieur|mention|honours|honors|hons|specialite|specialisation|option|filiere|major|minor|apprenticeship|apprentissage|course|training|cycle|prepa|classe|1ere annee|2eme annee|terminale|seconde|premiere)\b/

const prepared = (text: string): string =>
  fold(text)
    .replace(/(?<=\b[a-z])\.(?=[a-z]\b|\s|$)/g, '')
    .replace(/[,;:()/|]/g, ' ')

/** How much a text looks like the name of a diploma. */
export function diplomaScore(text: string): number {
  const plain = prepared(text)
  if (levels.some(([pattern]) => pattern.test(plain))) return 1
  return words.test(plain) ? 0.8 : 0
}

/** The level of studies a diploma stands for, '' when its name does not tell. */
export function diplomaLevel(text: string): EducationLevel | '' {
  const plain = prepared(text)
  for (const [pattern, level] of levels) if (pattern.test(plain)) return level
  return ''
}
