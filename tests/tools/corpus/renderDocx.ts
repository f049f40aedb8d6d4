import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  Paragraph,
  ShadingType,
  TabStopType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { personToOutline } from './outline.ts'
import type { Section } from './outline.ts'
import type { Person } from './person.ts'

export type DocxLayout = 'oneColumn' | 'tableSidebar'

const accent = '2B4C6F'
// Where the dates end, in twentieths of a point from the left margin; fits the narrower of the two layouts.
const rightEdge = 6800
const noBorder = { style: BorderStyle.NONE, size: 0, color: 'FFFFFF' }
const noBorders = {
  top: noBorder,
  bottom: noBorder,
  left: noBorder,
  right: noBorder,
  insideHorizontal: noBorder,
  insideVertical: noBorder,
}

/** A CV as a Word file. The same person gives the same bytes. */
export async function renderDocx(person: Person, layout: DocxLayout): Promise<Uint8Array> {
  const { name, headline, contact, sections } = personToOutline(person)
  const head = [
    new Paragraph({ children: [new TextRun({ text: name, bold: true, size: 40, color: accent })] }),
    new Paragraph({ children: [new TextRun({ text: headline, size: 25 })], spacing: { after: 60 } }),
  ]
  const isAside = (section: Section) => !['profile', 'jobs', 'degrees'].includes(section.kind)
  const children =
    layout === 'oneColumn'
      ? [
          ...head,
          new Paragraph({ children: [new TextRun({ text: contact.join('  |  '), size: 18 })] }),
          ...sections.flatMap((section) => sectionParagraphs(section, false)),
        ]
      : [
          new Table({
            width: { size: 10_400, type: WidthType.DXA },
            columnWidths: [3200, 7200],
            layout: TableLayoutType.FIXED,
            borders: noBorders,
            rows: [
              new TableRow({
                children: [
                  new TableCell({
                    width: { size: 3200, type: WidthType.DXA },
                    shading: { type: ShadingType.CLEAR, fill: accent, color: 'auto' },
                    margins: { top: 200, bottom: 200, left: 160, right: 160 },
                    children: [
                      sectionTitle('Contact', true),
                      ...contact.map((line) => plainLine(line, true)),
                      ...sections.filter(isAside).flatMap((section) => sectionParagraphs(section, true)),
                    ],
                  }),
                  new TableCell({
                    width: { size: 7200, type: WidthType.DXA },
                    margins: { top: 200, bottom: 200, left: 240, right: 120 },
                    children: [
                      ...head,
                      ...sections
                        .filter((section) => !isAside(section))
                        .flatMap((section) => sectionParagraphs(section, false)),
                    ],
                  }),
                ],
              }),
            ],
          }),
        ]
  const margin = layout === 'oneColumn' ? 1100 : 600
  const file = new Document({
    creator: '',
    title: `CV ${person.name}`,
    styles: { default: { document: { run: { font: 'Liberation Sans', size: 20 } } } },
    sections: [
      { properties: { page: { margin: { top: margin, bottom: margin, left: margin, right: margin } } }, children },
    ],
  })
  return withoutDates(await Packer.toBuffer(file))
}

function sectionParagraphs(section: Section, aside: boolean): Paragraph[] {
  const title = sectionTitle(section.title, aside)
  if (!('entries' in section)) {
    const lines = aside && 'items' in section ? section.items : section.lines
    return [title, ...lines.map((line) => plainLine(line, aside))]
  }
  return [
    title,
    ...section.entries.flatMap((entry) => [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: rightEdge }],
        spacing: { before: 80 },
        keepNext: true,
        children: [
          new TextRun({ text: entry.heading, bold: true }),
          new TextRun({ text: `\t${entry.dates}`, color: '555555', size: 18 }),
        ],
      }),
      new Paragraph({ children: [new TextRun({ text: entry.below, italics: true })] }),
      ...entry.lines.map((line) => new Paragraph({ text: line, bullet: { level: 0 } })),
    ]),
  ]
}

function sectionTitle(text: string, aside: boolean): Paragraph {
  return new Paragraph({
    spacing: { before: 200, after: 60 },
    alignment: AlignmentType.LEFT,
    border: aside ? {} : { bottom: { style: BorderStyle.SINGLE, size: 6, color: accent, space: 1 } },
    children: [new TextRun({ text: aside ? text : text.toUpperCase(), bold: true, color: aside ? 'FFFFFF' : accent })],
  })
}

function plainLine(text: string, aside: boolean): Paragraph {
  return new Paragraph({
    children: [new TextRun(aside ? { text, color: 'FFFFFF', size: 18 } : { text })],
    spacing: { after: 40 },
  })
}

const fixedTime = new Date(2026, 9, 1, 8, 0, 0)

/** Packs the file again with fixed times, so that making it twice gives the same bytes. */
function withoutDates(docx: Uint8Array): Uint8Array {
  const entries: Zippable = {}
  for (const [path, bytes] of Object.entries(unzipSync(docx))) {
    const text = path === 'docProps/core.xml' ? new TextDecoder().decode(bytes) : null
    entries[path] = text
      ? new TextEncoder().encode(text.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '2026-10-01T08:00:00Z'))
      : bytes
  }
  return zipSync(entries, { level: 9, mtime: fixedTime })
}
