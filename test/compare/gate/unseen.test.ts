import { describe, expect, test } from 'vitest'
import type { WordFileOptions } from '../../ooxml/word-file.ts'
import { judged, paragraph, run, table } from './made.ts'

const WORDS = 'The Keeper does not owe the Owner 70 euros.'
const start = paragraph(['This is what the Owner and the Keeper agreed on.'])
const plain: WordFileOptions = { body: `${start}${paragraph([WORDS])}` }
const inRun = (properties: string): WordFileOptions => ({
  body: `${start}${paragraph(['The Keeper does ', run('not ', properties), 'owe the Owner 70 euros.'])}`,
})
const inParagraph = (properties: string, ofRun = ''): WordFileOptions => ({
  body: `${start}${paragraph([run(WORDS, ofRun)], properties)}`,
})
const cell = (ofRow: string, ofCell = '', properties = ''): WordFileOptions => ({
  body: `${start}${table([[WORDS]], properties, ofRow, ofCell)}${paragraph([''])}`,
})
const styled = (style: string, properties: string, look = ''): WordFileOptions => ({
  ...cell('', '', `<w:tblStyle w:val="Grid9"/>${look}`),
  styles: `<w:style w:type="table" w:styleId="Grid9"><w:name w:val="Grid 9"/>${style}${properties && `<w:rPr>${properties}</w:rPr>`}</w:style>`,
})
const bare = { ...cell('') }
const shape = (attributes: string, wrap: string, extent = 'cx="5000000" cy="300000"') =>
  `<w:r><w:drawing><wp:anchor ${attributes}><wp:extent ${extent}/>${wrap}<wp:docPr id="4" name="q"/><a:graphic><a:graphicData uri="u"><wps:wsp><wps:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></wps:spPr></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></w:r>`

async function told(agreed: WordFileOptions, toSign: WordFileOptions) {
  const { status, findings } = await judged(agreed, toSign)
  return `${status} ${findings.map((one) => one.toSign).join('; ')}`
}

