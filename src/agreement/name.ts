import { joinWords } from './blocks.ts'
import type { Branch } from './branch.ts'
import { cite } from './citation.ts'
import { definedTerms } from './definition.ts'
import { runInHeading } from './heading.ts'
import { inlineItems } from './inline-items.ts'
import { lastPartOf } from './label.ts'
import type { Clause, ClauseKind } from './types.ts'

/** The words of a name as an address: `Llama Materials` → `llama-materials`. */
export function slug(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
}

/** Turns the tree of blocks into clauses with their addresses. */
export function nameClauses(root: Branch): Clause[] {
  const taken = new Map<string, number>()
  const counts: Record<string, number> = {}
  let part = ''
  let begun = false
  let places = 0
  let inOrder = printedInOrder(untilTitle(root.children, 0))
  let titled = false
  let operative = operativeFrom(untilTitle(root.children, 0))
  const shown = shownNumbers(root)
  const numbers = new Map<Clause, string>()

  const clauses = root.children.map((branch, index) => {
    if (branch.role === 'title') {
      part = titled ? `${slug(branch.block.text)}/` : ''
      titled = true
      const own = untilTitle(root.children, index + 1)
      inOrder = printedInOrder(own)
      operative = operativeFrom(own)
      for (const key of Object.keys(counts)) delete counts[key]
      begun = false
      places = 0
    }
    if (branch.role === 'labelled') {
      begun = true
      places += 1
    }
    const unnumbered = begun ? 'paragraph' : 'recital'
    return clauseOf(branch, part, '', unnumbered, branch.role === 'labelled' ? String(places) : '', inOrder)
  })
  cite(clauses, numbers)
  return clauses

  function clauseOf(
    branch: Branch,
    parent: string,
    ordinalOf: string,
    unnumbered: string,
    place: string,
    inOrder: boolean,
  ): Clause {
    const text = joinWords([branch.block, ...branch.more].map((block) => block.text).filter(Boolean))
    const terms = isOfTable(branch) ? [] : definedTerms(text)
    const number = branch.block.label?.number ?? ''
    const kind = kindOf(branch, unnumbered === 'recital' && !operative.has(branch))
    const own = nameOf(kind, branch, terms, inOrder && number ? lastPart(branch) : place, parent)
    const path = unique(own === undefined ? `${parent}${counted(parent, unnumbered)}` : `${parent}${own}`)
    const ordinal = place === '' ? path : ordinalOf === '' ? `${part}${place}` : `${ordinalOf}.${place}`
    const heading =
      kind === 'title' || kind === 'heading'
        ? text
        : branch.role === 'labelled'
          ? headingOf(branch, text)
          : operative.get(branch)
    let at = 0
    const order = printedInOrder(branch.children)
    const children = branch.children.map((child) => {
      if (isOfTable(child)) return clauseOf(child, `${path}.`, '', 'paragraph', '', false)
      if (child.role === 'labelled') at += 1
      return clauseOf(
        child,
        `${path}.`,
        ordinal,
        'paragraph',
        child.role === 'labelled' ? String(at) : '',
        order,
      )
    })
    const clause: Clause = {
      type: 'clause',
      kind,
      path,
      ordinal,
      citation: '',
      label: branch.block.label?.printed ?? '',
      number,
      ...(heading !== undefined && { heading }),
      ...(terms.length > 0 && { terms }),
      text,
      items: inlineItems(text, path),
      children,
      ...branch.span,
      position: { start: branch.block.start, end: (branch.more.at(-1) ?? branch.block).end },
    }
    const printed = shown.get(branch)
    if (printed !== undefined) numbers.set(clause, printed)
    return clause
  }

  function counted(parent: string, name: string): string {
    const key = `${parent}${name}`
    counts[key] = (counts[key] ?? 0) + 1
    return `${name}.${counts[key]}`
  }

  function unique(path: string): string {
    const times = (taken.get(path) ?? 0) + 1
    taken.set(path, times)
    return times === 1 ? path : unique(`${path}~${times}`)
  }

  function nameOf(
    kind: ClauseKind,
    branch: Branch,
    terms: string[],
    number: string,
    parent: string,
  ): string | undefined {
    if (branch.role === 'labelled') return number
    if (isOfTable(branch)) return counted(parent, kind)
    if (kind === 'title') return 'title'
    if (kind === 'heading') return counted(part, 'heading')
    if (kind === 'definition') return `definition.${slug(terms[0]!)}`
    return undefined
  }
}

