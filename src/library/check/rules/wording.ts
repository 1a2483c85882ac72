import { normalise, textOf as wordsOfText } from '../../../agreement/index.ts'
import { fileOf } from '../../folder.ts'
import { placesOf } from '../../match.ts'
import type { Term } from '../../types.ts'
import { everyText } from '../every-text.ts'
import { nameOf, placeInBody } from '../places.ts'
import type { CheckContext, CheckRule } from '../types.ts'

/** Truth rule 1 of the library: it restates and does not copy. */
const longestRun = 30

export const wording: CheckRule = {
  id: 'wording',
  proves:
    'restatements put only words of the text in quotation marks, and nothing repeats 30 words of a text',
  needsTexts: true,
  run(context) {
    for (const term of context.library.terms.values()) {
      if (!term.absent) checkQuotationMarks(term, context)
    }
    checkRuns(context)
  },
}

function checkQuotationMarks(term: Term, context: CheckContext): void {
  const texts = (['agreement', 'use-policy'] as const).flatMap((document) => {
    const text = context.textOf(term.license, document)
    return text ? [wordsOfText(text.agreement)] : []
  })
  if (!context.textOf(term.license, term.document)) return
  for (const match of normalise(term.restatement, 'text').matchAll(/[“"]([^”"]+)[”"]/g)) {
    const words = match[1]!.replace(/[.,;:]$/, '')
    if (texts.some((text) => placesOf(text, words).length > 0)) continue
    context.report(
      'wording',
      `${nameOf(term)}: “${words}” stands in quotation marks but not in the text: quote exactly, or drop the marks`,
      placeInBody(context, term, words.split(' ')[0]!),
    )
  }
}

const word = /[\p{L}\p{N}]+(?:['’.][\p{L}\p{N}]+)*/gu

function wordsWithLines(text: string): { word: string; line: number }[] {
  return text.split('\n').flatMap((content, at) =>
    [...content.matchAll(word)].map((match) => ({
      word: match[0].toLowerCase().replaceAll('’', "'"),
      line: at + 1,
    })),
  )
}

function checkRuns(context: CheckContext): void {
  const { reader, report } = context
  const runs = new Map<string, string>()
  for (const { license, document, text } of everyText(context)) {
    const words = wordsWithLines(wordsOfText(text.agreement)).map((one) => one.word)
    for (let at = 0; at + longestRun <= words.length; at += 1) {
      runs.set(words.slice(at, at + longestRun).join(' '), `the ${document} of ${license.id}`)
    }
  }
  for (const [path, content] of reader.folder.files) {
    const words = wordsWithLines(content)
    for (let at = 0; at + longestRun <= words.length; at += 1) {
      const source = runs.get(
        words
          .slice(at, at + longestRun)
          .map((one) => one.word)
          .join(' '),
      )
      if (!source) continue
      report('wording', `${longestRun} words or more in a row as in ${source}: say it in your own words`, {
        file: fileOf(reader.folder, path),
        line: words[at]!.line,
        column: 1,
      })
      at += longestRun
    }
  }
}
