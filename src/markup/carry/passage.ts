import type { WordPackage } from '../../ooxml/index.ts'
import type { CarriedNotes } from '../notes/carried.ts'
import { isTrace } from '../trace.ts'
import type { CarriedDefinitions } from './definitions.ts'
import type { CarriedParts } from './parts.ts'
import type { Passage } from './serialize.ts'

/** What elements need on their way over. */
export interface Luggage {
  parts: CarriedParts
  definitions: CarriedDefinitions
  notes: Readonly<Record<string, CarriedNotes>>
  /** Puts runs of a note into a deletion. */
  wrap(runs: string): string
}

/** What stays behind: marks of places that have their other half elsewhere, and what is made anew by Word. */
const left =
  /^w:(?:bookmark(?:Start|End)|commentRange(?:Start|End)|commentReference|perm(?:Start|End)|proofErr|lastRenderedPageBreak|sectPr|move(?:From|To)Range(?:Start|End)|\w+Change)$/

/** How elements of a part of the left file go over into a part of the right. */
export function passageInto(
  from: { file: WordPackage; part: string },
  toPart: string,
  { parts, definitions, notes, wrap }: Luggage,
): Passage {
  const passage: Passage = {
    element(element, inner) {
      if (left.test(element.name)) return ''
      if (isTrace(element)) return inner()
      if (element.name === 'w:pStyle' || element.name === 'w:rStyle' || element.name === 'w:tblStyle')
        return definitions.style(element.attributes['w:val'] ?? '') === undefined ? '' : undefined
      return undefined
    },
    attribute(element, name, value) {
      const carried = notes[element.name]
      if (carried && name === 'w:id') {
        const inner = passageInto({ file: from.file, part: carried.from }, carried.part, {
          parts,
          definitions,
          notes: {},
          wrap,
        })
        return carried.id(value, inner, wrap) ?? value
      }
      if (name.startsWith('r:')) return parts.relationship(from.part, value, toPart)
      if (/^(?:w:rsid\w*|w14:(?:paraId|textId))$/.test(name)) return undefined
      if (element.name === 'w:numId' && name === 'w:val') return definitions.number(value) ?? '0'
      return value
    },
  }
  return passage
}
