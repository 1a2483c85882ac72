import type { Block } from './blocks.ts'
import type { LabelStyle } from './label.ts'

/** A block with the blocks under it, before clauses get their names. */
export interface Branch {
  block: Block
  /** Further blocks whose words continue the clause's own (`3. ATTRIBUTION`, blank line, `Together with …`). */
  more: Block[]
  role: 'title' | 'heading' | 'definition' | 'labelled' | 'paragraph' | 'table' | 'row' | 'cell'
  style?: LabelStyle
  value: number
  children: Branch[]
  /** Columns and rows that a cell covers, where it covers more than one. */
  span?: { columns?: number; rows?: number }
}
