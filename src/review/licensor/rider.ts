import type { BlockContent, RootContent } from 'mdast'
import type { DraftDocument } from '../../draft/index.ts'
import { type Level, type Library, type License, levelsDown, type Position } from '../../library/index.ts'
import { blocks } from '../../library/page.ts'
import type { Matter } from '../../matter/index.ts'
import { type Amendment, amendmentsOf, editsFor } from '../../redline/index.ts'
import { type RiderOptions, riderDocument } from '../mark/rider-document.ts'
import type { Proposal } from '../mark/types.ts'
import { placeOf } from '../report/words.ts'
import { isMet } from '../review.ts'
import type { LicensorReview, PositionRow } from './types.ts'

const { bullets, heading, paragraph, strong } = blocks

/** What a rider to a licensor's paper is made from. */
export interface LicensorRiderInput {
  review: LicensorReview
  matter: Matter
  library: Library
  /** The level to ask for, in place of that of the matter. */
  level?: Level
  /** These positions alone. */
  only?: ReadonlySet<string>
}

/** A position whose words are asked for, at the level that has words. */
interface Asked {
  row: PositionRow
  position: Position
  level: Level
}

/**
 * A rider to a licensor's paper: what it gives less than is asked for, as amendments with the section of the license that each
 * changes; of another licensor's license, what is asked for and where its own words on that stand.
 *
 * @returns the rider, and what is proposed for each row that it has
 * @throws Problem where an edit of a position has no place in its license
 */
export function licensorRiderOf(
  { review, matter, library, level, only }: LicensorRiderInput,
  options: RiderOptions = {},
): { document: DraftDocument; proposals: ReadonlyMap<PositionRow, Proposal> } {
  const asked = review.rows.flatMap((row) => askedOf(row, library, { level, only }))
  const licenses = licensesOf(asked, library)
  const ofLicenses = licenses.map((license) => ({
    license,
    amendments: amendmentsOf(
      editsFor(
        asked.flatMap(({ row, position, level: own }) =>
          namesOf(row).includes(license.name) ? [{ position, level: own, because: row.why }] : [],
        ),
        license,
      ),
      license,
      library,
    ),
  }))
  const others = asked.filter(({ row }) => row.license === undefined)
  const title = `Rider to ${review.name}`
  const clients = matter.client?.name ?? 'Our client'
  const children: RootContent[] = [
    heading(1, title),
    paragraph(
      asked.length === 0
        ? `${clients} asks for no change of “${review.name}”.`
        : `${clients} asks for these amendments besides what “${review.name}” has. Sections are those of the license as it is published; where the paper amends the same words, these take the place of its amendment.`,
    ),
    ...ofLicenses.flatMap(({ license, amendments }) =>
      amendments.length === 0
        ? []
        : [heading(2, `Amendments to the ${license.title}`), ...amendmentBlocks(amendments)],
    ),
    ...(others.length === 0 ? [] : [heading(2, 'What is asked for'), ...others.flatMap(otherBlocks)]),
  ]
  return {
    document: riderDocument({ title, children, matter }, options),
    proposals: new Map(
      asked.map(({ row, level: own }) => [
        row,
        { kind: 'insertion', level: own, place: placeIn(row, ofLicenses) },
      ]),
    ),
  }
}

/** The words of a row that are asked for; none where the paper gives what is asked, or we have no words for it. */
function askedOf(
  row: PositionRow,
  { positions }: Library,
  { level = row.asked, only }: { level: Level | undefined; only: ReadonlySet<string> | undefined },
): Asked[] {
  const position = positions.get(row.position)
  if (!position || (only && !only.has(row.position)) || gives(row, level)) return []
  // A level that is a decision of ours has no words: the next stronger one has.
  const own = [...levelsDown]
    .slice(0, levelsDown.indexOf(level) + 1)
    .findLast((one) => hasWords(position, one))
  return own === undefined ? [] : [{ row, position, level: own }]
}

function gives({ verdict }: PositionRow, level: Level): boolean {
  return isMet(verdict) && levelsDown.indexOf(verdict) <= levelsDown.indexOf(level)
}

function hasWords({ positions }: Position, level: Level): boolean {
  const at = positions[level]
  return at !== undefined && (at.edits.length > 0 || Object.keys(at.editsFor).length > 0)
}

function namesOf({ license }: PositionRow): string[] {
  return license?.split(', ') ?? []
}

function licensesOf(asked: readonly Asked[], { licenses }: Library): License[] {
  const names = new Set(asked.flatMap(({ row }) => namesOf(row)))
  return [...licenses.values()].filter(({ name }) => names.has(name))
}

/** Amendments by the section that each changes. */
function amendmentBlocks(amendments: readonly Amendment[]): BlockContent[] {
  const sections = [...new Set(amendments.map(({ sectionName }) => sectionName))]
  return sections.flatMap((section) => [
    paragraph(strong(`${section.slice(0, 1).toUpperCase()}${section.slice(1)}`)),
    ...bullets(amendments.filter((one) => one.sectionName === section).map(({ instruction }) => instruction)),
  ])
}

/** What another licensor's license is to say: it has no sections that we know. */
function otherBlocks({ row, position, level }: Asked): BlockContent[] {
  const [section] = row.sections
  const where = section === undefined ? 'A new section' : placeOf(section)
  return [paragraph(strong(`${where}: ${position.title}`)), paragraph(position.positions[level]!.ask)]
}

/** The sections that a row changes, as a reader finds them. */
function placeIn(
  { position, sections }: PositionRow,
  licenses: readonly { license: License; amendments: readonly Amendment[] }[],
): string {
  const changed = licenses.flatMap(({ amendments }) =>
    amendments.filter((one) => one.position === position).map(({ sectionName }) => sectionName),
  )
  return [...new Set(changed)].join(', ') || (sections[0] ?? '')
}
