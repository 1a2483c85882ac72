import type { TextIdentity } from '../types.ts'

/** What was compared: rows of label, left and right, without those that neither text has. */
export function identityTable(left: TextIdentity, right: TextIdentity): [string, string, string][] {
  const rows: [string, string | undefined, string | undefined][] = [
    ['Title', left.title, right.title],
    ['Text', left.id, right.id],
    ['Version', left.version, right.version],
    [dateLabel(left, right), left.released, right.released],
    ['Address', left.address, right.address],
    ['SHA-256', left.sha256, right.sha256],
    ...policyRows(left, right),
  ]
  return (
    rows
      .map(([label, from = '', to = '']): [string, string, string] => [label, from, to])
      // A text that bears no name but its title is told by the title.
      .filter(
        ([label, from, to]) =>
          (from !== '' || to !== '') && !(label === 'Text' && isTitled(left) && isTitled(right)),
      )
  )
}

function isTitled({ id, title }: TextIdentity): boolean {
  return id === title
}

/** The use policy of a license, where it is not the text that the other rows are of. */
function policyRows(
  left: TextIdentity,
  right: TextIdentity,
): [string, string | undefined, string | undefined][] {
  const of = ({ texts = [] }: TextIdentity) =>
    texts.slice(1).find(({ document }) => document === 'use-policy')
  const [one, other] = [of(left), of(right)]
  return [
    ['Use policy', one?.title, other?.title],
    ['Its SHA-256', one?.sha256, other?.sha256],
  ]
}

/** The words that the texts use for their date, where they use the same; Llama 4 has an effective date. */
export function dateLabel(left: TextIdentity, right: TextIdentity): string {
  const [from, to] = [left.releasedAs, right.releasedAs]
  if (from === undefined || to === undefined || from === to) return from ?? to ?? 'Release date'
  return `${from} / ${to}`
}

/** `Llama 2 Community License Agreement → Llama 3.1 Community License Agreement`. */
export function reportTitle(left: TextIdentity, right: TextIdentity): string {
  return `${left.title || left.id} → ${right.title || right.id}`
}
