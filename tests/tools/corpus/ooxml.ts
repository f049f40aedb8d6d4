/**
 * Word documents written part by part, the ways people and programs make them: text boxes in both dialects, content
 * controls, nested tables, headers, columns, tracked changes, fields. Every helper returns XML.
 */
import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'

/** A piece of WordprocessingML. */
export type Xml = string

interface RunLook {
  b?: boolean
  i?: boolean
  caps?: boolean
  /** Points. */
  sz?: number
  color?: string
  font?: string
  vanish?: boolean
  raw?: Xml
}

interface ParagraphLook extends RunLook {
  style?: string
  jc?: 'left' | 'center' | 'right' | 'both'
  /** Positions in points; a negative one is a right tab. */
  tabs?: number[]
  /** Points. */
  ind?: number
  hang?: number
  before?: number
  after?: number
  num?: number
  shd?: string
  rule?: boolean
  pageBreak?: boolean
}

export const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

function runProps(look: RunLook): Xml {
  const inner =
    (look.font ? `<w:rFonts w:ascii="${look.font}" w:hAnsi="${look.font}" w:cs="${look.font}"/>` : '') +
    (look.b ? '<w:b/>' : '') +
    (look.i ? '<w:i/>' : '') +
    (look.caps ? '<w:caps/>' : '') +
    (look.vanish ? '<w:vanish/>' : '') +
    (look.color ? `<w:color w:val="${look.color}"/>` : '') +
    (look.sz ? `<w:sz w:val="${look.sz * 2}"/><w:szCs w:val="${look.sz * 2}"/>` : '') +
    (look.raw ?? '')
  return inner === '' ? '' : `<w:rPr>${inner}</w:rPr>`
}

/** A run; tabs and line breaks in the text become Word's own. */
export function run(text: string, look: RunLook = {}): Xml {
  const body = text
    .split(/(\t|\n|\u00ad)/)
    .filter((piece) => piece !== '')
    .map((piece) =>
      piece === '\t'
        ? '<w:tab/>'
        : piece === '\n'
          ? '<w:br/>'
          : piece === '\u00ad'
            ? '<w:softHyphen/>'
            : `<w:t xml:space="preserve">${escapeXml(piece)}</w:t>`,
    )
    .join('')
  return `<w:r>${runProps(look)}${body}</w:r>`
}

/** Runs of a text in which `**` turns bold on and off, and `__` italics. */
export function rich(text: string, look: RunLook = {}): Xml {
  let bold = look.b ?? false
  let italic = look.i ?? false
  let out = ''
  for (const piece of text.split(/(\*\*|__)/)) {
    if (piece === '**') bold = !bold
    else if (piece === '__') italic = !italic
    else if (piece !== '') out += run(piece, { ...look, b: bold, i: italic })
  }
  return out
}

