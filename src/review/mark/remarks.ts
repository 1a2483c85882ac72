import { sentenceCase } from '../../in-words.ts'
import type { FlowDown } from '../../library/index.ts'

/** A flow-down as the other side may read of it: the parties by what their paper calls them. */
export type Said = Pick<FlowDown, 'title' | 'toThem'>

/**
 * What the margin says to the other side: what is asked, where their paper stands to it, and why, in words that are made for
 * them. Levels, what we fear, answers to what they may say and a person's reasons are for our own side alone, and never come here.
 */
export const remarks = {
  /** On words of ours. @param struck whether the words that ran against them are taken out */
  insertion(
    said: Said,
    { beside, because, struck }: { beside: string | undefined; because: string[]; struck: boolean },
  ): string[] {
    if (beside === undefined) return [`${said.title}: we ask for this clause.`, ...whyOf(said)]
    return [
      [`${said.title}: we ask for this clause beside ${beside}.`, ...because].join(' '),
      ...(struck
        ? []
        : [
            `${sentenceCase(beside)} is not changed here; please conform it where it says less or otherwise.`,
          ]),
      ...whyOf(said),
    ]
  },
  /** On a number. */
  number(said: Said, numbers: readonly { from: string; to: string }[]): string[] {
    const changes = numbers.map(({ from, to }) => `${to} in place of ${from}`).join('; ')
    return [`${said.title}: ${changes}.`, ...whyOf(said)]
  },
  /** On a place of theirs that stays. @param words what we ask for */
  comment(
    said: Said,
    { beside, open, words }: { beside: string | undefined; open: boolean; words: readonly string[] },
  ): string[] {
    const stands =
      beside === undefined
        ? 'we ask for this'
        : open
          ? `it is not clear to us whether ${beside} gives what is needed`
          : `${beside} gives less than is needed`
    return [
      `${said.title}: ${stands}. ${open ? 'Please confirm that the paper gives the following, or take these words.' : 'We ask for these words.'}`,
      ...words,
      ...whyOf(said),
    ]
  },
  /** On words that a license of the models, or what they told us, does not bear out. */
  contradiction(because: string): string[] {
    return [`Please correct or confirm: ${because}`]
  },
}

function whyOf({ toThem }: Said): string[] {
  return toThem === undefined ? [] : [toThem]
}
