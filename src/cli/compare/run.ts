import { compareRestated, restatedNote, selectTopics } from '../../compare/knowledge/index.ts'
import { isChange } from '../../compare/report/index.ts'
import { loadLibrary } from '../../library/index.ts'
import { nameText } from '../../texts/index.ts'
import { requireWritable, writeOutput } from '../output.ts'
import { formatOf } from './format.ts'
import type { CompareOptions } from './options.ts'
import { render } from './render.ts'

/**
 * Compares and reports.
 *
 * @throws Problem where a license is not known, a topic is not, or the output cannot be written
 */
export async function runCompare(left: string, right: string, options: CompareOptions): Promise<void> {
  const { output, topic, group, changed = false, exitCode = false } = options
  await requireWritable(output)
  const library = await loadLibrary()
  const [from, to] = [left, right].map((id) => nameText(id, library.licenses).id)
  const whole = compareRestated(library, from!, to!)
  const comparison = selectTopics(whole, library, { ...(topic && { topic }), ...(group && { group }) })
  const report = render(comparison, formatOf(options), { changed, notes: [restatedNote] }, output)
  await writeOutput(output, report)
  if (exitCode && comparison.pairs.some(isChange)) process.exitCode = 1
}
