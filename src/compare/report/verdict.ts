import type { Comparison } from '../types.ts'
import { isUnsure } from './guard.ts'
import { isChange } from './status.ts'

/** Whether a reader who asks for a status of the whole must be told of a difference, or of what is not known. */
export function mustBeTold(comparison: Comparison): boolean {
  const { pairs, selection } = comparison
  return (
    pairs.some(isChange) ||
    isUnsure(comparison) ||
    selection?.recognised === false ||
    isGuessed(comparison) ||
    renumbered(pairs).length > 0
  )
}

/** Clauses that have the same words under another number: what refers to one of them may now refer to another. */
function renumbered(pairs: Comparison['pairs']): Comparison['pairs'] {
  const numberOf = (label: string) => label.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  return pairs.filter(
    ({ left, right, cell }) =>
      left &&
      right &&
      !cell &&
      numberOf(left.label) !== numberOf(right.label) &&
      // A Markdown reader counts: a file that prints another number may show the same.
      (left.section !== right.section || left.label === '' || right.label === ''),
  )
}

/** Whether a topic or group was asked for in a text that the library does not know: more clauses may be about it. */
function isGuessed(comparison: Comparison): boolean {
  return comparison.selection !== undefined && !isOfLibrary(comparison)
}

/**
 * The sentence where no clause is changed: what was compared and how far it is the same, and no more than that;
 * undefined where one is changed.
 */
export function verdictWords(comparison: Comparison): string | undefined {
  const { pairs, selection, text } = comparison
  if (selection?.recognised === false) {
    const what = `${selection.kind} “${selection.title}”`
    return `No clause was recognised on the ${what} in either text, so nothing is said of it.`
  }
  if (pairs.some(isChange)) return undefined
  const narrowed = selection ? ` on the ${selection.kind} “${selection.title}”` : ''
  const counted = `${compared(comparison)}${narrowed}`
  if (isUnsure(comparison))
    return `No difference was found in ${counted}, but not everything was read: see what is named above.`
  if (isGuessed(comparison) && pairs.length > 0)
    return `No difference was found in ${counted}; other clauses may be about it in words that were not recognised: compare the whole.`
  if (pairs.length === 0) return `Neither text says anything${narrowed}.`
  const all = pairs.length === 1 ? 'is the same' : 'are the same'
  const [first, ...others] = renumbered(pairs)
  const renamed = first
    ? ` But ${others.length === 0 ? 'one has' : `${others.length + 1} have`} another number, so that a reference may lead elsewhere: ${numbered(first.left!)} is now ${numbered(first.right!)}${others.length === 0 ? '' : ', and so on'}.`
    : ''
  if (pairs.every(({ status }) => status === 'identical'))
    return `${first ? 'No words differ' : 'Nothing differs'}: ${counted} ${all}, word for word${text === 'restated' ? ' in our restatements' : ''}.${renamed}`
  const own = isOfLibrary(comparison)
    ? 'typography, capitals and punctuation, an indefinite article, the version’s own name, its release date and the addresses at which it is published'
    : 'typography (marks, kinds of hyphen, spaces, separators of millions, points of abbreviations), words set in capitals, the first letter of a sentence, and the punctuation that ends a clause'
  return `No clause differs in more than ${own} (${counted}).${renamed}`
}

function numbered({ section, label }: { section: string; label: string }): string {
  return label === '' ? `${section}, without a number,` : section
}

/** `67 clauses of the agreement and the use policy and 3 other parts`, all of them or those that are left. */
function compared({ pairs, summaryBy }: Comparison): string {
  const documents = Object.keys(summaryBy)
  const body = pairs.filter(({ story }) => story.kind === 'body').length
  const beside = pairs.length - body
  const clauses = `${body} ${body === 1 ? 'clause' : 'clauses'}`
  const of =
    documents.length > 1
      ? ' of the agreement and the use policy'
      : documents[0] === 'use-policy'
        ? ' of the use policy'
        : ''
  const parts = beside === 0 ? '' : ` and ${beside} of notes, headers, boxes, comments and links`
  return `${clauses}${of}${parts}`
}

/** Between other texts cosmetic means less. */
export function isOfLibrary({ left, right }: Pick<Comparison, 'left' | 'right'>): boolean {
  return left.version !== undefined && right.version !== undefined
}
