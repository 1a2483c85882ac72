import { compareTexts } from '../../compare/index.ts'
import { selectTopics } from '../../compare/knowledge.ts'
import { leftTypographyNote, mustBeTold, typographyCount } from '../../compare/report.ts'
import type { Comparison } from '../../compare/types.ts'
import { loadLibrary } from '../../library/index.ts'
import { isOffline, openTexts, openWhole } from '../../texts/index.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from '../output.ts'
import { say } from '../say.ts'
import { formatOf } from './format.ts'
import { isInPlace, redlineInPlace } from './in-place.ts'
import type { CompareOptions } from './options.ts'
import { render } from './render.ts'

/** A redline that leaves signs untracked says so also where it is made. */
function sayLeftTypography({ pairs }: Comparison): void {
  const count = typographyCount(pairs)
  if (count > 0) say(`clausebook: ${leftTypographyNote(count)}`)
}

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
    typography,
    changed = false,
    exitCode = false,
  } = options
  if (options.gate) return (await import('./gate.ts')).runGate(left, right, options)
  const format = formatOf(options)
  refuseBytesOnTerminal(format, output)
  await requireWritable(output, [left, right])
  if (isInPlace(left, right, format, options)) return redlineInPlace(left, right, options)
  const library = await loadLibrary()
  const texts = openTexts(library.licenses)
  const open = (names: string[], state: typeof view) =>
    openWhole(texts, names, {
      official: text !== 'restated',
      offline: isOffline(process.env, options.offline),
      view: state,
      hidden: options.hidden ?? false,
      say,
      ...(options.as && { as: options.as }),
      ...(options.encoding !== undefined && { encoding: options.encoding }),
    })
  const views = [options.leftView ?? view, options.silent ? 'original' : (options.rightView ?? view)] as const
  const [from, to] =
    views[0] === views[1]
      ? await open([left, right], views[0])
      : [...(await open([left], views[0])), ...(await open([right], views[1]))]
  const { comparison: whole } = compareTexts(library, from!, to!, text)
  const comparison = selectTopics(whole, library, { ...(topic && { topic }), ...(group && { group }) })
  const report = await render(comparison, format, {
    changed,
    ...(typography !== undefined && { typography }),
    author,
    output,
    ...(date && { date }),
    ...(schema && { schema }),
  })
  await writeOutput(output, report)
  if (format === 'docx' && typography === false) sayLeftTypography(comparison)
  if (exitCode && mustBeTold(comparison)) process.exitCode = 1
}
