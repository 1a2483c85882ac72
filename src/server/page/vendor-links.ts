import { dayAfter } from '../../days.ts'
import type { Library } from '../../library/index.ts'
import { moment } from '../../moment.ts'
import { Problem } from '../../problem.ts'
import type { KeptVendor } from '../../register/index.ts'
import {
  type GivenAnswers,
  isOpenOn,
  type LinksOfVendor,
  lastOpenDay,
  type ReadAnswer,
  readAnswers,
  usuallyOpen,
} from '../../register/links.ts'
import { visible } from '../../visible.ts'
import { onPage } from './on-page.ts'

/** What is shown of links beside those that are kept. */
interface Shown {
  made?: string | undefined
  /** What was typed into the form of a new one. */
  asked?: Record<string, unknown> | undefined
  /** ISO date of today. */
  on: string
}

/** What `vendor.hbs` shows of a vendor's links: those that are open, what came by any, and a form for a new one. */
export function linksView(
  links: LinksOfVendor,
  vendor: KeptVendor,
  library: Library,
  { made, asked, on }: Shown,
) {
  const own = links.own.toSorted((one, other) => (one.link.made.at < other.link.made.at ? 1 : -1))
  const typed = (name: string) => (typeof asked?.[name] === 'string' ? asked[name] : undefined)
  return {
    made,
    wrong: links.wrong,
    until: typed('until') ?? dayAfter(on, usuallyOpen, 'days'),
    first: on,
    last: lastOpenDay(on),
    client: typed('client') ?? links.client,
    open: own
      .filter(({ link }) => isOpenOn(link, on))
      .map(({ id, link }) => ({ id, by: link.made.by, at: moment(link.made.at), until: link.until })),
    waiting: own.flatMap(({ id, link }) =>
      link.answers.flatMap((given, at) =>
        given.decided ? [] : [{ id, at, ...givenView(given), ...rowsOf(given, vendor, library) }],
      ),
    ),
    decided: own.flatMap(({ link }) =>
      link.answers.flatMap(({ decided, ...given }) =>
        decided
          ? [
              {
                ...givenView(given),
                who: decided.by,
                when: moment(decided.at),
                taken: decided.taken.length,
                of: given.said.length,
                said: given.said.map(({ fact, words }) => ({
                  words: visible(words),
                  fact,
                  taken: decided.taken.includes(fact),
                })),
              },
            ]
          : [],
      ),
    ),
  }
}

function givenView({ at, by }: Pick<GivenAnswers, 'at' | 'by'>) {
  return { day: moment(at), by: visible(by) }
}

function rowsOf(given: GivenAnswers, vendor: KeptVendor, library: Library) {
  try {
    return { rows: readAnswers(given, vendor.record, library).rows.map(rowView) }
  } catch (error) {
    // What is kept of the vendor may contradict itself: what it said is shown all the same.
    if (!(error instanceof Problem)) throw error
    const reason = onPage(error.message)
    const rows = given.said.map(({ fact, words }) =>
      rowView({ fact, question: fact, words, before: '', state: 'open', reason }),
    )
    return { rows }
  }
}

function rowView({ words, reason, state, ...row }: ReadAnswer) {
  return {
    ...row,
    words: visible(words),
    reason: reason && onPage(reason),
    // What stands in the register is changed by a tick, and not by leaving one.
    ticked: state === 'new',
    readable: state === 'new' || state === 'change',
    same: state === 'same',
  }
}
