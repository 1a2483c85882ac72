import type { Agreement, Clause } from '../../agreement/index.ts'
import type { CoherencePaper } from '../../coherence/index.ts'
import { type AmendedBy, amendedBy } from '../../draft/index.ts'
import type { License } from '../../library/index.ts'
import type { TextStore } from '../../texts/index.ts'
import { licenseTitled } from './titled.ts'

/** What of a licensor's paper is judged as one agreement. */
export interface LicensorText {
  /** The license of the library that it is, or that it amends; undefined of another licensor's. */
  license?: License
  /** Whether the paper amends the license from outside, as a letter does. */
  amended: boolean
  agreement: Agreement
  /** Of a license as a letter has it: by the path of each clause, those of the letter that its words come from. */
  comesFrom?: ReadonlyMap<string, readonly string[]>
}

/** A licensor's paper as it is judged. */
export interface LicensorPaper {
  texts: LicensorText[]
  /** What of it could not be read, or has no place in the license that it amends. */
  unread: string[]
  /** How it was read, whole sentences. */
  notes: string[]
}

/**
 * A licensor's paper as it is judged: a license as it stands, or a letter's licenses as the letter has them. Where the text of
 * a license is not here, the letter alone is judged, and that is told.
 *
 * @param name of the file
 */
export async function readLicensorPaper(
  agreement: Agreement,
  name: string,
  store: TextStore,
): Promise<LicensorPaper> {
  const made = await amendedBy(agreement, name, store)
  if (!made) {
    const license = licenseTitled(agreement, store.licenses)
    return { texts: [{ agreement, amended: false, ...(license && { license }) }], unread: [], notes: [] }
  }
  const { licenses, letter, missing } = made
  return {
    texts: [
      ...licenses.map(({ license, paper }) => ({
        license,
        amended: true,
        ...asAgreement(agreement.title, license, paper, letter),
      })),
      ...missing.map((license) => ({ license, amended: true, agreement })),
      ...(licenses.length + missing.length === 0 ? [{ amended: true, agreement }] : []),
    ],
    unread: [
      ...lostIn(made),
      ...missing.map(
        ({ name: own }) =>
          `the text of ${own}, which is not here (clausebook texts fetch): the letter’s words alone are judged, without the words that it changes`,
      ),
    ],
    notes: licenses.map(
      ({ license }) =>
        `${license.name} is judged as the letter has it: the amendments were carried out in the text of the license.`,
    ),
  }
}

function lostIn({ licenses }: AmendedBy): string[] {
  return [...new Set(licenses.flatMap(({ lost }) => lost))].map((what) => `an amendment (${what})`)
}

/** A license as a letter has it, and the letter's own words behind it. */
function asAgreement(
  title: string,
  { name }: License,
  license: CoherencePaper,
  letter: CoherencePaper,
): Required<Pick<LicensorText, 'agreement' | 'comesFrom'>> {
  return {
    agreement: {
      type: 'agreement',
      title,
      children: [...clausesFrom(license, `${name} as amended`), ...clausesFrom(letter, '')],
    },
    comesFrom: new Map([
      ...license.passages.map(({ amendedAt = [] }, at) => [pathIn(license, at), amendedAt] as const),
      ...letter.passages.map(
        ({ path }, at) => [pathIn(letter, at), path === undefined ? [] : [path]] as const,
      ),
    ]),
  }
}

function pathIn({ name }: CoherencePaper, at: number): string {
  return `${name}.${at}`
}

function clausesFrom(paper: CoherencePaper, where: string): Clause[] {
  return paper.passages.flatMap(({ place, heading, text }, at): Clause[] =>
    text.trim() === ''
      ? []
      : [
          {
            type: 'clause',
            kind: 'section',
            path: pathIn(paper, at),
            ordinal: `${at}`,
            citation: where === '' ? `letter, ${place}` : `${where}, ${place}`,
            label: '',
            number: '',
            ...(heading !== '' && { heading }),
            text: text.replaceAll('‘', '“'),
            items: [],
            children: [],
            position: { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
          },
        ],
  )
}
