import { sentenceCase } from '../in-words.ts'
import { beginsSigning, endsTerms, isFoot, provisionsBehind } from './closing.ts'
import { announcesRecitals, beginsAgreement, headsNothing, opensTerms } from './heading.ts'
import type { Clause } from './types.ts'
import { typographic } from './typographic.ts'

/** What stands above a clause, as far as its citation names it. */
interface Above {
  /** Citation of the nearest clause above that a reader can find: by its number, its term, its heading or first words. */
  nearest: string
  /** Printed labels of the numbered clauses above, outer to inner, as one citation; empty where there is none. */
  numbers: string
  /** The section behind which a clause stands that is in none. */
  behind?: Clause
  /** The paragraph without number that leads to a list: it tells the list from another one with its numbers. */
  lead?: string
  /** The schedule that a list without a section of its own stands in. */
  attached?: string
  /** What tells a section from another with its number: `Schedule 1`. */
  part?: string
  /** The same for what stands below such a section. */
  within?: string
  /** The number of the nearest numbered clause above: `2` holds `2.1`. */
  number: string
}

const MOST_WORDS = 7
const MOST_LETTERS = 48

/**
 * Gives every clause its citation: the printed labels from outer to inner, or for a clause without label the nearest
 * clause above that has one, or a heading, and its own first words.
 *
 * @param clauses the clauses of one agreement, in order; they are changed in place
 * @param shown the numbers that a reader sees where the source says others
 */
export function cite(clauses: Clause[], shown: ReadonlyMap<Clause, string>): void {
  const restarted = restartedSections(clauses)
  const through = countedThrough(clauses)
  const waiting: { clause: Clause; above: Above }[] = []
  const seen = new Set<string>()
  /** Numbers that stood under no other. */
  const outermost = new Set<string>()
  let heading = ''
  let attached = ''
  let section: Clause | undefined
  const behind = provisionsBehind(clauses, (clause) => clause.kind === 'heading' || isNumbered(clause))
  const lastHead = clauses.findLastIndex((clause) => clause.kind === 'heading' || isNumbered(clause))
  const roots = clauses.map((clause, at) => {
    if (clause.kind === 'title') heading = attached = ''
    if (clause.kind === 'title' || clause.kind === 'heading') section = undefined
    if (!isNumbered(clause) && (beginsSigning(clause.text) || isFoot(clause.text, behind[at]!))) {
      section = undefined
      if (at > lastHead) heading = ''
    }
    if (endsTerms(clause.text) || (/^“(?:table of )?contents”$/i.test(heading) && !/\d$/.test(clause.text)))
      heading = ''
    if (!isNumbered(clause) && opensTerms(clause.text)) section = undefined
    if (begins(clause, clauses[at + 1])) {
      section = undefined
      heading = attached = ''
    }
    const part = restarted.get(clause)
    const inside = section !== undefined && !isNumbered(clause) && !headsNothing(clause.text)
    const above: Above = { nearest: heading, numbers: '', number: '', ...(part !== undefined && { part }) }
    if (inside) above.behind = section!
    if (attached !== '') above.attached = attached
    if (clause.kind === 'heading') {
      heading = quoted(clause.heading ?? clause.text)
      if (SCHEDULE.test(clause.text)) attached = clause.text
    }
    // A section without a heading is an entry of a list: what stands behind the list is none of it.
    if (isNumbered(clause)) section = clause.heading === undefined ? undefined : clause
    return { clause, above }
  })
  for (const root of roots.reverse()) waiting.push(root)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { clause } = next
    // The section above was cited before: clauses come in the order of the text.
    const above = next.above.behind ? { ...next.above, nearest: next.above.behind.citation } : next.above
    if (clause.kind === 'title') {
      seen.clear()
      outermost.clear()
    }
    clause.citation = citationOf(clause, above, shown.get(clause))
    const numbered = isNumbered(clause)
    if (numbered && above.lead !== undefined && above.part === undefined && seen.has(clause.citation))
      clause.citation = joined(above.lead, clause.citation)
    if (numbered && above.numbers === '' && above.part === undefined && isRecital(clause, above.nearest))
      clause.citation = `Recital ${clause.citation}`
    if (numbered) seen.add(clause.citation)
    if (numbered && above.numbers === '') outermost.add(clause.number)
    if (clause.children.length === 0) continue
    let inner: Above = {
      nearest: nearestOf(clause),
      numbers: through.has(clause) ? '' : numbered ? clause.citation : above.numbers,
      number: through.has(clause) ? '' : numbered ? clause.number : above.number,
      ...(!numbered && above.numbers === '' && { lead: nearestOf(clause) }),
      ...(above.attached && { attached: above.attached }),
      ...((above.part ?? above.within) !== undefined && { within: (above.part ?? above.within)! }),
      ...(!numbered && beginsAnew(clause, above.attached, outermost) && { part: partName(above.attached!) }),
    }
    const own = inner
    const below = clause.children.map((child, at) => {
      if (child.kind === 'row' || child.kind === 'cell') child.citation = String(at + 1)
      if (child.kind !== 'heading') return { clause: child, above: inner }
      inner = { ...own, nearest: joined(nearestOf(clause), nearestOf(child)) }
      return { clause: child, above: own }
    })
    for (const next of below.reverse()) waiting.push(next)
  }
}

