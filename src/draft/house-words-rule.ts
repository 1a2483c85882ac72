import { type CheckRule, officialTerms, pluralOf } from '../library/index.ts'
import { ownWords } from './own-words.ts'
import type { Templates } from './template/templates.ts'

/** Two words beside each other that are the same, the second perhaps in its plural. */
const TWICE = /(?<![\p{L}\p{N}])([\p{L}-]+),? (?:(?:and|or) )?\1(?:e?s)?(?![\p{L}\p{N}])/iu

/**
 * A house’s words make sense where ours stand: none comes twice in a row, and each stands somewhere. It stands here and not
 * with the other rules, since the library has no templates.
 *
 * @param ours the templates that come with the program
 */
export function houseWordsRule(ours: Templates): CheckRule {
  return {
    id: 'house-words',
    proves: 'no word of a house comes to stand beside itself, and each is in place of one of ours',
    needsTexts: false,
    run({ library, reader, report, note }) {
      const { house } = library
      const source = reader.sources.get('house.yaml')
      if (!house || !source || Object.keys(house.words).length === 0) return
      const { phrases } = officialTerms(library)
      const contents = [
        ...[...reader.folder.files].filter(([path]) => !path.startsWith('licenses/')).map(([, text]) => text),
        ...[...ours.sources.values(), ...house.templates.values()].map(({ source: text }) => text),
      ]
      const text = unquoted(contents.join('\n·\n'), phrases)
      const write = ownWords({ dateStyle: 'month-day-year', words: house.words, names: phrases })
      const pairs = pairsIn(text)
      for (const word of Object.keys(house.words)) {
        const own = word.toLowerCase()
        const place = source.at(['words', word])
        if (!stands(own, text) && !stands(pluralOf(own), text)) {
          note(
            `words: “${word}” stands nowhere in the clauses and templates, and changes nothing (${place.file}:${place.line})`,
          )
          continue
        }
        const meeting = pairs.filter(
          (one) => stands(own, one) && !TWICE.test(one) && TWICE.test(write(one)[0]),
        )
        const name = meeting.find((one) => /^[^ ,]+ [^ ]+$/.test(one))
        const row = meeting.find((one) => one !== name)
        if (name !== undefined)
          report(
            'house-words',
            `“${name}” becomes “${write(name)[0]}”: give words that differ, or the two together ("${name}": …)`,
            place,
          )
        // In a row of words one is too many, which is no mistake in the list.
        else if (row !== undefined)
          note(`words: “${row}” becomes “${write(row)[0]}” (${place.file}:${place.line})`)
      }
    },
  }
}

/** Words in small letters and single spaces, without what stays as it is. */
function unquoted(text: string, phrases: readonly string[]): string {
  const plain = text.replace(/\s+/g, ' ').replace(/“[^“”]*”/g, '·')
  return phrases.reduce((left, phrase) => left.replaceAll(phrase, '·'), plain).toLowerCase()
}

/** Each two words that stand beside each other, also with a comma, “and” or “or” between them, once. */
function pairsIn(text: string): string[] {
  const pattern = /(?<![\p{L}\p{N}])(?=([\p{L}-]+,? (?:(?:and|or) )?[\p{L}-]+)(?![\p{L}\p{N}]))/gu
  return [...new Set([...text.matchAll(pattern)].map(([, pair]) => pair!))]
}

/** Whether a word stands in a text, also in the plural that only adds an s. */
function stands(word: string, text: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (isLetter(text[at - 1])) continue
    const end = at + word.length
    if (!isLetter(text[text[end] === 's' ? end + 1 : end])) return true
  }
  return false
}

function isLetter(character: string | undefined): boolean {
  return /^[\p{L}\p{N}]$/u.test(character ?? '')
}
