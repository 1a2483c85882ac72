import { convertMillimetersToTwip as mm } from 'docx'

export type Paper = 'A4' | 'Letter'

const SIZES: Record<Paper, { width: number; height: number }> = {
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
}

/** Margins of an agreement: an inch at the sides, and a little more above and below for header and footer. */
const MARGINS = { top: mm(27), bottom: mm(25), left: 1440, right: 1440, header: mm(12), footer: mm(12) }

/** Page size and margins of a section (twips). */
export function page(paper: Paper) {
  return { size: SIZES[paper], margin: MARGINS }
}

/** Width between the margins (twips). */
export function textWidth(paper: Paper): number {
  return SIZES[paper].width - MARGINS.left - MARGINS.right
}
