import { counted } from '../../in-words.ts'
import type { Watched, WatchedText } from './types.ts'

/** One thing that a watch tells: each is an entry of the feed, and a part of the mail. */
export interface Told {
  /** The same for the same thing, from day to day. */
  id: string
  title: string
  /** Sentences and names, one a line. */
  lines: string[]
  kind: 'text' | 'unread' | 'due'
}

/** What a watch comes to, in a sentence. */
export function watchVerdict({ on, asked, texts, due }: Watched): string {
  const changed = texts.filter(({ outcome }) => outcome === 'changed')
  const unread = texts.filter(({ outcome }) => outcome === 'unread' || outcome === 'absent')
  const vendors = new Set(changed.flatMap(({ impact }) => (impact?.vendors ?? []).map(({ id }) => id)))
  const matters = new Set(changed.flatMap(({ impact }) => (impact?.matters ?? []).map(({ file }) => file)))
  return [
    changed.length > 0
      ? `${counted(changed.length, 'text')} changed: ${changed.map(({ title }) => title).join('; ')}. ${counted(vendors.size, 'vendor')} and ${counted(matters.size, 'matter')} touched.`
      : !asked
        ? 'No newer text is kept here; no address was asked.'
        : unread.length === texts.length
          ? 'No text could be checked.'
          : unchangedWords(texts.length - unread.length),
    ...(unread.length > 0 && unread.length < texts.length
      ? [`${counted(unread.length, 'text')} could not be checked.`]
      : []),
    ...(due ? [dueWords(due.dated.length, on, due.until)] : []),
  ].join(' ')
}

/** What a watch tells, the gravest first. */
export function toldBy({ texts, due }: Watched): Told[] {
  return [
    ...texts.filter(({ outcome }) => outcome === 'changed').map(changedText),
    ...unchecked(texts),
    ...(due?.dated ?? []).map(
      (one): Told => ({
        id: one.id,
        title: `${one.on}: ${one.title}`,
        lines: [
          `${one.lasts ? 'Until this day: ' : ''}${one.what}, ${one.time} (${one.clause}).`,
          ...(one.owner === undefined ? [] : [`Owner: ${one.owner}.`]),
        ],
        kind: 'due',
      }),
    ),
  ]
}

/** All in one: what keeps one from being read mostly keeps the others too. */
function unchecked(texts: readonly WatchedText[]): Told[] {
  const unread = texts.filter(({ outcome }) => outcome === 'unread' || outcome === 'absent')
  if (unread.length === 0) return []
  return [
    {
      id: `unchecked/${unread.map(({ id }) => id).join(',')}`,
      title: `${counted(unread.length, 'text')} could not be checked`,
      lines: unread.map(
        ({ title, outcome, reasons }) =>
          `${title}: ${outcome === 'absent' ? 'the pinned text is not here to compare with (clausebook texts fetch)' : reasons.join('; ')}`,
      ),
      kind: 'unread',
    },
  ]
}

function changedText({ id, title, address, impact, sha256 }: WatchedText): Told {
  const { topics = [], flowDowns = [], positions = [], vendors = [], matters = [] } = impact ?? {}
  const named = (what: string, names: string[]) =>
    names.length === 0 ? [] : [`${what}: ${names.join('; ')}.`]
  return {
    id: `changed/${id}/${(sha256 ?? '').slice(0, 12)}`,
    title: `${title} has changed${address === undefined ? '' : ` at ${address}`}`,
    lines: [
      ...named(
        'Topics that rest on what changed',
        topics.map((topic) => topic.title),
      ),
      ...named(
        'Clauses for vendors',
        flowDowns.map((clause) => clause.title),
      ),
      ...named(
        'Positions',
        positions.map((position) => position.title),
      ),
      ...named(
        'Vendors touched',
        vendors.map((vendor) => `${vendor.title} (${vendor.todo.replace(/\.$/, '')})`),
      ),
      ...named(
        'Matters touched',
        matters.map((matter) => matter.title),
      ),
      `What rests on it, section by section: clausebook impact ${id}`,
    ],
    kind: 'text',
  }
}

function dueWords(count: number, on: string, until: string): string {
  const what = count === 0 ? 'Nothing is' : count === 1 ? '1 duty is' : `${count} duties are`
  return `${what} due from ${on} to ${until}.`
}

function unchangedWords(read: number): string {
  return read === 1
    ? 'The one text that could be checked has not changed.'
    : `None of the ${read} texts that could be checked has changed.`
}