/** A paragraph of marked text or of ready runs. */
export function p(content: string, look: ParagraphLook = {}): Xml {
  const { style, jc, tabs, ind, hang, before, after, num, shd, rule, pageBreak, ...letters } = look
  const twips = (points: number) => Math.round(points * 20)
  const props =
    (style ? `<w:pStyle w:val="${style}"/>` : '') +
    (pageBreak ? '<w:pageBreakBefore/>' : '') +
    (num ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${num}"/></w:numPr>` : '') +
    (rule ? '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="444444"/></w:pBdr>' : '') +
    (shd ? `<w:shd w:val="clear" w:color="auto" w:fill="${shd}"/>` : '') +
    (tabs
      ? `<w:tabs>${tabs.map((at) => `<w:tab w:val="${at < 0 ? 'right' : 'left'}" w:pos="${twips(Math.abs(at))}"/>`).join('')}</w:tabs>`
      : '') +
    (before !== undefined || after !== undefined
      ? `<w:spacing w:before="${twips(before ?? 0)}" w:after="${twips(after ?? 0)}"/>`
      : '') +
    (ind !== undefined || hang !== undefined
      ? `<w:ind w:left="${twips(ind ?? 0)}"${hang ? ` w:hanging="${twips(hang)}"` : ''}/>`
      : '') +
    (jc ? `<w:jc w:val="${jc}"/>` : '')
  return `<w:p>${props ? `<w:pPr>${props}</w:pPr>` : ''}${content.startsWith('<w:') || content.startsWith('<mc:') ? content : rich(content, letters)}</w:p>`
}

/** One paragraph per line of text. */
export const lines = (text: string, look: ParagraphLook = {}): Xml =>
  text
    .split('\n')
    .map((line) => p(line, look))
    .join('')

type Cell = Xml | { x: Xml; shd?: string; span?: number; merge?: 'restart' | 'continue' }

/** A table; `widths` in points. */
export function table(rows: Cell[][], widths: number[], borders = false): Xml {
  const edge = borders ? 'w:val="single" w:sz="4" w:color="999999"' : 'w:val="nil"'
  const grid = widths.map((width) => `<w:gridCol w:w="${width * 20}"/>`).join('')
  const body = rows
    .map((cells) => {
      let column = 0
      return `<w:tr>${cells
        .map((cell) => {
          const given = typeof cell === 'string' ? { x: cell } : cell
          const span = given.span ?? 1
          const width = widths.slice(column, column + span).reduce((sum, one) => sum + one, 0)
          column += span
          const props =
            `<w:tcW w:w="${width * 20}" w:type="dxa"/>` +
            (span > 1 ? `<w:gridSpan w:val="${span}"/>` : '') +
            (given.merge ? `<w:vMerge w:val="${given.merge}"/>` : '') +
            (given.shd ? `<w:shd w:val="clear" w:color="auto" w:fill="${given.shd}"/>` : '')
          const inner =
            given.x.startsWith('<w:p') || given.x.startsWith('<w:tbl') || given.x.startsWith('<w:sdt')
              ? given.x
              : p(given.x)
          // A cell has to end with a paragraph.
          return `<w:tc><w:tcPr>${props}</w:tcPr>${inner}${/<\/w:tbl>$/.test(inner) ? '<w:p/>' : ''}</w:tc>`
        })
        .join('')}</w:tr>`
    })
    .join('')
  const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} ${edge}/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="${widths.reduce((sum, one) => sum + one, 0) * 20}" w:type="dxa"/><w:tblBorders>${sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body}</w:tbl>`
}

let boxNumber = 0
/** A run that anchors a text box on the page; points from the page's corner. Word writes both dialects. */
export function box(x: number, y: number, width: number, height: number, blocks: Xml, fill = '', vmlOnly = false): Xml {
  boxNumber += 1
  const emu = (points: number) => Math.round(points * 12700)
  const vml = `<w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" id="box${boxNumber}" type="#_x0000_t202" style="position:absolute;margin-left:${x}pt;margin-top:${y}pt;width:${width}pt;height:${height}pt;mso-position-horizontal-relative:page;mso-position-vertical-relative:page"${fill ? ` fillcolor="#${fill}"` : ' filled="f"'} stroked="f"><v:textbox><w:txbxContent>${blocks}</w:txbxContent></v:textbox></v:shape></w:pict>`
  if (vmlOnly) return `<w:r>${vml}</w:r>`
  const paint = fill ? `<a:solidFill><a:srgbClr val="${fill}"/></a:solidFill>` : '<a:noFill/>'
  const drawing = `<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="${boxNumber}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="page"><wp:posOffset>${emu(x)}</wp:posOffset></wp:positionH><wp:positionV relativeFrom="page"><wp:posOffset>${emu(y)}</wp:posOffset></wp:positionV><wp:extent cx="${emu(width)}" cy="${emu(height)}"/><wp:wrapNone/><wp:docPr id="${boxNumber}" name="Zone de texte ${boxNumber}"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${emu(width)}" cy="${emu(height)}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>${paint}</wps:spPr><wps:txbx><w:txbxContent>${blocks}</w:txbxContent></wps:txbx><wps:bodyPr wrap="square" lIns="36000" rIns="36000"/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>`
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps">${drawing}</mc:Choice><mc:Fallback>${vml}</mc:Fallback></mc:AlternateContent></w:r>`
}