/** Whether an agreement begins with a clause: no heading above it heads its sections. */
function begins({ kind, number, text }: Clause, next: Clause | undefined): boolean {
  return number === '' && kind !== 'heading' && beginsAgreement(text, next?.text)
}

/** Whether a clause counted by letters stands under what announces recitals. */
function isRecital({ number }: Clause, nearest: string): boolean {
  return /^[A-Z]$/.test(number) && nearest.startsWith('“') && announcesRecitals(nearest.slice(1, -1))
}

function isNumbered({ number }: Clause): boolean {
  return number !== ''
}

function citationOf(
  clause: Clause,
  { nearest, numbers, number, part, within }: Above,
  shown?: string,
): string {
  if (isNumbered(clause)) {
    const printed = shown === undefined ? clause : { label: `${shown}.`, number: shown }
    const own = numberedCitation(printed, numbers, number)
    if (part !== undefined) return underPart(part, own)
    return within !== undefined && numbers !== '' && !own.startsWith(numbers) ? underPart(within, own) : own
  }
  const { kind, text, terms, heading } = clause
  if (kind === 'title') return 'Title'
  if (kind === 'heading')
    return joined(nearest.startsWith('“') ? '' : nearest, `Heading ${quoted(heading ?? text)}`)
  if (kind === 'definition') return `Definition of “${terms![0]}”`
  if (kind === 'row' || kind === 'cell') return joined(nearest, `${kind} ${clause.citation}`)
  if (heading !== undefined)
    return kind === 'item' ? joined(nearest, `item ${quoted(heading)}`) : quoted(heading)
  const first = kind === 'table' ? '' : firstWords(text)
  const named = kind !== 'item' && nearest !== '' ? quoted(first) : `${kind} ${quoted(first)}`
  return joined(nearest, kind === 'table' ? 'table' : nearest === '' ? sentenceCase(named) : named)
}

/** The printed number behind the printed numbers above it. */
function numberedCitation(
  { label, number }: Pick<Clause, 'label' | 'number'>,
  outer: string,
  outerNumber: string,
): string {
  const own = printedNumber(label, number, outer !== '')
  const alone =
    outer === '' || isNamed(label, number) || holds(number, outerNumber) || /^\w+\.\d/.test(number)
  if (alone) return own
  const base = beginsChain(outerNumber, number) ? outer.replace(/\([^()]*\)$/, '') : outer
  return own.startsWith('(') ? `${base}${own}` : `${base}.${own}`
}

/** Whether a number goes on with a list that began in the label above it: `(ii)` under `(a)(i)` is `(a)(ii)`. */
function beginsChain(outer: string, number: string): boolean {
  const last = /\(([^()]*)\)$/.exec(outer)?.[1]
  if (last === undefined) return false
  const numeral = (words: string) => /^[ivxlc]+$/i.test(words)
  return (
    (last === 'i' || last === 'I' ? numeral(number) : last === '1' && /^\d+$/.test(number)) && last !== number
  )
}

