import type { XmlElement } from '../../ooxml/index.ts'
import type { RunningPart } from './running-parts.ts'
import type { StyleSheet } from './style-sheet.ts'

/** What is read of a reference document. */
export interface Reference {
  styles: StyleSheet
  numbering: XmlElement | undefined
  /** The lists in which its own paragraphs count, by their style. */
  shown: ReadonlyMap<string, XmlElement>
  /** Its theme as XML. */
  theme: string | undefined
  running: readonly RunningPart[]
  /** Whether the first page has headers of its own, and whether even pages do. */
  titlePage: boolean
  even: boolean
  mirrored: boolean
  /** Which of the theme's colors is which, as XML. */
  colors: string
  /** Borders of the page, as XML. */
  borders: string
  leave: (what: string) => void
}
