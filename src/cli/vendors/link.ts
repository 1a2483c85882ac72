import { dayAfter } from '../../days.ts'
import { Problem } from '../../problem.ts'
import { vendorTitle } from '../../register/index.ts'
import { isOpenOn, type KeptLink, lastOpenDay, openLinks, usuallyOpen } from '../../register/links.ts'
import { today } from '../../today.ts'
import { table } from '../jobs/table.ts'
import { tell } from '../output.ts'
import { say } from '../say.ts'
import { type OpenRegister, type RegisterPlace, registerIn, vendorNamed } from './folder.ts'

/** What `clausebook vendors link` can be told. */
export interface LinkOptions extends RegisterPlace {
  until?: string
  client?: string
  publicUrl?: string
  by?: string
}

/** What `clausebook vendors links` can be told. */
export interface LinksOptions extends RegisterPlace {
  json?: true
}

/** What `clausebook vendors unlink` can be told. */
export interface UnlinkOptions extends RegisterPlace {
  link?: string
  by?: string
}

/** `clausebook vendors link VENDOR`: standard output is the link alone where the address of the pages is known. */
export async function linkVendor(
  name: string,
  { until, client, publicUrl, by = 'somebody', ...place }: LinkOptions,
): Promise<void> {
  const day = today()
  const end = until ?? dayAfter(day, usuallyOpen, 'days')
  if (end < day || end > lastOpenDay(day))
    throw new Problem('usage', `--until ${end}: a link is open from ${day} to ${lastOpenDay(day)}`)
  const register = await registerIn(place)
  const vendor = await vendorNamed(register, name)
  const links = await linksOf(register)
  const { token } = await links.make({ vendor: vendor.id, ...(client && { client }), until: end, by })
  const address = `${publicUrl?.replace(/\/+$/, '') ?? ''}/answer/${token}`
  await tell(
    `${vendorTitle(vendor.record)}, until ${end}; shown this once${publicUrl === undefined ? ', behind the address of clausebook serve --vendor-links' : ''}:\n${address}\n`,
  )
}

/** `clausebook vendors links`. */
export async function listLinks({ json, ...place }: LinksOptions): Promise<void> {
  const { links: every, wrong } = await (await linksOf(await registerIn(place))).all()
  for (const reason of wrong) {
    process.exitCode = 1
    say(`clausebook: ${reason}`)
  }
  const all = every.sort((one, other) => Number(one.link.made.at < other.link.made.at) * 2 - 1)
  if (json) {
    const links = all.map(({ id, link: { sha256: _, ...link } }) => ({ id, ...link }))
    return tell(`${JSON.stringify({ version: 1, links }, null, 2)}\n`)
  }
  const shown = all.filter((one) => isOpenOn(one.link, today()) || waitingIn(one) > 0)
  if (shown.length === 0) return tell('No link is open: clausebook vendors link VENDOR makes one.\n')
  await tell(
    table([['LINK', 'VENDOR', 'UNTIL', 'MADE', 'BY', 'ANSWERED', 'NOT TAKEN OVER'], ...shown.map(cellsOf)]),
  )
}

/** `clausebook vendors unlink VENDOR`. */
export async function unlinkVendor(
  name: string,
  { link: only, by = 'somebody', ...place }: UnlinkOptions,
): Promise<void> {
  const register = await registerIn(place)
  const vendor = await vendorNamed(register, name)
  const links = await linksOf(register)
  const open = (await links.of(vendor.id)).own.filter(
    ({ id, link }) => isOpenOn(link, today()) && (only === undefined || id === only),
  )
  if (open.length === 0)
    throw new Problem(
      'link',
      `no such link of ${vendorTitle(vendor.record)} is open: clausebook vendors links`,
    )
  for (const { id } of open) await links.end(id, by)
  await tell(
    `${vendorTitle(vendor.record)}: ${open.length === 1 ? '1 link is' : `${open.length} links are`} taken back\n`,
  )
}

async function linksOf(register: OpenRegister) {
  return openLinks(await register.links(), () => new Date())
}

function cellsOf(one: KeptLink): string[] {
  const { vendor, until, made, answers } = one.link
  return [
    one.id,
    vendor,
    until,
    made.at.slice(0, 10),
    made.by,
    String(answers.length),
    String(waitingIn(one)),
  ]
}

function waitingIn({ link }: KeptLink): number {
  return link.answers.filter(({ decided }) => !decided).length
}
