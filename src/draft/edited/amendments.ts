import type { CoherenceMessage, CoherencePaper, CoherencePassage } from '../../coherence/index.ts'
import { escaped } from '../../pattern.ts'

/** An amendment as a letter says it. */
export interface Amendment {
  /** Section or definition that it is about: `Section 5.c`, `the definition of “Meta”`. */
  name: string
  operation: 'add' | 'delete' | 'replace' | 'insert'
  /** Words that it starts from, and those with which their run ends; undefined where it is about the whole. */
  from?: string
  until?: string
  side?: 'after' | 'before'
  /** Words that it puts in. */
  words: string
  /** Section behind which a new one stands. */
  after?: string
}

const named = String.raw`(?:[Ss]ection [\w.()]*\w\)?|[Tt]he definition of “[^”]*”)`
const words = '“([^”]*)”'
const forms: [RegExp, (found: string[]) => Omit<Amendment, 'name'>][] = [
  [
    new RegExp(`A new (${named}) is added after (${named}): ${words}`),
    ([after, text]) => ({ operation: 'add', after: after!, words: text! }),
  ],
  [new RegExp(`(${named}) is deleted(?=[.]|$)`), () => ({ operation: 'delete', words: '' })],
  [
    new RegExp(`(${named}) is replaced by the following: ${words}`),
    ([text]) => ({ operation: 'replace', words: text! }),
  ],
  [
    new RegExp(`In (${named}), the words from ${words} to ${words} are deleted`),
    ([from, until]) => ({ operation: 'delete', from: from!, until: until!, words: '' }),
  ],
  [
    new RegExp(`In (${named}), the words from ${words} to ${words} are replaced by ${words}`),
    ([from, until, text]) => ({ operation: 'replace', from: from!, until: until!, words: text! }),
  ],
  [
    new RegExp(`In (${named}), the words? ${words} (?:is|are) deleted`),
    ([from]) => ({ operation: 'delete', from: from!, words: '' }),
  ],
  [
    new RegExp(`In (${named}), the words? ${words} (?:is|are) replaced by ${words}`),
    ([from, text]) => ({ operation: 'replace', from: from!, words: text! }),
  ],
  [
    new RegExp(
      `In (${named}), the following is inserted (after|before) ${words}(?: and the words [^:“]*)?: ${words}`,
    ),
    ([side, from, text]) => ({ operation: 'insert', side: sideOf(side), from: from!, words: text! }),
  ],
  [
    new RegExp(
      `In (${named}), the following is inserted (after|before) the (?:last|first) word(?: and the words [^:“]*)?: ${words}`,
    ),
    ([side, text]) => ({ operation: 'insert', side: sideOf(side), words: text! }),
  ],
  [
    new RegExp(
      `In (${named}), the words? ${words} (?:is|are) inserted (after|before) ${words}(?: and the words [^.“]*)?`,
    ),
    ([text, side, from]) => ({ operation: 'insert', side: sideOf(side), from: from!, words: text! }),
  ],
  [
    new RegExp(
      `In (${named}), the words? ${words} (?:is|are) inserted (after|before) the (?:last|first) word(?: and the words [^.“]*)?`,
    ),
    ([text, side]) => ({ operation: 'insert', side: sideOf(side), words: text! }),
  ],
]

function sideOf(side: string | undefined): 'after' | 'before' {
  return side === 'before' ? 'before' : 'after'
}

/** The amendments that words of a letter make, and what else they say. */
export function amendmentsIn(text: string): { amendments: Amendment[]; rest: string } {
  const amendments: Amendment[] = []
  let rest = text
  for (const [pattern, made] of forms)
    for (let found = pattern.exec(rest); found; found = pattern.exec(rest)) {
      const [whole, name, ...parts] = found
      amendments.push({ name: name!, ...made(parts) })
      rest = `${rest.slice(0, found.index)}${rest.slice(found.index + whole.length).replace(/^\.?\s*/, '')}`
    }
  return { amendments, rest: rest.trim() }
}

/**
 * A license as a letter has it amended, for the check of the whole; an amendment whose words are not there is told.
 *
 * @param given amendments with the place of the letter at which each stands, and the path of that clause
 */
