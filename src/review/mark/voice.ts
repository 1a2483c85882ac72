import { listed } from '../../in-words.ts'
import type { AskedClause, AskedPaper, AskedReference, AskedWords, TheirTerms } from './types.ts'

/** Terms of ours whose meaning hangs on the license: where theirs has one of that name, ours is told from it. */
const ours = ['Incident', 'License', 'Model', 'Weights', 'End User', 'Fine-Tuned Model', 'Use Policy']

/** Where what a reference is to stands: in a section, or where there is none, what it is about. */
export type Place = { section: string } | { subject: string }

/** How what no section has a number for is referred to. */
const unplaced = 'the provisions on '

/** How words of ours are put into a paper of theirs. */
export interface Voice {
  /** Words as the paper would say them. @param apart whether they tell the rest of the paper from what is ours in it */
  say(words: AskedWords, apart?: boolean): string
  /** The same for an entry of a list, which begins as it is. */
  item(words: AskedWords, apart?: boolean): string
  /** Terms that words use, with those that their meanings use, and that the paper does not define: in the order of the alphabet. */
  defined(words: readonly AskedWords[]): { term: string; text: string }[]
  /** What is said of our client and the vendor, as the paper calls them. */
  parties(text: string): string
  /** How our words bind, and who is who where the paper says we and you. @param sections ours, where words tell them apart @param prevails whether words of theirs stand beside ours */
  interpretation(sections?: string, prevails?: boolean): string
}

/**
 * Puts words of ours into the terms of a paper: its parties, its name, its data and product; a term of ours that it uses for
 * something else is told from it.
 *
 * @param place where what a reference is to stands
 */
export function voiceOf(
  asked: AskedPaper,
  terms: TheirTerms,
  place: (reference: AskedReference) => Place,
): Voice {
  const whole = namesOf(terms)
  const parted = new Map([
    ...whole,
    ['the Master Agreement', `the rest of ${terms.agreement}`],
    ['this Addendum', 'the Llama Part'],
  ])
  const clashing = ours.filter((term) => terms.defined.has(term) || terms.defined.has(`${term}s`))
  const put = (text: string, names = whole) => translated(text, names, terms, clashing)
  const item = (words: AskedWords, apart = false) => {
    const names = apart ? parted : whole
    const text = withLists(words, place, terms.section)
      .map((one) =>
        typeof one === 'string' ? put(one, names) : printed(place(one), one.bare ? '' : terms.section),
      )
      .join('')
    return agreeing(text, names)
      .replaceAll(/\b([Aa])n (?=Llama )/g, '$1 ')
      .replaceAll(/(?<=[.;] )the provisions on /g, 'The provisions on ')
      .trim()
  }
  const say = (words: AskedWords, apart = false) => sentenceStart(item(words, apart))
  const needs = asked.definitions.filter(({ term }) => !isTheirs(term, terms))
  return {
    say,
    item,
    defined(words) {
      const wanted = new Set<string>()
      for (let more = words.map(said); more.length > 0; ) {
        const found = needs.filter(
          ({ term }) => !wanted.has(term) && more.some((one) => new RegExp(`\\b${term}`).test(one)),
        )
        for (const { term } of found) wanted.add(term)
        more = found.map((one) => said(one.words))
      }
      const service =
        terms.service === undefined && asked.product !== ''
          ? [
              {
                term: 'Service',
                words: [`“Service” means ${asked.product}, with its updates and support.`],
              },
            ]
          : []
      return [...needs.filter(({ term }) => wanted.has(term)), ...service]
        .sort((a, b) => a.term.localeCompare(b.term))
        .map((one) => ({ term: put(one.term), text: say(one.words) }))
    },
    parties(text) {
      const { vendor, customer } = partyNames(terms)
      return sentenceStart(
        text
          .replaceAll(/\b(?:our|the) client’s\b/gi, `${customer}’s`)
          .replaceAll(/\b(?:our|the) client\b/gi, customer)
          .replaceAll(/\bthe vendor\b/gi, vendor),
      ).replaceAll(/(?<=\. )\p{Ll}/gu, (letter) => letter.toUpperCase())
    },
    interpretation(sections, prevails = false) {
      const part = sections === undefined ? '' : ` “Llama Part” means ${sections} of ${terms.agreement}.`
      const who = terms.pronouns
        ? ` “${terms.vendor}” and “${terms.customer}” are the party that provides and the party that receives what ${terms.agreement} ${isMany(terms.agreement) ? 'are' : 'is'} about.`
        : ''
      const rest = prevails
        ? ` Where the rest of ${terms.agreement} says otherwise on a subject of the Llama Part, the Llama Part applies.`
        : ''
      return say(asked.interpretation) + part + rest + who
    },
  }
}

const beginsList = /\b(?:Sections?|Clauses?)[ \u00A0]$/
const goesOn = /^(?:,? and |, )$/

