import { documents } from '../../draft/index.ts'
import { moment } from '../../moment.ts'
import type { DraftList, KeptDraft } from '../../store/index.ts'

/** What `drafts.hbs` shows: a page of the drafts, with the addresses of those before and after it. */
export function draftsView({ drafts, total, page, pages }: DraftList, find: string) {
  const addressOf = (page: number) =>
    `/drafts?${new URLSearchParams({ ...(find && { find }), page: String(page) })}`
  return {
    find,
    drafts: drafts.map(draftView),
    total,
    page,
    pages: pages > 1 ? pages : undefined,
    before: page > 1 ? addressOf(page - 1) : undefined,
    after: page < pages ? addressOf(page + 1) : undefined,
  }
}

const titles = new Map(documents.map(({ id, title }) => [id, title]))

function draftView({ name, document, title, matter, vendor, by, at, sent }: KeptDraft) {
  return {
    ...{ name, title, vendor, by, matter },
    document: titles.get(document) ?? document,
    at: moment(at),
    file: `/drafts/${name}/file`,
    sending: `/drafts/${name}/sent`,
    sent: sent && { at: moment(sent.at), by: sent.by },
  }
}
