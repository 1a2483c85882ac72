import { type Agreement, type Clause, clausesOf } from '../../agreement/index.ts'
import { numberAfter, numberBetween } from './numbering.ts'

/** Where a clause of ours goes in a paper. */
export interface Site {
  /** The clause behind whose last words it stands; none where the paper has no words. */
  after: Clause
  /** The clause in whose dress it stands. */
  like: Clause
  /** Its number as it is printed; empty in a paper without numbers. */
  label: string
  /** As it is cited. */
  citation: string
  /** Whether the number is between two others, which a list would not count. */
  between: boolean
  /** Whether clauses there begin with a heading. */
  headed: boolean
  /** Of a section of our own: the place in it, from 1. */
  own?: number
  /** The heading of a new section that has to be put before it. */
  opens?: Omit<Site, 'opens' | 'headed' | 'between' | 'own'>
}

/** Where clauses of ours go in a paper, each call the next number. */
export interface Sites {
  /** Beside a clause: at the end of its section, so that no number of theirs moves; undefined where it is in no section. */
  beside(path: string): Site | undefined
  /** In a section of our own, behind their last one. */
  own(): Site
}

/**
 * Finds places for clauses in a paper: a new last clause of a section, a section with a letter where sections have no
 * clauses, or a new section at the end.
 */
export function sitesIn(agreement: Agreement): Sites {
  const all = clausesOf(agreement)
  const parents = parentsIn(agreement.children)
  const taken = new Map<Clause | undefined, number>()
  const take = (key: Clause | undefined) => {
    const count = (taken.get(key) ?? 0) + 1
    taken.set(key, count)
    return count
  }
  const byPath = new Map(all.map((clause) => [clause.path, clause]))
  const final = lastSection(agreement, parents)

  const under = (section: Clause, first?: string): Site => {
    const siblings = clausesIn(section)
    const places = take(section)
    const headings = siblings.filter(({ heading }) => heading !== undefined)
    const headed = headings.length * 2 >= siblings.length
    const like = (headed ? headings : siblings.filter(hasWords)).at(-1) ?? siblings.at(-1)!
    return {
      after: endOf(section, section === final, all),
      like,
      label: first ?? numberAfter(labels(siblings), places),
      citation: numberAfter(
        siblings.map(({ citation }) => citation),
        places,
      ),
      between: false,
      headed,
    }
  }

  let opened: { count: number; citation: string; label: string } | undefined
  return {
    beside(path) {
      const clause = byPath.get(path)
      const chain = clause ? chainOf(clause, parents) : []
      if (chain.some(({ heading = '' }) => /\b(?:definitions?|interpretation)\b/i.test(heading)))
        return undefined
      const section = chain.find((one) => isSection(one))
      if (section) return under(section)
      // A part that only holds sections gets no section with its letter.
      const own = chain.find((one) => clausesIn(one).length === 0)
      if (!own) return undefined
      const more = take(own)
      const between = numberBetween(own.label)
      return {
        after: endOf(own, own === final, all),
        like: own,
        label: more === 1 ? between : numberAfter([between], more - 1),
        citation:
          more === 1 ? numberBetween(own.citation) : numberAfter([numberBetween(own.citation)], more - 1),
        between: true,
        headed: own.heading !== undefined,
      }
    },
    own() {
      if (!final) return unnumbered(all)
      const siblings = numbered(parents.get(final)?.children ?? agreement.children)
      const after = endOf(final, true, all)
      if (!isSection(final)) {
        const places = take(undefined)
        return {
          after,
          like: final,
          label: numberAfter(labels(siblings), places),
          citation: numberAfter(
            siblings.map(({ citation }) => citation),
            places,
          ),
          between: false,
          own: places,
          headed: siblings.some(({ heading }) => heading !== undefined),
        }
      }
      const isFirst = opened === undefined
      opened ??= {
        count: 0,
        label: numberAfter(labels(siblings), 1),
        citation: numberAfter(
          siblings.map(({ citation }) => citation),
          1,
        ),
      }
      opened.count += 1
      const theirs = clausesIn(final)
      const inside = (number: string, of: string, own: string) => {
        const first = theirs[0]
        const start = first && number.startsWith(of) ? number.slice(of.length) : number
        const part = numberAfter(
          [start.replace(/(\d+|\p{L}+)(?=[^\p{L}\d]*$)/u, (one) => firstLike(one))],
          opened!.count - 1,
        )
        return first && number.startsWith(of) ? own + part : part
      }
      const first = theirs[0]!
      const bare = (words: string) => words.replace(/[.):\s]+$/, '')
      const { like, headed } = dress(siblings, final)
      const site: Site = {
        after,
        like,
        label: inside(first.label, bare(final.label), bare(opened.label)),
        citation: inside(first.citation, bare(final.citation), bare(opened.citation)),
        between: false,
        own: opened.count,
        headed,
      }
      if (!isFirst) return site
      return {
        ...site,
        opens: { after, like: final, label: opened.label, citation: opened.citation },
      }
    },
  }
}

