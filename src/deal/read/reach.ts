import { escaped } from '../../pattern.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import type { Line, NewAsk } from '../types.ts'
import { plain } from './fold.ts'

/** How far an ask reaches beyond its own place: each with what it does there, in words. */
export interface Reach {
  /** What it does to all of the paper. */
  whole: string[]
  /** Sections that it names: from one to another, by their outermost numbers. */
  sections: { from: number; to: number; because: string }[]
  /** Schedules that it names. */
  schedules: { from: number; to: number; because: string }[]
  /** Terms of the paper whose meaning it changes. */
  terms: { term: string; because: string }[]
}

const papers = String.raw`\b(?:this|the) (?:addendum|agreement|amendment|side letter|letter|rider|contract|document|paper)\b|\bhere(?:of|in|under|by|to)\b`

/** What names the paper as a whole, and what stands for all that it has. */
const thePaper = new RegExp(papers, 'i')
const allOfIt = new RegExp(
  String.raw`${papers}|\bnothing (?:in|here|above)\b|\banything\b|\b(?:any|all|each|every|no|none of(?: the| its)?|foregoing|preceding|above|other|its|their|these|those) (?:\w+ ){0,2}(?:obligation|promise|commitment|provision|term|clause|section|undertaking|warrant(?:y|ie)|covenant|dut(?:y|ie)|representation)s?\b`,
  'i',
)

/** What a sentence does to the paper whatever it is about, and what it does where it is about all of it. */
const kinds: { because: string; always?: RegExp; ofPaper?: RegExp }[] = [
  {
    because: 'changes what binds',
    always:
      /\b(?:non-?binding|bind(?:s|ing)?|bound by|unenforceable|enforceable|force (?:and|or) effect|legal(?:ly)? (?:effect|enforc\w+)|null and void|waives? (?:all|any|every|each|its))\b/i,
    ofPaper:
      /\b(?:void|obliged?|obliges|obligated|required|need not|no obligation|waive\w*|releas\w+|excuse[sd]?|reliev\w+|discharge[sd]?|endeavou?rs?|efforts|discretion|aspirations?|intentions?|goals?|targets?|guidance|guidelines?|informational|for information|as far as|so far as|to the extent|only|unless|except|may (?:choose|elect|decide|depart|deviate|ignore|decline))\b/i,
  },
  {
    because: 'changes which paper or clause prevails',
    always:
      /\b(?:prevail\w*|precedence|overrid\w*|overrul\w*|supersed\w*|takes? priority|notwithstanding|to the contrary|inconsisten\w+|in (?:the )?(?:case|event) of (?:an? |any )?conflict)\b/i,
    ofPaper:
      /\b(?:subject to|subordinate\w*|controls?|replac\w+|entire|conflicts?(?! of laws?)|yields?|gives? way|incorporat\w+)\b/i,
  },
  {
    because: 'changes what the paper applies to, how it is read, or how it changes or ends',
    ofPaper:
      /\b(?:appl(?:y|ies|ied)|effects?|effective|begins?|starts?|ends?|terminat\w+|expir\w+|laps\w+|ceas\w+|amend\w*|chang(?:e|es|ed)|var(?:y|ies|ied)|modif\w+|revis\w+|updat\w+|suspend\w*|withdr\w+|revok\w+|rescind\w*|cancel\w*|assign\w*|novat\w*|transfer\w*|interpret\w*|construed?|read as|understood|means?|surviv\w+)\b/i,
  },
]

/** What anybody owes where something is breached, and words that make it less. */
const owed = /\b(?:liab(?:le|ility|ilities)|exposure|damages|remed(?:y|ies))\b/i
const less =
  /\b(?:limit\w*|cap(?:s|ped)?|exceed\w*|exclu\w+|no|not|never|neither|nor|none|without|only|sole(?:ly)?|waive\w*|disclaim\w*|up to|maximum|at most|more than)\b/i
const owedAtAll = /\b(?:all|any|total|aggregate|entire|overall|every|each|whole)\b[^.;]{0,40}\bliab/i

/** Which law a paper is under is told, and changes no clause of it. */
const underLaw = /\b(?:governed|construed|interpreted)\b[^.;]*?\blaws?\b[^,.;]*/gi

/**
 * What an ask does beyond its place, by the sentences that it has and ours had not, or the other way round.
 *
 * @param terms of the paper, each with the paragraph that defines it
 */
export function reachOf(
  { before, after, of }: Pick<NewAsk, 'before' | 'after' | 'of'>,
  terms: ReadonlyMap<string, number>,
): Reach {
  const sentences = changedSentences(before, after)
  const reach: Reach = { whole: [], sections: [], schedules: [], terms: [] }
  const whole = new Set<string>()
  for (const sentence of sentences) {
    const named = namedIn(sentence)
    const sections = named.filter(({ isSchedule }) => !isSchedule)
    reach.sections.push(...sections)
    reach.schedules.push(...named.filter(({ isSchedule }) => isSchedule))
    // Of the sections that it names it says that, and of nothing else, but where it names the paper as well.
    const rest = sentence.replace(naming, '§').replaceAll(/§\s+of (?:this|the) \w+/gi, ' ')
    const isNarrow = sections.length > 0 || /\bthis (?:section|clause|paragraph)\b/i.test(sentence)
    if (!isNarrow || thePaper.test(rest)) for (const because of wholeOf(sentence)) whole.add(because)
    if (owed.test(sentence) && less.test(sentence) && (sections.length === 0 || owedAtAll.test(sentence)))
      whole.add('changes what anyone is liable for')
  }
  reach.whole = [...whole]
  for (const [term, at] of terms) {
    const isHere = of === at && sentences.some((one) => inBrackets(one).includes(term))
    const signs = [before, after].some((one) =>
      new RegExp(`^.{3,},\\s*(?:the )?${escaped(term)}\\W*$`).test(one),
    )
    if (isHere || signs) reach.terms.push({ term, because: `changes who or what “${term}” is` })
    else if (sentences.some((one) => saysWhatIs(one, term)))
      reach.terms.push({ term, because: `says what “${term}” means` })
  }
  return reach
}

