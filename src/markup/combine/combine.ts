import { elementsOf, openPackage, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { aboutFile, Problem } from '../../problem.ts'
import { breachWords, verifyRedline } from '../compare.ts'
import { countChanges } from '../resolve/count.ts'
import { isMark } from '../resolve/decision.ts'
import { resolvePackage, resolveWord } from '../resolve/file.ts'
import { short } from '../short.ts'
import { storyParts } from '../story-parts.ts'
import { Addition, type CombineOptions, type Own, ownChanges } from './addition.ts'
import { type Container, containers, headersAlone } from './containers.ts'
import type { Combined, CombineReport, Reviewed, Reviewer } from './types.ts'

/**
 * Puts the mark-ups of several reviewers of one base into one file: every change keeps its author and date, the same change
 * stands there once, and of changes that touch each other all stand there, with a comment that says so. Rejecting all gives
 * the base; that is checked before the file is given out.
 *
 * @param reviewed two or more; the first one's file carries the others' changes
 * @throws Problem where a file cannot be read, is no mark-up of the base, or cannot be combined
 * @example combineWord({ name: 'nda.docx', bytes }, [ann, bob], { author: 'Clausebook' }).report.conflicts
 */
export function combineWord(
  base: Reviewed,
  reviewed: readonly Reviewed[],
  options: CombineOptions,
): Combined {
  const origin = aboutFile(base.name, () =>
    openPackage(resolvePackage(openPackage(base.bytes), { as: 'accept' })),
  )
  for (const one of reviewed) requireBase(base, one)
  const [first, ...others] = reviewed
  if (!first) throw new Problem('combine', 'name at least one reviewer’s file')
  const known = new Map<string, Own[]>()
  let bytes = first.bytes
  const report: CombineReport = { form: 1, base: base.name, reviewers: [], conflicts: [], shared: [] }
  aboutFile(first.name, () => {
    const file = openPackage(first.bytes)
    report.reviewers.push(reviewerOf(first.name, file, []))
    for (const inBoxes of [false, true])
      for (const { key, items } of containers(file, origin, inBoxes))
        known.set(key, ownChanges(first.name, items))
  })
  for (const one of others)
    aboutFile(one.name, () => {
      const other = openPackage(one.bytes)
      const { looks } = countChanges(other)
      let made = 0
      // A box hangs in a paragraph, which may be written anew.
      for (const inBoxes of [false, true]) {
        const into = openPackage(bytes)
        const pairs = pairedContainers(containers(into, origin, inBoxes), containers(other, origin, inBoxes))
        if (inBoxes && pairs.every(({ from }) => from.items.every(({ standing }) => standing === 'base')))
          continue
        const addition = new Addition(into, other, { base: origin, name: one.name, known, report, options })
        bytes = addition.bytes(pairs)
        made += addition.looksMade
      }
      const left = looks - made
      const leftOut = [
        ...(left > 0 ? [`${left} tracked changes of looks`] : []),
        ...headersAlone(other, origin).map((part) => `${part}, which the base has not,`),
      ]
      report.reviewers.push(reviewerOf(one.name, other, leftOut))
    })
  const [breach] = verifyRedline(bytes, base.bytes, bytes).breaches.filter(
    ({ resolved }) => resolved === 'reject',
  )
  if (breach)
    throw new Problem('combine-proof', `nothing is written, since ${breachWords(breach)}: please report it`)
  if (report.conflicts.length + report.shared.length === 0) requireEach(bytes, reviewed, report.reviewers)
  return { bytes, report }
}

/** @throws Problem where the changes of one reviewer alone do not give the text that he or she wanted */
function requireEach(bytes: Uint8Array, reviewed: readonly Reviewed[], reviewers: readonly Reviewer[]): void {
  reviewers.forEach(({ authors, file }, at) => {
    const isShared = reviewers.some(
      (other, place) => place !== at && other.authors.some((one) => authors.includes(one)),
    )
    if (isShared || authors.length === 0) return
    // In one step: an end that goes joins what follows only where nothing of the others stands between.
    const alone = resolveWord(bytes, { as: 'accept', author: authors, others: 'reject' })
    const [breach] = verifyRedline(alone, alone, reviewed[at]!.bytes).breaches.filter(
      ({ resolved }) => resolved === 'accept',
    )
    if (breach)
      throw new Problem(
        'combine-proof',
        `nothing is written, since its changes alone do not give its text: ${breachWords(breach)}: please report it`,
        { file },
      )
  })
}

function pairedContainers(own: readonly Container[], others: readonly Container[]) {
  const theirs = new Map(others.map((one) => [one.key, one]))
  return own.flatMap((one) => {
    const from = theirs.get(one.key)
    return from ? [{ own: one, from }] : []
  })
}

/** @throws Problem with the first place where a reviewer's file, its marks rejected, is not the base */
function requireBase(base: Reviewed, one: Reviewed): void {
  const [breach] = aboutFile(one.name, () => verifyRedline(one.bytes, base.bytes, one.bytes).breaches).filter(
    ({ resolved }) => resolved === 'reject',
  )
  if (!breach) return
  const { insertions, deletions, moves } = countChanges(openPackage(base.bytes))
  if (insertions + deletions + moves > 0)
    throw new Problem(
      'no-common-base',
      'has tracked changes of its own, which the reviewers’ files still track: give it as it was before them (clausebook resolve FILE --reject --output BASE.docx), and its marks are kept beside theirs',
      { file: base.name },
    )
  throw new Problem(
    'no-common-base',
    `is no mark-up of ${base.name}: with its tracked changes rejected, line ${breach.line} of the ${breach.story} is “${short(breach.found)}” and not “${short(breach.expected)}” (compare … --silent lists all)`,
    { file: one.name },
  )
}

function reviewerOf(file: string, marked: WordPackage, leftOut: string[]): Reviewer {
  const authors = new Set<string>()
  let changes = 0
  const visit = (node: XmlElement) => {
    if (isMark(node)) {
      authors.add(node.attributes['w:author'] ?? '')
      changes += 1
    }
    elementsOf(node).forEach(visit)
  }
  for (const { name } of storyParts(marked)) visit(marked.xml(name).root)
  return { file, authors: [...authors], changes, leftOut }
}