/** Whether words or a sign stand before the number: `Article 4`, `§ 2`. */
function isNamed(label: string, number: string): boolean {
  return /[\p{L}§]/u.test(label.slice(0, Math.max(0, label.lastIndexOf(number))))
}

/** Whether a number such as `2.1.1` or `2(a)` says the number above it by itself. */
function holds(number: string, outer: string): boolean {
  return (
    outer !== '' &&
    number.length > outer.length &&
    number.startsWith(outer) &&
    /[.(]/.test(number[outer.length]!)
  )
}

/** The label without the signs around it that a citation leaves out: `1.` is `1`, `Section 1.01` is `1.01`, `(a)` is `(a)`. */
function printedNumber(label: string, number: string, inside: boolean): string {
  const words = label.replace(/^section\s+/i, '').trim()
  if (words.startsWith('(')) return words.replace(/[.:,;]+$/, '')
  if (inside && words.endsWith(')') && words.slice(0, -1) === number) return `(${number})`
  return words.includes('(') ? words.replace(/[.:,;]+$/, '') : words.replace(/(?:[.:),;]|\s*[-–—])+$/, '')
}

/** A heading that counts parts of its own: its sections are named by it even where they are the first with their number. */
const COUNTED_PART = /^(?:schedule|annex|exhibit|appendix|attachment|addendum|part|chapter|title|book)\b/i
const SCHEDULE = /^(?:schedule|annex|exhibit|appendix|attachment|addendum)\b/i

/** Sections below one heading of an agreement, or of a schedule to it. */
interface Run {
  /** The schedule's heading; empty in the agreement itself. */
  schedule: string
  heading: string
  sections: Clause[]
}

/**
 * Sections that the number alone does not tell apart, each with what it stands in: those of a schedule, and those whose
 * number stands twice under the agreement's headings.
 */
function restartedSections(clauses: Clause[]): Map<Clause, string> {
  const named = new Map<Clause, string>()
  let runs: Run[] = []
  const close = () => {
    for (const group of groupsOf(runs)) nameRuns(group, named)
    runs = [{ schedule: '', heading: '', sections: [] }]
  }
  close()
  for (const [at, clause] of clauses.entries()) {
    if (clause.kind === 'title' || begins(clause, clauses[at + 1])) close()
    else if (clause.kind === 'heading') {
      const { schedule, sections } = runs.at(-1)!
      const heading = clause.heading ?? clause.text
      const begun = runs.some((run) => run.sections.length > 0)
      if (SCHEDULE.test(heading) && begun) runs.push({ schedule: heading, heading: '', sections: [] })
      else if (schedule !== '' && sections.length === 0) runs.at(-1)!.heading = heading
      else runs.push({ schedule, heading, sections: [] })
    } else if (isNumbered(clause)) runs.at(-1)!.sections.push(clause)
  }
  close()
  return named
}

/**
 * Parts whose entries are counted through both of two, one of which says so in what it holds: `Section A` with 1 to 3, `Section B` with
 * 4, in which 4.1 stands. The number of an entry says by itself which it is.
 */
function countedThrough(clauses: readonly Clause[]): Set<Clause> {
  const through = new Set<Clause>()
  let before: Clause | undefined
  let last = Number.NaN
  let told = false
  for (const clause of clauses) {
    if (!isNumbered(clause) || /^\d/.test(clause.number)) continue
    const entries = clause.children
      .filter(({ number }) => /^\d+$/.test(number))
      .map(({ number }) => Number(number))
    if (entries.length === 0) continue
    const tells = clause.children.some(holdsOwnNumber)
    if (before && entries[0] === last + 1 && last > 0 && (tells || told)) through.add(before).add(clause)
    told = tells
    before = clause
    last = entries.at(-1)!
  }
  return through
}

