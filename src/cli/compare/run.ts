import { compareTexts, comparisonForOthers } from '../../compare/index.ts'
import { selectTopics } from '../../compare/knowledge.ts'
import { leftTypographyNote, mustBeTold, typographyCount } from '../../compare/report.ts'
import type { Comparison } from '../../compare/types.ts'
import { Problem } from '../../problem.ts'
import { openTexts, openWhole } from '../../texts/index.ts'
import type { Cover } from '../../word/reports.ts'
import { libraryFor } from '../house.ts'
import { refuseBytesOnTerminal, requireWritable, writeOutput } from '../output.ts'
import { say } from '../say.ts'
import { lookOf } from '../word/look.ts'
import { requirePrint } from '../word/pages-option.ts'
import { coverFile } from './cover.ts'
import { formatOf } from './format.ts'
import { isInPlace, redlineInPlace } from './in-place.ts'
import type { CompareOptions, Format } from './options.ts'
import { readingOf } from './reading.ts'
import { render } from './render.ts'

/** A redline that leaves signs untracked says so also where it is made. */
function sayLeftTypography({ pairs }: Comparison): void {
  const count = typographyCount(pairs)
  if (count > 0) say(`clausebook: ${leftTypographyNote(count)}`)
}

/** @throws Problem where two options say otherwise, or the format cannot hold what is asked */
function requireFit(format: Format, { forCounterparty, text, author, protect }: CompareOptions): void {
  if (protect && format !== 'docx')
    throw new Problem('usage', '--protect is for a Word file: give --format docx, or leave it out')
  if (!forCounterparty) return
  if (!['docx', 'html', 'markdown'].includes(format))
    throw new Problem('usage', `--for-counterparty goes with docx, html or markdown, not ${format}`)
  if (text === 'restated')
    throw new Problem(
      'usage',
      'restatements are ours: with --for-counterparty the official texts are compared',
    )
  if (format === 'docx' && author === 'Clausebook')
    throw new Problem(
      'usage',
      'with --for-counterparty, say whose the tracked changes are: give --author NAME',
    )
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
  if (options.gate && options.referenceDoc !== undefined)
    throw new Problem('usage', '--gate writes no Word file: leave out --reference-doc')
  if (options.gate) return (await import('./gate.ts')).runGate(left, right, options)
  if (options.silent) return (await import('./silent.ts')).runSilent(left, right, options)
  const format = formatOf(options)
  requireFit(format, options)
  refuseBytesOnTerminal(format, output)
  requirePrint(output, options.pages)
  const inPlace = isInPlace(left, right, format, options)
  const beside = coverFile(options, format, inPlace)
  const given = [left, right, options.referenceDoc].filter((one) => one !== undefined)
  await requireWritable(output, given)
  if (beside !== undefined) await requireWritable(beside, given)
  if (inPlace) {
    if (options.referenceDoc !== undefined)
      throw new Problem(
        'usage',
        'two Word files give the right one in its own look: leave out --reference-doc, or give --rebuilt',
      )
    await redlineInPlace(left, right, options)
    if (beside === undefined) return
  }
  const library = await libraryFor(options)
  const look = await lookOf(options.referenceDoc, format, library.house)
  const texts = openTexts(library.licenses)
  const open = (names: string[], state: typeof view) =>
    openWhole(texts, names, {
      official: text !== 'restated',
      ...readingOf(options, state),
    })
  const views = [options.leftView ?? view, options.rightView ?? view] as const
  const [from, to] =
    views[0] === views[1]
      ? await open([left, right], views[0])
      : [...(await open([left], views[0])), ...(await open([right], views[1]))]
  const { comparison: whole } = compareTexts(library, from!, to!, options.forCounterparty ? 'official' : text)
  const selected = selectTopics(whole, library, { ...(topic && { topic }), ...(group && { group }) })
  const comparison = options.forCounterparty ? comparisonForOthers(selected) : selected
  const rendered = (cover?: Cover) =>
    render(comparison, format, {
      changed,
      ...(typography !== undefined && { typography }),
      author,
      output,
      ...(date && { date }),
      ...(schema && { schema }),
      ...(options.forCounterparty && { outbound: true }),
      ...(options.protect && { protect: true }),
      ...(look && { look }),
      ...(cover && { cover }),
    })
  if (beside !== undefined) await writeOutput(beside, await rendered('alone'))
  if (inPlace) return
  const { cover } = options
  await writeOutput(output, await rendered(cover === 'separate' ? 'none' : cover), options.pages)
  if (format === 'docx' && typography === false) sayLeftTypography(comparison)
  if (exitCode && mustBeTold(comparison)) process.exitCode = 1
}
