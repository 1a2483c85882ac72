import { wordsOfParagraph } from '../../markup/index.ts'
import type { ViewedParagraph } from '../../ooxml/index.ts'

/** Words of a paragraph, from the first to after the last (UTF-16 units). */
export interface ParagraphWords {
  paragraph: ViewedParagraph
  start: number
  end: number
}

interface Letter {
  paragraph: ViewedParagraph
  offset: number
}

/**
 * Finds stretches of a clause's words in the paragraphs that it was read from, where a space may be several and a number
 * stands before the words.
 *
 * @param text the clause's words
 * @returns the stretches that answer one of the clause, one in each paragraph; undefined where the words are not there
 */
export function wordsInParagraphs(
  text: string,
  paragraphs: readonly ViewedParagraph[],
): ((start: number, end: number) => ParagraphWords[]) | undefined {
  const letters: Letter[] = []
  let printed = ''
  for (const paragraph of paragraphs) {
    const words = wordsOfParagraph(paragraph)
    for (let offset = 0; offset < words.length; offset += 1) {
      if (isBlank(words[offset])) continue
      printed += words[offset]
      letters.push({ paragraph, offset })
    }
  }
  const first = printed.indexOf(text.replace(/\s+/g, ''))
  if (first < 0) return undefined
  const before = lettersBefore(text, first)
  const behind = (at: number): Letter | undefined => {
    const letter = at > 0 ? letters[before[at]! - 1] : undefined
    return letter && { ...letter, offset: letter.offset + 1 }
  }
  const at = (place: number) => letters[before[place]!]
  return (start, end) => {
    if (start === end) {
      const place = (isBlank(text[start - 1]) && at(start)) || behind(start) || at(start)
      return place ? [{ paragraph: place.paragraph, start: place.offset, end: place.offset }] : []
    }
    const from = (isBlank(text[start]) && behind(start)) || at(start)
    const to = (isBlank(text[end - 1]) && at(end)) || behind(end)
    if (!from || !to) return []
    const [one, other] = [paragraphs.indexOf(from.paragraph), paragraphs.indexOf(to.paragraph)]
    return paragraphs
      .slice(one, other + 1)
      .map((paragraph) => ({
        paragraph,
        start: paragraph === from.paragraph ? from.offset : 0,
        end: paragraph === to.paragraph ? to.offset : wordsOfParagraph(paragraph).length,
      }))
      .filter((stretch) => stretch.end > stretch.start)
  }
}

/** How many letters stand before each place of a text, those before it counted in. */
function lettersBefore(text: string, before: number): number[] {
  const counts = [before]
  for (let at = 0; at < text.length; at += 1) counts.push(counts[at]! + (isBlank(text[at]) ? 0 : 1))
  return counts
}

function isBlank(sign: string | undefined): boolean {
  return sign !== undefined && /\s/.test(sign)
}
