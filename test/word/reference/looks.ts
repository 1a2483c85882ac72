import { readFileSync } from 'node:fs'
import { crc32, deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

/** Reference documents of three looks: a law firm's and a company's as Word writes them, a public body's by LibreOffice. */
export const looks = {
  firm: () => firm(),
  company: () => company(),
  'public-body': () =>
    new Uint8Array(readFileSync(new URL('../../fixtures/reference/public-body.docx', import.meta.url))),
} as const

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const SPACES = [
  `xmlns:w="${W}"`,
  `xmlns:r="${OFFICE}"`,
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:o="urn:schemas-microsoft-com:office:office"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14"',
].join(' ')

/** What a Word file is put together from; each part in the prefixes above. */
export interface WordParts {
  styles: string
  numbering?: string
  theme?: string
  settings?: string
  /** Headers and footers by their names, `header1`. */
  running?: Record<string, string>
  /** Relationships of a header, as they stand in its part. */
  links?: Record<string, string>
  /** Relationships of the document beside those that follow from the parts. */
  more?: string
  body?: string
  section: string
  media?: Record<string, Uint8Array>
  /** Media type of the main part. */
  main?: string
  files?: Record<string, Uint8Array>
}

/** Zips a Word file. */
export function wordFile({
  styles,
  numbering,
  theme,
  settings = '',
  running = {},
  links = {},
  more = '',
  body = '',
  section,
  media = {},
  main,
  files = {},
}: WordParts): Uint8Array {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
  const parts: [name: string, kind: string, xml: string][] = [
    ['styles', 'styles', `<w:styles ${SPACES}>${styles}</w:styles>`],
    ['settings', 'settings', `<w:settings ${SPACES}>${settings}</w:settings>`],
    ...(numbering === undefined
      ? []
      : [
          ['numbering', 'numbering', `<w:numbering ${SPACES}>${numbering}</w:numbering>`] as [
            string,
            string,
            string,
          ],
        ]),
    ...Object.entries(running).map(([name, xml]): [string, string, string] => {
      const kind = name.replace(/\d+$/, '')
      const root = kind === 'header' ? 'w:hdr' : 'w:ftr'
      return [name, kind, `<${root} ${SPACES}>${xml}</${root}>`]
    }),
  ]
  const overrides = parts.map(
    ([name, kind]) => `<Override PartName="/word/${name}.xml" ContentType="${type}.${kind}+xml"/>`,
  )
  const related = parts.map(
    ([name, kind]) => `<Relationship Id="${name}" Type="${OFFICE}/${kind}" Target="${name}.xml"/>`,
  )
  const themed =
    theme === undefined ? '' : `<Relationship Id="theme" Type="${OFFICE}/theme" Target="theme/theme1.xml"/>`
  const zipped: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="${main ?? `${type}.document.main+xml`}"/>${overrides.join('')}${theme === undefined ? '' : '<Override PartName="/word/theme/theme1.xml" ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'}</Types>`,
    ),
    '_rels/.rels': relationships(
      `<Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': strToU8(
      `<w:document ${SPACES}><w:body>${body}<w:p/><w:sectPr>${section}</w:sectPr></w:body></w:document>`,
    ),
    'word/_rels/document.xml.rels': relationships(`${related.join('')}${themed}${more}`),
    ...(theme === undefined ? {} : { 'word/theme/theme1.xml': strToU8(theme) }),
    ...files,
  }
  for (const [name, , xml] of parts) zipped[`word/${name}.xml`] = strToU8(xml)
  for (const [name, xml] of Object.entries(links)) zipped[`word/_rels/${name}.xml.rels`] = relationships(xml)
  for (const [name, bytes] of Object.entries(media)) zipped[`word/media/${name}`] = bytes
  return zipSync(zipped, { mtime: new Date(1980, 0, 1) })
}

function relationships(inner: string): Uint8Array {
  return strToU8(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inner}</Relationships>`,
  )
}

/** A style of paragraphs. */
export function style(id: string, name: string, paragraph = '', run = '', basedOn = 'Standard'): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Standard' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Standard' ? '' : `<w:basedOn w:val="${basedOn}"/>`}<w:qFormat/>${paragraph === '' ? '' : `<w:pPr>${paragraph}</w:pPr>`}${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}</w:style>`
}

