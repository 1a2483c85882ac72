import { symbolOf } from '../symbol/symbol.ts'

/** Fields that print nothing where they keep no result, or nothing that is a word of the document. */
const SILENT = new Set([
  ...['XE', 'TC', 'TA', 'RD', 'SET', 'ASK', 'NEXT', 'NEXTIF', 'SKIPIF', 'PRIVATE', 'ADVANCE', 'PRINT'],
  ...['PAGE', 'PAGEREF', 'NUMPAGES', 'SECTIONPAGES', 'SECTION', 'TOC', 'TOA', 'INDEX', 'HYPERLINK'],
  ...['FORMTEXT', 'FORMCHECKBOX', 'FORMDROPDOWN', 'BIDIOUTLINE', ''],
])

/**
 * What a field prints that never keeps a result, read from its instruction (ECMA-376 part 1, 17.16.5): the words of a
 * button, a symbol, an equation on one line. Undefined for every other.
 *
 * @param kind first word of the instruction, in capitals
 * @example textOfField('MACROBUTTON', ' MACROBUTTON NoMacro [Name of the buyer] ') // '[Name of the buyer]'
 */
export function textOfField(kind: string, instruction: string): string | undefined {
  const said = instruction.trim().replace(/\s+/g, ' ')
  if (kind === 'MACROBUTTON' || kind === 'GOTOBUTTON') return /^\S+ \S+ ?(.*)$/.exec(said)?.[1] ?? ''
  if (kind === 'SYMBOL') {
    const [, code = ''] = /^\S+ "?(0x[\da-f]+|\d+|\S)/i.exec(said) ?? []
    const number = /^(?:\d+|0x.+)$/i.test(code) ? Number(code) : code.codePointAt(0)
    const [, quoted, plain] = /\\f ?(?:"([^"]*)"|(\S+))/i.exec(said) ?? []
    return symbolOf(quoted ?? plain, number?.toString(16))
  }
  // A fraction reads as it does in an equation; what is not known stands as it is written.
  if (kind === 'EQ') return said.slice(3).replace(/\\f ?\(([^(),;]*)[,;]([^(),;]*)\)/gi, '$1/$2')
  return undefined
}

/** Whether a field without a result prints something all the same, which only a program that reckons it can tell. */
export function printsUnkept(kind: string): boolean {
  return !SILENT.has(kind)
}

/** Fields that show a number, a place or words of the document itself, or keep what a person filled in. */
const OF_DOCUMENT = new Set([
  ...[
    'REF',
    'NOTEREF',
    'STYLEREF',
    'SEQ',
    'LISTNUM',
    'AUTONUM',
    'AUTONUMLGL',
    'AUTONUMOUT',
    'CITATION',
    'BIBLIOGRAPHY',
  ],
  ...['MACROBUTTON', 'GOTOBUTTON', 'SYMBOL', 'EQ', 'ADDIN', 'EMBED', 'LINK', 'SHAPE', 'INCLUDEPICTURE'],
])

/**
 * Whether a field shows words that stand nowhere in the document, so that Word may show others when it works it out anew:
 * `QUOTE "3 days"`, `IF …`, `DOCPROPERTY …`, `INCLUDETEXT …`.
 *
 * @param kind first word of the instruction, in capitals
 */
export function showsOwnWords(kind: string): boolean {
  return printsUnkept(kind) && !OF_DOCUMENT.has(kind)
}
