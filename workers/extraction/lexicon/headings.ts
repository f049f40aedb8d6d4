import { fold } from '../../../src/kit/fold.ts'
import { remembered } from '../remembered.ts'
import type { SectionName } from '../../../src/model/reading.ts'

// The usual names of a CV's parts, folded. A name may stand alone or be joined to another ('formations et diplômes').
const names: Record<Exclude<SectionName, 'header' | 'other'> | 'contact' | 'neutral' | 'licence', string> = {
  contact:
    'me joindre|pour me joindre|comment me joindre|get in touch|reach me|contact|contacts|contactez moi|me contacter|contact me|contact details|contact info|contact information|coordonnees|mes coordonnees|informations|informations personnelles|infos personnelles|infos|informations de contact|informations generales|information|personal information|personal info|personal details|personal data|details|details personnels|donnees personnelles|renseignements personnels|etat civil|identite|adresse|address|e mail|email|mail|telephone|phone|reseaux sociaux|reseaux|social|social media|social networks|social links|profils|profiles|profils en ligne|online profiles|online|liens|links|sites|site web|website|websites|web|sur le web|find me online|suivez moi|bio data|location|localisation|lieu de residence|residence|domicile',
  summary:
    'profil|profile|mon profil|my profile|profil professionnel|professional profile|profil personnel|personal profile|career profile|a propos|a propos de moi|about|about me|qui suis je|qui suis je ?|presentation|introduction|resume|resume professionnel|resume de carriere|summary|professional summary|executive summary|career summary|summary of qualifications|qualifications summary|profile summary|personal summary|objectif|objectifs|objectif professionnel|objectif de carriere|objectifs professionnels|objective|objectives|career objective|career objectives|professional objective|job objective|personal statement|statement|career statement|accroche|projet professionnel|mon projet|synthese|en bref|en quelques mots|bio|biographie|biography|overview|career overview|highlights of qualifications|career highlights|points forts du profil|mission statement|who am i',
  experience:
    'academic appointments|academic positions|academic employment|research appointments|research positions|teaching positions|professional appointments|academic experience|postes occupes|where i have worked|ou j ai travaille|professional journey|work and experience|experience|experiences|experience professionnelle|experiences professionnelles|mes experiences|mes experiences professionnelles|mon experience|experience pro|experiences pro|expériences de travail|experience de travail|parcours professionnel|parcours pro|mon parcours|mon parcours professionnel|carriere|parcours de carriere|historique professionnel|historique d emploi|antecedents professionnels|emplois|emplois occupes|postes occupes|principaux postes|activite professionnelle|activites professionnelles|stages et emplois|experiences et stages|emplois et stages|stages|stage|stages professionnels|experience significative|experiences significatives|experiences cles|experience et stages|experiences marquantes|experiences principales|autres experiences|autre experience|autres experiences professionnelles|experiences anterieures|experience anterieure|experiences complementaires|missions|missions professionnelles|references professionnelles|principales missions|realisations professionnelles|jobs etudiants|jobs d ete|emplois saisonniers|work experience|work experiences|professional experience|professional experiences|employment|employment history|employment experience|work history|job history|career history|work|work background|professional background|professional history|professional career|career|career experience|relevant experience|relevant work experience|related experience|additional experience|other experience|other work experience|previous experience|previous employment|past experience|recent experience|key experience|selected experience|industry experience|internships|internship|internship experience|internships and work experience|positions held|appointments|military experience|military service|teaching experience|research experience|leadership experience|experience highlights|professional employment|training and work experience|experience in detail|consulting experience|clinical experience|job experience|freelance experience',
  education:
    'formation|formations|ma formation|mes formations|formation academique|formations academiques|formation initiale|formation scolaire|formation universitaire|formation professionnelle|formation continue|formations continues|formations professionnelles|formations complementaires|formation complementaire|diplome|diplomes|mes diplomes|diplomes obtenus|titres et diplomes|etudes|mes etudes|etudes superieures|cursus|cursus scolaire|cursus universitaire|cursus academique|parcours scolaire|parcours universitaire|parcours academique|parcours de formation|parcours d etudes|scolarite|niveau d etudes|education|educations|education history|educational background|education background|academic background|academic history|academic qualifications|academic qualification|academic training|academic career|academics|academic|academic record|academic profile|academic credentials|educational qualification|educational qualifications|educational history|qualification|qualifications|professional qualifications|schooling|studies|degrees|degree|education details|training|professional training|professional development|continuing education|training and development|courses|coursework|relevant coursework|course work|school|university education|higher education',
  skills:
    'sommaire des competences|resume des competences|synthese des competences|profil de competences|bilan de competences|principales competences|toolbox|tool box|boite a outils|ma boite a outils|what i can do|what i do|ce que je sais faire|ce que je maitrise|mes atouts professionnels|competence|competences|mes competences|competences professionnelles|competences techniques|competences cles|competences principales|competences transversales|competences metier|competences metiers|competences specifiques|competences fonctionnelles|competences generales|competences personnelles|competences relationnelles|competences comportementales|competences informatiques|competence informatique|competences numeriques|competences digitales|competences it|competences linguistiques et informatiques|autres competences|domaines de competence|domaines de competences|domaine de competences|domaines d expertise|domaine d expertise|domaines d intervention|domaines|savoir faire|savoirs faire|savoir etre|savoirs etre|savoirs|aptitudes|aptitudes professionnelles|capacites|qualites|mes qualites|qualites personnelles|qualites humaines|atouts|mes atouts|points forts|mes points forts|forces|informatique|outils informatiques|logiciel|logiciels|logiciels maitrises|logiciels et outils|maitrise informatique|connaissances informatiques|connaissance informatique|outil informatique|bureautique|outils|outils maitrises|outils et technologies|technologies|environnement technique|environnements techniques|stack technique|connaissances|connaissances techniques|connaissances professionnelles|expertise|expertises|expertise technique|soft skills|hard skills|skill|skills|my skills|key skills|core skills|main skills|top skills|technical skills|technical skill|technical summary|technical expertise|technical proficiencies|technical proficiency|technical knowledge|technical competencies|technical profile|professional skills|personal skills|interpersonal skills|transferable skills|other skills|additional skills|relevant skills|it skills|it knowledge|computer skills|computer knowledge|computer proficiency|computer literacy|digital skills|software|software skills|software proficiency|tools|tools and technologies|tech stack|technology|core competencies|core competences|competencies|key competencies|areas of expertise|area of expertise|areas of knowledge|areas of strength|expertise areas|specialties|specialities|specialites|specialisations|strengths|key strengths|abilities|proficiencies|skill set|skillset|skills set|skill highlights|highlights|qualites professionnelles|programming languages|langages de programmation|langages informatiques|langages|programming|programming skills|capabilities|knowledge',
  languages:
    'langue|langues|mes langues|langues etrangeres|langues vivantes|langues parlees|langue etrangere|competences linguistiques|competence linguistique|connaissances linguistiques|niveau de langue|niveaux de langue|niveau linguistique|linguistique|language|languages|language skills|language proficiency|languages spoken|spoken languages|languages known|linguistic skills|foreign languages|foreign language|language competencies|my languages',
  certificates:
    'certification|certifications|certificat|certificats|mes certifications|certifications professionnelles|certifications et habilitations|habilitation|habilitations|attestations|attestation|agrements|titres professionnels|certificate|certificates|professional certifications|professional certification|certifications and licenses|certifications and licences|licenses and certifications|licences and certifications|licences|license|licenses|licensure|accreditations|accreditation|credentials|awards and certifications|courses and certifications|distinctions|distinction|prix|prix et distinctions|recompenses|recompenses et distinctions|awards|award|honors|honours|honors and awards|honours and awards|awards and honors|awards and honours|achievements|accomplishments|accomplissements|key achievements|awards and achievements|scholarships|bourses|professional memberships|memberships|affiliations|professional affiliations|caces et habilitations|caces|patents|brevets|mooc|moocs',
  licence:
    'permis|permis de conduire|mobilite|mobilite et permis|permis et mobilite|permis et vehicule|driving licence|driving license|driving licences|driver s license|driver s licence|mobility|vehicule|disponibilite|availability|disponibilites',
  projects:
    'projet|projets|mes projets|projets personnels|projet personnel|projets professionnels|projets academiques|projets universitaires|projets etudiants|projets scolaires|projets realises|projets informatiques|realisations|mes realisations|principales realisations|portfolio|travaux|publications|publication|publications et communications|communications|travaux de recherche|recherche|project|projects|personal projects|academic projects|side projects|key projects|selected projects|project experience|research|research projects|research interests|publications and presentations|presentations|conferences|talks|open source|open source projects|volunteer|volunteering|volunteer experience|volunteer work|volunteering experience|volunteer activities|benevolat|experience benevole|experiences benevoles|activites benevoles|engagement|engagements|engagement associatif|engagements associatifs|vie associative|activites associatives|experience associative|experiences associatives|associations|associatif|community service|community involvement|community|extracurricular activities|extra curricular activities|extracurriculars|leadership|leadership and activities|activities and leadership|activities|activities and societies|organizations|patents and publications',
  interests:
    'centre d interet|centres d interet|centre d interets|centres d interets|mes centres d interet|centres interet|centres d interet et loisirs|interet|interets|interets personnels|loisir|loisirs|mes loisirs|loisirs et interets|passions|passion|mes passions|hobby|hobbies|hobbies et loisirs|hobby s|activites|activites et loisirs|activites extra professionnelles|activites extraprofessionnelles|activites extra scolaires|activites extrascolaires|activites personnelles|activites sportives|activites diverses|sports|sports et loisirs|sport et loisirs|sport|divers|diverses|autre|autres|autres informations|autres activites|informations complementaires|information complementaire|informations diverses|renseignements complementaires|en plus|plus|vie personnelle|extra professionnel|interest|interests|interests and hobbies|hobbies and interests|hobbies interests|personal interests|other interests|other|others|other information|additional information|additional|miscellaneous|extra|activities and interests|interests and activities|leisure|pastimes|likes',
  references:
    'reference|references|mes references|referents|referees|recommandations|recommendations|temoignages|testimonials|professional references',
  neutral: 'parcours|background|curriculum vitae|cv|curriculum|main|sommaire|page',
}

