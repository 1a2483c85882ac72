import type { TopicCues } from '../../../library/index.ts'
import { type Cue, hasCue, keyLength, keysOf, readCue } from './cue.ts'
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
const longestItem = 40
const forbidding =
  /\b(?:(?:must|may|shall|will|agrees?|can|do|should) not|cannot|not to|never|not (?:use|permitted|allowed)|prohibit\w*|forbid\w*|refrain)\b/

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
    const isItem = text.split(/\s+/, longestItem + 1).length <= longestItem
    const body = heading !== '' && text.startsWith(heading) ? text.slice(heading.length) : text
    for (const sentence of sentencesOf(body.replace(/^[\s.:–-]+/, ''))) {
      const forbids = isItem || forbidding.test(sentence.join(' '))
      const keys = new Set(sentence.map((word) => word.slice(0, keyLength)))
      const asked = new Set([...always, ...[...keys].flatMap((key) => byKey.get(key) ?? [])])
      for (const entry of asked) {
        if (!forbids && isRule(entry.topic)) continue
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
