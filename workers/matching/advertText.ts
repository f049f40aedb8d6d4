import { foldSame } from './dates.ts'
import { headingOf } from './advertSections.ts'

/** A passage of the advert. */
export interface Slice {
  start: number
  end: number
}

/**
 * The advert as its author meant it, of the very same length, so that offsets hold: pasted tags, pictures, table cells
 * and job-board buttons gone, wrapped lines joined, words cut at a line's end held together by soft hyphens.
 */
export function advertView(text: string): string {
  let view = bounded(text)
    .replaceAll(/[\u00A0\u202F\u2007\u2009\u200B\r]/g, ' ')
    .replaceAll('\u2028', '\n')
  view = withoutTags(view)
  view = withoutSigns(view)
  view = withoutBoardNoise(view)
  view = cellsAsLabels(view)
  view = labelsWithValues(view)
  view = joinWrapped(view)
  return withoutLegalText(view)
}

/** Beyond this an advert is no advert; what hostile text holds in walls of letters or empty lines is not looked through. */
const longest = 40_000
function bounded(text: string): string {
  const near = text.length <= longest ? text : text.slice(0, longest) + ' '.repeat(text.length - longest)
  return near
    .replaceAll(/\S{300,}/g, (wall) => ' '.repeat(wall.length))
    .replaceAll(/\n(?:[ \t\r]*\n){3,}/g, (gap) => `\n\n${' '.repeat(gap.length - 3)}\n`)
}