function wholeOf(sentence: string): string[] {
  const own = sentence.replace(underLaw, '')
  const isOfPaper = allOfIt.test(own)
  return kinds.flatMap(({ because, always, ofPaper }) =>
    always?.test(own) || (isOfPaper && ofPaper?.test(own)) ? [because] : [],
  )
}

/** Sentences that stand on one side alone. */
export function changedSentences(before: string, after: string): string[] {
  const [was, is] = [before, after].map((text) => (text.trim() === '' ? [] : sentencesOf(quoted(text)))) as [
    readonly string[],
    readonly string[],
  ]
  const without = (all: readonly string[], others: readonly string[]) => {
    const known = new Set(others.map(plainly))
    return all.filter((one) => !known.has(plainly(one)))
  }
  return [...without(is, was), ...without(was, is)]
}

/** Words with quotation marks that open and close, by which a sentence is known that begins with one. */
function quoted(text: string): string {
  return text.replace(/(^|[\s(])"/g, '$1“').replaceAll('"', '”')
}

/** A sentence as another says the same, the numbers that it names being part of what it says. */
function plainly(sentence: string): string {
  return `${plain(sentence)} ${(sentence.match(/\d+/g) ?? []).join(' ')}`
}

const number = String.raw`\d+(?:\.\d+)*(?:\([a-z0-9]+\))*`
const naming = new RegExp(
  String.raw`(?<!\d,\s*)(?:\b(sections?|clauses?|paragraphs?|articles?|schedules?|annex(?:es)?|exhibits?)|§§?)\s*(${number}(?:(?:\s*,\s*(?:and |or )?|\s*-\s*|\s+(?:and|or|to|through|thru|until)\s+)(?:(?:sections?|clauses?)\s+)?${number})*)(\s+(?:onwards?|et seq|and (?:those |all )?(?:that )?follow(?:ing)?))?(?!\s+of (?:the|that|its|their|our) (?!addendum|agreement\b))`,
  'gi',
)

/** Sections and schedules of the paper that a sentence names; those of other papers are none. */
function namedIn(sentence: string): { from: number; to: number; isSchedule: boolean; because: string }[] {
  return [...sentence.matchAll(naming)].flatMap(({ 0: said, 1: what = '', 2: numbers = '', 3: onward }) => {
    const because = `names ${said.trim()}`
    const isSchedule = /^(?:sched|annex|exhib)/i.test(what)
    const parts = [
      ...numbers.matchAll(
        new RegExp(`(^|-|to|through|thru|until|,|and|or)\\s*(?:[a-z]+\\s+)?(${number})`, 'gi'),
      ),
    ]
    return parts.flatMap(({ 1: joint = '', 2: one = '' }, at) => {
      const to = Number.parseInt(one, 10)
      const isRange = at > 0 && /^(?:-|to|through|thru|until)$/i.test(joint)
      const from = isRange ? Number.parseInt(parts[at - 1]![2]!, 10) : to
      const last = onward !== undefined && at === parts.length - 1 ? Number.MAX_SAFE_INTEGER : to
      return [{ from: Math.min(from, to), to: Math.max(from, last), isSchedule, because }]
    })
  })
}

/** The terms that a paper defines, each with the paragraph that does. */
export function termsOf(sent: readonly Line[]): Map<string, number> {
  const terms = new Map<string, number>()
  for (const { at, now } of sent)
    for (const term of [...(definedIn(now) === undefined ? [] : [definedIn(now)!]), ...inBrackets(now)])
      if (!terms.has(term)) terms.set(term, at)
  return terms
}

/** The term that a paragraph defines. */
export function definedIn(words: string): string | undefined {
  return /^[^\p{L}“"]*[“"]([^”"]{1,80})[”"]/u.exec(words)?.[1]
}

/** Terms that are defined where they stand: `(the “Vendor”)`. */
function inBrackets(words: string): string[] {
  return [
    ...words.matchAll(/\((?:(?:this|the|each|together|collectively|an?),?\s+){0,2}[“"]([^”"]{1,60})[”"]\)/g),
  ].map((one) => one[1]!)
}

function saysWhatIs(sentence: string, term: string): boolean {
  const own = `[“"]?${escaped(term)}[”"]?`
  return [
    `(?:^|[;:.,]\\s+|\\bthat\\s+)(?:(?:[Tt]he|[Aa]n?|[Aa]ny)\\s+)?${own}\\s+(?:(?:shall|will|does not|do not|also|only|is deemed to)\\s+)*(?:means?|includes?|excludes?|refers?|is limited to|has the meaning|extends? (?:only )?to|is (?:read|understood|taken|construed))\\b`,
    `\\b(?:[Rr]eferences? to|[Tt]he (?:term|word|expression)|[Ii]n (?:the )?(?:place|stead) of|[Ii]nstead of|[Rr]eplac\\p{L}+|substitut\\p{L}+(?: for)?|succeeds?)\\s+(?:the\\s+|any\\s+)?${own}(?![\\p{L}\\p{N}])`,
  ].some((pattern) => new RegExp(pattern, 'u').test(sentence))
}
