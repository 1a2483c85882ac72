import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { Problem } from '../../src/problem.ts'
import { draftToDocx } from '../../src/word/index.ts'
import { readLook } from '../../src/word/reference/read-look.ts'
import { documentOf, make } from '../draft/making.ts'
import { defaults, field, logo, looks, picture, style, wordFile } from './reference/looks.ts'
import { expectValid } from './validity.ts'

const draft = documentOf(make('# A Letter\n\nWords.\n\n:::clause[One]{#one}\nMore.\n:::\n'))
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A reference document with a header. */
function headed(header: string, links = '', rest: Partial<Parameters<typeof wordFile>[0]> = {}): Uint8Array {
  return wordFile({
    styles: `${defaults('')}${style('Standard', 'Normal')}`,
    running: { header1: header },
    links: { header1: links },
    section:
      '<w:headerReference w:type="default" r:id="header1"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="700" w:footer="700" w:gutter="0"/>',
    ...rest,
  })
}

const words = (text: string) => `<w:r><w:t>${text}</w:t></w:r>`

describe('what nobody sees in a header', () => {
  it('is left out and told, whether a run or a style hides it', async () => {
    const look = readLook(
      headed(
        `<w:p>${words('Seen')}<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Quiet"/></w:rPr><w:t>Quiet</w:t></w:r><w:r><w:rPr><w:rStyle w:val="Quiet"/><w:vanish w:val="0"/></w:rPr><w:t>Loud</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="Note"/></w:pPr>${words('Noted')}</w:p>`,
        '',
        {
          styles: `${defaults('')}${style('Standard', 'Normal')}<w:style w:type="character" w:styleId="Quiet"><w:name w:val="Quiet"/><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Note"><w:name w:val="Note"/><w:rPr><w:vanish/></w:rPr></w:style>`,
        },
      ),
    )
    const dressed = await draftToDocx(draft, look)
    await expectValid(dressed)
    const header = strFromU8(unzipSync(dressed)['word/header1.xml']!)
    expect(header).toMatch(/Seen.*Loud/)
    expect(header).not.toMatch(/Hidden|Quiet<|Noted/)
    expect(look.left).toContain('hidden words of a header or footer are left out')
  })
})

describe('a page that the document does not have', () => {
  it('is told: across, or in columns', () => {
    const { left } = readLook(
      headed(`<w:p>${words('A')}</w:p>`, '', {
        section:
          '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="700" w:footer="700" w:gutter="0"/><w:cols w:num="2"/>',
      }),
    )
    expect(left).toEqual([
      'its pages lie across, and those of the document stand upright',
      'its columns are not taken along: a document has one',
    ])
  })
})