/** A passage of the view as a person would write it. */
export const clean = (passage: string): string =>
  passage
    .replaceAll(/\u00AD+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim()

const blank = (found: string): string => found.replaceAll(/[^\n]/g, ' ')

const tag = /<\/?(?:p|br|li|ul|ol|div|span|b|i|u|strong|em|h[1-6]|table|tr|td|th|tbody|a|font)\b[^<>]*>/giu

function withoutTags(text: string): string {
  if (!tag.test(text)) return text
  tag.lastIndex = 0
  return text
    .replaceAll(tag, (found) => {
      if (/^<li/i.test(found)) return `\n•${' '.repeat(found.length - 2)}`
      return /^<\/?(?:p|br|div|tr|ul|ol|table|h[1-6])\b/i.test(found)
        ? `\n${' '.repeat(found.length - 1)}`
        : blank(found)
    })
    .replaceAll(/&(?:nbsp|amp|#39|rsquo|quot|euro);/g, (entity) => {
      const letter = entity === '&amp;' ? '&' : entity === '&euro;' ? '€' : /39|rsquo/.test(entity) ? "'" : ' '
      return letter.padEnd(entity.length)
    })
}

const picture =
  '(?:(?![©®™])\\p{Extended_Pictographic}(?:\\uFE0F|[\\u{1F3FB}-\\u{1F3FF}]|\\u200D\\p{Extended_Pictographic}\\uFE0F?)*|\\p{RI}\\p{RI}|[\\u2794-\\u27BF\\u2192\\u21D2\\u25A0-\\u25FF\\uF000-\\uF0FF]\\uFE0F?)'
const leadingPictures = new RegExp(`^([ \\t]*)(${picture}+[ \\t]*)+`, 'u')
const pictures = new RegExp(`${picture}+`, 'gu')

/** Pictures in front of a heading go, in front of anything else they are a bullet, inside a line they part it. */
function withoutSigns(text: string): string {
  const lines = text
    .replaceAll(/(\d)\uFE0F?\u20E3/gu, (found, digit: string) => `${digit}.`.padEnd(found.length))
    .split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  return lines
    .map((line, index) => {
      let marked = line.replaceAll(/\*\*|^#{1,4}(?= )|__/g, blank)
      const led = leadingPictures.exec(marked)
      if (led) {
        const rest = marked.slice(led[0].length).replaceAll(pictures, blank)
        const isHeading = index === first || /^[^:]{2,30}\s?:\s*\S/u.test(rest) || isHeadingLike(rest)
        const space = led[1]!.length
        const before = isHeading
          ? ' '.repeat(led[0].length)
          : `${' '.repeat(space)}•${' '.repeat(led[0].length - space - 1)}`
        marked = before + marked.slice(led[0].length)
      }
      return marked.replaceAll(pictures, (found, at: number) =>
        (marked
          .slice(at + found.length)
          .replaceAll(pictures, '')
          .trim() === ''
          ? ' '
          : '|'
        ).padEnd(found.length),
      )
    })
    .join('\n')
}

const isHeadingLike = (line: string): boolean => {
  const bare = line.trim()
  return bare.length <= 45 && !/[.;,]$|\([^)]*$/.test(bare) && headingOf(foldSame(bare)) !== null
}

const button =
  /^(?:se connecter|connexion|s'inscrire|inscription|creer (?:une alerte|un compte|mon compte)|(?:je )?postuler?|postuler (?:maintenant|en ligne|a cette offre)|sauvegarder|enregistrer|partager(?: l'offre)?|imprimer|signaler(?: (?:cette|l')\s?(?:annonce|offre))?|ajouter aux favoris|retour aux? (?:resultats|offres?)|toutes les offres|voir (?:plus|toutes les offres)|recherche avancee|mon compte|mon espace|menu|accueil|il y a \d+ (?:jours?|heures?|semaines?|mois)|publiee? (?:aujourd'hui|hier|le .{4,20}|il y a .{3,20})|actualisee? le .{4,30}|recevez les offres.{0,20}|conditions generales.{0,20}|politique de .{4,25}|mentions legales.{0,20}|cgu|cookies.{0,15}|sign in.{0,40}|log ?in|register|upload your (?:cv|resume)|for (?:recruiters|employers)|apply(?: now| online)?|easy apply|save(?: (?:job|this job))?|share(?: this job)?|print|report(?: this)? job|posted .{3,25}|closes in .{3,12}|be one of the first.{0,25}|create (?:a )?(?:job )?alert|get job alerts|privacy(?: policy)?.{0,12}|terms.{0,20}|localiser avec mappy|(?:\d+ )?candidat(?:ures?|s).{0,20}|\d+ applicants?|promoted|new|nouveau|site web|website|follow|suivre|contrat travail)$/
const boardEnd =
  /^(?:offres? similaires?|(?:ces )?(?:autres )?offres? (?:qui )?(?:pourraient|susceptibles).{0,30}|autres offres.{0,30}|vous (?:pourriez|aimerez) aussi.{0,20}|dans la meme categorie|similar jobs|more jobs.{0,25}|people also viewed|you may also like|related jobs|recommended jobs|jobs you might.{0,20})$/

/** Buttons, breadcrumbs and the list of other adverts that a copied page brings along. */
function withoutBoardNoise(text: string): string {
  let ended = false
  return text
    .split('\n')
    .map((line) => {
      const bare = foldSame(line).trim()
      if (boardEnd.test(bare)) ended = true
      const isTrail = /^(?:accueil|home|jobs?|offres?|emplois?)\s*(?:>|\/|»|›)\s*\S/.test(bare)
      const isTags = /^(?:#[\p{L}\d_]+\s*)+$/u.test(bare)
      return ended || isTrail || isTags || (bare.length < 60 && button.test(bare)) ? blank(line) : line
    })
    .join('\n')
}

/** 'Poste<tab>Serveur' is a label with its value; a row that begins with an empty cell goes on with the list above. */
function cellsAsLabels(text: string): string {
  if (!text.includes('\t')) {
    const wide = /^(\p{Lu}[^\n:]{1,30}?\S) {3,}(?=\S)/gmu
    const rows = text.match(wide) ?? []
    return rows.length < 3
      ? text
      : text.replaceAll(wide, (found, label: string) => `${label}:${' '.repeat(found.length - label.length - 1)}`)
  }
  return text
    .split('\n')
    .map((line) => {
      if (/^\s*\t\s*\S/.test(line)) return line.replace('\t', '•').replaceAll('\t', ' ')
      const cell = /^([^\t:]{2,40})\s*\t(?=\s*\S)/.exec(line)
      return (cell ? `${line.slice(0, cell[0].length - 1)}:${line.slice(cell[0].length)}` : line).replaceAll('\t', ' ')
    })
    .join('\n')
}

const valueLabel =
  /^(?:type de contrat|contrat|nature du contrat|contract(?: type)?|salaire|remuneration|salary|pay|compensation|temps de travail|duree du travail|teletravail|remote work|lieu(?: de travail| du poste)?|localisation|location|ville|entreprise|societe|employeur|company|employer|where|experience|permis|formation|langues?|date de (?:debut|demarrage)|start(?: date)?|horaires|hours|nombre de postes)\s*(:?)$/

/** A label on its own line with its value on the next one. */
function labelsWithValues(text: string): string {
  const lines = text.split('\n')
  let joined = lines[0] ?? ''
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1]!
    const label = valueLabel.exec(foldSame(before).trim())
    const line = lines[index]!
    const isValue =
      line.trim() !== '' &&
      line.trim().length < 90 &&
      !valueLabel.test(foldSame(line).trim()) &&
      !/^\s*[-•*]/.test(line)
    // 'Expérience' over '3 ans', not a heading over a list.
    joined += label && isValue ? (label[1] === ':' ? ' ' : ':') : '\n'
    joined += line
  }
  return joined
}

const bullet = /^\s*(?:[-–—•*>▪◦●·‣✓✔▸►+§]|\d{1,2}[.)]\s|[a-h]\)\s)/u
const smallEnd =
  /(?:^|\s)(?:et|ou|de|du|des|le|la|les|un|une|au|aux|en|pour|par|avec|sur|dans|sous|à|a|d['’]\p{L}{0,3}|l['’]|and|or|of|the|an|to|in|for|with|by|at|on|our|your|near|votre|notre|nos|vos|[–—-]|,)\s*$/iu
