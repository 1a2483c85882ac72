import { createHash } from 'node:crypto'
import { parse, stringify } from 'yaml'
import { type Agreement, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { coherenceLine, coherenceOf } from '../../src/coherence/index.ts'
import type { Level, Library, License, Position } from '../../src/library/index.ts'
import {
  editsFor,
  paperOfRedline,
  redlineOf,
  requestedPositions,
  textAfter,
  textBefore,
} from '../../src/redline/index.ts'
import type { MarkedClause, MarkedPiece } from '../../src/redline/types.ts'
import { openTexts } from '../../src/texts/index.ts'

/** A change in a section: what goes, what comes. Of words that go at most 25 are kept, as of a quote. */
export interface ReadChange {
  goes?: string
  comes?: string
}

/** A section of the licenses as a position has it, told in our own words and a digest of the rest. */
export interface SectionReading {
  /** As it is numbered after the change: `5.c`, `definition.affiliate`. */
  section: string
  /** Whether all of it is new. */
  added?: true
  changes: ReadChange[]
  /** SHA-256 of the section's words as amended, in hexadecimal, by license. */
  sha256: Record<string, string>
}

/** What a position makes of the licenses, by its levels. */
export type Reading = Partial<Record<Level, SectionReading[]>>

/** A position made in the official text of a license, alone. */
export interface Made {
  license: string
  level: Level
  sections: MarkedClause[]
  /** What is wrong with it, a line each. */
  wrong: string[]
}

const levels: Level[] = ['preferred', 'fallback', 'walk_away']

/** The official agreements that are here, parsed, by license. */
export async function agreementsHere({
  licenses,
}: Pick<Library, 'licenses'>): Promise<Map<string, Agreement>> {
  const store = openTexts(licenses)
  const read = await Promise.all(
    [...licenses.keys()].map(async (id) => {
      const text = await store.read(id)
      return text ? [[id, parseAgreement(text.source)] as const] : []
    }),
  )
  return new Map(read.flat())
}

/** A position at each of its levels in each license that it changes, in the order of levels and licenses. */
export function madeOf(
  position: Position,
  library: Library,
  agreements: ReadonlyMap<string, Agreement>,
): Made[] {
  return levels
    .filter((level) => position.positions[level])
    .flatMap((level) =>
      position.appliesTo.map((id) => {
        const before = agreements.get(id)
        if (!before) throw new Error(`the official text of ${id} is not here: set CLAUSEBOOK_TEXTS`)
        const license = library.licenses.get(id)!
        const chosen = { position, level, because: '' }
        const redline = redlineOf(before, id, editsFor([chosen], license))
        const sections = redline.clauses.filter(({ pieces }) => pieces.some(({ op }) => op !== 'equal'))
        const whole = withNeeds(position, level, license, library, before)
        const told = coherenceOf([paperOfRedline(whole, id)]).map(coherenceLine)
        const wrong = [...told, ...sections.flatMap(slipsOf), ...misread(redline.after)]
        return { license: id, level, sections, wrong }
      }),
    )
}

/** As it would be signed: what a position needs comes with it. */
function withNeeds(
  position: Position,
  level: Level,
  license: License,
  library: Library,
  before: Agreement,
): ReturnType<typeof redlineOf> {
  const here = { ...library, positions: new Map([...library.positions, [position.id, position]]) }
  const chosen = requestedPositions([{ id: position.id, level }], license, here)
  return redlineOf(before, license.id, editsFor(chosen, license))
}

/** What an eye would stop at in a section as amended, and not in it as it was. */
function slipsOf({ path, pieces }: MarkedClause): string[] {
  const words = textAfter(pieces)
  const before = slipsIn(textBefore(pieces))
  const slips = slipsIn(words).filter((slip) => !before.includes(slip))
  return [
    ...slips.map((slip) => `${path}: “${slip}”`),
    ...(/[.;:,]$/.test(words) || words === '' ? [] : [`${path}: it ends without a stop`]),
  ]
}

function slipsIn(words: string): string[] {
  const count = (sign: string) => [...words].filter((each) => each === sign).length
  return [
    ...(words.match(/ {2}|,,|\.\.| [,.;)]|\( |\b(\w+) \1\b|\{\{/g) ?? []),
    ...(count('(') === count(')') ? [] : ['brackets that do not pair']),
  ]
}

/** Where the agreement, printed as amended and read again, is another one. */
function misread(after: Agreement): string[] {
  const clauses = clausesOf(after)
  const depths = new Map<string, number>()
  const measure = (list: Agreement['children'], depth: number): void => {
    for (const clause of list) {
      depths.set(clause.path, depth)
      measure(clause.children, depth + 1)
    }
  }
  measure(after.children, 0)
  const lines = clauses.map(
    ({ path, label, text }) => '   '.repeat(depths.get(path)!) + [label, text].filter(Boolean).join(' '),
  )
  const again = clausesOf(parseAgreement(lines.join('\n\n'), { format: 'text' }))
  const shown = (list: typeof clauses) => list.map(({ path, text }) => `${path}: ${text}`)
  const read = new Set(shown(again))
  return shown(clauses)
    .filter((line) => !read.has(line))
    .map((line) => `not read again as it is printed: ${line.slice(0, 60)}`)
}

/** What is kept of a position: its own words, a quote of what goes, and a digest of each section. */
export function readingOf(made: readonly Made[]): Reading {
  const reading: Reading = {}
  for (const { license, level, sections } of made) {
    reading[level] ??= []
    const rows = reading[level]
    for (const { path, added, pieces } of sections) {
      const changes = changesOf(pieces)
      const sha256 = createHash('sha256').update(textAfter(pieces)).digest('hex')
      const same = rows.find(
        (row) =>
          row.section === path &&
          row.sha256[license] === undefined &&
          JSON.stringify(row.changes) === JSON.stringify(changes),
      )
      if (same) same.sha256[license] = sha256
      else rows.push({ section: path, ...(added && { added }), changes, sha256: { [license]: sha256 } })
    }
  }
  return reading
}

/** What stands between words that stay, as one change. */
function changesOf(pieces: readonly MarkedPiece[]): ReadChange[] {
  const changes: ReadChange[] = []
  let open: ReadChange | undefined
  for (const { op, text } of pieces) {
    if (op === 'equal') {
      open = undefined
      continue
    }
    if (!open) {
      open = {}
      changes.push(open)
    }
    const key = op === 'insert' ? 'comes' : 'goes'
    open[key] = (open[key] ?? '') + text
  }
  return changes.map(({ goes, comes }) => ({
    ...(goes !== undefined && { goes: quoted(goes) }),
    ...(comes !== undefined && { comes: comes.trim() }),
  }))
}

/** The first and the last words of a longer run. */
function quoted(text: string): string {
  const words = text.trim().split(/\s+/)
  if (words.length <= 25) return words.join(' ')
  return `${words.slice(0, 12).join(' ')} … ${words.slice(-12).join(' ')}`
}

/** A reading as its file holds it. */
export function readingFile(id: string, reading: Reading): string {
  return `# What ${id} makes of each license: written by \`npm run readings\`, held by test/readings.\n${stringify(
    reading,
    { lineWidth: 118 },
  )}`
}

/** A reading as it was kept. */
export function readKept(source: string): Reading {
  return parse(source) as Reading
}

/** The whole sections of a position, for a reader: what goes in [-…-], what comes in {+…+}, and each as it then reads. */
export function wholeSections({ license, level, sections, wrong }: Made): string {
  const marks = { equal: ['', ''], delete: ['[-', '-]'], insert: ['{+', '+}'] } as const
  const printed = sections.map(({ label, path, pieces, added }) => {
    const marked = pieces.map(({ op, text }) => marks[op][0] + text + marks[op][1]).join('')
    return `### ${label || path} (${path}${added ? ', new' : ''})\n\n${marked}\n\nAs amended: ${textAfter(pieces)}`
  })
  const told = wrong.map((line) => `! ${line}`).join('\n')
  return [`## ${license}, ${level.replace('_', '-')}`, ...printed, told].filter(Boolean).join('\n\n')
}
