import { askPlace, type DealStatus } from '../../deal/index.ts'

/** What a message says to who types a command or writes the file of a matter, and what a page says in its place. */
const onPages: readonly [RegExp, string][] = [
  [
    /give models\[\]\.license, for example llama-3\.1/,
    'choose one of its models, or a license, such as Llama 3.1',
  ],
  [/--vendor (.+?): no vendor of the matter has that name/, '“$1”: no vendor of the matter has that name'],
  [
    /: clausebook matter schema lists those that there are.*/,
    ': the page of any document asks for those that there are',
  ],
  [/^(.*: )?Unrecognized keys?: (.+)$/, '$1it holds $2, which has no place there'],
  [/ ?\(--(?:accept|refuse) [\w-]+\)/g, ''],
  [
    /`?clausebook matter import-answers`? reads the answers back as facts/,
    'its answers are read back as facts',
  ],
]

/** A message in the words of the fields of a page. */
export function onPage(words: string): string {
  return onPages.reduce((said, [from, to]) => said.replace(from, to), words)
}

/** Sentences about asks of theirs, which a page knows by where they stand: `what they added at 7.2`. */
export function withAsksNamed(sentences: readonly string[], { asks }: Pick<DealStatus, 'asks'>): string[] {
  return sentences.map((sentence) =>
    asks.reduce((said, ask) => {
      const place = askPlace({ section: ask.section, beside: ask.beside, row: ask.row })
      const name = `what they ${ask.kind}${place === '' ? '' : ` at ${place}`}`
      return said.replaceAll(new RegExp(`\\b${ask.id}\\b`, 'g'), name)
    }, sentence),
  )
}
