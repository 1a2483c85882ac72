import { createHmac } from 'node:crypto'

/** What a mark stands for. */
export interface Marked {
  deal: string
  point: string
  round: number
  /** Which paragraph of the point, from 0. */
  paragraph: number
}

/** Every mark that a round makes. */
export const MARK = /^_cb[0-9a-f]{12}$/

/**
 * The name of a hidden bookmark, which says nothing to whoever has not the key. That of a point's first paragraph is over
 * deal, point and round; the others have their number as well, since Word wants every name once.
 *
 * @param key of the deal, in hexadecimal
 * @example markOf('00'.repeat(32), { deal: 'northwind', point: 'audit', round: 1, paragraph: 0 }) // '_cb…'
 */
export function markOf(key: string, { deal, point, round, paragraph }: Marked): string {
  const over = [deal, point, String(round), ...(paragraph === 0 ? [] : [String(paragraph)])]
  return `_cb${createHmac('sha256', Buffer.from(key, 'hex')).update(over.join('\n')).digest('hex').slice(0, 12)}`
}
