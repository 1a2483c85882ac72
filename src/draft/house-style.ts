import { type DateStyle, type Library, officialTerms } from '../library/index.ts'
import type { Matter } from '../matter/index.ts'
import { ownWords } from './own-words.ts'
import { restyle } from './tree/restyle.ts'
import type { DraftDocument } from './types.ts'

/** Documents whose words are known again when they come back filled in. */
const READ_BACK = new Set(['vendor-questionnaire'])

/**
 * A document in the language, the dates and the words of its matter and house; what is quoted, official or a name stays as it
 * is. The matter comes before its house, and English of Britain writes the day first where neither says how.
 */
export function inHouseStyle(document: DraftDocument, matter: Matter, library: Library): DraftDocument {
  const { house } = library
  const language = said(matter.document?.language) ?? house?.language ?? 'en-US'
  const dateStyle: DateStyle =
    said(matter.document?.date_style) ??
    house?.dateStyle ??
    (language === 'en-GB' ? 'day-month-year' : 'month-day-year')
  const words = READ_BACK.has(document.id) ? {} : (house?.words ?? {})
  if (dateStyle === 'month-day-year' && Object.keys(words).length === 0) return { ...document, language }
  const write = ownWords({ dateStyle, words, names: namesOf(matter, library) })
  restyle(document.tree, write)
  return { ...document, language, dateStyle, title: write(document.title)[0] }
}

/** What must stay to the letter: names and terms of the licenses, and whatever the matter says in its own words. */
function namesOf(matter: Matter, library: Library): string[] {
  return [...new Set([...officialTerms(library).phrases, ...stringsIn(matter)])].filter((one) =>
    /\s/.test(one.trim()),
  )
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap((one) => stringsIn(one))
}

/** An answer, where there is one. */
function said<Answer extends string>(answer: Answer | undefined): Exclude<Answer, 'unknown'> | undefined {
  return answer === 'unknown' ? undefined : (answer as Exclude<Answer, 'unknown'> | undefined)
}
