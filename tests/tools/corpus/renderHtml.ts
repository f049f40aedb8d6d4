import { personToOutline } from './outline.ts'
import type { Entry, Section } from './outline.ts'
import type { Person } from './person.ts'

export type HtmlLayout = 'oneColumn' | 'leftSidebar' | 'rightSidebar' | 'dateMargin' | 'table'

/** A CV as one HTML page, to be printed on A4 by a browser. */
export function renderHtml(person: Person, layout: HtmlLayout): string {
  const { name, headline, contact, sections } = personToOutline(person)
  const head = `<header><h1>${escapeHtml(name)}</h1><p class="headline">${escapeHtml(headline)}</p>`
  const contactLines = contact.map((line) => `<span>${escapeHtml(line)}</span>`)
  const isAside = (section: Section) => !['profile', 'jobs', 'degrees'].includes(section.kind)
  let body: string
  if (layout === 'leftSidebar' || layout === 'rightSidebar') {
    const aside = `<aside><h2>Contact</h2><p class="stack">${contactLines.join('')}</p>${sections
      .filter(isAside)
      .map((section) => sectionHtml(section, layout, true))
      .join('')}</aside>`
    const main = `<main>${head}</header>${sections
      .filter((section) => !isAside(section))
      .map((section) => sectionHtml(section, layout, false))
      .join('')}</main>`
    body = `<div class="columns">${layout === 'leftSidebar' ? aside + main : main + aside}</div>`
  } else {
    const all = sections.map((section) => sectionHtml(section, layout, false)).join('')
    body = `${head}<p class="contact">${contactLines.join(' <i>·</i> ')}</p></header>${
      layout === 'table' ? `<table><tbody>${all}</tbody></table>` : all
    }`
  }
  return `<!doctype html><html lang="${person.language}"><head><meta charset="utf-8"><title>${escapeHtml(person.name)}</title><style>${styleBase}${styleOf[layout]}</style></head><body class="${layout}">${body}</body></html>`
}

function sectionHtml(section: Section, layout: HtmlLayout, aside: boolean): string {
  const title = escapeHtml(section.title)
  if (layout === 'table') {
    const content =
      'entries' in section
        ? section.entries.map((entry) => `<div class="entry">${entryHtml(entry, layout)}</div>`).join('')
        : section.lines.map((line) => `<p>${escapeHtml(line)}</p>`).join('')
    return `<tr><th>${title}</th><td>${content}</td></tr>`
  }
  if ('entries' in section) {
    const entries = section.entries.map((entry) => `<div class="entry">${entryHtml(entry, layout)}</div>`)
    return `<section><h2>${title}</h2>${entries.join('')}</section>`
  }
  const lines = aside && 'items' in section ? section.items : section.lines
  const tag = aside || section.kind === 'notes' ? 'li' : 'p'
  const content = lines.map((line) => `<${tag}>${escapeHtml(line)}</${tag}>`).join('')
  return `<section><h2>${title}</h2>${tag === 'li' ? `<ul>${content}</ul>` : content}</section>`
}

function entryHtml(entry: Entry, layout: HtmlLayout): string {
  const bullets = entry.lines.length
    ? `<ul>${entry.lines.map((line) => `<li>${escapeHtml(line)}</li>`).join('')}</ul>`
    : ''
  const [dates, heading, below] = [entry.dates, entry.heading, entry.below].map(escapeHtml)
  if (layout === 'dateMargin') {
    return `<div class="dates">${dates}</div><div><h3>${heading}</h3><p class="below">${below}</p>${bullets}</div>`
  }
  if (layout === 'table') return `<p><b>${heading}</b>, ${below} (${dates})</p>${bullets}`
  if (layout === 'rightSidebar') return `<h3>${below}</h3><p class="below">${heading} · ${dates}</p>${bullets}`
  return `<h3><span>${heading}</span><span class="dates">${dates}</span></h3><p class="below">${below}</p>${bullets}`
}

const styleBase = `
@page { size: A4; margin: 0 }
* { box-sizing: border-box }
body { margin: 0; font: 10.5pt/1.38 "Liberation Sans", "DejaVu Sans", sans-serif; color: #22242a }
h1 { font-size: 24pt; margin: 0; font-weight: 700 }
h2 { font-size: 12.5pt; margin: 16pt 0 5pt }
h3 { font-size: 10.8pt; margin: 0 }
p { margin: 0 0 3pt } ul { margin: 2pt 0 6pt; padding-left: 13pt } .entry { margin-bottom: 6pt }
.headline { font-size: 13pt; color: #566 }
.contact i { color: #b33; font-style: normal }
.below { color: #445 }
.stack span { display: block; overflow-wrap: anywhere }
`

const styleOf: Record<HtmlLayout, string> = {
  oneColumn: `body { padding: 42pt 50pt } h2 { border-bottom: 1pt solid #1d4e6b; color: #1d4e6b } h3 { display: flex; justify-content: space-between } .dates { font-weight: 400; color: #566 }`,
  leftSidebar: `.columns { display: grid; grid-template-columns: 172pt 1fr; min-height: 297mm } aside { background: #24364b; color: #fff; padding: 40pt 16pt; font-size: 9.6pt } aside ul { list-style: none; padding: 0 } main { padding: 38pt 34pt } main h2 { text-transform: uppercase; letter-spacing: .06em; color: #24364b } h3 { display: flex; justify-content: space-between } .dates { font-weight: 400; white-space: nowrap; padding-left: 8pt }`,
  rightSidebar: `body { font-family: "Liberation Serif", "DejaVu Serif", serif } .columns { display: grid; grid-template-columns: 1fr 160pt; min-height: 297mm } aside { background: #efe8dc; padding: 44pt 16pt; font-size: 10pt } main { padding: 42pt 30pt 30pt 46pt } h2 { font-variant: small-caps; color: #7a3b1e }`,
  dateMargin: `body { padding: 44pt 48pt; font-family: "DejaVu Sans", sans-serif; font-size: 9.2pt } h2 { background: #eef2ee; padding: 3pt 6pt; color: #205a3f } .entry { display: grid; grid-template-columns: 104pt 1fr; gap: 12pt } .dates { color: #566 }`,
  table: `body { padding: 40pt 44pt } table { border-collapse: collapse; width: 100%; margin-top: 12pt } th, td { border: .6pt solid #9aa3ad; padding: 6pt 8pt; vertical-align: top; text-align: left } th { width: 96pt; background: #f1f4f7 }`,
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
