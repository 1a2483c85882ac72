import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { openFile } from '../../../src/texts/open/open-file.ts'
import { wordFile } from '../../ooxml/word-file.ts'

const bytes = (text: string) => Uint8Array.from(Buffer.from(text, 'latin1'))
const container = (stream: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(200),
  ])
const zipOf = (type: string) => bytes(`PK\u0003\u0004${'\0'.repeat(26)}mimetype${type}`)

const mail = (head: string) =>
  bytes(
    `From: Jane <jane@acme.example>\r\nSubject: Terms\r\nMIME-Version: 1.0\r\n${head}\r\n\r\nVGVybXM=\r\n`,
  )

/** A Word file as Word saves it as one XML file: markup as markup, the rest in letters. */
function flat(zip: Uint8Array): Uint8Array {
  const parts = Object.entries(unzipSync(zip)).map(([name, content], at) => {
    const data =
      at === 0
        ? `<pkg:binaryData>${Buffer.from(content).toString('base64')}</pkg:binaryData>`
        : `<pkg:xmlData>${strFromU8(content)}</pkg:xmlData>`
    return `<pkg:part pkg:name="/${name}">${data}</pkg:part>`
  })
  return bytes(
    `<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`,
  )
}

describe('a file of a format that would be read wrongly', () => {
  it.each([
    ['an e-mail in parts', mail('Content-Type: multipart/mixed; boundary=b'), 'is an e-mail'],
    ['a coded e-mail', mail('Content-Type: text/plain\r\nContent-Transfer-Encoding: base64'), 'is an e-mail'],
    [
      'a page with its pictures',
      mail('Content-Type: multipart/related;\r\n boundary=b'),
      'is a saved web page',
    ],
    ['an Outlook message', container('__substg1.0_1000001F'), 'is an Outlook message'],
    ['an old workbook', container('Workbook'), 'is an old Excel workbook'],
    ['an e-book', zipOf('application/epub+zip'), 'is an e-book'],
    [
      'a spreadsheet',
      zipOf('application/vnd.oasis.opendocument.spreadsheet'),
      'is an OpenDocument file but no text',
    ],
    ['a photograph', bytes('\u00ff\u00d8\u00ff\u00e0\0\u0010JFIF'), 'is a picture'],
    [
      'a drawing',
      bytes('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>'),
      'is a picture',
    ],
    ['an archive', bytes('\u001f\u008b\b\0'), 'is an archive'],
    ['a WordPerfect file', bytes('\u00ffWPC\u0010'), 'is a WordPerfect file'],
    [
      'Word 2003 XML',
      bytes('<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument/>'),
      'is a Word 2003 XML file',
    ],
    [
      'flat OpenDocument',
      bytes('<?xml version="1.0"?>\n<office:document office:version="1.2">'),
      'is a flat OpenDocument file',
    ],
  ])('%s is refused in a line, whatever its name', async (_, content, message) => {
    await expect(openFile('terms.txt', content)).rejects.toThrow(message)
  })

  it('is not taken for one where it is a text: an e-mail in plain words, a text that speaks of one', async () => {
    for (const text of [
      'From: Jane\r\nSubject: Terms\r\n\r\nThe fee is due.\r\n',
      'Terms of MIME-Version: 1.0\n\nContent-Type: multipart/mixed is what they write.\n',
    ]) {
      const { stories } = await openFile('terms.txt', bytes(text))
      expect(stories[0]?.lines?.source).toBe(text)
    }
  })

  it('is read with a note where its marks stand as words', async () => {
    const { notes } = await openFile('rates.csv', bytes('Item,Price\nSetup,100\n'))
    expect(notes).toEqual(['It is a .csv file and was read as plain text, its marks as words.'])
  })
})

describe('a Word file as one XML file', () => {
  const parts = wordFile({ body: '<w:p><w:r><w:t>The fee is due on 1 May.</w:t></w:r></w:p>' })

  it('is read as the Word file that it stands for', async () => {
    const read = await openFile('terms.xml', flat(parts))
    expect(read.stories[0]?.blocks).toMatchObject([{ text: 'The fee is due on 1 May.' }])
  })

  it('that is broken ends in one sentence', async () => {
    const cut = flat(parts).slice(0, -30)
    await expect(openFile('terms.xml', cut)).rejects.toThrow('is broken')
  })
})

describe('an option that says how a text is read', () => {
  it('is told as not used for a file that is none', async () => {
    const { notes } = await openFile('a.docx', wordFile({ body: '<w:p><w:r><w:t>Fee.</w:t></w:r></w:p>' }), {
      encoding: 'windows-1250',
      as: 'markdown',
    })
    expect(notes).toEqual([
      'It says itself what its letters are: --encoding is not used for it.',
      'It is no text file: --as is not used for it.',
    ])
  })
})