/** Whether the entries of a clause begin with its number: 4.1 in 4. */
function holdsOwnNumber({ number, children }: Clause): boolean {
  return number !== '' && children.some((child) => holds(child.number, number))
}

/** Runs of the agreement itself, and of each schedule. */
function groupsOf(runs: readonly Run[]): Run[][] {
  const groups: Run[][] = []
  for (const run of runs) {
    if (groups.at(-1)?.[0]?.schedule === run.schedule) groups.at(-1)!.push(run)
    else groups.push([run])
  }
  return groups
}

function nameRuns(runs: readonly Run[], named: Map<Clause, string>): void {
  const times = new Map<string, number>()
  const seen = new Set<string>()
  const numbers = runs.map(({ sections }) =>
    sections.map(({ number, label }) => printedNumber(label, number, false)),
  )
  for (const number of numbers.flat()) times.set(number, (times.get(number) ?? 0) + 1)
  runs.forEach(({ schedule, heading, sections }, at) => {
    const twice = numbers[at]!.some((number) => times.get(number)! > 1)
    const later = numbers[at]!.some((number) => seen.has(number))
    for (const number of numbers[at]!) seen.add(number)
    const apart = heading !== '' && twice && (later || COUNTED_PART.test(heading))
    const part = apart ? partName(heading) : ''
    const name = [schedule === '' ? '' : partName(schedule), part].filter(Boolean).join(', ')
    if (name !== '') for (const section of sections) named.set(section, name)
  })
}

/** Whether the list in a clause without number, in a schedule, has the numbers of one before it. */
function beginsAnew({ children }: Clause, attached: string | undefined, seen: ReadonlySet<string>): boolean {
  const first = children.find(isNumbered)
  return attached !== undefined && first !== undefined && seen.has(first.number)
}

/** What a heading is called in citations: `Schedule 1`, `Part B`; `“Terms of Use”` where it is no numbered part. */
function partName(heading: string): string {
  const [, part, rest] =
    /^(\p{L}+\s+(?:\d+\p{Lu}?|\p{Lu}|[IVXLC]+)(?:-(?:\d{1,3}|\p{Lu}))?(?![\p{L}\p{N}]))(.*)$/su.exec(
      heading,
    ) ?? []
  if (part !== undefined && COUNTED_PART.test(heading) && !/^\.?\d/.test(rest!)) return part
  return SCHEDULE.test(heading) && heading.length < 40 ? heading.replace(/[:.]$/, '') : quoted(heading)
}

/** `Schedule 1, paragraph 3`; `“Terms of Use”, 3` where the heading is no numbered part. */
function underPart(part: string, own: string): string {
  return `${part}, ${SCHEDULE.test(part) && /^\d/.test(own) ? 'paragraph ' : ''}${own}`
}

/** What a clause is called in the citation of those below it. */
function nearestOf(clause: Clause): string {
  const { kind, text, heading, citation } = clause
  if (isNumbered(clause)) return citation
  if (kind === 'heading') return quoted(heading ?? text)
  if (kind === 'item' || kind === 'paragraph' || kind === 'recital')
    return quoted(heading ?? firstWords(text))
  return citation
}

/** The first words of a clause, as many as tell it from others. */
export function firstWords(text: string): string {
  let first = ''
  let count = 0
  for (const [word] of text.matchAll(/\S+/g)) {
    count += 1
    const longer = first === '' ? word : `${first} ${word}`
    if (count > MOST_WORDS || (first !== '' && longer.length > MOST_LETTERS)) break
    first = longer.slice(0, 80)
  }
  const cut = first.length < text.trim().length
  return cut ? `${first.replace(/[\s,;:.(“"–—-]+$/u, '')} …` : first.replace(/[\s,;:.]+$/u, '')
}

function quoted(words: string): string {
  const inner = typographic(words.replace(/[.:]$/, '')).replaceAll('“', '‘').replaceAll('”', '’')
  return `“${inner}”`
}

function joined(above: string, own: string): string {
  return above === '' ? own : `${above}, ${own}`
}
