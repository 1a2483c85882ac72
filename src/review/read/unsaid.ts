/** What a form says to whoever fills it in: it is no word of the contract. */
const notes =
  /\[\s*(?:drafting|drafter|guidance|instructions?|note|ntd|for example)\b[^[\]]*(?:\[[^[\]]*\][^[\]]*)*\]/gi
const box = /^\s*(?:\[\s*\]|\(\s+\)|☐|□|◻)/
const ticked = /^\s*(?:[[(]\s*[x✓✔]\s*[\])]|☒|☑|✓|✔)/i

/** A line of a paper, and whether it is a choice that the paper offers and nobody has made. */
export interface Line {
  text: string
  open: boolean
}

/**
 * The lines of a passage without what a form says to whoever fills it in, each with whether it is an option that is not ticked,
 * or leads into such options alone.
 */
export function linesSaid(text: string): Line[] {
  const lines = text
    .replaceAll(notes, '')
    .split('\n')
    .filter((line) => line.trim() !== '')
  return lines.map((line, at) => ({ text: line, open: box.test(line) || leadsToNone(lines, at) }))
}

/** Whether a passage is a choice that nobody has made, or leads into such passages alone. */
export function isOpen(texts: readonly string[], at: number): boolean {
  return box.test(texts[at]!) || leadsToNone(texts, at)
}

function leadsToNone(lines: readonly string[], at: number): boolean {
  if (!/:\s*$/.test(lines[at]!) || !box.test(lines[at + 1] ?? '')) return false
  const behind = lines.slice(at + 1)
  const end = behind.findIndex((line) => !box.test(line) && !ticked.test(line))
  return !behind.slice(0, end < 0 ? undefined : end).some((line) => ticked.test(line))
}

const deleted =
  /\b(?:sections?|clauses?|paragraphs?|articles?)\s+(\d+(?:\.\d+)*(?:\([a-z]+\))*)[^.;]{0,120}?\b(?:is|are|shall be)\s+(?:hereby\s+)?(?:deleted|removed)\s+(?:in (?:its|their) entirety|from)/gi

/** The sections that a paper itself takes out: “Section 1.6 (Machine Learning) of the Standard Terms is deleted in its entirety”. */
export function deletedIn(texts: readonly string[]): string[] {
  return texts.flatMap((text) => [...text.matchAll(deleted)].map(([, section]) => section!))
}

/** Whether a place is a section, or in it. */
export function isIn(place: string, section: string): boolean {
  return place === section || (place.startsWith(section) && /^[.(]/.test(place.slice(section.length)))
}
