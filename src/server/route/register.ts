import type { Request } from 'express'
import { type Matter, readMatter } from '../../matter/index.ts'
import { Problem } from '../../problem.ts'
import type { KeptVendor, Register } from '../../register/index.ts'
import { Refusal } from '../refusal.ts'
import type { Site } from '../site.ts'

/** @throws Refusal 404 where the server keeps none */
export function requireRegister(site: Pick<Site, 'shownTo'>, request: Request): Register {
  const { register } = site.shownTo(request)
  if (register) return register
  throw new Refusal(404, 'no-register', 'this server keeps no register: start it with --register FOLDER')
}

/** @throws Refusal 404 where there is none of that id */
export function vendorNamed(site: Pick<Site, 'shownTo'>, request: Request, id: string): Promise<KeptVendor> {
  return vendorIn(requireRegister(site, request), id)
}

/** @throws Refusal 404 where there is none of that id */
export function vendorIn(register: Register, id: string): Promise<KeptVendor> {
  return register.open(id).catch((error: unknown) => {
    if (!(error instanceof Problem) || error.rule !== 'vendor') throw error
    throw new Refusal(404, 'no-such-vendor', 'there is no such vendor in the register')
  })
}

/**
 * The company's own matter of that name, whose duties under the licenses are listed.
 *
 * @throws Refusal 404 where the server keeps no matters
 * @throws Problem where there is none of that name
 */
export async function ownMatter(
  site: Pick<Site, 'shownTo'>,
  request: Request,
  name: string | undefined,
): Promise<Matter | undefined> {
  if (name === undefined) return undefined
  const { store } = site.shownTo(request)
  if (!store)
    throw new Refusal(404, 'no-matters', 'this server keeps no matters: start it with --matters FOLDER')
  return readMatter((await store.matters.open(name)).yaml, name)
}
