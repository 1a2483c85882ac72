import { clipped } from '../../in-words.ts'
import { type WordEdit, wordsOfParagraph } from '../../markup/index.ts'
import { folded } from '../read/fold.ts'
import { REFERENCE, type ReadFile } from '../read/lines.ts'
import type { Line, Mark, NewAsk } from '../types.ts'
import { viewedOf, wordEdits } from './counter.ts'
import type { Answering, PointAnswer } from './types.ts'

/** What becomes of a new ask, and where it stands in what came back. */
export interface AskAnswer {
  ask: NewAsk
  answer: PointAnswer
  line?: Line
  /** Whether it came in this round: one of an earlier round has its remark. */
  fresh: boolean
}

/** What a person decided of each open ask; one that nobody decided goes back with a remark. */
export function askAnswers(
  { asks = [], accept, refuse = new Set(), round }: Answering,
  file: ReadFile,
): AskAnswer[] {
  return asks.map((ask): AskAnswer => {
    if (ask.beside !== undefined) return answeredBeside(ask, { accept, refuse, round }, file)
    const does = accept.has(ask.id) ? 'accept' : refuse.has(ask.id) ? 'counter' : 'keep'
    const line =
      ask.round === round
        ? file.lines[ask.at]
        : file.lines.find(({ now }) => ask.after !== '' && folded(now) === ask.after)
    const there = line && line.now.trim() !== '' && ask.after !== '' ? line : undefined
    return {
      ask,
      answer: { point: ask.id, does, level: 'other', below: false },
      fresh: ask.round === round,
      ...(there && { line: there }),
    }
  })
}

/** Of an ask that stands beside the body, where nothing is marked up: a remark in the body names it. */
function answeredBeside(
  ask: NewAsk,
  { accept, refuse, round }: { accept: ReadonlySet<string>; refuse: ReadonlySet<string>; round: number },
  { lines }: ReadFile,
): AskAnswer {
  const own = { point: ask.id, level: 'other', below: false } as const
  const fresh = ask.round === round
  if (accept.has(ask.id)) return { ask, answer: { ...own, does: 'accept' }, fresh }
  const hangsOn = ask.at < 0 || !fresh ? undefined : lines[ask.at]
  const line = hangsOn?.now.trim() ? hangsOn : lines.find(({ now }) => now.trim() !== '')
  const answer: PointAnswer = refuse.has(ask.id)
    ? {
        ...own,
        does: 'left',
        because: `it stands in a ${ask.beside}, where nothing is marked up: ${ask.kind === 'added' ? 'take it out' : 'put it right'} by hand`,
      }
    : { ...own, does: 'keep' }
  return { ask, answer, fresh, ...(line && { line }) }
}

/** What is done in their file for an ask: fit for their eyes. */
export function askEdits(
  { ask, answer, line, fresh }: AskAnswer,
  { word, sent, interim }: { word: ReadFile; sent: ReadFile; interim: readonly Mark[] },
): WordEdit[] {
  const name = interim.find(({ point }) => point === ask.id)?.mark
  const there = name === undefined ? undefined : word.lines.find(({ marks }) => marks.includes(name))
  const paragraph = line && there && viewedOf(word, there)
  if (!paragraph || answer.does === 'accept') return []
  const words = wordsOfParagraph(paragraph)
  if (answer.does === 'counter') {
    if (ask.kind === 'added') return [{ kind: 'gone', paragraph }]
    const was = ask.of === undefined ? undefined : sent.lines[ask.of]
    return was ? wordEdits(paragraph, words, was.now.replaceAll(REFERENCE, '').trim()) : []
  }
  if (!fresh) return []
  return [
    {
      kind: 'remark',
      at: { paragraph, start: 0, end: words.length },
      remark: [
        ask.beside === undefined
          ? 'We have not agreed to this change and reserve our position on it.'
          : `We have not agreed to the change in the ${ask.beside} and reserve our position on it: “${clipped(ask.after || ask.before, 160)}”`,
      ],
    },
  ]
}
