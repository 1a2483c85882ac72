import { stringify } from 'yaml'
import { Problem } from '../../problem.ts'
import { Conflict, type Matters, NoSuchMatter, type OpenMatter } from '../../store/index.ts'
import { isOpenOn } from './open-until.ts'
import { type LinkHead, rememberedLinks } from './remembered.ts'
import { isToken, newToken, sameDigest, tokenDigest } from './token.ts'
import type { Deed, GivenAnswer, KeptLink, VendorLink } from './types.ts'

/** Links by which vendors answer; several processes may share them. */
export interface Links {
  /** Keeps a new link, and tells its token, which nobody can be told again. */
  make(asked: AskedLink): Promise<{ token: string; kept: KeptLink }>
  /** Every link, in no order; and why a file is none. */
  all(): Promise<{ links: KeptLink[]; wrong: string[] }>
  /** The links of one vendor, in no order. */
  of(vendor: string): Promise<LinksOfVendor>
  /** Ids of the vendors of which answers came that nobody has decided on; and why a file is no link. */
  waiting(): Promise<{ vendors: Set<string>; wrong: string[] }>
  /** @returns undefined where there is none of that id */
  named(id: string): Promise<KeptLink | undefined>
  /** @returns undefined where no link of that token opens anything today */
  find(token: string): Promise<KeptLink | undefined>
  /** Lets a link open nothing any more; what came by it stays. @throws Problem where it has ended */
  end(id: string, by: string): Promise<KeptLink>
  /**
   * Keeps what a vendor sends, as it says it.
   *
   * @param by who answers, as told
   * @throws Problem where the link has ended in the meantime, or so much came by it that no more is kept
   */
  answer(id: string, by: string, said: readonly GivenAnswer[]): Promise<KeptLink>
  /**
   * Keeps what a person made of answers.
   *
   * @param at which of them, from 0
   * @param taken facts that were taken over
   * @throws Problem where somebody has decided on them already
   */
  decide(id: string, at: number, by: string, taken: readonly string[]): Promise<Deed>
  /** Lets answers wait again where nothing came of what was decided on them. */
  undecide(id: string, at: number, decided: Deed): Promise<void>
}

/** What the page of a vendor shows of links. */
export interface LinksOfVendor {
  own: KeptLink[]
  /** Who asks by the newest link, whosever vendor it is of. */
  client?: string
  /** Why a file is no link: one that somebody broke by hand keeps no page from the others. */
  wrong: string[]
}

/** A link that is to be made. */
export interface AskedLink {
  /** Id of the vendor. */
  vendor: string
  client?: string
  /** ISO date. */
  until: string
  by: string
}

/** So often a vendor may send answers by one link: whoever has the link cannot fill the disk. */
export const mostSent = 20

/** So many characters may come by one link in all, as they are kept: each of its versions has them whole, and each page reads them. */
export const mostKept = 200_000

/** So many links are read at a time. */
const atOnce = 100

/** Several may write to the same link at once; each comes through. */
const tries = 8

