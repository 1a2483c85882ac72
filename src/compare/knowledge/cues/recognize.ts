import type { TopicCues } from '../../../library/index.ts'
import { type Cue, hasCue, keyLength, keysOf, readCue } from '../../../library/index.ts'
import { sentencesOf } from './sentences.ts'

/** How a clause shows its topic: by its sentences, less surely by them, by its heading. */
export interface Signs {
  says: boolean
  hints: boolean
  heading: boolean
}

/** Tells every topic that a clause shows, by its id. */
export type Recognizer = (clause: { heading: string; text: string }) => Map<string, Signs>

interface Entry {
  topic: string
  sign: 'says' | 'hints'
  cue: Cue
}

/** Words of an entry in a list of what is forbidden, at most. */
const longestItem = 90
/** How no entry of such a list begins: with a condition, with someone who does something, with what a word means. */
const ofItsOwn =
  /^(?:the|this|these|those|each|all|if|where|when|notwithstanding|subject|except|unless|you|your|we|our|its|neither|either|to the (?:fullest |maximum )?extent|in no event|in addition)\b|^(?:\S+\s+){0,8}?(?:shall|will|must|may|agrees?|means?|refers?|ha(?:s|ve) the meanings?)\b/i
const severalSentences = /[.?!]["”’)]*\s+[\p{Lu}“"(]/u
const forbidding =
  /\b(?:(?:you|your|licensees?|users?|customers?|recipients?|subscribers?|developers?|anyone|any person)\b.*\b(?:(?:must|may|shall|will|can|do|should|are|is) not|cannot|not to|never)|(?:do|does|must|may|wo|should)n't|(?:must|may|shall|can) not be used|not (?:use|permit\w*|allow\w*)|prohibit\w*|forbid\w*|refrain)\b|^(?:do not|don't|never|no)\b/
/** A sentence with one of these says who answers for what, or what somebody promises: it forbids nothing. */
const ofRisk =
  /\b(?:liab\w*|warrants?|warrant(?:y|ies)|represents?|disclaim\w*|indemnif\w*|neither party|survive|governed)\b/

/** Tells whether a sentence, in small letters, forbids its reader something. */
function forbids(sentence: string): boolean {
  return forbidding.test(sentence) && !ofRisk.test(sentence)
}

/** How an entry begins behind a title of its own: “Weapons. Any activity that …”. */
const titled =
  /^\p{Lu}[^.?!]{2,90}\.\s+(?=(?:any|use|uses|using|to|for|in any|creat|generat|violat|engag|content)\w*\b)/iu

/** Tells whether a clause is an entry in a list, and no sentence of its own. */
function isEntry(body: string): boolean {
  const entry = body.replace(titled, '')
  if (entry.split(/\s+/, longestItem + 1).length > longestItem || ofItsOwn.test(entry)) return false
  return entry !== body || !severalSentences.test(entry)
}

/** Reads the cues once, to look them up by their letters. */
export function recognizerOf(
  cues: Record<string, TopicCues>,
  isRule: (topic: string) => boolean = () => false,
): Recognizer {
  const byKey = new Map<string, Entry[]>()
  for (const [topic, { says = [], hints = [] }] of Object.entries(cues)) {
    for (const [sign, written] of [
      ['says', says],
      ['hints', hints],
    ] as const) {
      for (const source of written) {
        const cue = readCue(source)
        for (const key of new Set(keysOf(cue)))
          byKey.set(key, [...(byKey.get(key) ?? []), { topic, sign, cue }])
      }
    }
  }
  const always = byKey.get('') ?? []

  return ({ heading, text }) => {
    const found = new Map<string, Signs>()
    const add = (topic: string, sign: keyof Signs) => {
      const signs = found.get(topic) ?? { says: false, hints: false, heading: false }
      found.set(topic, { ...signs, [sign]: true })
    }
    const whole = heading !== '' && text.startsWith(heading) ? text.slice(heading.length) : text
    const body = whole.replace(/^[\s.:–-]+/, '')
    const sentences = sentencesOf(body)
    const isItem = isEntry(body)
    for (const sentence of sentences) {
      const isRuled = isItem || forbids(sentence.join(' '))
      const keys = new Set(sentence.map((word) => word.slice(0, keyLength)))
      const asked = new Set([...always, ...[...keys].flatMap((key) => byKey.get(key) ?? [])])
      for (const entry of asked) {
        if (!isRuled && isRule(entry.topic)) continue
        if (found.get(entry.topic)?.[entry.sign]) continue
        if (hasCue(entry.cue, sentence)) add(entry.topic, entry.sign)
      }
    }
    const head = ` ${heading.toLowerCase()}`
    for (const [topic, { headings = [] }] of Object.entries(cues))
      if (headings.some((words) => head.includes(` ${words}`))) add(topic, 'heading')
    return found
  }
}
