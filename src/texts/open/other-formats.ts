import { Problem } from '../../problem.ts'

/** A format that is not read: what it is called, and what a person does about it. */
interface OtherFormat {
  what: string
  remedy: string
}

const scan = 'let a scanning program recognise its text, and save that as PDF or .docx'
const wordFile = 'save it as .docx'

/** By the first bytes. */
const bySignature: [signature: string, OtherFormat][] = [
  ['\u0089PNG\r\n\u001a\n', { what: 'a picture', remedy: scan }],
  ['\u00ff\u00d8\u00ff', { what: 'a picture', remedy: scan }],
  ['GIF8', { what: 'a picture', remedy: scan }],
  ['II*\0', { what: 'a picture', remedy: scan }],
  ['MM\0*', { what: 'a picture', remedy: scan }],
  ['\u00ffWPC', { what: 'a WordPerfect file', remedy: wordFile }],
  ['%!PS', { what: 'a PostScript file', remedy: 'save it as PDF' }],
  ['Rar!', { what: 'an archive', remedy: 'unpack it and give the file that is in it' }],
  ['7z\u00bc\u00af', { what: 'an archive', remedy: 'unpack it and give the file that is in it' }],
  ['\u001f\u008b', { what: 'an archive', remedy: 'unpack it and give the file that is in it' }],
]

/** Files of Microsoft's old container, by a stream that each has (MS-OXMSG, MS-XLS, MS-PPT). */
const byStream: [stream: string, OtherFormat][] = [
  ['__substg1.0_', { what: 'an Outlook message', remedy: 'save its text or its attachment, and give that' }],
  ['PowerPoint Document', { what: 'an old PowerPoint file', remedy: 'save it as PDF' }],
  ['Workbook', { what: 'an old Excel workbook', remedy: 'save the sheet as PDF, or its text as .docx' }],
]

/** Zip files that say what they are in their first entry. */
const byMediaType: [type: RegExp, OtherFormat][] = [
  [/^application\/epub\+zip/, { what: 'an e-book', remedy: 'save its text as .docx or .html' }],
  [
    /^application\/vnd\.oasis\.opendocument\.(?!text)/,
    { what: 'an OpenDocument file but no text', remedy: 'save it as PDF' },
  ],
]

/**
 * Refuses a file of a format whose words would be lost or garbled: by its content, whatever its name says.
 *
 * @throws Problem that says what it is and what to do
 */
export function refuseOtherFormat(bytes: Uint8Array, file: string): void {
  const found = otherFormat(bytes)
  if (found) throw new Problem('format', `is ${found.what}: ${found.remedy}`, { file })
}

function otherFormat(bytes: Uint8Array): OtherFormat | undefined {
  const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const start = content.subarray(0, 16_384).toString('latin1')
  const signed = bySignature.find(([signature]) => start.startsWith(signature))
  if (signed) return signed[1]
  if (/^RIFF[\s\S]{4}WEBP|^[\s\S]{4}ftyp(?:heic|heix|mif1|avif)/.test(start))
    return { what: 'a picture', remedy: scan }
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0'))
    return byStream.find(([stream]) => content.includes(Buffer.from(stream, 'utf16le')))?.[1]
  if (start.startsWith('PK')) {
    const [, type = ''] = /^[\s\S]{26,30}mimetype([\x20-\x7e]*)/.exec(start) ?? []
    return byMediaType.find(([pattern]) => pattern.test(type))?.[1]
  }
  return ofText(start)
}

/** Text files whose words stand in another coding than the text's own. */
function ofText(start: string): OtherFormat | undefined {
  if (isMail(start)) {
    return /^(?:snapshot-content-location|content-location):|multipart\/related/im.test(start)
      ? { what: 'a saved web page with its pictures', remedy: 'save it as .html' }
      : { what: 'an e-mail', remedy: 'save its text or its attachment, and give that' }
  }
  if (/^\s*(?:<\?[^>]*\?>\s*)*<(?:[\w.-]+:)?wordDocument\b/.test(start))
    return { what: 'a Word 2003 XML file', remedy: 'save it in Word as .docx' }
  if (/^\s*(?:<\?[^>]*\?>\s*)*<office:document\b/.test(start))
    return { what: 'a flat OpenDocument file', remedy: 'save it as .odt or .docx' }
  if (/^\s*<\?xml[^>]*\?>\s*(?:<![^>]*>\s*)*<svg\b|^\s*<svg\b/.test(start))
    return { what: 'a picture', remedy: scan }
  return undefined
}

/** A message whose head says that its body is coded or has parts (RFC 2045); one in plain words is a text. */
function isMail(start: string): boolean {
  const [head = ''] = start.split(/\r?\n\r?\n/)
  if (!/^[A-Za-z][A-Za-z-]*: ?\S/.test(head)) return false
  if (!/^mime-version:/im.test(head) && !(/^from:/im.test(head) && /^subject:/im.test(head))) return false
  return /^content-type:\s*(?:multipart|text\/html)|^content-transfer-encoding:\s*(?:base64|quoted-printable)/im.test(
    head,
  )
}