/** A content control around runs or blocks, as Word's own templates have them. */
export const sdt = (content: Xml, title = 'Champ'): Xml =>
  `<w:sdt><w:sdtPr><w:alias w:val="${title}"/><w:tag w:val="${title}"/></w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
/** A drop-down that shows one of its entries. */
export const dropDown = (shown: string, others: readonly string[]): Xml =>
  `<w:sdt><w:sdtPr><w:dropDownList>${others.map((other) => `<w:listItem w:displayText="${escapeXml(other)}" w:value="${escapeXml(other)}"/>`).join('')}</w:dropDownList></w:sdtPr><w:sdtContent>${run(shown)}</w:sdtContent></w:sdt>`
export const deleted = (text: string): Xml =>
  `<w:del w:id="90" w:author="Relecture" w:date="2026-01-05T10:00:00Z"><w:r><w:delText xml:space="preserve">${escapeXml(text)}</w:delText></w:r></w:del>`
export const inserted = (text: string, look: RunLook = {}): Xml =>
  `<w:ins w:id="91" w:author="Relecture" w:date="2026-01-05T10:00:00Z">${run(text, look)}</w:ins>`
/** A link by relation `id`; see `docx`. */
export const link = (id: string, text: string, look: RunLook = {}): Xml =>
  `<w:hyperlink r:id="${id}">${run(text, look)}</w:hyperlink>`
/** A link as older versions write it: a field with its code. */
export const fieldLink = (url: string, text: string): Xml =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "${escapeXml(url)}" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
/** A glyph of a symbol font, such as Wingdings' telephone (F028). */
export const symbol = (code: string, font = 'Wingdings'): Xml => `<w:r><w:sym w:font="${font}" w:char="${code}"/></w:r>`
export const smartTag = (content: Xml): Xml =>
  `<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="place">${content}</w:smartTag>`
export const footnoteMark = (id: number): Xml =>
  `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
/** Ends a section of `columns` newspaper columns; stands in the properties of an empty paragraph. */
export const sectionEnd = (columns: number): Xml =>
  `<w:p><w:pPr><w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="1000" w:bottom="850" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/><w:cols w:num="${columns}" w:space="400"/></w:sectPr></w:pPr></w:p>`

export interface DocxParts {
  body: Xml
  header?: Xml
  footer?: Xml
  /** Targets of `link`, by relation id. */
  links?: Record<string, string>
  footnotes?: string[]
  /** Font and points of the text. */
  font?: string
  size?: number
  /** More styles, as XML. */
  styles?: Xml
  columns?: number
  /** Points on the left and right. */
  margin?: number
}

