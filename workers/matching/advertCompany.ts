import type { AdvertReading } from '../../src/model/offer.ts'
import { clean } from './advertText.ts'
import { headLines, namedCountry, segmentsOf } from './advertPlace.ts'
import { partOf } from './advertSections.ts'
import { properCase } from './advertTitle.ts'
import { foldSame } from './dates.ts'
import { readTitle } from './lexicon/lexicon.ts'
import { countryOfTown } from './places.ts'

type Fields = AdvertReading['fields']

const smallWords = '(?:&|et|de|du|des|d|la|le|les|l|en|sur|sous|and|of|the|for|von|van|y)'
/** Capitalised words that belong together: 'Sorlin & Vals', 'Résidence Les Trois Platanes', "Flaconnerie du Velin". */
const nameRun = `\\p{Lu}[\\p{L}\\d&'’.-]*(?:\\s+(?:${smallWords}\\s+|[dl]['’])*[\\p{Lu}\\d][\\p{L}\\d&'’-]*){0,5}`

/** What opens a sentence or names a section, never a firm. */
const noCompany =
  /^(?:notre|nos|nous|votre|vos|vous|our|your|we|you|they|he|she|le|la|les|un|une|des|ce|cet|cette|ces|the|this|these|that|a|an|au|aux|avec|with|pour|for|dans|in|at|chez|sur|on|par|by|de|du|from|il|elle|on|it|poste|postes?|offre|emploi|job|jobs?|role|position|mission|missions|profil|profile|contrat|contract|cdi|cdd|salaire|salary|remuneration|horaires?|hours|lieu|location|prise|start|date|experience|candidate|candidates|candidat|candidature|requirements?|required|full|part|temps|permanent|temporary|home|based|what|who|why|how|qui|que|ce|rattache\w*|sous|entre|depuis|since|founded|fonde\w*|base\w*|situe\w*|chantiers?|travail|work|working|each|every|chaque|all|tous|toutes|if|si|and|et|as|please|merci|bonjour|hello|start|starting|dear|equipe|team|environnement|titulaire|diplome|permis|anglais|english|french|francais|rejoignez|join|integrez|recherche|recrute|recrutons|urgent|nouveau|new|because|afin|lors|when|then|day|days|monday|lundi|formation|training|maitrise\w*|connaissances?|anglais|permis|statut|ability|must|should|bonne?|excellente?|strong|good|solid\w*|knowledge|fluent|competences?|skills?|bac|diplome|looking|wanted|needed|aed|eur|gbp|usd|mad|chf|dh)$/
const companyVerbs =
  /^(?:est|sont|is|are|was|recrute|recherche|cherche|embauche|fabrique|produit|distribue|concoit|developpe|accompagne|propose|prepare|exploite|gere|construit|vend|edite|emploie|compte|realise|assure|cultive|eleve|transforme|transporte|livre|installe|entretient|restaure|accueille|heberge|soigne|forme|conseille|loue|importe|exporte|exerce|intervient|regroupe|reunit|sert|commercialise|anime|imagine|equipe|habille|nettoie|repare|recycle|collecte|organise|publie|fournit|torrefie|brasse|cuit|renove|pose|has|builds?|sells?|makes?|designs?|runs?|produces?|provides?|delivers?|operates?|employs?|manufactures?|develops?|helps?|serves?|supplies|offers?|imports?|owns?|manages?|publishes|grows|brews|bakes|repairs|installs|maintains|looks|seeks|needs|wants|cares|supports|teaches|trains|ships|moves|stores|rents|leases|insures|finances|advises|hosts|welcomes|cleans|recycles|roasts|prints|restores|hires|recruits|works|keeps|brings|connects|turns|packs|handles|specialises|specializes)$/
