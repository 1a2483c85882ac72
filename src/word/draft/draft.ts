import { PageOrientation } from 'docx'
import type { DraftDocument } from '../../draft/index.ts'
import { block, inline } from '../node/index.ts'
import type { State } from '../node/types.ts'
import { pack } from '../package/pack.ts'
import { page, textWidth } from '../page.ts'
import { footer, header } from '../running.ts'
import { agreementStyles } from '../style/agreement-styles.ts'
import { baseStyles } from '../style/base-styles.ts'
import { draftStyles, headingStyles, wordStyles } from '../style/draft-styles.ts'
import { numbering } from '../style/numbering.ts'
import { bookmarkNames } from './bookmarks.ts'

/**
 * A drafted document as a Word file: clauses numbered by Word, references as fields, every look a named style.
 *
 * @returns the bytes of a .docx file, the same for the same input
 * @example
 * ```ts
 * await writeFile('side-letter.docx', await draftToDocx(draft('side-letter', input)))
 * ```
 */
export async function draftToDocx(document: DraftDocument): Promise<Uint8Array> {
  const { title, language, paper, orientation, properties, tree } = document
  const width = textWidth(paper, orientation)
  const base = baseStyles(language, width)
  const state = stateOf()
  const { marking, status, version } = properties
  const draft = status === 'Final' ? undefined : 'Draft for review by counsel'
  return pack(
    {
      numbering,
      styles: {
        default: { ...base.default, ...headingStyles },
        paragraphStyles: [...base.paragraphStyles!, ...draftStyles, ...agreementStyles],
        characterStyles: [...base.characterStyles!, ...wordStyles],
      },
      sections: [
        {
          properties: {
            page: page(
              paper,
              orientation === 'landscape' ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
            ),
          },
          headers: { default: header(listed([marking, draft]), listed([status, version])) },
          footers: { default: footer(title) },
          children: state.blocks(tree.children, { style: 'DraftText', numbering: 0, listLevel: 0, width }),
        },
      ],
    },
    {
      title,
      subject: properties.matter,
      author: properties.author ?? 'Clausebook',
      ...(properties.date === undefined ? {} : { date: properties.date }),
      status,
      language,
      custom: {
        Matter: properties.matter,
        'Clause library': properties.libraryDigest,
        ...Object.fromEntries(
          Object.entries(properties.textDigests).map(([id, digest]) => [`Text ${id}`, digest]),
        ),
      },
    },
  )
}

function listed(words: (string | undefined)[]): string {
  return words.filter((word) => word !== undefined && word !== '').join(' · ')
}

function stateOf(): State {
  let bookmarks = 0
  let lists = 0
  let schedules = 0
  const state: State = {
    blocks: (nodes, place) => nodes.flatMap((node) => block(state, node, place)),
    inline: (nodes, place) => nodes.flatMap((node) => inline(state, node, place)),
    bookmark: bookmarkNames(),
    nextBookmark: () => {
      bookmarks += 1
      return bookmarks
    },
    nextList: () => {
      lists += 1
      return lists
    },
    nextSchedule: () => {
      schedules += 1
      return schedules
    },
  }
  return state
}
