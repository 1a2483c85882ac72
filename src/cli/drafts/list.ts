import { moment } from '../../moment.ts'
import type { KeptDraft } from '../../store/index.ts'
import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { table } from '../jobs/table.ts'
import { tell } from '../output.ts'

export interface ListOptions extends DatabaseOptions {
  find?: string
  page?: number
  json?: true
}

/** `clausebook drafts list`. */
export async function listDrafts({ find, page, json, ...place }: ListOptions): Promise<void> {
  const asked = { ...(find !== undefined && { find }), ...(page !== undefined && { page }) }
  const list = await withDatabase(requireDatabase(place), ({ drafts }) => drafts.list(asked))
  if (json) return tell(`${JSON.stringify({ version: 1, ...list }, null, 2)}\n`)
  if (list.drafts.length === 0)
    return tell(
      find === undefined
        ? 'No draft is kept: clausebook draft DOCUMENT MATTER --database postgres://… keeps one.\n'
        : 'None has these words.\n',
    )
  await tell(table([['DRAFT', 'DRAFTED', 'BY', 'OF', 'SENT'], ...list.drafts.map(cellsOf)]))
  if (list.pages > 1) await tell(`\npage ${list.page} of ${list.pages}, ${list.total} drafts\n`)
}

function cellsOf({ name, at, by, matter, title, sent }: KeptDraft): string[] {
  const of = matter === undefined ? title : `${matter.name}, version ${matter.version}`
  return [name, moment(at), by, of, sent ? `${moment(sent.at)} ${sent.by}` : '']
}
