import { reportFormats } from '../../formats.ts'
import type { HouseOptions } from '../house.ts'
import type { PrintedPages } from '../output.ts'

/** A format of the report. */
export type Format = (typeof formats)[number]

export const formats = ['terminal', ...reportFormats] as const

/** What `clausebook compare` can be told. */
export interface CompareOptions extends HouseOptions {
  /** The topic to show across all licenses. */
  all?: string
  format?: Format
  output: string
  changed?: true
  topic?: string
  group?: string
  text?: 'official' | 'restated'
  /** Form of the JSON. */
  schema?: 1 | 2
  /** How text files are written, and what they are encoded in. */
  as?: 'text' | 'markdown' | 'html'
  encoding?: string
  /** State of Word files with tracked changes. */
  view: 'accepted' | 'original'
  leftView?: 'accepted' | 'original'
  rightView?: 'accepted' | 'original'
  /** Whether what was changed without being tracked is shown: the right file's own tracked changes are rejected. */
  silent?: true
  /** Whether one question is answered: is the right file the text that was agreed. */
  gate?: true
  /** Of the gate: whether somebody has looked at the pictures. */
  picturesSeen?: true
  /** Whether two Word files are compared in a report of our own look. */
  rebuilt?: true
  /** Whether other looks of the same words are shown in a redline of two Word files. */
  formatting?: true
  /** Whether paragraphs that stand elsewhere are shown as moved in a redline of two Word files. */
  moves: boolean
  /** Whether what cross-references and tables of contents show is compared in a redline of two Word files. */
  fieldResults: boolean
  /** File for the digests of a Word redline. */
  receipt?: string
  /** Which pages of a print are kept. */
  pages?: PrintedPages
  /** Where the pages of a Word file stand that say what was compared and what changed. */
  cover?: 'first' | 'last' | 'separate' | 'none'
  /** Whether hidden text is compared. */
  hidden?: true
  /** Whether differences of typography alone are shown as changes; in a Word file false leaves the left's signs. */
  typography?: boolean
  offline?: true
  author: string
  forCounterparty?: true
  /** Authors whose comments go along with a redline for the other side. */
  keepComments?: string[]
  /** Whether a Word file lets whoever opens it make tracked changes alone. */
  protect?: true
  /** A firm's document, as which a Word file looks. */
  referenceDoc?: string
  date?: string
  exitCode?: true
}
