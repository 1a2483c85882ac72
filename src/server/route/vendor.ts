import express, { type Request, type Response, Router } from 'express'
import { asSentence } from '../../in-words.ts'
import { Problem } from '../../problem.ts'
import { type KeptVendor, licenseDuties, obligations, recordWith, unknownIn } from '../../register/index.ts'
import { today } from '../../today.ts'
import { horizonIn, wordIn } from '../page/vendor-filter.ts'
import { linksView } from '../page/vendor-links.ts'
import { addressOf, vendorView } from '../page/vendors-page.ts'
import { visitorView } from '../page/visitor.ts'
import { isMendable } from '../refusal.ts'
import type { Site } from '../site.ts'
import { nameOf } from './matters.ts'
import { requireRegister, vendorNamed } from './register.ts'
import { whyAgain } from './sent-form.ts'
import { draftThatWaits, requireApproved, waitsWords } from './vendor-approval.ts'

/** What a form on a vendor may say; what is left empty is taken away. */
const editable = [
  'status',
  'owner',
  'category',
  'dates.signed',
  'term.ends',
  'term.renews',
  'term.notice_days',
]
/** `/vendors/ID`: one vendor of the register. */
export function vendorPage(site: Site): Router {
  const router = Router()
  const fields = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 1_000 })

  router.get('/vendors/:id', async (request, response) => {
    await showVendor(site, request, response)
  })
  router.post('/vendors/:id', fields, async (request, response) => {
    const given = Object(request.body) as Record<string, unknown>
    const vendor = await vendorNamed(site, request, String(request.params.id))
    try {
      const said = editable.map((path) => [path, typedValue(path, wordIn(given, path))] as const)
      const seen = { ...vendor, base: wordIn(given, 'base') ?? '' }
      const isSent = wordIn(given, 'status') === 'sent' && vendor.record.status !== 'sent'
      if (isSent) await requireApproved(site, [vendor], request)
      await putOn(site, seen, Object.fromEntries(said), request)
      response.redirect(303, `${addressOf(vendor.id)}?changed=1`)
    } catch (error) {
      if (!isMendable(error)) throw error
      const wrong =
        error.rule === 'conflict'
          ? 'Somebody else changed this vendor in the meantime, as stands under “Who changed what”. What you typed is still here: keep it once more to put it above theirs.'
          : whyAgain(error)
      await showVendor(site, request, response, { wrong, typed: given })
    }
  })
  return router
}

/** What is shown on the page of a vendor beside what is kept. */
export interface OnVendor {
  wrong?: string | undefined
  /** What was typed into its form, where that was refused. */
  typed?: Record<string, unknown>
  /** A link that was made, which is shown once. */
  made?: string
  /** What was typed into the form for a link, where that was refused. */
  asked?: Record<string, unknown>
}

export async function showVendor(
  site: Site,
  request: Request,
  response: Response,
  { wrong, typed, made, asked }: OnVendor = {},
): Promise<void> {
  const vendor = await vendorNamed(site, request, String(request.params.id))
  const history = await requireRegister(site, request).history(vendor.id)
  const due = {
    ...obligations([vendor], site.library, horizonIn({}, '1y')),
    licenses: licenseDuties([vendor], site.library),
  }
  const view = vendorView(vendor, history, due, site.library.flowDowns)
  const waits = await draftThatWaits(site, vendor, request)
  if (wrong !== undefined) response.status(422)
  const word = (path: string) => (typeof typed?.[path] === 'string' ? typed[path] : undefined)
  const html = site.views.render('vendor', {
    vendorsPage: true,
    script: 'files.js',
    ...view,
    // What was typed stays where it was refused.
    ...(typed && {
      record: { ...view.record, owner: word('owner'), category: word('category') },
      term: { ends: word('term.ends'), renews: word('term.renews'), notice_days: word('term.notice_days') },
      statuses: view.statuses.map((one) => ({ ...one, chosen: one.id === word('status') })),
    }),
    signed: typed === undefined ? vendor.record.dates.signed : word('dates.signed'),
    wrong,
    waits: waits && { words: asSentence(waitsWords(waits)), address: `/jobs/${waits.job}` },
    changed: wordIn(request.query, 'changed'),
    links:
      site.links &&
      linksView(await site.links.of(vendor.id), vendor, site.library, { made, asked, on: today() }),
    ...visitorView(request),
  })
  response.set('Cache-Control', 'no-store').type('html').send(html)
}

/**
 * Keeps what is said of a vendor.
 *
 * @returns whether anything changed
 */
export async function putOn(
  site: Site,
  vendor: KeptVendor,
  values: Record<string, unknown>,
  request: Request,
): Promise<boolean> {
  const { record, changes } = recordWith(vendor.record, { values, own: [] }, today())
  const unknown = unknownIn(record, site.library)
  if (unknown !== undefined) throw new Problem('register', unknown)
  if (changes.length > 0) await requireRegister(site, request).save(record, nameOf(request), vendor)
  return changes.length > 0
}

function typedValue(path: string, word: string | undefined): unknown {
  return path === 'term.notice_days' && word !== undefined ? Number(word) : word
}