const spaces =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const heading = (id: string, name: string, size: number, extra: string) =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr><w:spacing w:before="200" w:after="60"/></w:pPr><w:rPr>${extra}<w:sz w:val="${size * 2}"/></w:rPr></w:style>`

/** The bytes of a document. Numbering 1 is a Wingdings square, 2 a dash, 3 a Symbol bullet, 4 counts. */
export function docx(parts: DocxParts): Uint8Array {
  const font = parts.font ?? 'Calibri'
  const styles = `${declaration}<w:styles ${spaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:cs="${font}"/><w:sz w:val="${(parts.size ?? 10.5) * 2}"/><w:lang w:val="fr-FR"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${heading('Titre', 'Title', 22, '<w:b/>')}${heading('Titre1', 'heading 1', 13, '<w:b/><w:color w:val="1F4E79"/>')}${heading('Titre2', 'heading 2', 11, '<w:b/>')}${heading('Titre3', 'heading 3', 10.5, '<w:i/><w:color w:val="595959"/>')}<w:style w:type="paragraph" w:styleId="Puce"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>${parts.styles ?? ''}</w:styles>`
  const level = (number: number, format: string, text: string, symbolFont: string) =>
    `<w:abstractNum w:abstractNumId="${number}"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="500" w:hanging="300"/></w:pPr>${symbolFont ? `<w:rPr><w:rFonts w:ascii="${symbolFont}" w:hAnsi="${symbolFont}" w:hint="default"/></w:rPr>` : ''}</w:lvl></w:abstractNum>`
  const numbering = `${declaration}<w:numbering ${spaces}>${level(1, 'bullet', '\uf0a7', 'Wingdings')}${level(2, 'bullet', '-', '')}${level(3, 'bullet', '\uf0b7', 'Symbol')}${level(4, 'decimal', '%1.', '')}${[1, 2, 3, 4].map((number) => `<w:num w:numId="${number}"><w:abstractNumId w:val="${number}"/></w:num>`).join('')}</w:numbering>`
  const relations: [string, string, string, boolean][] = [
    ['rIdStyles', 'styles', 'styles.xml', false],
    ['rIdNumbering', 'numbering', 'numbering.xml', false],
    ...(parts.header ? [['rIdHeader', 'header', 'header1.xml', false] as [string, string, string, boolean]] : []),
    ...(parts.footer ? [['rIdFooter', 'footer', 'footer1.xml', false] as [string, string, string, boolean]] : []),
    ...(parts.footnotes
      ? [['rIdNotes', 'footnotes', 'footnotes.xml', false] as [string, string, string, boolean]]
      : []),
    ...Object.entries(parts.links ?? {}).map(([id, url]): [string, string, string, boolean] => [
      id,
      'hyperlink',
      url,
      true,
    ]),
  ]
  const relationsXml = `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.map(([id, kind, target, external]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${escapeXml(target)}"${external ? ' TargetMode="External"' : ''}/>`).join('')}</Relationships>`
  const margin = (parts.margin ?? 50) * 20
  const headed =
    (parts.header ? '<w:headerReference w:type="default" r:id="rIdHeader"/>' : '') +
    (parts.footer ? '<w:footerReference w:type="default" r:id="rIdFooter"/>' : '')
  const section = `<w:sectPr><w:type w:val="continuous"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="850" w:right="${margin}" w:bottom="850" w:left="${margin}" w:header="500" w:footer="500" w:gutter="0"/><w:cols w:num="${parts.columns ?? 1}" w:space="400"/></w:sectPr>`
  const kind = (part: string, name: string) =>
    `<Override PartName="/word/${part}.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml"/>`
  const types = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${kind('document', 'document.main')}${kind('styles', 'styles')}${kind('numbering', 'numbering')}${parts.header ? kind('header1', 'header') : ''}${parts.footer ? kind('footer1', 'footer') : ''}${parts.footnotes ? kind('footnotes', 'footnotes') : ''}</Types>`
  const files: Record<string, string> = {
    '[Content_Types].xml': types,
    '_rels/.rels': `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/_rels/document.xml.rels': relationsXml,
    // The first section names the header and footer; the ones after it inherit them.
    'word/document.xml': `${declaration}<w:document ${spaces}><w:body>${(parts.body + section).replace('<w:sectPr>', `<w:sectPr>${headed}`)}</w:body></w:document>`,
    'word/styles.xml': styles,
    'word/numbering.xml': numbering,
    ...(parts.header ? { 'word/header1.xml': `${declaration}<w:hdr ${spaces}>${parts.header}</w:hdr>` } : {}),
    ...(parts.footer ? { 'word/footer1.xml': `${declaration}<w:ftr ${spaces}>${parts.footer}</w:ftr>` } : {}),
    ...(parts.footnotes
      ? {
          'word/footnotes.xml': `${declaration}<w:footnotes ${spaces}><w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>${parts.footnotes.map((text, index) => `<w:footnote w:id="${index + 1}">${p(`<w:r><w:footnoteRef/></w:r>${run(` ${text}`)}`)}</w:footnote>`).join('')}</w:footnotes>`,
        }
      : {}),
  }
  const zippable: Zippable = {}
  for (const [name, text] of Object.entries(files)) zippable[name] = [strToU8(text), { mtime: '2026-01-01', level: 9 }]
  return zipSync(zippable)
}
