import { strFromU8, strToU8 } from 'fflate'
import { relationshipsPart } from '../../ooxml/index.ts'
import { dressedNumbers } from './dressed-numbers.ts'
import { dressedStyles } from './dressed-styles.ts'
import { listOf } from './numbers.ts'
import type { Reference } from './reference.ts'
import { dressedSections } from './sections.ts'

type Parts = Record<string, Uint8Array>

const DOCUMENT = 'word/document.xml'
const STYLES = 'word/styles.xml'
const NUMBERING = 'word/numbering.xml'
const SETTINGS = 'word/settings.xml'

/** Parts of ours in which words stand. */
const WORDED = /^word\/(?:document|comments|footnotes|endnotes|header\d+|footer\d+)\.xml$/

/** Gives a document of ours the look of a reference document; nothing of its words changes. */
export function dress(given: Readonly<Parts>, reference: Reference): Parts {
  const parts: Parts = { ...given }
  const text = (name: string) => strFromU8(parts[name]!)
  const { styles: firm, numbering, shown, leave } = reference
  const named = (...names: string[]) => firm.named('paragraph', names)
  const lists = {
    clauses:
      [named('clause heading'), named('clause 1'), named('heading 1')]
        .map((style) => listOf(style, firm, numbering, shown))
        .find((list) => list.length > 0) ?? [],
    bullets: listOf(named('list bullet'), firm, numbering, shown),
    ordered: listOf(named('list number'), firm, numbering, shown),
  }
  const worded = Object.keys(parts).filter((name) => WORDED.test(name))
  const used = new Set(worded.flatMap((name) => [...text(name).matchAll(STYLE)].map(([, , id]) => id!)))
  const styles = dressedStyles(text(STYLES), used, firm, numbering, lists.clauses)
  const numbers = dressedNumbers(text(NUMBERING), listStyles(text(DOCUMENT)), numbering, lists, leave)
  parts[STYLES] = strToU8(styles.xml)
  parts[NUMBERING] = strToU8(numbers.xml)
  for (const name of worded) {
    const restyled = text(name)
      .replace(STYLE, (_, kind: string, id: string) => `<w:${kind} w:val="${styles.ids.get(id) ?? id}"/>`)
      .replace(/<w:numId w:val="(\d+)"\/>/g, (whole, id: string) =>
        numbers.numbers.has(id) ? `<w:numId w:val="${numbers.numbers.get(id)}"/>` : whole,
      )
    parts[name] = strToU8(numbers.hasClauses ? withoutNumbers(restyled, styles.counted) : restyled)
  }
  if (reference.theme !== undefined) {
    parts['word/theme/theme1.xml'] = strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${reference.theme}`,
    )
  }
  dressedSections(parts, reference, {
    line: styles.line,
    header: styles.ids.get('Header') ?? 'Header',
    footer: styles.ids.get('Footer'),
  })
  parts[SETTINGS] = strToU8(withSettings(text(SETTINGS), reference))
  delete parts[relationshipsPart('word/theme/theme1.xml')]
  return parts
}

const STYLE = /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"\/>/g

/** Id of a style that counts in each list, by the list's number. */
function listStyles(document: string): Map<string, string> {
  const found = document.matchAll(
    /<w:pStyle w:val="([^"]*)"\/>(?:(?!<\/w:pPr>).)*?<w:numId w:val="(\d+)"\/>/g,
  )
  return new Map([...found].map(([, style, id]) => [id!, style!]))
}

/** Headings whose style counts are not counted beside clauses, whose numbers they would repeat. */
function withoutNumbers(xml: string, counted: ReadonlySet<string>): string {
  if (counted.size === 0) return xml
  return xml.replace(
    /<w:pPr><w:pStyle w:val="([^"]*)"\/>((?:<w:(?:keepNext|keepLines|pageBreakBefore)\/>)*)(?!<w:numPr>)/g,
    (whole, id: string) =>
      counted.has(id) ? `${whole}<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>` : whole,
  )
}

/** Settings on which the look hangs, in the order of CT_Settings (ECMA-376 part 1, 17.15.1). */
function withSettings(settings: string, { even, mirrored, colors }: Reference): string {
  const paged = mirrored
    ? settings.replace('<w:displayBackgroundShape/>', '<w:displayBackgroundShape/><w:mirrorMargins/>')
    : settings
  const sided = even ? paged.replace('<w:evenAndOddHeaders w:val="false"/>', '<w:evenAndOddHeaders/>') : paged
  return sided.replace('</w:compat>', `</w:compat>${colors}`)
}