/** What a clause of a new section looks like: as in the last section whose clauses have headings, or the last of all. */
function dress(sections: readonly Clause[], final: Clause): { like: Clause; headed: boolean } {
  for (const section of [...sections].reverse()) {
    const own = clausesIn(section).filter(({ children }) => children.length === 0)
    const headings = own.filter(
      ({ heading, text }) => heading !== undefined && heading.length < text.length - 2,
    )
    if (own.length > 0 && headings.length * 2 >= own.length) return { like: headings.at(-1)!, headed: true }
  }
  return { like: clausesIn(final).at(-1)!, headed: false }
}

function firstLike(part: string): string {
  if (/^\d+$/.test(part)) return '1'
  const small = /^[ivx]+$/i.test(part) ? 'i' : 'a'
  return part === part.toUpperCase() ? small.toUpperCase() : small
}

function unnumbered(all: readonly Clause[]): Site {
  const words = all.filter(
    (clause) => hasWords(clause) && !['cell', 'row', 'table', 'title'].includes(clause.kind),
  )
  const signs = words.findIndex(({ text }) => /^(?:in witness\b|signed\b|signatures?\b|by:)/i.test(text))
  const before = (signs > 0 ? words.slice(0, signs) : words).filter(({ kind }) => kind !== 'heading')
  const after = before.at(-1) ?? words.at(-1) ?? all.at(-1)!
  return { after, like: after, label: '', citation: '', between: false, own: 1, headed: true }
}

function parentsIn(
  clauses: readonly Clause[],
  parent?: Clause,
  into = new Map<Clause, Clause | undefined>(),
) {
  for (const clause of clauses) {
    into.set(clause, parent)
    parentsIn(clause.children, clause, into)
  }
  return into
}

/** A clause with those above it that have a number, the outermost first. */
function chainOf(clause: Clause, parents: ReadonlyMap<Clause, Clause | undefined>): Clause[] {
  const chain: Clause[] = []
  for (let one: Clause | undefined = clause; one; one = parents.get(one)) {
    if (one.kind === 'cell' || one.kind === 'row') return []
    if (isNumbered(one)) chain.unshift(one)
  }
  return chain
}

function isNumbered({ kind, label }: Clause): boolean {
  return kind === 'section' && /[\p{L}\d]/u.test(label)
}

function numbered(clauses: readonly Clause[]): Clause[] {
  return clauses.filter(isNumbered)
}

/** The clauses of a section, also where titles without a number group them: 15.1 to 15.20 under “15 Supply Chain”. */
function clausesIn({ children }: Clause): Clause[] {
  return children.flatMap((clause) =>
    isNumbered(clause) ? [clause] : clause.kind === 'heading' ? clausesIn(clause) : [],
  )
}

/** A section has clauses whose number goes on from its own: `8` has `8.1`; a part that only holds sections is none. */
function isSection(clause: Clause): boolean {
  const [first] = clausesIn(clause)
  return (
    first !== undefined && isNumbered(clause) && first.citation.startsWith(clause.citation.replace(/\.$/, ''))
  )
}

function labels(clauses: readonly Clause[]): string[] {
  return clauses.map(({ label }) => label)
}

function hasWords({ text }: Clause): boolean {
  return text.trim() !== ''
}

/**
 * The clause with which a section ends: of the last one of a paper, what has no number may be its signature. Behind a note that
 * stands at the margin the clauses of a section are no longer below it, but their numbers go on from its own.
 *
 * @param all clauses of the paper, in its order
 */
function endOf(section: Clause, isLast: boolean, all: readonly Clause[]): Clause {
  const inner = clausesOf({ type: 'agreement', title: '', children: [section] } as Agreement)
  const own = isLast ? inner.filter((one) => one === section || isNumbered(one)) : inner
  const end = own.at(-1) ?? section
  const behind = all.slice(all.indexOf(inner.at(-1) ?? section) + 1).filter(isNumbered)
  const other = behind.findIndex(({ citation }) => !isBelow(citation, section.citation))
  return (other < 0 ? behind : behind.slice(0, other)).at(-1) ?? end
}

/** Whether a number goes on from another: `15.15.1` and `15.15(a)` from `15.15`, and `15.1` not from `15.15`. */
function isBelow(citation: string, of: string): boolean {
  return of !== '' && citation.startsWith(of) && /^[.(]/.test(citation.slice(of.length))
}

/** The last section of the longest row of sections in a paper. */
function lastSection(
  agreement: Agreement,
  parents: ReadonlyMap<Clause, Clause | undefined>,
): Clause | undefined {
  const rows = new Map<Clause | undefined, Clause[]>()
  for (const clause of clausesOf(agreement)) {
    if (!isNumbered(clause) || inTable(clause, parents)) continue
    const chain = chainOf(clause, parents)
    // Sections, or where none has clauses all that is at the top.
    if (!isSection(clause) && chain.length > 1) continue
    if (chain.slice(0, -1).some(isSection)) continue
    const parent = parents.get(clause)
    rows.set(parent, [...(rows.get(parent) ?? []), clause])
  }
  const weight = (row: readonly Clause[]) =>
    row.reduce((sum, clause) => sum + 1 + clausesIn(clause).length, 0)
  return [...rows.values()].sort((a, b) => weight(b) - weight(a))[0]?.at(-1)
}

function inTable(clause: Clause, parents: ReadonlyMap<Clause, Clause | undefined>): boolean {
  for (let one: Clause | undefined = clause; one; one = parents.get(one)) if (one.kind === 'cell') return true
  return false
}