/** @param files where links are kept */
export function openLinks(files: Matters, now: () => Date): Links {
  const { head, whole } = rememberedLinks()

  async function changed(
    id: string,
    { by, did }: { by: string; did: string },
    work: (link: VendorLink) => VendorLink,
  ): Promise<KeptLink> {
    for (let left = tries; ; left -= 1) {
      const found = await opened(id)
      const before = whole(found)
      const link = work(before)
      // A version of what is there already would fill the disk, however often it is sent.
      if (link === before) return { id, link }
      try {
        await files.save({ yaml: linkYaml(id, link), name: id, base: found.base, by, did })
        return { id, link }
      } catch (error) {
        if (!(error instanceof Conflict) || left === 1) throw error
      }
    }
  }

  function opened(id: string): Promise<OpenMatter> {
    return files.open(id).catch((error: unknown) => {
      throw error instanceof NoSuchMatter ? new Problem('no-such-link', 'there is no such link') : error
    })
  }

  async function* everyLink(): AsyncIterable<OpenMatter> {
    const names = await files.names()
    for (let at = 0; at < names.length; at += atOnce) yield* await files.openAll(names.slice(at, at + atOnce))
  }

  /** Does something with every link, and tells of those that are none. */
  async function withEach(work: (found: OpenMatter) => void): Promise<string[]> {
    const wrong: string[] = []
    for await (const found of everyLink()) {
      try {
        work(found)
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        wrong.push(`links/${error.toString()}`)
      }
    }
    return wrong
  }

  async function named(id: string): Promise<KeptLink | undefined> {
    if (!/^[0-9a-f]{16}$/.test(id)) return undefined
    const found = await files.open(id).catch((error: unknown) => {
      if (error instanceof NoSuchMatter) return undefined
      throw error
    })
    return found && { id, link: whole(found) }
  }

  const isOpen = (link: VendorLink) => isOpenOn(link, now().toISOString().slice(0, 10))

  return {
    async make({ vendor, client, until, by }) {
      const token = newToken()
      const sha256 = tokenDigest(token)
      const id = sha256.slice(0, 16)
      const made = { by, at: now().toISOString() }
      const link: VendorLink = { vendor, sha256, ...(client && { client }), made, until, answers: [] }
      await files.save({ yaml: linkYaml(id, link), by, did: `link for ${vendor}` })
      return { token, kept: { id, link } }
    },
    async all() {
      const links: KeptLink[] = []
      const wrong = await withEach((found) => links.push({ id: found.name, link: whole(found) }))
      return { links, wrong }
    },
    async of(vendor) {
      const own: KeptLink[] = []
      let newest: LinkHead | undefined
      const wrong = await withEach((found) => {
        const one = head(found)
        if (one.vendor === vendor) own.push({ id: found.name, link: whole(found) })
        if (!newest || newest.made.at <= one.made.at) newest = one
      })
      return { own, wrong, ...(newest?.client && { client: newest.client }) }
    },
    async waiting() {
      const vendors = new Set<string>()
      const wrong = await withEach((found) => {
        const { vendor } = head(found)
        if (!vendors.has(vendor) && whole(found).answers.some(({ decided }) => !decided)) vendors.add(vendor)
      })
      return { vendors, wrong }
    },
    named,
    async find(token) {
      if (!isToken(token)) return undefined
      const sha256 = tokenDigest(token)
      const found = await named(sha256.slice(0, 16))
      return found && sameDigest(found.link.sha256, sha256) && isOpen(found.link) ? found : undefined
    },
    end: (id, by) =>
      changed(id, { by, did: 'link ended' }, (link) => {
        if (link.ended) throw new Problem('link', 'this link has been taken back already')
        return { ...link, ended: { by, at: now().toISOString() } }
      }),
    answer: (id, by, said) =>
      changed(id, { by: `by link: ${by}`, did: 'answered' }, (link) => {
        if (!isOpen(link)) throw new Problem('link-ended', 'this link has ended')
        const last = link.answers.at(-1)
        const given = { at: now().toISOString(), by, said: [...said] }
        // Sent twice, as by a double click, it is one.
        if (last && !last.decided && JSON.stringify([last.by, last.said]) === JSON.stringify([by, said]))
          return link
        if (link.answers.length >= mostSent)
          throw new Problem(
            'link-full',
            `answers were sent ${mostSent} times by this link, and it takes no more: ask for another`,
          )
        const after = { ...link, answers: [...link.answers, given] }
        if (linkYaml(id, after).length > mostKept)
          throw new Problem(
            'link-full',
            `with these answers more than ${mostKept.toLocaleString('en')} characters would have come by this link, and it takes no more: say it shorter, or ask for another`,
          )
        return after
      }),
    async decide(id, at, by, taken) {
      const decided = { by, at: now().toISOString(), taken: [...taken] }
      await changed(id, { by, did: taken.length > 0 ? 'answers taken over' : 'answers refused' }, (link) => {
        const given = link.answers[at]
        if (!given) throw new Problem('no-such-link', 'there are no such answers')
        if (given.decided)
          throw new Problem('link', `${given.decided.by} has decided on these answers already`)
        return { ...link, answers: link.answers.with(at, { ...given, decided }) }
      })
      return decided
    },
    async undecide(id, at, decided) {
      await changed(id, { by: decided.by, did: 'answers not taken over: nothing was saved' }, (link) => {
        const given = link.answers[at]
        if (given?.decided?.by !== decided.by || given.decided.at !== decided.at) return link
        const { decided: _, ...waiting } = given
        return { ...link, answers: link.answers.with(at, waiting) }
      })
    },
  }
}

function linkYaml(id: string, link: VendorLink): string {
  return stringify({ link: id, ...link })
}
