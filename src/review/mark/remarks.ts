import { sentenceCase } from '../../in-words.ts'
import type { FlowDown } from '../../library/index.ts'

type Said = Pick<FlowDown, 'title' | 'why'>

/**
 * What the margin says to the other side: what is asked, where their paper stands to it, and why. Levels, answers to what they
 * may say and a person's reasons are for our own side alone, and never come here.
 */
export const remarks = {
  /** On words of ours. @param struck whether the words that ran against them are taken out */
  insertion(
    { title, why }: Said,
    { beside, because, struck }: { beside: string | undefined; because: string[]; struck: boolean },
  ): string[] {
    if (beside === undefined) return [`${title}: we found nothing on this.`, why]
    const against = because.length > 0 ? ` ${because.join(' ')}` : ''
    return [
      `${title}: ${beside} does not give what is needed.${against}`,
      ...(struck
        ? []
        : [
            `${sentenceCase(beside)} stays as it is in this draft. Where it says less or otherwise, it is to give way: please conform it.`,
          ]),
      why,
    ]
  },
  /** On a number. */
  number({ title, why }: Said, numbers: readonly { from: string; to: string }[]): string[] {
    return [`${title}: ${numbers.map(({ from, to }) => `${to} in place of ${from}`).join('; ')}.`, why]
  },
  /** On a place of theirs that stays. @param words what we ask for */
  comment(
    { title, why }: Said,
    { beside, open, words }: { beside: string | undefined; open: boolean; words: readonly string[] },
  ): string[] {
    const stands =
      beside === undefined
        ? 'we found nothing on this'
        : open
          ? `it is not clear to us whether ${beside} gives what is needed`
          : `${beside} gives less than is needed`
    return [
      `${title}: ${stands}. ${open ? 'Please confirm that the paper gives the following, or take these words.' : 'We ask for these words.'}`,
      ...words,
      why,
    ]
  },
}
