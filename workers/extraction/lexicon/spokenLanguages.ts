import { fold } from '../../../src/kit/fold.ts'
import type { LanguageLevel } from '../../../src/model/candidate.ts'

const codes: Record<string, string> = {}
for (const entry of `fr:francais,francaise,french
en:anglais,anglaise,english
es:espagnol,spanish,castillan,castellano
de:allemand,german,deutsch
it:italien,italian,italiano
ar:arabe,arabic,darija,arabe marocain,moroccan arabic,arabe dialectal
pt:portugais,portuguese,bresilien
nl:neerlandais,dutch,flamand,flemish,hollandais
br:breton
ta:tamoul,tamil
ko:coreen,korean
zh:chinois,chinese,mandarin,cantonais,cantonese
cy:gallois,welsh
ja:japonais,japanese
ru:russe,russian
ber:amazigh,berbere,berber,tamazight,tachelhit,kabyle
tr:turc,turkish
pl:polonais,polish
ro:roumain,romanian
hu:hongrois,hungarian
cs:tcheque,czech
sk:slovaque,slovak
bg:bulgare,bulgarian
el:grec,greek
sv:suedois,swedish
no:norvegien,norwegian
da:danois,danish
fi:finnois,finnish,finlandais
uk:ukrainien,ukrainian
sr:serbe,serbian
hr:croate,croatian
sq:albanais,albanian
he:hebreu,hebrew
fa:persan,persian,farsi
hi:hindi
ur:ourdou,urdu
bn:bengali,bangla
pa:pendjabi,punjabi
te:telugu,telougou
ml:malayalam
kn:kannada
gu:gujarati
mr:marathi
vi:vietnamien,vietnamese
th:thai,thailandais
id:indonesien,indonesian
ms:malais,malay
tl:tagalog,filipino
sw:swahili
wo:wolof
ln:lingala
bm:bambara
ff:peul,fula
ht:creole,creole haitien,haitian creole
mg:malgache,malagasy
eu:basque,euskara
ca:catalan
co:corse,corsican
oc:occitan
gl:galicien,galician
ga:irlandais,irish,gaelic
af:afrikaans
am:amharique,amharic
hy:armenien,armenian
ka:georgien,georgian
ku:kurde,kurdish
lv:letton,latvian
lt:lituanien,lithuanian
et:estonien,estonian
sl:slovene,slovenian
mk:macedonien,macedonian
lb:luxembourgeois,luxembourgish
la:latin
sgn:lsf,langue des signes,langue des signes francaise,sign language,british sign language,bsl,american sign language,asl
eo:esperanto
ne:nepali
si:cinghalais,sinhala
so:somali
yo:yoruba
ig:igbo
ha:haoussa,hausa
zu:zulu
ps:pachto,pashto
tw:twi,akan
rw:kinyarwanda
rn:kirundi
sn:shona
xh:xhosa
ti:tigrinya,tigrigna
mn:mongol,mongolian
kk:kazakh
uz:ouzbek,uzbek
az:azeri,azerbaijani
mt:maltais,maltese
is:islandais,icelandic
km:khmer
my:birman,burmese
ee:ewe
rm:romanche,romansh`.split('\n')) {
  const [code, list] = entry.split(':') as [string, string]
  for (const name of list.split(',')) codes[name] = code
}
const pattern = new RegExp(
  `(?<![a-z])(?:${Object.keys(codes)
    .sort((a, b) => b.length - a.length)
    .join('|')})(?![a-z])`,
  'g',
)

/** Languages named in a text, with where their names stand in the folded text. */
export const findLanguages = (text: string): { code: string; from: number; to: number }[] =>
  [...fold(text).matchAll(pattern)].map((match) => ({
    code: codes[match[0]]!,
    from: match.index,
    to: match.index + match[0].length,
  }))

const hints: [RegExp, LanguageLevel][] = [
  [/\b(?:langue )?matern|\bnati(?:ve|f|fs|ves)\b|\bmother tongue\b|\bfirst language\b|\bhome language\b/, 'native'],
  [/\bbilingu/, 'C2'],
  [/\bmaitrise (?:parfaite|totale|complete)|\bparfait|\bmastery\b/, 'C2'],
  [/\bfull professional|\bc1\b/, 'C1'],
  [
    /\bcourant|\bcouramment|\bfluent|\bproficien|\badvanced\b|\bavance|\bexcellent|\btres bo?n|\bvery good|\bmaitris|\bopera?tionnel|\blu,? ?(?:ecrit|parle)|\blu et ecrit|\blu.{0,3}parle|\bfull working|\bexpert|\bprofessional working/,
    'C1',
  ],
  [
    /\bprofession|\bupper.?intermediate|\bbon niveau|\bbonne maitrise|\bbonnes? connaissance|\bbon\b|\bgood\b|\bindependant|\bsolid|\bworking (?:knowledge|proficiency)/,
    'B2',
  ],
  [/\bintermedi|\bmoyen|\bconversation|\bcorrect|\blimited working|\bfair\b|\btechnique\b|\bconfortable/, 'B1'],
  [/\bnotion|\bscolaire|\belement|\bbase\b|\bbases\b|\bbasic|\bpre.?intermediate|\bschool level/, 'A2'],
  [/\bdebutant|\bbeginner|\bnovice|\bstarter/, 'A1'],
]

/** A level by the European framework: written as such, or hinted by usual words and test scores. */
export function languageLevel(text: string): LanguageLevel | null {
  const plain = fold(text)
  const named = /(?<![a-z])([abc][12])(?![0-9])/.exec(plain)
  if (named) return named[1]!.toUpperCase() as LanguageLevel
  const toeic = /toeic\D{0,12}(\d{3})\b/.exec(plain)
  // Thresholds published by ETS for listening and reading together.
  if (toeic) return scoreLevel(Number(toeic[1]), [945, 'C1'], [785, 'B2'], [550, 'B1'], [225, 'A2'])
  const toefl = /toefl\D{0,12}(\d{2,3})\b/.exec(plain)
  if (toefl) return scoreLevel(Number(toefl[1]), [95, 'C1'], [72, 'B2'], [42, 'B1'], [0, 'A2'])
  const ielts = /ielts\D{0,12}(\d(?:[.,]\d)?)\b/.exec(plain)
  if (ielts) return scoreLevel(Number(ielts[1]!.replace(',', '.')), [8.5, 'C2'], [7, 'C1'], [5.5, 'B2'], [4, 'B1'])
  for (const [hint, level] of hints) if (hint.test(plain)) return level
  return null
}

function scoreLevel(score: number, ...steps: [number, LanguageLevel][]): LanguageLevel {
  return steps.find(([least]) => score >= least)?.[1] ?? 'A1'
}