describe('of a reference document nothing is taken along that', () => {
  const everything = headed(
    [
      `<w:p><w:ins w:id="1" w:author="Template Author" w:date="2020-01-01T00:00:00Z">${words('Kept words')}</w:ins><w:del w:id="2" w:author="Template Author"><w:r><w:delText>Deleted words</w:delText></w:r></w:del></w:p>`,
      `<w:p w:rsidR="00AB12CD">${picture('outside', 'link')}${picture('outside')}${picture('script')}</w:p>`,
      `<w:p>${field('INCLUDETEXT "\\\\\\\\server\\\\share\\\\secret.docx"', 'included')}${field('DDEAUTO cmd "/c calc"', 'dde')}${field('MACROBUTTON Run click', 'button')}${field('IF { PAGE } = 1 "a" "b"', 'first')}</w:p>`,
      `<w:p><w:fldSimple w:instr=" INCLUDEPICTURE https://tracker.example/p.png ">${words('pixel')}</w:fldSimple><w:hyperlink r:id="web">${words('our site')}</w:hyperlink></w:p>`,
      `<w:p><w:r><w:object><o:OLEObject Type="Embed" ProgID="Package" r:id="ole"/></w:object></w:r></w:p>`,
      `<w:p><w:r><w:pict><v:shape style="width:10pt;height:10pt" href="https://tracker.example/"><v:imagedata r:id="outside" src="https://tracker.example/x.png"/></v:shape></w:pict></w:r></w:p>`,
      `<w:sdt><w:sdtPr><w:dataBinding w:xpath="/x" w:storeItemID="{1}"/></w:sdtPr><w:sdtContent><w:p>${words('in a control')}</w:p></w:sdtContent></w:sdt>`,
    ].join(''),
    [
      `<Relationship Id="outside" Type="${OFFICE}/image" Target="https://tracker.example/logo.png" TargetMode="External"/>`,
      `<Relationship Id="script" Type="${OFFICE}/image" Target="media/script.png"/>`,
      `<Relationship Id="web" Type="${OFFICE}/hyperlink" Target="https://firm.example/" TargetMode="External"/>`,
      `<Relationship Id="ole" Type="${OFFICE}/oleObject" Target="embeddings/run.bin"/>`,
    ].join(''),
    {
      main: 'application/vnd.ms-word.template.macroEnabledTemplate.main+xml',
      more: `<Relationship Id="vba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/><Relationship Id="tpl" Type="${OFFICE}/attachedTemplate" Target="https://tracker.example/t.dotm" TargetMode="External"/>`,
      media: {
        'script.png': strToU8('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      },
      files: {
        'word/vbaProject.bin': strToU8('MACRO'),
        'word/embeddings/run.bin': strToU8('MZ'),
        'customXml/item1.xml': strToU8('<x/>'),
      },
    },
  )

  it('reaches out of it, runs, or tells who edited it', async () => {
    const look = readLook(everything)
    const dressed = await draftToDocx(draft, look)
    await expectValid(dressed)
    const parts = unzipSync(dressed)
    const all = Object.entries(parts)
      .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
      .join('\n')
    for (const trace of [
      'tracker.example',
      'firm.example',
      'External',
      'vbaProject',
      'MACRO',
      'embeddings',
      'alert(1)',
      'INCLUDE',
      'DDE',
      'Template Author',
      'Deleted words',
      '00AB12CD',
      'customXml',
      'OLEObject',
      'dataBinding',
      'macroEnabled',
      'attachedTemplate',
    ])
      expect(all, trace).not.toContain(trace)
    expect(Object.keys(parts).filter((name) => name.includes('media'))).toEqual([])
    for (const kept of ['Kept words', 'included', 'our site', 'pixel', 'in a control', ' IF '])
      expect(all).toContain(kept)
    expect(look.left.join('\n')).toMatch(
      /a picture that is not in the file[\s\S]*a field that fetches[\s\S]*macros|macros/,
    )
  })
})

/** Has a part of a file say that it holds more than it does. */
function declaring(file: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = file.slice()
  const at = bytes.findLastIndex(
    (_, start) => start >= 46 && strFromU8(bytes.subarray(start, start + name.length)) === name,
  )
  new DataView(bytes.buffer).setUint32(at - 46 + 24, size, true)
  return bytes
}

const pictured = headed(
  `<w:p>${picture('big')}</w:p>`,
  `<Relationship Id="big" Type="${OFFICE}/image" Target="media/big.png"/>`,
  { media: { 'big.png': logo() } },
)

describe('a reference document that is none is refused in one line', () => {
  const broken = (change: (parts: Record<string, Uint8Array>) => void) => () => {
    const parts = unzipSync(looks.firm())
    change(parts)
    return zipSync(parts)
  }
  it.each<[string, () => Uint8Array, RegExp]>([
    ['no zip', () => strToU8('hello'), /is not a \.docx file/],
    ['nothing', () => new Uint8Array(), /is not a \.docx file/],
    ['an old .doc', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), /old \.doc/],
    ['a zip of something else', () => zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), /Excel/],
    ['cut in half', () => looks.firm().slice(0, 2000), /broken/],
    ['a zip bomb', () => declaring(pictured, 'word/media/big.png', 60_000_000), /unpacks to more than 50 MB/],
    [
      'broken styles',
      broken((parts) => {
        parts['word/styles.xml'] = strToU8('<w:styles><w:style')
      }),
      /broken/,
    ],
    [
      'entities that multiply',
      broken((parts) => {
        parts['word/styles.xml'] = strToU8(
          '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:styles>',
        )
      }),
      /broken/,
    ],
    ['too large', () => new Uint8Array(20_000_001), /larger than 20 MB/],
    ['too many pictures', () => declaring(pictured, 'word/media/big.png', 11_000_000), /10 MB of pictures/],
  ])('%s', (_, make_, reason) => {
    const read = () => readLook(make_())
    expect(read).toThrow(Problem)
    expect(read).toThrow(reason)
  })
})

describe('a reference document that would mislead does no harm', () => {
  it.each<[string, Uint8Array]>([
    [
      'paths out of the package',
      headed(
        `<w:p>${picture('up')}${picture('root')}</w:p>`,
        `<Relationship Id="up" Type="${OFFICE}/image" Target="../../../../etc/passwd"/><Relationship Id="root" Type="${OFFICE}/image" Target="/etc/passwd"/>`,
        { files: { '../../etc/cron.d/x': strToU8('x') } },
      ),
    ],
    [
      'styles in a circle',
      headed('<w:p/>', '', {
        styles: `${defaults('')}${style('Standard', 'Normal', '', '', 'A')}${style('A', 'heading 1', '', '', 'B')}${style('B', 'Body Text', '', '', 'A')}`,
      }),
    ],
    [
      'a page without room',
      headed('<w:p/>', '', {
        section:
          '<w:pgSz w:w="200" w:h="200"/><w:pgMar w:top="9000" w:right="9000" w:bottom="9000" w:left="9000" w:header="0" w:footer="0" w:gutter="0"/>',
      }),
    ],
    [
      'two styles of one id, and ours under other names',
      headed('<w:p/>', '', {
        styles: `${defaults('')}${style('Standard', 'Normal')}${style('Clause1', 'Something else')}${style('Clause1', 'Twice')}${style('RunningLine', 'Theirs')}`,
      }),
    ],
    [
      'a field that never ends',
      headed(
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r></w:p>',
      ),
    ],
  ])('%s', async (_, bytes) => {
    const look = readLook(bytes)
    const dressed = await draftToDocx(draft, look)
    await expectValid(dressed)
    expect(Object.keys(unzipSync(dressed)).join()).not.toContain('..')
    expect(strFromU8(unzipSync(dressed)['word/document.xml']!)).toContain('<w:pgSz w:w="11906"')
  })
})
