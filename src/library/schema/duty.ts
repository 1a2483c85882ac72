import { z } from 'zod'
import { condition, id, section, words } from './words.ts'

/** Front matter of `duties/ID.md`; the body is what is to be done. */
export const dutySchema = z.strictObject({
  id,
  title: words,
  topic: id.describe(
    'The topic whose term imposes it: where a license is silent on it, there is no such duty.',
  ),
  order: z.int().min(1).describe('Place in a list of duties: the order in which a release meets them.'),
  answers: z
    .enum(['copy', 'display', 'prefix', 'notice'])
    .exactOptional()
    .describe(
      'Which of the four duties toward others it is in the answer for a use; others are told in documents.',
    ),
  control: words
    .exactOptional()
    .describe('The control of a matter that says whether it is done: controls.notice_file.'),
  exact: z
    .strictObject({
      fact: words.describe('The fact of the topic that holds words to be reproduced exactly.'),
      point: words.describe('What the words are called in a schedule: Display.'),
      words: words.describe('The words as a schedule has them, with fact slots.'),
    })
    .exactOptional()
    .describe('Where the license wants exact words.'),
  grounds: z
    .array(
      z.strictObject({
        when: condition.describe('Matched against { matter, terms, license, derived }.'),
        unclear: z
          .literal(true)
          .exactOptional()
          .describe('The text leaves open that this is enough; the careful course is then to do it.'),
        because: words.describe('One sentence with fact slots: what makes it fall due.'),
      }),
    )
    .min(1)
    .describe('What makes it fall due; one that holds is enough.'),
  not_due: z
    .array(
      z.strictObject({
        when: condition.describe('Matched as a ground is.'),
        because: words.describe('One sentence with fact slots.'),
      }),
    )
    .default([])
    .describe('Why it is not due where no ground holds: the first of them that holds.'),
  otherwise: words.describe('Why it is not due where none of these holds either, one sentence.'),
  cites: z
    .array(z.strictObject({ topic: id, section: section.exactOptional() }))
    .min(1)
    .describe('What imposes it: topics, whose sections and quotes are cited.'),
})
