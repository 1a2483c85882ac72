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
  const parts = unzipSync(docx)
  const xml = strFromU8(parts['word/document.xml']!)
  const count = counter(parts['word/numbering.xml'] ? strFromU8(parts['word/numbering.xml']) : '')
  const gone = how === 'accept' ? 'w:del' : 'w:ins'
  const paragraphs: ReadParagraph[] = []
  const open: string[] = []
  let text = ''
  let style = ''
  let joined = ''
  let level = ''
  let list = ''
  let markGone = false
  for (const [, close, name, attributes, empty, words] of xml.matchAll(
    /<(\/?)([\w:]+)((?:\s+[\w:]+="[^"]*")*)\s*(\/?)>([^<]*)/g,
  )) {
    if (!close) {
      if (name === 'w:pStyle' && !open.includes('w:pPrChange'))
        style = attributes!.match(/w:val="([^"]*)"/)![1]!
      if (name === 'w:ilvl' && !open.includes('w:pPrChange'))
        level = attributes!.match(/w:val="([^"]*)"/)![1]!
      if (name === 'w:numId' && !open.includes('w:pPrChange'))
        list = attributes!.match(/w:val="([^"]*)"/)![1]!
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
      paragraphs.push({ style, text: `${list === '' ? '' : `${count(list, level)}\t`}${joined}` })
      joined = ''
    }
    text = ''
    style = ''
    level = ''
    list = ''
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

/** Counts the paragraphs of each list, as a reader of `numbering.xml` does (ECMA-376 part 1, 17.9). */
function counter(numbering: string): (list: string, level: string) => string {
  const value = (xml: string, name: string) => new RegExp(`<${name} w:val="([^"]*)"`).exec(xml)?.[1] ?? ''
  const counted = new Map<string, number>()
  const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii']
  const ways: Record<string, (n: number) => string> = {
    decimal: String,
    lowerLetter: (n) => String.fromCharCode(96 + n),
    upperLetter: (n) => String.fromCharCode(64 + n),
    lowerRoman: (n) => romans[n - 1]!,
    upperRoman: (n) => romans[n - 1]!.toUpperCase(),
  }
  return (list, level) => {
    const num = new RegExp(`<w:num w:numId="${list}"[^>]*>(.*?)</w:num>`, 's').exec(numbering)![1]!
    const abstract = new RegExp(
      `<w:abstractNum w:abstractNumId="${value(num, 'w:abstractNumId')}"[^>]*>(.*?)</w:abstractNum>`,
      's',
    ).exec(numbering)![1]!
    const levels = [...abstract.matchAll(/<w:lvl w:ilvl="(\d+)"[^>]*>(.*?)<\/w:lvl>/gs)]
    const own = levels.find(([, at]) => at === level)![2]!
    const n = (counted.get(list) ?? Number(value(own, 'w:start')) - 1) + 1
    counted.set(list, n)
    return value(own, 'w:lvlText').replace(`%${Number(level) + 1}`, ways[value(own, 'w:numFmt')]!(n))
  }
}

function plain(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
