import type { Answer } from '../answer.ts'
import type { DealStatus, Point, TurnReading } from '../types.ts'

/** What a person should know of an answer that was written. */
export interface AnswerWords {
  /** What could not be marked up, each with why. */
  left: string[]
  /** What waits for somebody: an approval, an ask that goes back undecided, a comment that nobody answered. */
  waits: string[]
}

/**
 * Says of an answer what is not done by it.
 *
 * @param approved whether its concessions are approved already
 */
export function answerWords(
  { points, asks }: Pick<Answer, 'points' | 'asks'>,
  known: readonly Point[],
  reading: Pick<TurnReading, 'points' | 'comments'>,
  { approved = false } = {},
): AnswerWords {
  const pointOf = (id: string) => known.find((point) => point.id === id)
  const titleOf = (id: string) => pointOf(id)?.title ?? id
  const left = [...points, ...asks].flatMap(({ point, does, because }) =>
    does === 'left' ? [`${titleOf(point)} is not in the mark-up: ${because}`] : [],
  )
  const conceded = points.flatMap(({ point, below }) =>
    below && !approved
      ? [
          `${titleOf(point)} is conceded below our lowest level, and waits for the approval of ${pointOf(point)?.approval}`,
        ]
      : [],
  )
  const undecided = asks.filter(({ does }) => does === 'keep').map(({ point }) => point)
  const silent = points.flatMap(({ point, does }) => {
    const count = reading.points.find((one) => one.point === point)?.comments.length ?? 0
    return does === 'keep' && count > 0 ? [titleOf(point)] : []
  })
  const elsewhere = reading.comments.length
  return {
    left,
    waits: [
      ...conceded,
      ...(undecided.length > 0
        ? [
            `${undecided.join(', ')} ${undecided.length === 1 ? 'goes' : 'go'} back with a comment that we have not agreed, and ${undecided.length === 1 ? 'stays' : 'stay'} open, since nobody took or struck what they ask for there`,
          ]
        : []),
      ...(silent.length > 0
        ? [
            `their comments on ${silent.join(', ')} have no reply, since these stay as they are: answer them in Word`,
          ]
        : []),
      ...(elsewhere > 0
        ? [
            `${elsewhere} of their comments ${elsewhere === 1 ? 'stands' : 'stand'} on no point, and ${elsewhere === 1 ? 'has' : 'have'} no reply`,
          ]
        : []),
    ],
  }
}

/** The last return of a deal as its status has it. */
export function lastReturn({ points, comments }: DealStatus): Pick<TurnReading, 'points' | 'comments'> {
  return { points: points.flatMap(({ turns }) => turns.at(-1)?.reading ?? []), comments }
}
