import { type Agreement, clausesOf } from '../../src/agreement/index.ts'

/** One line of an agreement as a person holds it: what a letter calls it, and its words. */
export interface Line {
  name: string
  words: string
}

/** An agreement as the reader of a letter has it in hand. */
export function linesOf(agreement: Agreement): Line[] {
  return clausesOf(agreement).map(({ path, text, terms }) => ({
    name: terms?.[0] && path.startsWith('definition.') ? `definition of '${terms[0]}'` : `Section ${path}`,
    words: plain(text),
  }))
}

/** Whatever the shape of its quotation marks, dashes and spaces. */
export function plain(text: string): string {
  return text
    .replace(/["“”„‘’]/g, "'")
    .replace(/[‐‑–—]/g, '-')
    .replace(/- /g, '-')
    .replace(/\s+/g, ' ')
    .trim()
}

interface Change {
  from: number
  to: number
  words: string
}

/**
 * Carries out the instructions of a letter as a person would who has only the letter and the agreement. It shares no
 * code with what wrote them.
 */
export function carryOut(agreement: Agreement, instructions: readonly string[]): Line[] {
  const lines = linesOf(agreement)
  const changes = new Map<string, Change[]>()
  const gone = new Set<string>()
  const find = (name: string) => {
    const line = lines.find((one) => one.name === name.replace(/^the /i, '').replace(/[“”]/g, "'"))
    if (!line) throw new Error(`the letter speaks of ${name}, which is not there`)
    return line
  }
  const change = (name: string, at: (words: string) => [number, number], words: string) => {
    const line = find(name)
    const [from, to] = at(line.words)
    changes.set(line.name, [...(changes.get(line.name) ?? []), { from, to, words: plain(words) }])
  }
  for (const instruction of instructions) {
    const [head] = instruction.split('“', 1)
    const quotes = [...instruction.matchAll(/“([^“”]*)”/g)].map(([, words]) => words!)
    const last = quotes.at(-1)!
    const added = /^A new (.*?) is added after (.*?): “/.exec(instruction)
    const whole = /^((?:Section|The definition).*?) is (deleted\.|replaced by the following: )/.exec(
      instruction,
    )
    const section = /^In (Section [^,“]*|the definition of “[^”]*”), /.exec(instruction)
    if (added) {
      const after = find(added[2]!).name
      const path = after.replace('Section ', '')
      const under = lines.findLastIndex(({ name }) => name === after || name.startsWith(`Section ${path}.`))
      lines.splice(under + 1, 0, { name: added[1]!.replace(/[“”]/g, "'"), words: plain(last) })
    } else if (whole) {
      if (whole[2] === 'deleted.') gone.add(find(whole[1]!).name)
      else change(whole[1]!, (words) => [0, words.length], last)
    } else if (section) {
      const name = section[1]!
      const [first, second, third] = name.includes('“') ? quotes.slice(1) : quotes
      const from = head!.includes(', the words from') || / the words from “/.test(instruction)
      const run = from
        ? (words: string): [number, number] => [
            only(words, first!)[0],
            only(words, second!, only(words, first!)[1])[1],
          ]
        : (words: string) => only(words, first!)
      if (/ deleted\.$/.test(instruction)) change(name, run, '')
      else if (instruction.includes(' replaced by “')) change(name, run, (from ? third : second)!)
      else {
        const [sought, words] = instruction.includes('the following is inserted')
          ? [first!, second!]
          : [second!, first!]
        const side = instruction.includes(' inserted before “') ? 0 : 1
        change(
          name,
          (text) => {
            const at = only(text, sought)[side]
            return [at, at]
          },
          ` ${words} `,
        )
      }
    } else throw new Error(`what does this ask for? ${instruction}`)
  }
  return (
    lines
      .filter(({ name }) => !gone.has(name))
      .map((line) => ({ name: line.name, words: tidy(made(line.words, changes.get(line.name) ?? [])) }))
      // A section without words is one without a number, unless it has sections of its own.
      .filter(({ name, words }) => words !== '' || lines.some((one) => one.name.startsWith(`${name}.`)))
  )
}

/** Where words stand, which must be one place. */
function only(text: string, words: string, from = 0): [number, number] {
  const sought = plain(words)
  const letter = /[\p{L}\p{N}]/u
  const places: number[] = []
  for (let at = text.indexOf(sought, from); at >= 0; at = text.indexOf(sought, at + 1)) {
    const cut = (a: string | undefined, b: string | undefined) => letter.test(a ?? '') && letter.test(b ?? '')
    const end = at + sought.length
    if (!cut(text[at - 1], sought[0]) && !cut(sought.at(-1), text[end])) places.push(at)
  }
  if (places.length !== 1) throw new Error(`“${words}” stands ${places.length} times in: ${text}`)
  return [places[0]!, places[0]! + sought.length]
}

function made(words: string, changes: Change[]): string {
  let text = ''
  let at = 0
  for (const { from, to, words: put } of [...changes].sort((a, b) => a.from - b.from || a.to - b.to)) {
    text += `${words.slice(at, from)} ${put} `.replace(/ {2}$/, ' ')
    at = to
  }
  return text + words.slice(at)
}

/** As a person closes up a line: no double spaces, none before a comma or inside a bracket. */
export function tidy(words: string): string {
  return words
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.;:!?)\]])/g, '')
    .replace(/([([]) /g, '$1')
    .replace(/\s*'\s*/g, "'")
    .replace(/\s*-\s*/g, '-')
    .trim()
}