const companyLead =
  /^(?:(?:le|la|les|l['’]|the)\s*)?(?:restaurant|société|societe|entreprise|groupe|maison|cabinet|clinique|résidence|residence|association|agence|hôtel|hotel|garage|boulangerie|company|firm|group|agency|étude|etude|domaine|brasserie|coopérative|start-up|startup|pme|charity|school|école|ecole|collège|lycée|laboratoire|usine|imprimerie|atelier)\s+(?=\p{Lu})/iu

const agencyTalk =
  /\b(?:notre client|nos clients?,|l'un de nos clients|son client|our client|one of our clients|is working with an?|client grand compte)\b/
const trade =
  '(?:salon|garage|restaurant|pharmacie|boulangerie|hôtel|café|clinique|crèche|cabinet|brasserie|institut|société|entreprise|maison de repos|EHPAD)'
/** 'Garage Lemoine à Vannes cherche', 'salon Mèche & Co à Annecy'. */
const beforeRecruits = new RegExp(
  `(?:^|\\n|[.!?]\\s)\\s*(?:Le |La |L['’]|The )?(${nameRun})\\s+(?:(?:à|de|in|at)\\s+\\p{Lu}[^\\n,.]{2,25}\\s+)?(?:cherche|recherche|recrute|embauche|is hiring|is looking for|seeks|accueille|has)\\b|\\b${trade}\\s+(${nameRun})\\s+(?:(?:à|in|at)\\s+\\p{Lu}|accueille|recrute|cherche|recherche)`,
  'gu',
)
/** 'la coopérative Vignobles de l'Aigoual rassemble'. */
const presented = new RegExp(
  `\\b(?:la (?:coopérative|société|PME|start-up|maison|marque|fondation)|le (?:groupe|cabinet|domaine)|l['’](?:entreprise|association|enseigne))\\s+(${nameRun})(?=\\s+\\p{Ll}|,)`,
  'gu',
)
const firmForm =
  /\b(?:ltd|limited|inc|llc|plc|sas|sarl|sa|srl|gmbh|group|groupe|trust|institute|hospice|college|university|school|centre|center|hotel|association|commune|mairie|clinique|pharmacie|creche|transports?|ets|etablissements?|cabinet|conseil|departement|fondation|cooperative|maison|residence|hospital|council)\b/
const noFirm =
  /\b(?:cdi|cdd|interim|permanente?|full[- ]time|part[- ]time|temps|remote|hybrid|contrat|contract|salaire|salary|poste|stage|alternance|urgent|nights?|days|hiring|recrut\w*|recherch\w*|emploi|job|shifts?|hours?|heures?)\b|^\d/

/** The line under the title, as job boards and letterheads have it, or a letterhead over it. */
function besideTitle(
  text: string,
  fields: Fields,
  take: (name: string, at: number, confidence: number) => boolean,
): boolean {
  const { title } = fields
  const lines = headLines(text, 8)
  const at = title ? lines.findIndex(({ start, end }) => title.start < end && title.end > start) : -1
  if (at < 0) return false
  // 'Chauffeur SPL - Transports Maugein - Brive': a firm by its form, within the title's own line.
  for (const part of segmentsOf(text, lines[at]!).slice(1)) {
    const said = text.slice(part.start, part.end)
    if (firmForm.test(foldSame(said)) && new RegExp(`^${nameRun}$`, 'u').test(said) && take(said, part.start, 0.75))
      return true
  }
  const options = [at + 1, at - 1, at + 2, at + 3]
  for (const [turn, index] of options.entries()) {
    const line = lines[index]
    if (!line) continue
    const [part] = segmentsOf(text, line)
    if (!part) continue
    const said = text.slice(part.start, part.end)
    const folded = foldSame(said)
    const isWhole = part.end - part.start >= text.slice(line.start, line.end).trim().length - 1
    const isNear = turn === 0 && (isWhole || segmentsOf(text, line).length <= 3)
    if (!firmForm.test(folded) && !(isNear && /\p{L}{3}/u.test(said))) continue
    if (!new RegExp(`^(?:${nameRun})\\.?$`, 'u').test(said) || said.length > 55 || noFirm.test(folded)) continue
    if (countryOfTown(said) !== null || namedCountry(folded) !== '' || partOf(folded) !== null) continue
    if (fields.city && fields.city.start === part.start) continue
    if (readTitle(said).occupation !== null && !firmForm.test(folded)) continue
    const form = /^(?:soci[ée]t[ée]|entreprise)\s+/iu.exec(said)?.[0].length ?? 0
    if (take(said.slice(form), part.start + form, firmForm.test(folded) ? 0.8 : 0.65)) return true
  }
  return false
}

/** The firm that hires: by label, by 'join', by a sentence that presents it, by what stands beside the place. */
export function readCompany(text: string, fields: Fields): void {
  const take = (name: string, at: number, confidence: number): boolean => {
    let said = name.replace(/[\s,;:–—-]+$|(?<!\b(?:inc|co|ltd))\.$/giu, '').trim()
    // The end of a firm's name is never a small word, nor a contract.
    said = said.replace(new RegExp(`(?:\\s+(?:${smallWords}|CDI|CDD|H/F))+$`, 'u'), '')
    const words = foldSame(said).split(/\s+|(?<=['’])/)
    // 'Les Jardins de Sélène' is a name as a whole.
    const articled = /^(?:le|la|les|the|l['’])$/.test(words[0]!) && /^\S+?[\s'’]\p{Lu}/u.test(said)
    const first = (articled ? words[1] : words[0]) ?? ''
    if (said.length < 2 || said.length > 60 || noCompany.test(first.replaceAll(/[^a-z]/g, ''))) return false
    if (countryOfTown(said) !== null || foldSame(said) === foldSame(fields.title?.value ?? '')) return false
    const isShout = said === said.toLocaleUpperCase('fr') && (said.length > 6 || /\s/.test(said))
    const value = clean(isShout ? properCase(said) : said)
    fields.company = { value, start: at, end: at + said.length, confidence }
    return true
  }
  const first = (pattern: RegExp, confidence: number): boolean => {
    for (const match of text.matchAll(pattern)) {
      const name = match[1] ?? match[2]!
      const at = match.index + match[0].lastIndexOf(name)
      const lead = companyLead.exec(name)
      // 'Le restaurant Maison Grivolle' is called Maison Grivolle, 'Groupe Sorlin' keeps its first word.
      const skip =
        lead && /^(?:(?:le|la|les|l['’]|the)\b|soci[ée]t[ée]\s|entreprise\s)/iu.test(name) ? lead[0].length : 0
      if (take(name.slice(skip), at + skip, confidence)) return true
    }
    return false
  }
  if (
    first(
      /(?:^|\n)[ \t•]*(?:soci[ée]t[ée]|entreprise|employeur|company|employer|client|[ée]tablissement|organisation|h[oô]tel|recruteur|raison sociale|nom de l['’]entreprise)\s*:\s*(\p{Lu}[^\n,.;(|]{1,50})/giu,
      0.9,
    )
  )
    return
  // An agency's client is not named; the agency is not who hires.
  if (agencyTalk.test(foldSame(text))) return
  if (
    first(beforeRecruits, 0.85) ||
    first(/(?:^|\n)\s*(?:ENTREPRISE|SOCI[EÉ]T[EÉ])\s+(\p{Lu}[^\n,;(|–-]{2,40})/gu, 0.85)
  )
    return
  if (besideTitle(text, fields, take)) return
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
  if (first(presented, 0.7)) return
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
  const heads = headLines(text, 3).slice(1)
  for (const line of heads) {
    for (const part of segmentsOf(text, line)) {
      const said = text.slice(part.start, part.end)
      if (!new RegExp(`^${nameRun}$`, 'u').test(said) || countryOfTown(said) !== null || namedCountry(foldSame(said)))
        continue
      if (/\d|\b(?:cdi|cdd|interim|permanent|full|temps|remote|hybrid|shifts?|hours?)\b/.test(foldSame(said))) continue
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