const font = (name: string) => `<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
const size = (points: number) => `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`

export function defaults(run: string, paragraph = ''): string {
  return `<w:docDefaults><w:rPrDefault><w:rPr>${run}<w:lang w:val="de-DE"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>${paragraph}</w:pPr></w:pPrDefault></w:docDefaults>`
}

/** A field as Word writes it. */
export function field(instruction: string, result: string): string {
  return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>${result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

const para = (id: string, inner: string) => `<w:p><w:pPr><w:pStyle w:val="${id}"/></w:pPr>${inner}</w:p>`
const text = (words: string) => `<w:r><w:t xml:space="preserve">${words}</w:t></w:r>`

/** A firm: German ids of styles, numbered headings, a letterhead on the first page alone, pages counted in the footer. */
function firm(): Uint8Array {
  const levels = [
    ['decimal', '%1', 'Überschrift1', 0, 851],
    ['decimal', '%1.%2', 'Überschrift2', 0, 851],
    ['lowerLetter', '(%3)', 'Überschrift3', 851, 567],
    ['lowerRoman', '(%4)', '', 1418, 567],
  ].map(
    ([format, words, linked, left, hanging], at) =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${linked === '' ? '' : `<w:pStyle w:val="${linked}"/>`}<w:lvlText w:val="${words}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${Number(left) + Number(hanging)}" w:hanging="${hanging}"/></w:pPr><w:rPr>${at === 0 ? '<w:b/><w:color w:val="7A1F2B"/>' : ''}</w:rPr></w:lvl>`,
  )
  const numbered = (level: number) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="7"/></w:numPr>`
  return wordFile({
    styles: [
      defaults(`${font('Liberation Serif')}${size(12)}`),
      style('Standard', 'Normal'),
      style(
        'Textkrper',
        'Body Text',
        '<w:spacing w:after="160" w:line="288" w:lineRule="auto"/><w:jc w:val="both"/>',
      ),
      style(
        'Titel',
        'Title',
        '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="7A1F2B"/></w:pBdr><w:spacing w:after="360"/>',
        `<w:caps/><w:color w:val="7A1F2B"/><w:spacing w:val="20"/>${size(17)}`,
      ),
      style(
        'Überschrift1',
        'heading 1',
        `<w:keepNext/>${numbered(0)}<w:spacing w:before="320" w:after="120"/><w:outlineLvl w:val="0"/>`,
        `<w:b/><w:smallCaps/><w:color w:val="7A1F2B"/>${size(13)}`,
      ),
      style(
        'Überschrift2',
        'heading 2',
        `<w:keepNext/>${numbered(1)}<w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>`,
        '<w:b/>',
      ),
      style('Überschrift3', 'heading 3', `${numbered(2)}<w:outlineLvl w:val="2"/>`, '<w:i/>'),
      style(
        'Kopfzeile',
        'header',
        '<w:tabs><w:tab w:val="center" w:pos="4394"/><w:tab w:val="right" w:pos="8788"/></w:tabs>',
        size(9),
      ),
      style(
        'Fuzeile',
        'footer',
        '<w:tabs><w:tab w:val="center" w:pos="4394"/><w:tab w:val="right" w:pos="8788"/></w:tabs>',
        size(9),
      ),
      style('Zitat', 'Quote', '<w:ind w:left="851" w:right="851"/>', '<w:i/>'),
    ].join(''),
    numbering: `<w:abstractNum w:abstractNumId="3"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>`,
    running: {
      header1: para('Kopfzeile', text('Falk &amp; Brandt LLP')),
      header2: `${para('Kopfzeile', `<w:r><w:rPr><w:b/><w:smallCaps/><w:color w:val="7A1F2B"/>${size(20)}</w:rPr><w:t>Falk &amp; Brandt</w:t></w:r>`)}${para('Kopfzeile', text('Solicitors · 4 Gray’s Inn Place · London WC1R 5DX'))}`,
      footer1: para(
        'Fuzeile',
        `${text('Falk &amp; Brandt LLP')}<w:r><w:tab/></w:r><w:r><w:tab/></w:r>${field('PAGE', '2')}${text(' / ')}${field('NUMPAGES', '9')}`,
      ),
      footer2: para('Fuzeile', text('Authorised and regulated. A list of members is open to inspection.')),
    },
    section:
      '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1417" w:bottom="1134" w:left="1701" w:header="709" w:footer="567" w:gutter="0"/><w:titlePg/>',
    body: para('Überschrift1', text('The words of the reference document stay behind')),
  })
}

/** A company: theme fonts and colors, a logo in the header, its own bullets and table, letter paper. */
function company(): Uint8Array {
  const bullet = `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:pStyle w:val="Aufzhlung"/><w:lvlText w:val="▪"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="454" w:hanging="284"/></w:pPr><w:rPr><w:color w:val="0B6E4F"/></w:rPr></w:lvl>`
  return wordFile({
    styles: [
      defaults(
        '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="20"/><w:szCs w:val="20"/>',
        '<w:spacing w:after="140" w:line="276" w:lineRule="auto"/>',
      ),
      style('Standard', 'Normal'),
      style(
        'Title',
        'Title',
        '<w:spacing w:before="240" w:after="240"/>',
        `<w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:b/><w:color w:val="0B6E4F" w:themeColor="accent1"/>${size(26)}`,
      ),
      style(
        'Heading1',
        'heading 1',
        '<w:keepNext/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="0"/>',
        `<w:b/><w:color w:val="0B6E4F" w:themeColor="accent1"/>${size(16)}`,
      ),
      style(
        'Heading2',
        'heading 2',
        '<w:keepNext/><w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="1"/>',
        `<w:b/><w:color w:val="0B6E4F" w:themeColor="accent1"/>${size(12)}`,
      ),
      style('Aufzhlung', 'List Bullet', '<w:numPr><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/>'),
      style(
        'Header',
        'header',
        '<w:tabs><w:tab w:val="center" w:pos="4680"/><w:tab w:val="right" w:pos="9360"/></w:tabs><w:spacing w:after="0"/>',
        `<w:color w:val="5F6B66"/>${size(8)}`,
      ),
      style('Footer', 'footer', '<w:spacing w:after="0"/>', `<w:color w:val="5F6B66"/>${size(8)}`),
      '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
      '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="12" w:space="0" w:color="0B6E4F"/><w:bottom w:val="single" w:sz="12" w:space="0" w:color="0B6E4F"/><w:insideH w:val="dotted" w:sz="4" w:space="0" w:color="0B6E4F"/></w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="DDEFE8"/></w:tcPr></w:tblStylePr></w:style>',
    ].join(''),
    numbering: `<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>${bullet}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
    theme: THEME,
    running: {
      header1: para(
        'Header',
        `${picture('logo')}<w:r><w:tab/></w:r><w:r><w:tab/></w:r>${text('Tidewater Analytics, Inc.')}`,
      ),
      footer1: para('Footer', text('Tidewater Analytics, Inc. · 1200 Harbor Way · Oakland, CA 94607')),
    },
    links: { header1: `<Relationship Id="logo" Type="${OFFICE}/image" Target="media/logo.png"/>` },
    media: { 'logo.png': logo() },
    section:
      '<w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1800" w:right="1080" w:bottom="1300" w:left="1080" w:header="560" w:footer="560" w:gutter="0"/>',
  })
}

