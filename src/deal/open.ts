import { Problem } from '../problem.ts'
import { markFile } from './file/mark-file.ts'
import { type Located, locatePoints } from './point/locate.ts'
import { type Drafting, pointsOfAddendum, shapes } from './point/of-addendum.ts'
import { pointsOfLetter, pointsOfRedlines } from './point/of-positions.ts'
import { readLines } from './read/lines.ts'
import type { DealRecord } from './record.ts'
import type { Line, Mark, Point } from './types.ts'

/** What is sent, and whose marks it gets. */
export interface Opening {
  key: string
  deal: string
  /** What it is, where that is known; else its words tell. */
  paper?: DealRecord['paper']
}

/** A file with its points marked. */
export interface Opened {
  bytes: Uint8Array
  paper: DealRecord['paper']
  points: Point[]
  marks: Mark[]
  /** Titles of points that the matter has and the file has not. */
  missing: string[]
}

/**
 * Marks what we send first. Its points are those of the matter, whose paper is drafted again in memory at every level and
 * found in the file by its words: a file that somebody edited before it was sent is known too.
 *
 * @throws Problem where the file cannot be read, or none of the matter's points is in it
 */
export async function openDeal(
  bytes: Uint8Array,
  drafting: Drafting,
  { key, deal, paper: known }: Opening,
): Promise<Opened> {
  const { lines } = readLines(bytes)
  const found = await pointsIn(lines, drafting, known)
  if (!found)
    throw new Problem(
      'no-points',
      'holds no clause or position of this matter: give the addendum, the side letter or the redline that was drafted for it',
    )
  const { paper, located, missing } = found
  const marked = markFile(bytes, located, { key, deal, round: 1 })
  return {
    bytes: marked.bytes,
    paper,
    points: located.map(({ point }) => point),
    marks: marked.marks,
    missing: missing.map(({ title }) => title),
  }
}

interface Candidate {
  paper: DealRecord['paper']
  located: Located[]
  missing: Point[]
  exact: number
}

/** The paper of the matter that the file is most of: by how many of its paragraphs it has word for word. */
async function pointsIn(
  lines: readonly Line[],
  drafting: Drafting,
  known: DealRecord['paper'] | undefined,
): Promise<Candidate | undefined> {
  const found: Candidate[] = []
  let refused: Problem | undefined
  const attempt = async (paper: DealRecord['paper'], papers: () => Promise<Point[][]>) => {
    if (known !== undefined && known !== paper) return
    try {
      for (const points of await papers()) {
        const { located, missing, exact } = locatePoints(points, lines)
        if (located.length > 0) found.push({ paper, located, missing, exact })
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused ??= error
    }
  }
  if (drafting.matter.vendor?.kind !== undefined)
    for (const shape of shapes) {
      await attempt('vendor-addendum', async () => [await pointsOfAddendum(drafting, shape)])
      if (found.some(({ located, missing }) => missing.length < located.length / 4)) break
    }
  if (!found.some(({ located, missing }) => missing.length < located.length / 4)) {
    await attempt('redline', () => pointsOfRedlines(drafting))
    await attempt('side-letter', async () => [await pointsOfLetter(drafting)])
  }
  const best = found.sort((a, b) => b.exact - a.exact || b.located.length - a.located.length)[0]
  if (!best && refused) throw refused
  return best
}