/** A list of references as it is read: those with a number together, behind them what has none, as what it is about. */
function withLists(
  words: AskedWords,
  place: (reference: AskedReference) => Place,
  section: string,
): AskedWords {
  const found: (string | AskedReference)[] = []
  for (let at = 0; at < words.length; at += 1) {
    const one = words[at]!
    const before = found.at(-1)
    if (typeof one === 'string' || !one.bare || typeof before !== 'string' || !beginsList.test(before)) {
      found.push(one)
      continue
    }
    const places = [place(one)]
    for (let next = words[at + 2]; typeof next === 'object'; next = words[at + 2]) {
      const between = words[at + 1]
      if (!next.bare || typeof between !== 'string' || !goesOn.test(between)) break
      places.push(place(next))
      at += 2
    }
    const numbers = places.flatMap((each) => ('section' in each ? each.section : []))
    const subjects = places.flatMap((each) => ('subject' in each ? each.subject : []))
    const parts = [
      ...(numbers.length > 0 ? [`${section}${numbers.length > 1 ? 's' : ''}\u00A0${listed(numbers)}`] : []),
      ...(subjects.length > 0
        ? [unplaced + listed(subjects.map((each, nth) => (nth === 0 ? each : `on ${each}`)))]
        : []),
    ]
    found[found.length - 1] = before.replace(beginsList, '')
    found.push(parts.join(', and '))
  }
  return found
}

/** A reference as it is read. @param word for a section; empty where the number stands alone */
function printed(place: Place, word: string): string {
  if ('subject' in place) return unplaced + place.subject
  return word === '' ? place.section : `${word}\u00A0${place.section}`
}

/** Whether a clause of ours speaks both of its paper and of the contract that it stands beside. */
export function isApart({ paragraphs }: AskedClause): boolean {
  const text = paragraphs
    .flatMap(({ words, items }) => [words, ...items])
    .map(said)
    .join(' ')
  return text.includes('Master Agreement') && /\b[Tt]his Addendum\b/.test(text)
}

/** A party without an article may begin a sentence. */
function sentenceStart(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function said(words: AskedWords): string {
  return words.filter((one) => typeof one === 'string').join(' ')
}

function isTheirs(term: string, { defined, data }: TheirTerms): boolean {
  if (term === 'Customer Data') return data !== undefined
  if (ours.includes(term)) return false
  return defined.has(term) || defined.has(`${term}s`) || defined.has(`${term}es`)
}

function partyNames({ bareParties, vendor, customer }: TheirTerms): { vendor: string; customer: string } {
  const article = bareParties ? '' : 'the '
  return { vendor: article + vendor, customer: article + customer }
}

function namesOf(terms: TheirTerms): Map<string, string> {
  const { vendor, customer } = partyNames(terms)
  return new Map([
    ['during the Service', `during the term of ${terms.agreement}`],
    ['the Master Agreement', terms.agreement],
    ['this Addendum', terms.agreement],
    [
      'the Effective Date',
      terms.defined.has('Effective Date') ? 'the Effective Date' : `the date of ${terms.agreement}`,
    ],
    [
      'Customer Data',
      terms.data ?? (terms.defined.has('Customer Data') ? 'Llama Customer Data' : 'Customer Data'),
    ],
    ['the Service', `the ${terms.service ?? 'Service'}`],
    ['the Customer', customer],
    ['the Vendor', vendor],
    ['the Supplier', customer],
    ['the Reseller', vendor],
  ])
}

function translated(
  text: string,
  names: ReadonlyMap<string, string>,
  { defined, service }: TheirTerms,
  clashing: readonly string[],
): string {
  const keys = [...names.keys()].map((key) => (/^th/.test(key) ? `[Tt]${key.slice(1)}` : key))
  const own = clashing.filter((term) => defined.has(term) || defined.has(`${term}s`))
  const pattern = new RegExp(
    `\\b(?:${[...keys, ...own.map((term) => `(?<!Community |Llama |Llama \\d |Llama \\d\\.\\d )${term}`)].join('|')})(?=s?\\b)`,
    'g',
  )
  return text.replace(pattern, (found) => {
    const key = found.startsWith('Th') ? `t${found.slice(1)}` : found
    const name = names.get(key)
    if (name === undefined) return own.includes(found) ? `Llama ${found}` : found
    if (key === 'the Service' && service === undefined) return found
    return found.startsWith('Th') ? name.charAt(0).toUpperCase() + name.slice(1) : name
  })
}

const verbs: [one: string, many: string][] = [
  ['is', 'are'],
  ['has', 'have'],
  ['was', 'were'],
  ['does', 'do'],
  ...'runs moves ends needs takes opens makes concerns says prevails demands allows provides applies gives'
    .split(' ')
    .map((verb): [string, string] => [verb, verb === 'applies' ? 'apply' : verb.slice(0, -1)]),
]

/** What they call with a word for several takes the verb of several. */
function agreeing(text: string, names: ReadonlyMap<string, string>): string {
  const many = [
    ...['this Addendum', 'the Service'].map((key) => names.get(key)!).filter(isMany),
    // What no section of theirs or ours has a number for.
    `${unplaced}(?:\\p{L}|[ -])+?`,
  ]
  return many.reduce(
    (all, name) =>
      all.replace(
        new RegExp(
          `(?<!\\b(?:of|to|for|in|on|under|with|from) )\\b(${name}(?: otherwise| also| then)?) (${verbs.map(([one]) => one).join('|')})\\b`,
          'giu',
        ),
        (_, subject: string, verb: string) =>
          `${subject} ${verbs.find(([one]) => one === verb)?.[1] ?? verb}`,
      ),
    text,
  )
}

function isMany(name: string): boolean {
  return /^these |(?:Services|Products|Terms|Conditions)$/i.test(name)
}
