import type { SourceMark } from '../../../agreement/index.ts'
import {
  boundData,
  type Control,
  child,
  elementsOf,
  type WordPackage,
  type XmlElement,
} from '../../../ooxml/index.ts'

/** What a content control keeps beside what it shows. */
export interface StoredValue {
  value: string
  /** Words that show this value. */
  shownAs: string[]
  /** Of a day, in which it is shown. */
  language?: string
}

/** Reads what controls keep: a tick, a choice, a day, data of the file that they are bound to (17.5.2). */
export function storedValues(file: WordPackage): (control: Control) => StoredValue | undefined {
  const known = new Map<XmlElement, StoredValue | undefined>()
  return ({ node, kind }) => {
    if (kind !== 'control') return undefined
    if (!known.has(node)) known.set(node, keptBy(child(node, 'w:sdtPr'), file))
    return known.get(node)
  }
}

function keptBy(properties: XmlElement | undefined, file: WordPackage): StoredValue | undefined {
  const box = child(properties, 'w14:checkbox')
  if (box) {
    const ticked = /^(?:1|true|on)$/i.test(child(box, 'w14:checked')?.attributes['w14:val'] ?? '0')
    const state = child(box, ticked ? 'w14:checkedState' : 'w14:uncheckedState')?.attributes['w14:val']
    const sign = state === undefined ? [] : [String.fromCodePoint(Number.parseInt(state, 16) || 0)]
    return ticked
      ? { value: 'ticked', shownAs: ['☒', '☑', '✓', '✔', '✗', 'x', ...sign] }
      : { value: 'not ticked', shownAs: ['☐', '□', '◻', '', ...sign] }
  }
  const bound = boundData(child(properties, 'w:dataBinding') ?? child(properties, 'w15:dataBinding'), file)
  const choice = child(properties, 'w:dropDownList') ?? child(properties, 'w:comboBox')
  const value = bound ?? choice?.attributes['w:lastValue']
  if (choice && value) {
    const shown = elementsOf(choice, 'w:listItem')
      .filter(({ attributes }) => attributes['w:value'] === value)
      .flatMap(({ attributes }) => attributes['w:displayText'] ?? [])
    return { value, shownAs: [value, ...shown] }
  }
  const date = child(properties, 'w:date')
  const day = date && (bound ?? date.attributes['w:fullDate'])
  if (day) return { value: day, shownAs: [day], language: child(date, 'w:lid')?.attributes['w:val'] ?? 'en' }
  // Data that is empty is shown as what the control asks for.
  if (bound === undefined || (bound === '' && child(properties, 'w:showingPlcHdr'))) return undefined
  return { value: bound, shownAs: [bound] }
}

/** The mark of a control that keeps something else than it shows: Word shows what is kept once it is touched. */
export function storedMark({
  stored: { value, shownAs, language },
  text,
  within,
  at,
}: {
  stored: StoredValue
  text: string
  within: string
  at: number
}): SourceMark | undefined {
  const shown = text.replace(/\s+/g, ' ').trim()
  if (shownAs.some((one) => one.toLowerCase() === shown.toLowerCase())) return undefined
  if (language !== undefined && showsDay(value, shown, language)) return undefined
  return { kind: 'stored-value', within, at: `${at} ${value}`, place: `“${value}” behind “${shown}”` }
}

/** Whether words show a day, in one of the thousand ways to write it: by its year, month and day. */
function showsDay(value: string, shown: string, language: string): boolean {
  const [, year = '', month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? []
  if (!month || !day) return false
  const numbers = (shown.match(/\d+/g) ?? []).map(Number)
  const hasYear = shown.includes(year) || shown.includes(year.slice(2))
  if (!hasYear || !numbers.includes(Number(day))) return false
  return numbers.includes(Number(month)) || monthsOf(value, language).some((name) => shown.includes(name))
}

/** The name of a day's month, long and short, without what follows it in other languages. */
function monthsOf(value: string, language: string): string[] {
  const day = new Date(`${value.slice(0, 10)}T00:00:00Z`)
  const languages = [language, 'en'].filter((one) => isLanguage(one))
  return languages.flatMap((one) =>
    (['long', 'short'] as const).flatMap((month) => [
      new Intl.DateTimeFormat(one, { month, timeZone: 'UTC' }).format(day).replace(/\.$/, ''),
      new Intl.DateTimeFormat(one, { month, day: 'numeric', timeZone: 'UTC' })
        .formatToParts(day)
        .find(({ type }) => type === 'month')!
        .value.replace(/\.$/, ''),
    ]),
  )
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag).length > 0
  } catch {
    return false
  }
}
