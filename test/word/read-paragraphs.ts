import { strFromU8, unzipSync } from 'fflate'

/** One paragraph of a file as it reads once all its tracked changes are accepted or rejected. */
export interface ReadParagraph {
  style: string
  text: string
}

/**
 * Reads the body of a .docx independently of what wrote it: a tokenizer over the XML, and the rules for accepting
 * (or rejecting) all changes of ECMA-376 part 1, 17.13.5.
 */
export function readParagraphs(docx: Uint8Array, how: 'accept' | 'reject'): ReadParagraph[] {
  const xml = strFromU8(unzipSync(docx)['word/document.xml']!)
  const gone = how === 'accept' ? 'w:del' : 'w:ins'
  const paragraphs: ReadParagraph[] = []
  const open: string[] = []
  let text = ''
  let style = ''
  let joined = ''
  let markGone = false
  for (const [, close, name, attributes, empty, words] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>([^<]*)/g,
  )) {
    if (!close) {
      if (name === 'w:pStyle' && !open.includes('w:pPrChange'))
        style = attributes!.match(/w:val="([^"]*)"/)![1]!
      if (name === 'w:tab' && open.includes('w:r') && !open.includes(gone)) text += '\t'
      if (name === gone && open.at(-1) === 'w:rPr' && open.at(-2) === 'w:pPr') markGone = true
      if (!empty) open.push(name!)
      if ((name === 'w:t' || name === 'w:delText') && !open.includes(gone)) text += plain(words!)
      continue
    }
    open.pop()
    if (name !== 'w:p') continue
    joined += text
    if (!markGone) {
      paragraphs.push({ style, text: joined })
      joined = ''
    }
    text = ''
    style = ''
    markGone = false
  }
  return paragraphs
}

/** The paragraphs of the agreement itself, without what stands around it. */
export function readAgreement(docx: Uint8Array, how: 'accept' | 'reject'): string[] {
  return readParagraphs(docx, how)
    .filter(({ style }) => style.startsWith('Agreement'))
    .map(({ text }) => text)
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