function isOfTable({ role }: Branch): boolean {
  return role === 'table' || role === 'row' || role === 'cell'
}

/** The last part of a printed number: a clause `1.2` under section 1 is `1.2`, not `1.1.2`. */
function lastPart({ block }: Branch): string {
  return lastPartOf(block.label!.number)
}

/** The numbers that a reader of Markdown shows before the entries of its lists, where the source says others. */
function shownNumbers(root: Branch): Map<Branch, string> {
  const shown = new Map<Branch, string>()
  const waiting = [root]
  for (let branch = waiting.pop(); branch; branch = waiting.pop()) {
    let next: number | undefined
    let dress = ''
    for (const child of branch.children) {
      waiting.push(child)
      const label = child.block.label
      if (!label?.counted) {
        next = undefined
        continue
      }
      if (next === undefined || label.dress !== dress) next = Number(label.number)
      dress = label.dress
      if (String(next) !== label.number) shown.set(child, String(next))
      next += 1
    }
  }
  return shown
}

const PREAMBLE =
  /\b(?:preamble|recitals?|background|whereas|introduction|parties|between|witnesseth|foreword|contents)\b/i
const GRANTS =
  /\bpermission is\b|\b(?:is|are) hereby\b|\bhereby grants?\b|^(?:you|anyone|everyone) (?:may|are|is) |\byou (?:can|may) (?:use|copy|pass|distribute)\b|distribut\S+ and use\b/i
const PERMITS = /\b(?:permission is|permitted|hereby|(?:is|are) granted|may be used|you may)\b/i

/**
 * The paragraphs without number that are no recitals, each with the heading that its first words are: what stands behind a
 * heading, what permits in a sentence that the numbers go on with, and all of an agreement without numbers and headings.
 */
function operativeFrom(branches: Branch[]): Map<Branch, string | undefined> {
  const numbered = branches.some(({ block }) => (block.label?.number ?? '') !== '')
  const headings = new Map(
    branches.map((branch) => [
      branch,
      !numbered && branch.role === 'paragraph' ? sentenceHeading(branch.block.text) : undefined,
    ]),
  )
  const headed = ({ role, block }: Branch) => role === 'heading' && !PREAMBLE.test(block.text)
  const begins = branches.findIndex((branch) => headed(branch) || headings.get(branch) !== undefined)
  const permits = branches.findIndex(
    ({ role, block: { text } }) =>
      (role === 'definition' && !numbered) ||
      (role === 'paragraph' &&
        ((text.endsWith(':') && PERMITS.test(text)) || (!numbered && GRANTS.test(text)))),
  )
  const first = [begins, permits].filter((at) => at >= 0)
  const from = first.length > 0 ? Math.min(...first) : numbered ? branches.length : 0
  const operative = new Map<Branch, string | undefined>()
  branches.forEach((branch, at) => {
    if (branch.role === 'paragraph' && at >= from) operative.set(branch, headings.get(branch))
  })
  return operative
}

/** A heading run in before a paragraph without number: it ends with a full stop, where `Last Modified: …` does not. */
function sentenceHeading(text: string): string | undefined {
  const heading = runInHeading(text, false)
  return heading !== undefined &&
    text[heading.length] === '.' &&
    (text.length > heading.length + 1 || /^definitions$/i.test(heading))
    ? heading
    : undefined
}

/** The clauses of one agreement: up to the title of the next one in the file. */
function untilTitle(branches: Branch[], from: number): Branch[] {
  let end = from
  while (end < branches.length && branches[end]!.role !== 'title') end += 1
  return branches.slice(from, end)
}

/** Whether the printed numbers of siblings rise, so that they can serve as addresses. */
function printedInOrder(siblings: Branch[]): boolean {
  let last = -1
  let style: string | undefined
  for (const { role, value, style: own } of siblings) {
    if (role !== 'labelled') continue
    style ??= own
    if (own !== style || value <= last) return false
    last = value
  }
  return true
}

function kindOf(branch: Branch, recital: boolean): ClauseKind {
  if (branch.role === 'labelled') return branch.style === 'bullet' ? 'item' : 'section'
  if (branch.role === 'paragraph') return recital ? 'recital' : 'paragraph'
  return branch.role
}

function headingOf(branch: Branch, text: string): string | undefined {
  const alone =
    branch.more.length > 0 || branch.block.headed || (branch.children.length > 0 && !text.endsWith(':'))
  if (branch.block.headed || branch.more.length > 0) return branch.block.text.replace(/[.:]$/, '')
  return runInHeading(text, alone)
}
