import type { TextIdentity } from '../types.ts'

/** What was compared, as rows of label and value; what is not known is left out. */
export function identityRows(text: TextIdentity): [label: string, value: string][] {
  const { id, title, version, released, releasedAs, address, sha256 } = text
  const rows: [string, string | undefined][] = [
    ['Title', title],
    ['Text', id],
    ['Version', version],
    [releasedAs ?? 'Release date', released],
    ['Address', address],
    ['SHA-256', sha256],
  ]
  return rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
}

/** Labels of either text in one order, so that a table can set the two side by side. */
export function identityTable(left: TextIdentity, right: TextIdentity): [string, string, string][] {
  const [one, two] = [new Map(identityRows(left)), new Map(identityRows(right))]
  const date = dateLabel(left, right)
  const value = (rows: Map<string, string>, text: TextIdentity, label: string) =>
    label === date ? (text.released ?? '') : (rows.get(label) ?? '')
  const labels = ['Title', 'Text', 'Version', date, 'Address', 'SHA-256']
  return labels
    .map((label): [string, string, string] => [label, value(one, left, label), value(two, right, label)])
    .filter(([, from, to]) => from !== '' || to !== '')
}

/** The words that the texts use for their date, where they use the same; Llama 4 has an effective date. */
function dateLabel(left: TextIdentity, right: TextIdentity): string {
  const [from, to] = [left.releasedAs, right.releasedAs]
  if (from === undefined || to === undefined || from === to) return from ?? to ?? 'Release date'
  return `${from} / ${to}`
}

/** `Llama 2 Community License Agreement → Llama 3.1 Community License Agreement`. */
export function reportTitle(left: TextIdentity, right: TextIdentity): string {
  return `${left.title || left.id} → ${right.title || right.id}`
}
