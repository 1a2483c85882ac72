import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { p, wordFile } from '../ooxml/word-file.ts'

/** A file as nobody should send it: its name, with what is wrong in it, and its bytes. */
export interface HostileFile {
  what: string
  name: string
  bytes: Uint8Array
}

const paper = [
  p('1. Service. Tidewater shall provide the service to Harrow, which runs on Llama 3.3.'),
  p('2. Incidents. Tidewater shall notify Harrow of an incident within 48 hours.'),
  p('3. Liability. Liability is limited to the fees of twelve months.'),
].join('')
const good = wordFile({ body: paper })
const parts = unzipSync(good)
const main = strFromU8(parts['word/document.xml']!)

/** The good file with its main part, or others, in other words. */
function with_(
  change: (xml: string) => string,
  more: Record<string, Uint8Array | undefined> = {},
): Uint8Array {
  const all = new Map<string, Uint8Array | undefined>(Object.entries({ ...parts, ...more }))
  if (!('word/document.xml' in more)) all.set('word/document.xml', strToU8(change(main)))
  return zipSync(
    Object.fromEntries([...all].flatMap(([name, bytes]) => (bytes === undefined ? [] : [[name, bytes]]))),
  )
}

const inBody = (xml: string) => with_((own) => own.replace('</w:body>', `${xml}</w:body>`))
const run = (text: string, more = '') => `<w:r>${more}<w:t>${text}</w:t></w:r>`
const paragraph = (inner: string, properties = '') => `<w:p>${properties}${inner}</w:p>`

function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1103515245 + 12345) % 2147483648
    yield state
  }
}

function bitten(seed: number, bites: number): Uint8Array {
  const bytes = good.slice()
  const next = numbers(seed)
  for (let bite = 0; bite < bites; bite += 1)
    bytes[next.next().value! % bytes.length] = next.next().value! % 256
  return bytes
}

function noise(seed: number, length: number): Uint8Array {
  const next = numbers(seed)
  return Uint8Array.from({ length }, () => (next.next().value! >> 8) % 256)
}

/** What zip files do. */
function zips(): [string, string, Uint8Array][] {
  const end = good.length - 22
  const changedAt = (at: number, byte: number) => good.map((own, index) => (index === at ? byte : own))
  return [
    ...[0, 4, 30, 100, 300].map((length): [string, string, Uint8Array] => [
      `cut after ${length} bytes`,
      'a.docx',
      good.slice(0, length),
    ]),
    ...[0.25, 0.5, 0.75, 0.99].map((part): [string, string, Uint8Array] => [
      `cut at ${part}`,
      'a.docx',
      good.slice(0, good.length * part),
    ]),
    ...Array.from({ length: 12 }, (_, at): [string, string, Uint8Array] => [
      `bitten ${at + 1} times`,
      'a.docx',
      bitten(at + 1, at + 1),
    ]),
    ['the end of the zip alone', 'a.docx', good.slice(end)],
    ['words before the zip', 'a.docx', Uint8Array.from([...strToU8('hello '), ...good])],
    ['words behind the zip', 'a.docx', Uint8Array.from([...good, ...strToU8(' bye')])],
    ['a zip in a zip', 'a.docx', zipSync({ 'a.docx': good })],
    ['a zip with nothing', 'a.docx', zipSync({})],
    ['a count of entries that is too high', 'a.docx', changedAt(end + 10, 200)],
    ['a directory that is elsewhere', 'a.docx', changedAt(end + 17, 77)],
    [
      'locked with a password',
      'a.docx',
      good.map((byte, at) =>
        good[at - 8] === 0x50 && good[at - 7] === 0x4b && good[at - 6] === 1 && good[at - 5] === 2
          ? byte | 1
          : byte,
      ),
    ],
    ['a name that leaves the file', 'a.docx', with_((xml) => xml, { '../../evil.txt': strToU8('x') })],
    ['a name from the root', 'a.docx', with_((xml) => xml, { '/tmp/evil.txt': strToU8('x') })],
    [
      'a name of control signs',
      'a.docx',
      with_((xml) => xml, { 'word/\u0007\u001b[2J.xml': strToU8('<a/>') }),
    ],
    [
      'a part that is a bomb',
      'a.docx',
      with_((xml) => xml, { 'word/styles.xml': new Uint8Array(20_000_000) }),
    ],
    ['no list of types', 'a.docx', with_((xml) => xml, { '[Content_Types].xml': undefined })],
    ['no relationships', 'a.docx', with_((xml) => xml, { '_rels/.rels': undefined })],
    ['no main part', 'a.docx', with_((xml) => xml, { 'word/document.xml': undefined })],
    [
      'a workbook',
      'a.docx',
      zipSync({
        'xl/workbook.xml': strToU8('<workbook/>'),
        '[Content_Types].xml': parts['[Content_Types].xml']!,
      }),
    ],
  ]
}