describe('words that nobody may see on the page', () => {
  test.each([
    ['a theme’s white', '<w:color w:val="000000" w:themeColor="background1"/>', 'in white'],
    ['white on nothing', '<w:color w:val="FEFEFE"/>', 'in white'],
    ['a light colour', '<w:color w:val="FFFF99"/>', 'nearly white'],
    ['no fill', '<w14:textFill><w14:noFill/></w14:textFill>', 'without colour'],
    [
      'a white fill',
      '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="FFFFFF"/></w14:solidFill></w14:textFill>',
      'in white',
    ],
    [
      'a clear fill',
      '<w14:textFill><w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/></w14:srgbClr></w14:solidFill></w14:textFill>',
      'let the ground through',
    ],
    [
      'a shading of its colour',
      '<w:color w:val="203040"/><w:shd w:val="clear" w:color="auto" w:fill="203040"/>',
      'its own colour',
    ],
    [
      'a pattern of its colour',
      '<w:color w:val="400000"/><w:shd w:val="solid" w:color="400000" w:fill="FFFFFF"/>',
      'its own colour',
    ],
    ['a black marker', '<w:highlight w:val="black"/>', 'its own colour'],
    ['its width', '<w:w w:val="3"/>', 'half of its width'],
    ['the space between letters', '<w:spacing w:val="-200"/>', 'on one another'],
    ['its height over the line', '<w:position w:val="900"/>', 'far above or below'],
    ['a fixed width', '<w:fitText w:val="20"/>', 'fixed width'],
    ['two lines in one', '<w:eastAsianLayout w:combine="1"/>', 'two lines in one'],
    ['a small size of complex script', '<w:cs/><w:szCs w:val="2"/>', '3½ points'],
  ])('by %s', async (_, properties, why) => {
    const answer = await told(plain, inRun(properties))
    expect(answer).toMatch(/^1 “not”/)
    expect(answer).toContain(why)
  })

  test.each([
    ['a line lower than its letters', '<w:spacing w:line="20" w:lineRule="exact"/>'],
    ['lines that are nothing', '<w:spacing w:line="2" w:lineRule="auto"/>'],
    ['an indent beside the paper', '<w:ind w:left="-20000"/>'],
    ['an indent in letters', '<w:ind w:leftChars="-9000"/>'],
    ['no width that is left', '<w:ind w:left="8000" w:right="1300"/>'],
    ['a frame beside the paper', '<w:framePr w:w="3000" w:hAnchor="page" w:x="-8000"/>'],
    ['a frame without height', '<w:framePr w:h="5" w:hRule="exact"/>'],
  ])('by %s', async (_, properties) => {
    expect(await told(plain, inParagraph(properties))).toMatch(/^1 “The Keeper does not/)
  })

  test.each([
    ['a hidden row', cell('<w:hidden/>')],
    ['a row too low', cell('<w:trHeight w:val="20" w:hRule="exact"/>')],
    ['a cell crossed through', cell('', '<w:tcBorders><w:tl2br w:val="single" w:sz="8"/></w:tcBorders>')],
    ['a table beside the paper', cell('', '', '<w:tblInd w:w="-15000" w:type="dxa"/>')],
    ['a table’s style that hides', styled('', '<w:vanish/>')],
    ['a table’s style in white', styled('', '<w:color w:val="FFFFFF"/>')],
    [
      'the head of a table’s style',
      styled(
        '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="101010"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="000000"/></w:tcPr></w:tblStylePr>',
        '',
        '<w:tblLook w:firstRow="1"/>',
      ),
    ],
  ])('by %s', async (_, toSign) => {
    expect(await told(bare, toSign)).toMatch(/^1 “The Keeper does not/)
  })

  test('by the file’s own defaults, an element that Word does not know, or the margins of a page', async () => {
    const defaults = (properties: string) => ({
      ...plain,
      styles: `<w:docDefaults><w:rPrDefault><w:rPr>${properties}</w:rPr></w:rPrDefault></w:docDefaults>`,
    })
    expect(await told(plain, defaults('<w:color w:val="FFFFFF"/>'))).toMatch(/^1 /)
    expect(await told(plain, defaults('<w:sz w:val="4"/>'))).toMatch(/^1 /)
    const foreign = `<q:x xmlns:q="urn:q">${run('not ')}</q:x>`
    const wrapped = { body: `${start}${paragraph(['The Keeper does ', foreign, 'owe the Owner 70 euros.'])}` }
    expect(await told(plain, wrapped)).toMatch(/^1 “not” in an element/)
    const narrow = `<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:left="12000" w:right="200" w:top="720" w:bottom="720"/></w:sectPr>`
    expect(await told(plain, { body: `${plain.body}${narrow}` })).toMatch(/^1 “This is/)
  })

  test('by a shape that lies over them, wherever it hangs', async () => {
    const over = shape('behindDoc="0"', '<wp:wrapNone/>')
    expect(await told(plain, { body: `${start}${paragraph([over, WORDS])}` })).toMatch(/^1 on “The Keeper/)
    const beside = shape('behindDoc="0"', '<wp:wrapSquare wrapText="bothSides"/>')
    expect(await told(plain, { body: `${start}${paragraph([beside, WORDS])}` })).toMatch(/^0/)
    const header = (words: string) => ({
      ...plain,
      body: `${plain.body}<w:sectPr><w:headerReference w:type="default" r:id="rHead"/></w:sectPr>`,
      parts: [
        {
          type: 'header',
          id: 'rHead',
          name: 'word/header1.xml',
          content: `<w:hdr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml">${words}</w:hdr>`,
        },
      ],
    })
    const old =
      '<w:r><w:pict><v:rect style="position:absolute;width:400pt;height:90pt;z-index:9" fillcolor="white"/></w:pict></w:r>'
    expect(await told(header(paragraph(['Loan'])), header(paragraph(['Loan', old])))).toMatch(/^1 on “Loan”/)
  })
})

describe('looks that leave words to be seen', () => {
  test.each([
    ['a colour', inRun('<w:color w:val="C00000"/>')],
    ['white on a dark marker', inRun('<w:color w:val="FFFFFF"/><w:highlight w:val="darkBlue"/>')],
    ['letters set a little closer', inRun('<w:spacing w:val="-12"/><w:w w:val="90"/>')],
    [
      'an indent and exact lines',
      inParagraph('<w:spacing w:line="280" w:lineRule="exact"/><w:ind w:left="720" w:hanging="360"/>'),
    ],
  ])('%s', async (_, toSign) => {
    expect(await told(plain, toSign)).toBe('0 ')
  })

  test('white in the dark head of a table, and a row that holds its words', async () => {
    const head = styled(
      '<w:tblStylePr w:type="firstRow"><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:fill="1F3864"/></w:tcPr></w:tblStylePr>',
      '',
      '<w:tblLook w:firstRow="1"/>',
    )
    expect(await told(bare, head)).toBe('0 ')
    expect(await told(bare, cell('<w:trHeight w:val="400" w:hRule="exact"/>'))).toBe('0 ')
  })

  test('what was agreed to be so', async () => {
    const pale = inRun('<w:color w:val="FFFFFF"/>')
    expect(await told(pale, pale)).toBe('0 ')
  })
})

test('words made to run in another direction are told', async () => {
  const turned = (open: string, close: string, properties = '') => ({
    body: `${start}${paragraph(['The Keeper does not owe the Owner ', `${open}${run('70 euros.', properties)}${close}`])}`,
  })
  expect(await told(plain, turned('<w:bdo w:val="rtl">', '</w:bdo>'))).toMatch(/^1 “70 euros.” made to run/)
  expect(await told(plain, turned('', '', '<w:rtl/>'))).toMatch(/^1 “70 euros.” set to run/)
})
