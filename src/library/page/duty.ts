import type { RootContent } from 'mdast'
import type { Reference } from '../show/types.ts'
import type { Duty } from '../types.ts'
import { bullets, code, heading, inline, paragraph, strong } from './blocks.ts'
import { conditionBlocks } from './condition.ts'

/** A duty as a page: what it asks for, which licenses impose it, and what makes it fall due. */
export function dutyPage(duty: Duty, licenses: Reference[]): RootContent[] {
  const { id, title, topic, control, exact, grounds, notDue, otherwise, due, what } = duty
  return [
    heading(1, title),
    paragraph(code(`duty:${id}`), ' · on ', code(topic)),
    // The slots for facts and citations are filled in a document; here they stand as they are.
    paragraph(what.replace(/\s+/g, ' ').trim()),
    ...(control === undefined ? [] : [paragraph(strong('Done where'), ' ', code(control), ' is yes.')]),
    ...(exact ? [paragraph(strong('Exact words'), ' in the fact ', code(exact.fact), '.')] : []),
    heading(2, 'Imposed by'),
    ...(licenses.length === 0
      ? [paragraph('No license.')]
      : bullets(licenses.map((one) => inline([one.title, ' ', code(one.show)])))),
    heading(2, 'Due'),
    ...grounds.flatMap(({ when, unclear, because }) => [
      paragraph(...(unclear ? [strong('The text leaves it open.'), ' '] : []), because),
      ...conditionBlocks(when),
    ]),
    heading(2, 'Not due otherwise'),
    ...notDue.flatMap(({ when, because }) => [paragraph(because), ...conditionBlocks(when)]),
    paragraph(otherwise),
    ...(due.length === 0
      ? []
      : [
          heading(2, 'Who, and when'),
          ...due.flatMap(({ what: does, time, grounds: own = [] }) => [
            paragraph(`${does}, ${time}.`),
            ...own.flatMap(({ when, unclear, because }) => [
              paragraph(...(unclear ? [strong('To be settled.'), ' '] : []), because),
              ...conditionBlocks(when),
            ]),
          ]),
        ]),
  ]
}
