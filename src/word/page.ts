import { convertMillimetersToTwip as mm, PageOrientation } from 'docx'
import type { Sheet } from './reference/look.ts'

/** The paper of a Word file. */
export type Paper = 'A3' | 'A4' | 'Letter'

const SIZES: Record<Paper, { width: number; height: number }> = {
  A3: { width: 16838, height: 23811 },
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
}

/** Margins of an agreement: an inch at the sides, and a little more above and below for header and footer. */
const MARGINS = { top: mm(27), bottom: mm(25), left: 1440, right: 1440, header: mm(12), footer: mm(12) }

/** Of a document that has to be short: nearer to header and footer, as wide as the others. */
const COMPACT = { ...MARGINS, top: mm(21), bottom: mm(18), header: mm(10), footer: mm(9) }

/**
 * Page size and margins of a section (twips); the size is the upright one, which `docx` turns.
 *
 * @param paper its name, or a firm's own page
 * @param compact for a document that has to be short
 */
export function page(
  paper: Paper | Sheet,
  orientation: (typeof PageOrientation)[keyof typeof PageOrientation] = PageOrientation.PORTRAIT,
  compact = false,
) {
  const { size, margin } =
    typeof paper === 'string' ? { size: SIZES[paper], margin: compact ? COMPACT : MARGINS } : paper
  return { size: { ...size, orientation }, margin }
}

/** Width between the margins (twips). */
export function textWidth(paper: Paper | Sheet, orientation: 'portrait' | 'landscape' = 'portrait'): number {
  const { size, margin } =
    typeof paper === 'string' ? { size: SIZES[paper], margin: { ...MARGINS, gutter: 0 } } : paper
  return (orientation === 'landscape' ? size.height : size.width) - margin.left - margin.right - margin.gutter
}
