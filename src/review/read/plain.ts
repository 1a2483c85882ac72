import { own } from '../../own.ts'
import type { Token } from '../types.ts'

/** Who is called what in a paper, each name in small letters with single spaces; with a capital where it is a name with one alone. */
export interface Names {
  vendor: readonly string[]
  customer: readonly string[]
  either: readonly string[]
  /** Others, by the word that cues know them by. */
  others: Readonly<Record<string, readonly string[]>>
  /** What stands for the client's data, each as it is printed. */
  data?: readonly string[]
}

const spelled: [RegExp, string][] = [
  [/licenc/g, 'licens'],
  [/(?<=\w)isation/g, 'ization'],
  [/anonymis/g, 'anonymiz'],
  [/aggregis/g, 'aggregiz'],
  [/programme/g, 'program'],
  [/labour/g, 'labor'],
  [/behaviour/g, 'behavior'],
  [/unauthoris/g, 'unauthoriz'],
  [/authoris/g, 'authoriz'],
  [/recognis/g, 'recogniz'],
  [/pseudonymis/g, 'pseudonymiz'],
  [/customis/g, 'customiz'],
  [/utilis/g, 'utiliz'],
  [/minimis(?=[eai])/g, 'minimiz'],
  [/organis/g, 'organiz'],
  [/fulfil(?!l)/g, 'fulfill'],
  [/distill/g, 'distil'],
  [/catalogue/g, 'catalog'],
  [/favour/g, 'favor'],
  [/honour/g, 'honor'],
  [/defence/g, 'defense'],
]

/** Words that cues are written without. */
export const articles = new Set(['the', 'a', 'an', 'such', 'said', 'respective', 'applicable', 'relevant'])

/** What short forms stand for. */
const short: Record<string, string[]> = {
  "won't": ['will', 'not'],
  "can't": ['can', 'not'],
  cannot: ['can', 'not'],
  "shan't": ['shall', 'not'],
  "you're": ['customer', 'are'],
  "we're": ['vendor', 'are'],
  "we'll": ['vendor', 'will'],
  "you'll": ['customer', 'will'],
  "we've": ['vendor', 'have'],
  "you've": ['customer', 'have'],
  "we'd": ['vendor', 'would'],
  "you'd": ['customer', 'would'],
  "it's": ['it', 'is'],
  "that's": ['that', 'is'],
}

/**
 * The words of a sentence as cues read them: small letters, one spelling, no articles, short forms written out, the parties by
 * what they are. Each keeps its place in the sentence.
 */
export function plainTokens(text: string, names: Names): Token[] {
  const found = [...text.matchAll(/[\p{L}\p{N}$€£][\p{L}\p{N}'’%.,$€£]*/gu)].flatMap(
    ({ 0: whole, index }): Token[] => {
      const word = spelling(whole)
      const at = { from: index, to: index + whole.length }
      const written =
        (isCountry(whole, text) ? ['united', 'states'] : own(short, word)) ??
        (word.endsWith("n't") ? [word.slice(0, -3), 'not'] : [word])
      return written.map((one) => ({ word: one.replace(/'s?$/, ''), ...at })).filter((one) => one.word !== '')
    },
  )
  const plain = joined(found).filter(({ word }) => !articles.has(word))
  return withParties(plain, names, text)
}

/** “US” is a country where the words around it are not capitals too. */
function isCountry(whole: string, text: string): boolean {
  return whole === 'U.S.' || whole === 'U.S' || (whole === 'US' && /[a-z]/.test(text))
}

function spelling(whole: string): string {
  const word = whole
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[.,']+$/, '')
  return spelled.reduce((one, [from, to]) => one.replace(from, to), word)
}

/** Words that are written apart, with a hyphen or in one, are one: sub-contractor, back-up, re-train, fine-tune. */
function joined(tokens: Token[]): Token[] {
  const result: Token[] = []
  for (const token of tokens) {
    const before = result.at(-1)
    const word = before === undefined ? undefined : wordOf(before.word, token.word)
    if (before && word) result[result.length - 1] = { word, from: before.from, to: token.to }
    else result.push(token.word.startsWith('finetun') ? { ...token, word: token.word.slice(4) } : token)
  }
  return result
}

function wordOf(first: string, second: string): string | undefined {
  if (first === 'sub' && /^(?:contract|process|licens)/.test(second)) return `sub${second}`
  if (first === 'back' && /^ups?$/.test(second)) return `back${second}`
  if (first === 're' && second.startsWith('train')) return `re${second}`
  if (first === 'fine' && second.startsWith('tun')) return second
  return undefined
}

/** The words that cues know the client's data by. */
const theirData = 'customer data'

function withParties(tokens: Token[], names: Names, text: string): Token[] {
  const { vendor, customer, either, others, data = [] } = names
  const ways = Object.entries({ ...others, vendor, customer, party: either, [theirData]: data })
    .flatMap(([who, ways]) => ways.map((name) => ({ who, words: name.split(' ') })))
    .sort((a, b) => b.words.length - a.words.length)
  const result: Token[] = []
  for (let at = 0; at < tokens.length; ) {
    const way = ways.find(({ words }) =>
      words.every((word, offset) => {
        const token = tokens[at + offset]
        const small = word.toLowerCase()
        return token?.word === small && (word === small || /^\p{Lu}/u.test(text.slice(token.from)))
      }),
    )
    if (way) {
      const last = tokens[at + way.words.length - 1]!
      const place = { from: tokens[at]!.from, to: last.to }
      result.push(...way.who.split(' ').map((word) => ({ word, ...place })))
      at += way.words.length
    } else {
      result.push(tokens[at]!)
      at += 1
    }
  }
  return result
}