const smallStart = /^\s*(?:et|ou|de|du|des|d['’]|la|le|les|par|pour|avec|au|aux|and|or|of|to|for|with|in)\s+\p{Ll}/u

/** Lines that go on in small letters: they show that a page width cut the text. */
const turnsOf = (lines: readonly string[], width: number): number =>
  lines.filter(
    (line, index) =>
      index > 0 &&
      /^\s*\p{Ll}/u.test(line) &&
      lines[index - 1]!.trimEnd().length >= width * 0.7 &&
      !/[.!?:;]\s*$/.test(lines[index - 1]!),
  ).length

/** Joins what a page width or a clumsy paste has cut. */
function joinWrapped(text: string): string {
  const lines = text.split('\n')
  const filled = lines.filter((line) => line.trim() !== '')
  const isChat = filled.filter((line) => /^\s*\p{Ll}/u.test(line)).length > filled.length * 0.5
  const lengths = filled.map((line) => line.trimEnd().length).toSorted((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)] ?? 0
  const isWrapped =
    width >= 50 &&
    width <= 110 &&
    (lengths.at(-1) ?? 0) <= width * 1.2 &&
    lengths.filter((length) => length >= width * 0.8).length >= 4 &&
    turnsOf(filled, width) >= 2
  const indented = filled.filter((line) => /^ \S/.test(line)).length
  const isClumsy = indented >= 2 && indented < filled.length * 0.8
  let joined = lines[0] ?? ''
  let inItem = bullet.test(joined)
  let run = joined
  for (let index = 1; index < lines.length; index += 1) {
    const before = lines[index - 1]!
    const line = lines[index]!
    const isBullet = bullet.test(line) && !(isClumsy && /^ [–—] \S/.test(line))
    let soft = false
    let cut = false
    if (before.trim() !== '' && line.trim() !== '' && !isBullet) {
      const opensLabel = /^\s*\p{Lu}[^:.]{1,28}\s?:(?:\s|$)/u.test(line)
      cut = /\p{Ll}-$/u.test(before.trimEnd()) && /^\s*\p{Ll}/u.test(line)
      const isMark = /^\s*\(?(?:[HFM]\s?\/\s?[HFMW]|\(\d{4,5}\))/u.test(line)
      const startsSmall = /^\s*[\p{Ll}(]/u.test(line)
      const ends = /[.!?:;]\s*$/.test(before)
      const isHead = isHeadingLike(before) && !smallEnd.test(before)
      const full = before.trimEnd().length >= width * 0.75
      soft =
        cut ||
        isMark ||
        (!opensLabel &&
          !isHead &&
          ((isClumsy && /^ \S/.test(line) && !/:\s*$/.test(before)) ||
            (smallEnd.test(before) && !(isChat && !startsSmall)) ||
            (startsSmall &&
              !ends &&
              !isChat &&
              (smallStart.test(line) ||
                (isWrapped && full) ||
                before.trim().length >= 55 ||
                !/\s\S+\s\S/.test(line.trim()))) ||
            (isWrapped && full && !ends && !isHeadingLike(line)) ||
            (isWrapped && full && /[,;]\s*$/.test(before)) ||
            (inItem && startsSmall && !ends && !isChat) ||
            (inItem &&
              run.trim().length >= 40 &&
              line.trim().split(/\s+/).length <= 2 &&
              !ends &&
              !isHeadingLike(line) &&
              !/\d/.test(line) &&
              isWrapped)))
    }
    if (cut) {
      const at = joined.trimEnd().length - 1
      joined = `${joined.slice(0, at)}${'\u00AD'.repeat(joined.length - at + 1)}`
      joined += line.replace(/^\s+/, (space) => '\u00AD'.repeat(space.length))
    } else joined += (soft ? ' ' : '\n') + line
    if (soft) run += ` ${line}`
    else {
      inItem = isBullet
      run = line
    }
  }
  return joined
}

const legal =
  /\begal(?:e|ite)s?\b.{0,40}\b(?:emploi|chances|acces|candidature)|\bcompetences egales\b|(?:ouvert|accessible|priorite|candidature|postes?|offres?)\w*\b.{0,60}(?:situation de handicap|personnes handicapees|rqth)|\b(?:engag\w*|promeut|favorise|attache\w*|faveur)\b.{0,30}\bdiversite\b|sans discrimination|discriminat\w+|minorites? visibles?|\b(?:conforme\w*|conserve\w*|traite\w*|accordance|comply|process\w*)\b.{0,60}\b(?:rgpd|gdpr)\b|\b(?:rgpd|gdpr)\b.{0,60}\b(?:conserv\w+|traitees?|vos donnees|your data)\b|donnees (?:personnelles|recueillies|a caractere)|masculin est utilise|forme masculine|ouverts? a tous|equal opportunit|\beoe\b|e-verify|without regard to|equality and diversity|committed to (?:equality|diversity|safeguarding)|subject to an? (?:enhanced|satisfactory)|protected veteran|reasonable adjustments|reasonable accommodation|data protection|privacy notice|employment (?:agency|business)\b|not heard from us|guarantee an interview|all sections of the community|\binclusive (?:employer|workplace)|politique de confidentialite/

/** Sentences of the law and of good manners, which ask nothing of a candidate. */
function withoutLegalText(view: string): string {
  return view.replaceAll(/(?<=^|\n|[.!?]\s)[^\n]+?(?:[.!?](?=\s|$)|(?=\n)|$)/gu, (sentence) =>
    legal.test(foldSame(sentence)) && sentence.length < 400 ? blank(sentence) : sentence,
  )
}
