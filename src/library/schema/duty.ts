import { z } from 'zod'
import { dutyTimes } from '../duty-times.ts'
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
  due: z
    .array(
      z
        .strictObject({
          what: words.describe('A sentence without its full stop and its time, with fact slots.'),
          by: z.enum(['us', 'vendor']).describe('Who owes it.'),
          at: z
            .array(z.enum(dutyTimes))
            .min(1)
            .describe(
              'What makes it due: first-distribution and each-release of copies, first-offer and while-offered of what is made available, while-held of copies, while-used, version-change to a model of another license.',
            ),
          time: words.describe('The same in words, without a full stop: with each copy that goes out.'),
          grounds: z
            .array(
              z.strictObject({
                when: condition.describe('On the kind of the vendor and the terms of the license alone.'),
                unclear: z
                  .literal(true)
                  .exactOptional()
                  .describe('The text, or what is kept of the vendor, leaves open who owes it.'),
                because: words.describe('One sentence: why it is owed, or what is to be settled.'),
              }),
            )
            .min(1)
            .exactOptional()
            .describe(
              'Of a vendor’s product: when it is owed. Without them it is ours in our own uses, where the grounds above say so.',
            ),
        })
        .refine(({ by, grounds }) => by === 'us' || grounds !== undefined, {
          message: 'what a vendor owes has grounds of its own',
        }),
    )
    .default([])
    .describe('Who owes it and when; the register lists it beside what was signed.'),
  cites: z
    .array(z.strictObject({ topic: id, section: section.exactOptional() }))
    .min(1)
    .describe('What imposes it: topics, whose sections and quotes are cited.'),
})
