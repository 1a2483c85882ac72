import { compareTexts } from '../../compare/index.ts'
import { selectTopics } from '../../compare/knowledge/index.ts'
import { isChange } from '../../compare/report/index.ts'
import { loadLibrary } from '../../library/index.ts'
import { isOffline, openTexts, openWhole } from '../../texts/index.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from '../output.ts'
import { formatOf } from './format.ts'
import type { CompareOptions } from './options.ts'
import { render } from './render.ts'

/**
 * Compares and reports.
 *
 * @throws Problem where a license is not known, a file cannot be read, a topic is not there, or the output cannot be
 *   written
 */
export async function runCompare(left: string, right: string, options: CompareOptions): Promise<void> {
  const {
    output,
    topic,
    group,
    author,
    date,
    text,
    schema,
    view,
    changed = false,
    exitCode = false,
  } = options
  const format = formatOf(options)
  refuseBytesOnTerminal(format, output)
  await requireWritable(output)
  const library = await loadLibrary()
  const [from, to] = await openWhole(openTexts(library.licenses), [left, right], {
    official: text !== 'restated',
    offline: isOffline(process.env, options.offline),
    view,
    hidden: options.hidden ?? false,
    say: (line) => process.stderr.write(`${line}\n`),
  })
  const { comparison: whole } = compareTexts(library, from!, to!, text)
  const comparison = selectTopics(whole, library, { ...(topic && { topic }), ...(group && { group }) })
  const report = await render(comparison, format, {
    changed,
    author,
    output,
    ...(date && { date }),
    ...(schema && { schema }),
  })
  await writeOutput(output, report)
  if (exitCode && comparison.pairs.some(isChange)) process.exitCode = 1
}