/** What stands under a wrong name. */
function names(): [string, string, Uint8Array][] {
  const container = Uint8Array.from([
    0xd0,
    0xcf,
    0x11,
    0xe0,
    0xa1,
    0xb1,
    0x1a,
    0xe1,
    ...new Array<number>(1500).fill(7),
  ])
  const heads: [string, Uint8Array][] = [
    ['nothing', new Uint8Array()],
    ['a container of an old Word, or of a locked file', container],
    ['a program', strToU8('MZ\u0090\u0000\u0003')],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3])],
    ['noise', noise(7, 3000)],
    ['nulls', new Uint8Array(3000)],
  ]
  return heads.flatMap(([what, bytes]) =>
    ['docx', 'pdf', 'txt', 'md', 'html'].map((ending): [string, string, Uint8Array] => [
      `${what} under .${ending}`,
      `a.${ending}`,
      bytes,
    ]),
  )
}

/** What XML does. */
function markup(): [string, string, Uint8Array][] {
  const bomb = `<!DOCTYPE a [<!ENTITY a "${'x'.repeat(100)}"><!ENTITY b "${'&a;'.repeat(100)}"><!ENTITY c "${'&b;'.repeat(100)}">]>`
  const all: [string, Uint8Array][] = [
    ['an open tag', with_((xml) => xml.replace('</w:body>', ''))],
    ['half a tag', with_((xml) => xml.slice(0, -30))],
    ['no markup', with_(() => 'words')],
    ['another root', with_((xml) => xml.replaceAll('w:document', 'w:documents'))],
    [
      'an entity of a file',
      with_(
        (xml) => `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('Service', '&x;')}`,
      ),
    ],
    ['entities that grow', with_((xml) => bomb + xml.replace('Service', '&c;'))],
    ['an unknown entity', with_((xml) => xml.replace('Service', '&nosuch;'))],
    ['a number that is no sign', with_((xml) => xml.replace('Service', '&#0;&#xD800;&#x110000;'))],
    ['control signs', with_((xml) => xml.replace('Service', 'Ser\u0001\u0008vice'))],
    ['words in CDATA', with_((xml) => xml.replace('Service', '<![CDATA[Service]]>'))],
    ['an instruction', with_((xml) => `<?xml-stylesheet href="http://127.0.0.1:9/a.xsl"?>${xml}`)],
    ['a wrong encoding', with_((xml) => `<?xml version="1.0" encoding="EBCDIC-CP-US"?>${xml}`)],
    ['XML 1.1', with_((xml) => `<?xml version="1.1"?>${xml}`)],
    ['a prefix that nobody declared', with_((xml) => xml.replace('</w:body>', '<q:p/></w:body>'))],
    [
      'an attribute of half a megabyte',
      with_((xml) => xml.replace('<w:p>', `<w:p w:rsidR="${'A'.repeat(500_000)}">`)),
    ],
    [
      'four thousand attributes',
      with_((xml) =>
        xml.replace('<w:p>', `<w:p ${Array.from({ length: 4000 }, (_, at) => `w:a${at}="1"`).join(' ')}>`),
      ),
    ],
    ['one attribute twice', with_((xml) => xml.replace('<w:p>', '<w:p w:a="1" w:a="2">'))],
    [
      'elements three thousand deep',
      inBody(paragraph('<w:smartTag>'.repeat(3000) + run('deep') + '</w:smartTag>'.repeat(3000))),
    ],
    [
      'tables sixty deep',
      inBody(`${'<w:tbl><w:tr><w:tc>'.repeat(60)}<w:p/>${'<w:p/></w:tc></w:tr></w:tbl>'.repeat(60)}`),
    ],
    ['ten thousand empty paragraphs', inBody('<w:p/>'.repeat(10_000))],
    ['a paragraph of 40,000 letters', inBody(paragraph(run('word '.repeat(8000))))],
    ['a word of 200,000 letters', inBody(paragraph(run('w'.repeat(200_000))))],
  ]
  for (const part of ['styles', 'numbering', 'footnotes', 'comments'] as const)
    all.push([
      `no markup in ${part}`,
      wordFile({ body: paper, parts: [{ type: part, name: `word/${part}.xml`, content: '<w:' }] }),
    ])
  return all.map(([what, bytes]) => [what, 'a.docx', bytes])
}