/** A picture in the line. */
export function picture(id: string, link = 'embed'): string {
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1080000" cy="360000"/><wp:docPr id="1" name="Logo" descr="Logo"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Logo"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:${link}="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="1080000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

/** A green wave, 60 by 20 pixels. */
export function logo(): Uint8Array {
  const [width, height] = [60, 20]
  const rows = Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (__, x) =>
      y > 10 + 6 * Math.sin(x / 5) ? [11, 110, 79] : [255, 255, 255],
    ).flat(),
  )
  const pixels = Uint8Array.from(rows.flatMap((row) => [0, ...row]))
  const head = new DataView(new ArrayBuffer(13))
  head.setUint32(0, width)
  head.setUint32(4, height)
  head.setUint8(8, 8)
  head.setUint8(9, 2)
  const chunks = [
    chunk('IHDR', new Uint8Array(head.buffer)),
    chunk('IDAT', new Uint8Array(deflateSync(pixels))),
    chunk('IEND', new Uint8Array()),
  ]
  return Uint8Array.from([
    0x89,
    0x50,
    0x4e,
    0x47,
    0x0d,
    0x0a,
    0x1a,
    0x0a,
    ...chunks.flatMap((one) => [...one]),
  ])
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, data.length)
  bytes.set(strToU8(type), 4)
  bytes.set(data, 8)
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)))
  return bytes
}

const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const color = (name: string, value: string) => `<a:${name}><a:srgbClr val="${value}"/></a:${name}>`
const face = (name: string) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`
const THEME = `<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Tidewater"><a:themeElements><a:clrScheme name="Tidewater">${[
  ['dk1', '1D1B18'],
  ['lt1', 'FFFFFF'],
  ['dk2', '1F3A32'],
  ['lt2', 'EEF3F1'],
  ['accent1', '0B6E4F'],
  ['accent2', '2F8F9D'],
  ['accent3', 'A0B83C'],
  ['accent4', 'E0A030'],
  ['accent5', 'C05A3C'],
  ['accent6', '5F6B66'],
  ['hlink', '0B6E4F'],
  ['folHlink', '5F6B66'],
]
  .map(([name, value]) => color(name!, value!))
  .join(
    '',
  )}</a:clrScheme><a:fontScheme name="Tidewater"><a:majorFont>${face('Liberation Sans')}</a:majorFont><a:minorFont>${face('Liberation Sans')}</a:minorFont></a:fontScheme><a:fmtScheme name="Tidewater"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${`<a:ln>${fill}</a:ln>`.repeat(3)}</a:lnStyleLst><a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
