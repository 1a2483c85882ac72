import type { XmlElement } from '../../ooxml/index.ts'
import { isContents, isReference } from '../tokens/computed.ts'

/** The fields around a place, while a file is read from start to end: what of them is not read. */
export interface ShownFields {
  /** Whether a place stands in what a cross-reference or table of contents shows. */
  readonly isHidden: boolean
  /** Whether it stands in what a table of contents shows. */
  readonly inContents: boolean
  /** Takes a `w:fldChar` or `w:instrText` into account. */
  see(node: XmlElement): void
  /** Whether what a simple field of an instruction shows is hidden. */
  hides(instruction: string): boolean
}

/** @param results whether everything that fields show is read, so that nothing is hidden */
export function shownFields(results: boolean): ShownFields {
  const open: { instruction: string; shows: boolean }[] = []
  const around = (test: (instruction: string) => boolean) =>
    !results && open.some(({ instruction, shows }) => shows && test(instruction))
  return {
    get isHidden() {
      return around((instruction) => isReference(instruction) || isContents(instruction))
    },
    get inContents() {
      return around(isContents)
    },
    see({ name, attributes, children }) {
      const last = open.at(-1)
      if (name === 'w:instrText') {
        const text = children.map((node) => (node.type === 'text' ? node.text : '')).join('')
        if (last && !last.shows) last.instruction += text
        return
      }
      const type = attributes['w:fldCharType']
      if (type === 'begin') open.push({ instruction: '', shows: false })
      else if (type === 'separate' && last) last.shows = true
      else if (type === 'end') open.pop()
    },
    hides: (instruction) => !results && isReference(instruction),
  }
}
