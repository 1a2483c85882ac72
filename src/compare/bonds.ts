import { type Answers, findSplits, movedOf, type Split, type Unit, type Units } from './align/index.ts'
import { cutsOf } from './cut.ts'
import type { Bond, Part } from './pair.ts'
import type { Tokenizer } from './word-diff.ts'

/** Every clause of both texts in a bond: with the one that answers it, with its part of one, or alone. */
export function bondsOf(units: Units, answers: Answers, read: { left: Tokenizer; right: Tokenizer }): Bond[] {
  const { left, right, weights } = units
  const moved = movedOf(units, answers)
  const bonds: Bond[] = []
  const bound = { left: new Set<number>(), right: new Set<number>() }

  const bind = ({ whole, parts }: Split, side: 'left' | 'right') => {
    const other = side === 'left' ? 'right' : 'left'
    if (bound[side].has(whole) || parts.some((part) => bound[other].has(part))) return
    const unit = units[side][whole]!
    const pieces = parts.map((part) => units[other][part]!)
    // A table is compared cell by cell, and never cut.
    if ([unit, ...pieces].some(isTable)) return
    const cuts = cutsOf(
      unit.clause.text,
      pieces.map(({ clause }) => clause.text),
      { whole: read[side], parts: read[other] },
    )
    if (!cuts) return
    bound[side].add(whole)
    pieces.forEach((piece, index) => {
      bound[other].add(piece.order)
      const part: Part = {
        unit,
        part: partAt(cuts, index),
      }
      const relation = side === 'left' ? 'split' : 'merged'
      const answered = side === 'left' ? whole : piece.order
      bonds.push({ moved: moved.has(answered), relation, ...pairing(side, part, { unit: piece }) })
    })
  }
  for (const split of findSplits(left, answers.left, right, answers.right, weights)) bind(split, 'left')
  for (const merge of findSplits(right, answers.right, left, answers.left, weights)) bind(merge, 'right')

  for (const unit of left) {
    if (bound.left.has(unit.order)) continue
    const answer = right[answers.left[unit.order]!]
    if (!answer || bound.right.has(answer.order) || isTable(unit) !== isTable(answer))
      bonds.push({ left: { unit }, moved: false })
    else {
      bound.right.add(answer.order)
      bonds.push({ left: { unit }, right: { unit: answer }, moved: moved.has(unit.order) })
    }
  }
  for (const unit of right) {
    if (!bound.right.has(unit.order)) bonds.push({ right: { unit }, moved: false })
  }
  return bonds
}

function isTable({ clause }: Unit): boolean {
  return clause.kind === 'table'
}

/** The space at which a clause was cut belongs to neither part: the parts, with a space between, are the clause. */
function partAt(cuts: readonly number[], index: number): NonNullable<Part['part']> {
  const of = cuts.length - 1
  return { from: cuts[index]!, end: cuts[index + 1]! - (index + 1 < of ? 1 : 0), index, of }
}

function pairing(side: 'left' | 'right', whole: Part, piece: Part): Pick<Bond, 'left' | 'right'> {
  return side === 'left' ? { left: whole, right: piece } : { left: piece, right: whole }
}