type HeadingKind = SectionName | 'contact' | 'neutral' | 'licence'

const kinds = new Map<string, HeadingKind>()
for (const [kind, list] of Object.entries(names)) {
  for (const name of list.split('|')) if (!kinds.has(name)) kinds.set(squeeze(name), kind as HeadingKind)
}

const tightKinds = new Map(
  [...kinds].filter(([name]) => name.length >= 6).map(([name, kind]) => [name.replaceAll(' ', ''), kind]),
)

/** Sub-headings inside an entry: neither a section nor a value. */
const subHeadings = new Set(
  'points cles|highlights|missions|mission|missions principales|principales missions|taches|taches principales|taches realisees|principales taches|realisations|principales realisations|responsabilites|responsibilities|key responsibilities|main responsibilities|duties|main duties|duties and responsibilities|roles and responsibilities|roles|job duties|achievements|key achievements|accomplishments|key accomplishments|activites|activites principales|description|descriptif|description du poste|environnement|environnement technique|contexte|resultats|objectifs|mots cles|keywords|courses|cours|modules|coursework|cursus|courses taken|details|summary|tools|outils|technologies|stack|resume|site web|website|fonctions|attributions|mission principale|technical environment'
    .split('|')
    .map(squeeze),
)

function squeeze(text: string): string {
  return fold(text)
    .replace(/&/g, ' et ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

/** The section a heading opens, or null. Joined headings take the first part that is known. */
export const headingKind: (text: string) => HeadingKind | null = remembered(readHeading)

function readHeading(text: string): HeadingKind | null {
  if (text.length > 60 || /[@\d]{3,}|https?:|\.(?:com|fr|net)\b/.test(text)) return null
  const key = squeeze(text)
  if (key === '') return null
  const whole = kinds.get(key)
  if (whole) return whole
  // Letters set apart lose the spaces between words, or gain some inside them.
  const tight = key.length >= 7 ? tightKinds.get(key.replaceAll(' ', '')) : undefined
  if (tight) return tight
  const joinedTight = key.length >= 12 && !/ (?:et|and) /.test(key) ? tightPair(key.replaceAll(' ', '')) : null
  if (joinedTight) return joinedTight
  if (key.split(' ').length > 7) return null
  const bare = key.replace(/^(?:mes|mon|ma|my|nos|les|le|la|the|\d{1,2}|[ivx]{1,4})\s+/, '')
  const known = kinds.get(bare)
  if (known) return known
  const parts = bare.split(/ (?:et|and|ou|or|y) /)
  if (parts.length < 2) return null
  const read = parts.map((part) => kinds.get(part.replace(/^(?:mes|mon|ma|my|les|le|la|the) /, '')) ?? null)
  const first = read.find((kind) => kind !== null && kind !== 'neutral')
  return first && read.filter((kind) => kind !== null).length >= Math.ceil(parts.length / 2) ? first : null
}

/** 'ÉTUDESETDIPLÔMES': two names whose spaces were lost with the one between the letters. */
function tightPair(tight: string): HeadingKind | null {
  for (const match of tight.matchAll(/et|and/g)) {
    const [before, after] = [tight.slice(0, match.index), tight.slice(match.index + match[0].length)]
    const first = kinds.get(before) ?? tightKinds.get(before)
    if (first && (kinds.has(after) || tightKinds.has(after))) return first
  }
  return null
}

/** 'Points clés', 'Missions :', 'Responsibilities': a label inside an entry. */
export const isSubHeading = (text: string): boolean => text.length < 40 && subHeadings.has(squeeze(text))

const columnNames = new Set(
  'date|dates|periode|periodes|annee|annees|duree|year|years|period|from|to|debut|fin|employeur|employeurs|employer|entreprise|entreprises|societe|societes|company|organisation|organization|etablissement|etablissements|ecole|institution|school|university|poste|postes|poste occupe|postes occupes|fonction|fonctions|position|position held|job title|title|role|emploi|lieu|ville|place|location|mission|missions|taches|taches principales|responsabilites|responsibilities|diplome|diplomes|diplome obtenu|diplomes obtenus|qualification|degree|specialite|mention|niveau|grade|result|activites'.split(
    '|',
  ),
)

/** A row of a table that only names its columns: 'Dates', 'Employer', 'Position'. */
export function isTableHead(text: string): boolean {
  const cells = text
    .split(/\t+|\s*[|/]\s*/)
    .map(squeeze)
    .filter(Boolean)
  if (cells.length === 1) return /^(?:dates?|periodes?|annees?|employ(?:er|eur)s?|duree)$/.test(cells[0]!)
  return cells.length > 1 && cells.every((cell) => columnNames.has(cell))
}

const telling: [RegExp, HeadingKind][] = [
  [/\b(?:experiences?|employment|appointments?|internships?|parcours pro\w*|emplois|work history)\b/, 'experience'],
  [/\b(?:education|formations?|diplomes?|etudes|degrees?|qualifications?|studies|cursus)\b/, 'education'],
  [/\b(?:competences?|skills?|savoir faire|logiciels|expertises?|competencies|technologies)\b/, 'skills'],
  [/\b(?:langues?|languages?)\b/, 'languages'],
]

/** The section a text speaks of by one of its words: for lines whose look already says that they are headings. */
export function likelyKind(text: string): HeadingKind | null {
  const key = squeeze(text)
  if (key.split(' ').length > 6) return null
  return telling.find(([word]) => word.test(key))?.[1] ?? null
}
