import type { Assessment } from '../matter/index.ts'
import { leastInShort, mostInShort, mostWordsInShort, weightOf, wordsOfAsks } from './breadth.ts'
import { type Dropped, dropNote } from './exclude.ts'
import { withNeeds } from './needs.ts'
import { exclusionOf } from './relations.ts'
import type { Settling, Wanted } from './wanted.ts'

interface Shortening extends Settling {
  findings: Assessment['findings']
  /** What others drop: raised where those are not. */
  dropped: readonly Dropped[]
}

/**
 * What a short letter raises: what the matter names, and of the rest the weightiest, with what they bring, up to a
 * number of points and, from the fifth on, of words.
 */
export function shortened(
  wanted: ReadonlyMap<string, Wanted>,
  { findings, dropped, ...settling }: Shortening,
): Map<string, Wanted> {
  const { library, notes, licenses } = settling
  const weight = new Map(
    [...wanted.values(), ...dropped.map(({ one }) => one)].map(({ position }) => [
      position.id,
      weightOf(position, findings, library),
    ]),
  )
  const byWeight = (a: Wanted, b: Wanted) =>
    rankOf(b) - rankOf(a) || weight.get(b.position.id)! - weight.get(a.position.id)!
  const ranked = [...wanted.values()].sort(byWeight)
  // What another one drops has its turn when it is known whether that one is raised.
  const last = dropped.map(({ one }) => one).sort(byWeight)
  let raised = new Map<string, Wanted>()
  for (const [at, one] of [...ranked, ...last].entries()) {
    const { position } = one
    const against = last.includes(one) && excludedBy(one, raised.values())
    if (against) {
      notes.push(dropNote(against))
      continue
    }
    const more = new Map([...raised, [position.id, one]])
    const whole = withNeeds(more, { ...settling, notes: [] })
    const many = whole.size > mostInShort
    const long =
      whole.size > leastInShort && wordsOfAsks(whole.values(), licenses) > mostWordsInShort(licenses.length)
    if (rankOf(one) > 0 || !(many || long)) {
      raised = more
      continue
    }
    const place = `of ${ranked.length + last.length} points it is the ${ordinal(at + 1)} by weight of the topic, by what was found and by what Meta can give`
    const why =
      position.negotiability === 'fixed'
        ? firstSentence(position.negotiabilityReason)
        : many
          ? place
          : `${place}, and its words would take the letter beyond four pages`
    notes.push({
      kind: 'not-raised',
      position: position.id,
      says: `${position.id} is not raised: ${why}`,
    })
  }
  return raised
}

/** Of what is raised, what a position cannot stand beside. */
function excludedBy(one: Wanted, raised: Iterable<Wanted>): Dropped | undefined {
  for (const by of raised) {
    const reason = [...one.on].some((id) => by.on.has(id)) ? exclusionOf(one, by) : undefined
    if (reason !== undefined) return { one, by, reason }
  }
  return undefined
}

/** What the matter names comes first, and then what a letter cannot leave out. */
function rankOf({ asked, must }: Wanted): number {
  return asked ? 2 : must ? 1 : 0
}

/** Without its full stop, so that a note stays one sentence. */
function firstSentence(words: string): string {
  return words.split(/\.(?:\s|$)/, 1)[0]!
}

function ordinal(count: number): string {
  const ending = { one: 'st', two: 'nd', few: 'rd', other: 'th', many: 'th', zero: 'th' }
  return count + ending[new Intl.PluralRules('en', { type: 'ordinal' }).select(count)]
}
