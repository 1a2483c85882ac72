import express, { type Request, type Response, Router } from 'express'
import { Problem } from '../../problem.ts'
import { type KeptVendor, recordWith, type VendorRecord, vendorTitle } from '../../register/index.ts'
import { type KeptLink, type Links, lastOpenDay, readAnswers } from '../../register/links.ts'
import { today } from '../../today.ts'
import { isOwnName } from '../own-name.ts'
import { wordIn } from '../page/vendor-filter.ts'
import { addressOf } from '../page/vendors-page.ts'
import { isMendable, Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'
import { nameOf } from './matters.ts'
import { requireRegister, vendorNamed } from './register.ts'
import { whyAgain } from './sent-form.ts'
import { showVendor } from './vendor.ts'

/** Links by which a vendor answers, and what came by them, on the page of a vendor. */
export function vendorLinkRoutes(site: Site): Router {
  const router = Router()
  const { links } = site
  if (!links) return router
  const fields = express.urlencoded({ extended: false, limit: '50kb', parameterLimit: 100 })

  router.post('/vendors/:id/links', fields, async (request, response) => {
    const vendor = await vendorNamed(site, request, String(request.params.id))
    const asked = Object(request.body) as Record<string, unknown>
    await orAgain(request, response, { asked }, async () => {
      const until = untilSaid(wordIn(asked, 'until'))
      const client = wordIn(asked, 'client')
      const by = nameOf(request)
      const { token } = await links.make({ vendor: vendor.id, ...(client && { client }), until, by })
      // Nobody can be told again, so it stands in the answer and in no address.
      await showVendor(site, request, response, { made: `${originOf(site, request)}/answer/${token}` })
    })
  })
  router.post('/vendors/:id/links/:link/end', async (request, response) => {
    await orAgain(request, response, {}, async () => {
      const { vendor, kept } = await linkNamed(links, request)
      await links.end(kept.id, nameOf(request))
      response.redirect(303, `${addressOf(vendor.id)}#links`)
    })
  })
  router.post('/vendors/:id/links/:link/answers/:at', fields, async (request, response) => {
    await orAgain(request, response, {}, async () => {
      const { vendor, kept } = await linkNamed(links, request)
      const given = Object(request.body) as Record<string, unknown>
      const ticked = given.do === 'refuse' ? [] : [given.fact ?? []].flat().map(String)
      if (given.do !== 'refuse' && ticked.length === 0)
        throw new Refusal(400, 'form', 'tick what is to be taken over, or refuse all of it')
      if (wordIn(given, 'base') !== vendor.base)
        throw new Refusal(
          409,
          'conflict',
          'somebody changed this vendor in the meantime: look at what stands there now, and say it once more',
        )
      await decide(links, { vendor, kept, at: Number(request.params.at) }, ticked, request)
      response.redirect(303, `${addressOf(vendor.id)}?changed=1`)
    })
  })
  return router

  async function decide(
    links: Links,
    { vendor, kept, at }: { vendor: KeptVendor; kept: KeptLink; at: number },
    ticked: readonly string[],
    request: Request,
  ): Promise<void> {
    const given = kept.link.answers[at]
    if (!given) throw new Refusal(404, 'no-such-link', 'there are no such answers')
    if (given.decided) throw new Problem('link', `${given.decided.by} has decided on these answers already`)
    const { values } = readAnswers(given, vendor.record, site.library)
    const taken = Object.entries(values).filter(([fact]) => ticked.includes(fact))
    if (taken.length < ticked.length)
      throw new Refusal(400, 'form', 'one of these answers changes nothing, or is not read: untick it')
    const record = taken.length > 0 ? recordOf(vendor, taken, given.at) : undefined
    // The link first: of two who decide at once the second is told, before anything of it stands in the register.
    const decided = await links.decide(
      kept.id,
      at,
      nameOf(request),
      taken.map(([fact]) => fact),
    )
    if (!record) return
    try {
      await requireRegister(site, request).save(record, nameOf(request), vendor)
    } catch (error) {
      await links.undecide(kept.id, at, decided).catch(() => {
        throw new Problem(
          'link',
          'these answers stand here as taken over, and the register could not be changed: put what they say into it by hand',
        )
      })
      throw error
    }
  }

  /** @throws Refusal 404 where it is no link of this vendor */
  async function linkNamed(links: Links, request: Request): Promise<{ vendor: KeptVendor; kept: KeptLink }> {
    const vendor = await vendorNamed(site, request, String(request.params.id))
    const kept = await links.named(String(request.params.link))
    if (kept?.link.vendor !== vendor.id)
      throw new Refusal(404, 'no-such-link', 'there is no such link of this vendor')
    return { vendor, kept }
  }

  async function orAgain(
    request: Request,
    response: Response,
    { asked }: { asked?: Record<string, unknown> },
    work: () => Promise<void>,
  ): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (!isMendable(error) && !(error instanceof Problem && error.rule === 'conflict')) throw error
      await showVendor(site, request, response, { wrong: whyAgain(error), ...(asked && { asked }) })
    }
  }
}

/** Vendors of which answers came that nobody has decided on, by their names. */
export async function vendorsAnswered(
  { links }: Pick<Site, 'links'>,
  vendors: readonly KeptVendor[],
): Promise<{ answered: { name: string; address: string }[]; wrong: string[] }> {
  if (!links) return { answered: [], wrong: [] }
  const waiting = await links.waiting()
  const answered = vendors
    .filter(({ id }) => waiting.vendors.has(id))
    .map(({ id, record }) => ({ name: vendorTitle(record), address: `${addressOf(id)}#answers` }))
  return { answered, wrong: waiting.wrong }
}

/** What the register would have of a vendor with answers that are taken over. */
function recordOf({ record }: KeptVendor, taken: readonly [string, unknown][], at: string): VendorRecord {
  const stands = ['new', 'asked'].includes(record.status) ? { status: 'answered' } : {}
  const values = { ...Object.fromEntries(taken), ...stands, 'dates.answered': at.slice(0, 10) }
  return recordWith(record, { values, own: [] }, today()).record
}

/** @throws Refusal 400 where it is no day on which a link may end */
function untilSaid(words: string | undefined): string {
  const [first, last] = [today(), lastOpenDay(today())]
  if (words !== undefined && /^\d{4}-\d\d-\d\d$/.test(words) && words >= first && words <= last) return words
  throw new Refusal(400, 'form', `say until which day the link is open: from ${first} to ${last}`)
}

/** What the vendor opens; on this machine alone, the address by which whoever made it came. */
function originOf({ options }: Pick<Site, 'options'>, request: Request): string {
  if (options.publicUrl !== undefined) return new URL(options.publicUrl).origin
  const host = request.get('host')
  return `${request.protocol}://${options.local && !isOwnName(host) ? '127.0.0.1' : host}`
}
