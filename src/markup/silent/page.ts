import type { PhrasingContent, Root, RootContent } from 'mdast'
import { grouped } from '../../in-words.ts'
import { blocks } from '../../library/page.ts'
import type { SilentChange, SilentKind, SilentReport } from './types.ts'

const { bullets, heading, inline, paragraph, strong, table } = blocks

/** What a kind is called. */
const kinds: Readonly<Record<SilentKind, string>> = {
  words: 'words',
  typography: 'typography',
  moved: 'stands elsewhere',
  number: 'other number',
  look: 'hidden, struck or out of sight',
  other: 'no letter',
}

/** A report on silent changes as a page (mdast), for every rendering alike: what is silent first. */
export function silentPage(report: SilentReport): Root {
  const { sent, returned, changes, tracked, notCompared } = report
  return {
    type: 'root',
    children: [
      heading(1, 'Changed without being tracked'),
      paragraph(
        'Sent: ',
        strong(sent.name),
        `${sent.view === 'original' ? ' as it was before its tracked changes' : ''}. Came back: `,
        strong(returned.name),
        ', its tracked changes rejected.',
      ),
      paragraph(silentVerdict(report)),
      ...(changes.length > 0 ? [changesTable(changes)] : []),
      heading(2, 'Tracked'),
      ...trackedBlocks(tracked),
      heading(2, 'Not compared'),
      ...bullets([
        ...notCompared.map((line) => [line]),
        ['Looks that leave words to be seen, page setup, properties of the file.'],
      ]),
      paragraph('Legal information, not legal advice: a lawyer reviews it.'),
    ],
  }
}

/** The answer in a sentence. */
export function silentVerdict({ changes, readWhole }: SilentReport): string {
  if (changes.length > 0)
    return `${grouped(changes.length)} ${changes.length === 1 ? 'change was' : 'changes were'} made without being tracked.`
  return readWhole
    ? 'Nothing was changed without being tracked.'
    : 'No change without a mark was found in what was compared; what was not is named below.'
}

function changesTable(changes: readonly SilentChange[]): RootContent {
  return table(
    ['Place', 'Sent', 'Came back', 'What', 'Tracked nearby'],
    changes.map((change) => [
      change.place || change.story,
      sideWords(change, change.before),
      sideWords(change, change.after),
      kinds[change.kind],
      change.nearby.map((author) => author || 'nobody named').join(', ') || '–',
    ]),
    [3, 6, 6, 2, 2],
  )
}

/** What a side says there, the words that differ set apart. */
function sideWords({ kind, around }: SilentChange, words: string): PhrasingContent[] {
  if (kind === 'moved' || kind === 'number') return inline(words)
  const shown = words.trim()
  const [open = '', close = ''] = shown === '' ? [] : words.split(shown)
  return inline([
    around.before === '' ? '' : `… ${around.before}`,
    open,
    shown === '' ? (words === '' ? '[nothing]' : '[space]') : strong(shown),
    close,
    around.after === '' ? '' : `${shown === '' && !/^\s/.test(around.after) ? ' ' : ''}${around.after} …`,
  ])
}

function trackedBlocks(tracked: SilentReport['tracked']): RootContent[] {
  if (tracked.length === 0)
    return [paragraph('Nothing is tracked in the file that came back, and no comment is new.')]
  return [
    table(
      ['Author', 'Tracked changes', 'New comments'],
      tracked.map(({ author, changes, comments }) => [
        author || 'nobody named',
        String(changes),
        String(comments),
      ]),
      [4, 2, 2],
    ),
  ]
}
