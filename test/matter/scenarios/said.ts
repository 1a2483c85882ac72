import type { Answer } from '../../../src/matter/index.ts'

/** Every sentence that an answer says to a client, without its citations. */
export function sentencesOf(answer: Answer): string[] {
  const texts = [
    ...answer.reasons.map(({ statement }) => statement),
    ...answer.unless.map(({ statement }) => statement),
    ...answer.questions.map(({ question }) => question),
    ...answer.duties.flatMap(({ title, is, because }) => because.map((one) => `${title}: ${is}. ${one}`)),
    ...answer.policy.map(({ says }) => says),
    ...answer.open.flatMap(({ says, said }) => [says, ...(said ? [said.says] : [])]),
    ...(answer.threshold?.leftOpen.map(({ statement }) => statement) ?? []),
    ...answer.wayOut,
    ...answer.pastUnlicensedUse.what,
    ...answer.pastBreach.what,
  ]
  return texts.flatMap((text) => text.split(/(?<=[.;?!])\s+/)).filter((one) => /\p{L}/u.test(one))
}

const common = new Set(
  'a an and are as at be been but by can could do does even for from has have he her his if in into is it its may might more must no nor not nobody none of on one only or out over shall she should so such than that the their them there they this those though to under until what when whether which who whose will with would said say says'.split(
    ' ',
  ),
)

/** Words that carry the meaning of a sentence, by their beginnings. */
export function stemsOf(sentence: string): Set<string> {
  const words = sentence.toLowerCase().match(/\d[\d.]*\p{L}*|[\p{L}’-]{3,}/gu) ?? []
  return new Set(
    words.filter((word) => !common.has(word)).map((word) => (/^\d/.test(word) ? word : word.slice(0, 5))),
  )
}

/** How much of what is wanted is in what is said, from 0 to 1. */
export function share(wanted: ReadonlySet<string>, said: ReadonlySet<string>): number {
  const found = [...wanted].filter((stem) => said.has(stem)).length
  return wanted.size === 0 ? 0 : found / wanted.size
}

/** Words that turn a sentence round. */
const denies = /\b(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot)\b/i

/**
 * Statements that must not be made and are: a sentence of the answer has nearly all their words, and denies as they do.
 * It is a wire to trip over; that nothing of the kind is said in other words, a person has to read.
 */
export function wronglySaid(answer: Answer, forbidden: string[]): string[] {
  const sentences = sentencesOf({ ...answer, open: answer.open.map(({ said: _, ...own }) => own) })
  return forbidden.filter((wrong) =>
    sentences.some(
      (sentence) =>
        denies.test(sentence) === denies.test(wrong) && share(stemsOf(wrong), stemsOf(sentence)) >= 0.75,
    ),
  )
}

/** What the text leaves open, and the answer does not speak of: less than a third of its words are said. */
export function notSaidOpen(answer: Answer, open: string[]): string[] {
  const said = stemsOf(
    [
      ...answer.open.flatMap(({ says, said: outside }) => [says, outside?.says ?? '']),
      ...answer.reasons.map(({ statement }) => statement),
      ...answer.unless.map(({ statement }) => statement),
      ...answer.duties.flatMap(({ because }) => because),
      ...(answer.threshold?.leftOpen.map(({ statement }) => statement) ?? []),
    ].join(' '),
  )
  return open.filter((point) => share(stemsOf(point), said) < 1 / 3)
}