export function carriedOut(
  license: CoherencePaper,
  given: readonly { amendment: Amendment; place: string; path?: string; letter: string }[],
): { paper: CoherencePaper; messages: CoherenceMessage[] } {
  const messages: CoherenceMessage[] = []
  let passages = [...license.passages]
  // What is put in has the words of the published text to hold on to, whatever was put in before.
  for (const { amendment, place, path, letter } of given) {
    const { name, operation, after, words: put } = amendment
    const lost = (what: string) =>
      messages.push({
        rule: 'amendment',
        paper: letter,
        place,
        reason: `${what} of ${license.name}, which is to be amended`,
        counsel: true,
      })
    const at = passages.findIndex((passage) => isNamed(passage, after ?? name))
    if (at < 0) {
      lost(`there is no ${after ?? name}`)
      continue
    }
    if (operation === 'add') {
      passages.splice(lastUnder(passages, at) + 1, 0, withAmendment(added(name, put), path))
      continue
    }
    if (operation === 'delete' && amendment.from === undefined) {
      const end = lastUnder(passages, at)
      passages = passages.filter((_, index) => index < at || index > end)
      continue
    }
    const changed = edited(passages[at]!, amendment)
    if (changed) passages[at] = withAmendment(changed, path)
    else lost(`the words “${brief(amendment.from ?? '')}” do not stand once in ${name}`)
  }
  return { paper: { ...license, passages }, messages }
}

function edited(
  passage: CoherencePassage,
  { operation, from, until, side, words: put }: Amendment,
): CoherencePassage | undefined {
  const { text } = passage
  const ours = `${passage.ours}\n${put}`.trim()
  const doubled = put.replaceAll('‘', '“').replaceAll(/’(?!\p{L})/gu, '”')
  if (from === undefined) {
    const whole =
      operation === 'replace' ? doubled : side === 'before' ? `${doubled} ${text}` : `${text} ${doubled}`
    return { ...passage, text: whole, ours: operation === 'replace' ? put : ours }
  }
  const start = only(text, from)
  const end = until === undefined ? start : only(text, until)
  if (!start || !end || end[1] < start[0]) return undefined
  const [first, last] = [start[0], end[1]]
  if (operation === 'insert') {
    const spot = side === 'before' ? first : last
    return {
      ...passage,
      text: `${text.slice(0, spot)} ${doubled} ${text.slice(spot)}`
        .replace(/\s+/g, ' ')
        .replace(/ (?=[,.;:)])/g, ''),
      ours,
    }
  }
  return {
    ...passage,
    text: `${text.slice(0, first)}${doubled}${text.slice(last)}`,
    ours: put === '' ? passage.ours : ours,
  }
}

function withAmendment(passage: CoherencePassage, path: string | undefined): CoherencePassage {
  return path === undefined ? passage : { ...passage, amendedAt: [...(passage.amendedAt ?? []), path] }
}

/** Where words stand, if once, whatever the shape of their quotation marks and dashes. */
function only(text: string, sought: string): [number, number] | undefined {
  const pattern = escaped(sought.trim())
    .replace(/["“”'‘’]/g, `["“”'‘’]`)
    .replace(/[-‐‑–—]/g, '[-‐‑–—]')
    .replace(/\s+/g, '\\s+')
  const found = [...text.matchAll(new RegExp(pattern, 'g'))]
  return found.length === 1 ? [found[0]!.index, found[0]!.index + found[0]![0].length] : undefined
}

function isNamed({ place, number }: CoherencePassage, name: string): boolean {
  const section = /^section (.+)$/i.exec(name)?.[1]
  if (section === undefined) return place.toLowerCase() === name.toLowerCase()
  return (
    number ===
    section
      .replaceAll(')', '')
      .replaceAll('(', '.')
      .replace(/^\.|\.$/g, '')
  )
}

function lastUnder(passages: readonly CoherencePassage[], at: number): number {
  const { number } = passages[at]!
  return number === ''
    ? at
    : passages.findLastIndex((one) => one.number === number || one.number.startsWith(`${number}.`))
}

function added(name: string, text: string): CoherencePassage {
  const heading = /^[^.]{1,60}(?=\. )/.exec(text)?.[0] ?? ''
  const number = /^section (.+)$/i.exec(name)?.[1] ?? ''
  return { place: number === '' ? name : `Section ${number}`, number, heading, text, ours: text }
}

function brief(words: string): string {
  const list = words.split(/\s+/)
  return list.length <= 8 ? words : `${list.slice(0, 8).join(' ')} …`
}
