import type { ITableBordersOptions } from 'docx'

const RULE = { style: 'single', size: 4, color: '7F7F7F' } as const
const NONE = { style: 'none', size: 0, color: 'auto' } as const

/** Horizontal rules alone, as printed tables have them. */
export const GRID: ITableBordersOptions = {
  top: { ...RULE, size: 8 },
  bottom: { ...RULE, size: 8 },
  left: NONE,
  right: NONE,
  insideHorizontal: RULE,
  insideVertical: NONE,
}

/** A box around every cell, for a matrix. */
export const BOXED: ITableBordersOptions = {
  top: RULE,
  bottom: RULE,
  left: RULE,
  right: RULE,
  insideHorizontal: RULE,
  insideVertical: RULE,
}

export const CELL_MARGINS = { top: 20, bottom: 20, left: 80, right: 80 }