/** What Word files say that no Word wrote. */
function meanings(): [string, string, Uint8Array][] {
  const by = (at: number, id = at) =>
    `w:id="${id}" w:author="Author ${at}" w:date="2026-11-0${(at % 9) + 1}T00:00:00Z"`
  const forty = Array.from({ length: 40 }, (_, at) =>
    at % 2
      ? `<w:del ${by(at)}><w:r><w:delText>gone ${at} </w:delText></w:r></w:del>`
      : `<w:ins ${by(at)}>${run(`come ${at} `)}</w:ins>`,
  ).join('')
  const style = (id: string, based: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${id}"/><w:basedOn w:val="${based}"/></w:style>`
  const relation = (type: string, target: string) => [{ type, id: 'x1', name: target, content: '' }]
  const all: [string, Uint8Array][] = [
    ['tracked by forty', inBody(paragraph(forty))],
    ['tracked by forty with one number', inBody(paragraph(forty.replaceAll(/w:id="\d+"/g, 'w:id="1"')))],
    [
      'put in what is put in what is taken out',
      inBody(
        paragraph(`<w:ins ${by(1)}><w:del ${by(2)}><w:ins ${by(3)}>${run('which')}</w:ins></w:del></w:ins>`),
      ),
    ],
    [
      'taken out twice',
      inBody(
        paragraph(`<w:del ${by(1)}><w:del ${by(2)}><w:r><w:delText>twice</w:delText></w:r></w:del></w:del>`),
      ),
    ],
    ['a change without an author', inBody(paragraph(`<w:ins>${run('whose')}</w:ins>`))],
    [
      'a change of the year 99999',
      inBody(paragraph(`<w:ins w:id="1" w:author="A" w:date="99999-99-99T99:99:99Z">${run('when')}</w:ins>`)),
    ],
    [
      'an author of 100,000 letters',
      inBody(paragraph(`<w:ins w:id="1" w:author="${'A'.repeat(100_000)}">${run('who')}</w:ins>`)),
    ],
    [
      'an author that is a formula',
      inBody(paragraph(`<w:ins w:id="1" w:author="=cmd|' /C calc'!A0">${run('who')}</w:ins>`)),
    ],
    [
      'a move that goes nowhere',
      inBody(
        paragraph(
          `<w:moveFromRangeStart w:id="1" w:name="m1"/><w:moveFrom ${by(1)}>${run('moved')}</w:moveFrom>`,
        ),
      ),
    ],
    [
      'a move that comes from nowhere',
      inBody(paragraph(`<w:moveTo ${by(1)}>${run('moved')}</w:moveTo><w:moveToRangeEnd w:id="9"/>`)),
    ],
    [
      'marks that end before they begin',
      inBody(paragraph(`<w:bookmarkEnd w:id="5"/>${run('x')}<w:bookmarkStart w:id="5" w:name="a"/>`)),
    ],
    [
      'two marks of one name',
      inBody(
        paragraph(`<w:bookmarkStart w:id="5" w:name="a"/><w:bookmarkStart w:id="5" w:name="a"/>${run('x')}`),
      ),
    ],
    [
      'our marks on everything',
      with_((xml) => xml.replaceAll('<w:p>', '<w:p><w:bookmarkStart w:id="7" w:name="_cb0123456789ab"/>')),
    ],
    [
      'a mark of 10,000 letters',
      inBody(
        paragraph(`<w:bookmarkStart w:id="5" w:name="${'b'.repeat(10_000)}"/><w:bookmarkEnd w:id="5"/>`),
      ),
    ],
    [
      'a comment that nobody wrote',
      inBody(
        paragraph(`<w:commentRangeStart w:id="77"/>${run('x')}<w:r><w:commentReference w:id="77"/></w:r>`),
      ),
    ],
    [
      'a comment that answers itself',
      wordFile({
        body: paper,
        comments: `<w:comment w:id="0" w:author="A">${p('Why?')}<w:comment w:id="0" w:author="A"/></w:comment>`,
      }),
    ],
    ['a note that is not there', inBody(paragraph('<w:r><w:footnoteReference w:id="99"/></w:r>'))],
    [
      'a note in a note',
      wordFile({
        body: paper,
        footnotes: `<w:footnote w:id="1"><w:p><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>`,
      }),
    ],
    [
      'fields that are not closed',
      inBody(
        paragraph(
          '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'.repeat(
            50,
          ),
        ),
      ),
    ],
    ['ends of fields alone', inBody(paragraph('<w:r><w:fldChar w:fldCharType="end"/></w:r>'.repeat(50)))],
    [
      'a field that runs a program',
      inBody(
        paragraph(
          '<w:fldSimple w:instr=" DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe &quot;/k calc&quot; "><w:r><w:t>x</w:t></w:r></w:fldSimple>',
        ),
      ),
    ],
    [
      'a field that fetches a picture',
      inBody(paragraph('<w:fldSimple w:instr=" INCLUDEPICTURE http://127.0.0.1:9/a.png "/>')),
    ],
    [
      'a cross-reference to itself',
      inBody(
        paragraph(
          '<w:bookmarkStart w:id="3" w:name="_Ref1"/><w:fldSimple w:instr=" REF _Ref1 \\h "><w:r><w:t>x</w:t></w:r></w:fldSimple><w:bookmarkEnd w:id="3"/>',
        ),
      ),
    ],
    [
      'styles that rest on one another',
      wordFile({
        body: paper.replaceAll('<w:p>', '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr>'),
        styles: style('A', 'B') + style('B', 'C') + style('C', 'A'),
      }),
    ],
    ['a style that rests on itself', wordFile({ body: paper, styles: style('A', 'A') })],
    [
      'two thousand styles',
      wordFile({
        body: paper,
        styles: Array.from({ length: 2000 }, (_, at) => style(`S${at}`, `S${at + 1}`)).join(''),
      }),
    ],
    [
      'a list that is not there',
      inBody(
        paragraph(run('x'), '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="999"/></w:numPr></w:pPr>'),
      ),
    ],
    [
      'a list of level -1',
      wordFile({
        body:
          paper +
          paragraph(run('x'), '<w:pPr><w:numPr><w:ilvl w:val="-1"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="0"/><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      }),
    ],
    [
      'a list that starts at 2,000,000,000',
      wordFile({
        body:
          paper +
          paragraph(run('x'), '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'),
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="2000000000"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1.%2.%3"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
      }),
    ],
    [
      'lists that are one another',
      wordFile({
        body: paper,
        numbering:
          '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
        styles:
          '<w:style w:type="numbering" w:styleId="L"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
      }),
    ],
    ['a table with no cells', inBody('<w:tbl><w:tr/></w:tbl>')],
    [
      'a cell over nine million columns',
      inBody('<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="9000000"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
    ],
    [
      'a cell merged with none above',
      inBody('<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>'),
    ],
    ['a table in a paragraph', inBody(paragraph('<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>'))],
    [
      'a text box in itself',
      inBody(
        paragraph(
          `<w:r>${'<w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r>'.repeat(20)}<w:t>x</w:t>${'</w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict>'.repeat(20)}</w:r>`,
        ),
      ),
    ],
    ['all of it hidden', with_((xml) => xml.replaceAll('<w:r>', '<w:r><w:rPr><w:vanish/></w:rPr>'))],
    [
      'all of it white',
      with_((xml) => xml.replaceAll('<w:r>', '<w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr>')),
    ],
    ['right to left marks', with_((xml) => xml.replace('Service', '\u202Eecivre\u202C\u2066S\u2069'))],
    ['signs of no width', with_((xml) => xml.replace('Service', 'S\u200Be\u200Dr\u2060v\uFEFFice'))],
    ['half a pair of signs', with_((xml) => xml.replace('Service', 'Ser\uD83Dvice'))],
    [
      'a content control bound to nothing',
      inBody(
        '<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a/b[1]" w:storeItemID="{0}"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
      ),
    ],
    [
      'another document inside',
      wordFile({ body: `${paper}<w:altChunk r:id="x1"/>`, parts: relation('aFChunk', 'word/evil.html') }),
    ],
    ['no body', with_((xml) => xml.replace(/<w:body>.*<\/w:body>/, ''))],
    ['two bodies', with_((xml) => xml.replace('</w:body>', `</w:body><w:body>${p('Another.')}</w:body>`))],
    ['a body that is empty', with_((xml) => xml.replace(/<w:body>.*<\/w:body>/, '<w:body/>'))],
    [
      'a link that runs',
      inBody('<w:p><w:hyperlink r:id="x1"><w:r><w:t>here</w:t></w:r></w:hyperlink></w:p>'),
    ],
    [
      'relationships that lead away',
      with_((xml) => xml, {
        'word/_rels/document.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="x1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://127.0.0.1:9/evil.dotm" TargetMode="External"/><Relationship Id="x2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="file:///etc/passwd" TargetMode="External"/><Relationship Id="x3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="../../../../etc/passwd"/></Relationships>',
        ),
      }),
    ],
    [
      'a section that ends nowhere',
      inBody(
        '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="nosuch"/></w:sectPr></w:pPr></w:p>',
      ),
    ],
    ['spaces of 10,000 tabs', inBody(paragraph(`<w:r>${'<w:tab/>'.repeat(10_000)}</w:r>`))],
    ['breaks of 5,000 pages', inBody('<w:p><w:r><w:br w:type="page"/></w:r></w:p>'.repeat(5000))],
    [
      'two thousand comments at one place',
      inBody(
        paragraph(
          `${Array.from({ length: 2000 }, (_, at) => `<w:commentRangeStart w:id="${at}"/>`).join('')}${run('x')}`,
        ),
      ),
    ],
    [
      'a property of every kind',
      inBody(
        paragraph(
          run(
            'x',
            `<w:rPr>${['b', 'i', 'caps', 'strike', 'dstrike', 'emboss', 'specVanish', 'webHidden'].map((one) => `<w:${one}/>`).join('')}<w:sz w:val="-99999999"/></w:rPr>`,
          ),
        ),
      ),
    ],
    ['macros', with_((xml) => xml, { 'word/vbaProject.bin': noise(3, 500) })],
    ['an equation that is empty', inBody(paragraph('<m:oMath><m:f><m:num/><m:den/></m:f></m:oMath>'))],
    [
      'elements that every object has',
      inBody(`<constructor/><toString/>${paragraph('<valueOf/><__proto__/>')}`),
    ],
    [
      'all its words in an alternative',
      inBody('<mc:AlternateContent><mc:Choice Requires="zz"><w:p/></mc:Choice></mc:AlternateContent>'),
    ],
    [
      'alternatives in alternatives',
      inBody(
        '<mc:AlternateContent><mc:Fallback>'.repeat(50) +
          '<w:p/>' +
          '</mc:Fallback></mc:AlternateContent>'.repeat(50),
      ),
    ],
  ]
  return all.map(([what, bytes]) => [what, what === 'macros' ? 'a.docm' : 'a.docx', bytes])
}

/** What PDFs do. */
function pdfs(): [string, string, Uint8Array][] {
  const pdf = (objects: string[], trailer = '/Root 1 0 R') => {
    let body = '%PDF-1.7\n'
    const at = objects.map((object, index) => {
      const place = body.length
      body += `${index + 1} 0 obj\n${object}\nendobj\n`
      return place
    })
    const table = at.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
    return strToU8(
      `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${objects.length + 1} ${trailer}>>\nstartxref\n${body.length}\n%%EOF`,
      true,
    )
  }
  const stream = (words: string) => `<</Length ${words.length}>>\nstream\n${words}\nendstream`
  const pages = (kids: string, count = '1') => [
    `<</Type/Catalog/Pages 2 0 R>>`,
    `<</Type/Pages/Kids[${kids}]/Count ${count}>>`,
  ]
  const page =
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>'
  const font = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>'
  const words = 'BT /F 12 Tf 72 700 Td (Tidewater shall notify Harrow within 48 hours of an incident.) Tj ET'
  const whole = pdf([...pages('3 0 R'), page, stream(words), font])
  const all: [string, Uint8Array][] = [
    ['that is whole', whole],
    ['cut in the middle', whole.slice(0, whole.length / 2)],
    ['without its table', whole.slice(0, whole.length - 200)],
    ['with no pages', pdf(pages('', '0'))],
    ['that says a million pages', pdf([...pages('3 0 R', '1000000'), page, stream(words), font])],
    ['whose pages are one another', pdf([...pages('2 0 R')])],
    ['whose page is missing', pdf([...pages('9 0 R')])],
    [
      'with a script',
      pdf([
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>',
        pages('3 0 R')[1]!,
        page,
        stream(words),
        font,
      ]),
    ],
    [
      'that starts a program',
      pdf([
        '<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(cmd.exe)>>>>',
        pages('3 0 R')[1]!,
        page,
        stream(words),
        font,
      ]),
    ],
    [
      'with a file in it',
      pdf([
        '<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles<</Names[(a)6 0 R]>>>>>>',
        pages('3 0 R')[1]!,
        page,
        stream(words),
        font,
        '<</Type/Filespec/F(a.exe)>>',
      ]),
    ],
    [
      'that is encrypted',
      pdf(
        [
          ...pages('3 0 R'),
          page,
          stream(words),
          font,
          '<</Filter/Standard/V 1/R 2/O(aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa)/U(bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb)/P -4>>',
        ],
        '/Root 1 0 R/Encrypt 6 0 R/ID[(a)(a)]',
      ),
    ],
    ['with no words', pdf([...pages('3 0 R'), page, stream('0 0 10 10 re f'), font])],
    [
      'whose length is wrong',
      pdf([...pages('3 0 R'), page, `<</Length 999999>>\nstream\n${words}\nendstream`, font]),
    ],
    [
      'with a filter that nobody knows',
      pdf([...pages('3 0 R'), page, `<</Length 3/Filter/Nosuch>>\nstream\nabc\nendstream`, font]),
    ],
    [
      'with a stream that is no deflate',
      pdf([...pages('3 0 R'), page, `<</Length 3/Filter/FlateDecode>>\nstream\nabc\nendstream`, font]),
    ],
    ['with no font', pdf([...pages('3 0 R'), page, stream(words)])],
    ['with letters of no size', pdf([...pages('3 0 R'), page, stream(words.replace('12 Tf', '0 Tf')), font])],
    [
      'with words off the page',
      pdf([...pages('3 0 R'), page, stream(words.replace('72 700', '-9000 -9000')), font]),
    ],
    ['of a page of no size', pdf([...pages('3 0 R'), page.replace('612 792', '0 0'), stream(words), font])],
    [
      'of a page of 10^9 points',
      pdf([...pages('3 0 R'), page.replace('612 792', '1e9 1e9'), stream(words), font]),
    ],
    ['with brackets 5,000 deep', pdf([...pages('3 0 R'), page, stream('['.repeat(5000)), font])],
    ['that is its head alone', strToU8('%PDF-1.7\n')],
  ]
  return all.map(([what, bytes]) => [`a PDF ${what}`, 'a.pdf', bytes])
}

/** What texts do. */
function texts(): [string, string, Uint8Array][] {
  const clause = 'Tidewater shall notify Harrow of an incident within 48 hours.'
  const all: [string, string, string][] = [
    ['blank', 'a.txt', ' \n\t\n '],
    ['a mark of order alone', 'a.txt', '\uFEFF'],
    ['one word', 'a.md', 'hello'],
    ['a line of 300,000 letters', 'a.txt', 'a'.repeat(300_000)],
    ['1,500 lines that are one', 'a.txt', `${clause}\n`.repeat(1500)],
    ['lists 500 deep', 'a.md', Array.from({ length: 500 }, (_, at) => `${'  '.repeat(at)}- x`).join('\n')],
    ['quotes 500 deep', 'a.md', `${'> '.repeat(500)}x`],
    ['brackets 20,000 deep', 'a.md', '['.repeat(20_000)],
    ['stars 20,000 in a row', 'a.md', '*a '.repeat(10_000)],
    ['a table of 500 columns', 'a.md', `|${'a|'.repeat(500)}\n|${'-|'.repeat(500)}\n|${'b|'.repeat(500)}`],
    ['links that run', 'a.md', `[${clause}](javascript:alert(1)) <script>alert(1)</script>`],
    ['a head of YAML that grows', 'a.md', `---\na: &a [x]\nb: &b [*a,*a,*a]\nc: [*b,*b,*b]\n---\n${clause}`],
    ['an open fence', 'a.md', `\`\`\`\n${clause}`],
    ['HTML that is not closed', 'a.html', `<table><tr><td><p>${clause}`],
    ['HTML 2,000 deep', 'a.html', `${'<div>'.repeat(2000)}${clause}`],
    [
      'HTML with a script',
      'a.html',
      `<script>document.write("x")</script><p onclick="alert(1)">${clause}</p>`,
    ],
    [
      'HTML with frames and pictures',
      'a.html',
      `<iframe src="file:///etc/passwd"></iframe><img src=x onerror=alert(1)><p>${clause}</p>`,
    ],
    [
      'HTML of entities',
      'a.html',
      `<p>&nosuch;&#0;&#xD800;&constructor;${'&amp;'.repeat(5000)} ${clause}</p>`,
    ],
    ['HTML of one attribute', 'a.html', `<p title="${'"'.repeat(3)}${'a'.repeat(200_000)}">${clause}</p>`],
    ['HTML that hides all', 'a.html', `<p style="display:none">${clause}</p>`],
    ['HTML that is no HTML', 'a.html', '<<<<>>>>&&&&'],
    [
      'words that every object has',
      'a.txt',
      '1. Tidewater shall tell the constructor of toString, __proto__ and hasOwnProperty within 48 hours.',
    ],
    ['cells that are formulas', 'a.md', '| a | b |\n|---|---|\n| =1+1 | @SUM(A1) |\n| +cmd | -2+3 |'],
    ['numbers that never end', 'a.txt', `1.${'1.'.repeat(3000)} ${clause}`],
    ['a sentence of 8,000 words', 'a.txt', `1. ${'the vendor shall not '.repeat(2000)}.`],
    ['ten thousand quotation marks', 'a.txt', `${'“Data” means “Data”. '.repeat(1000)}`],
  ]
  return all.map(([what, name, text]) => [what, name, strToU8(text)])
}

/** Two hundred files and more, made here and kept nowhere; the same each time. */
export function hostileFiles(): HostileFile[] {
  const all = [...zips(), ...names(), ...markup(), ...meanings(), ...pdfs(), ...texts()]
  return all.map(([what, name, bytes]) => ({ what: `${name.replace('a.', '.')}: ${what}`, name, bytes }))
}
