import { stringify } from 'yaml'
import { Problem } from '../../problem.ts'
import { Conflict, type Matters, NoSuchMatter, type OpenMatter } from '../../store/index.ts'
import { parseYaml, validate } from '../../yaml.ts'
import { isOpenOn } from './open-until.ts'
import { linkSchema } from './schema.ts'
import { isToken, newToken, sameDigest, tokenDigest } from './token.ts'
import type { GivenAnswer, KeptLink, VendorLink } from './types.ts'

/** Links by which vendors answer; several processes may share them. */
export interface Links {
  /** Keeps a new link, and tells its token, which nobody can be told again. */
  make(asked: AskedLink): Promise<{ token: string; kept: KeptLink }>
  /** Every link, in no order. */
  all(): Promise<KeptLink[]>
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
  decide(id: string, at: number, by: string, taken: readonly string[]): Promise<KeptLink>
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

/** Several may write to the same link at once; each comes through. */
const tries = 8

/** @param files where links are kept */
export function openLinks(files: Matters, now: () => Date): Links {
  async function changed(
    id: string,
    { by, did }: { by: string; did: string },
    work: (link: VendorLink) => VendorLink,
  ): Promise<KeptLink> {
    for (let left = tries; ; left -= 1) {
      const { yaml, base } = await opened(id)
      const link = work(readLink(yaml, id))
      try {
        await files.save({ yaml: linkYaml(id, link), name: id, base, by, did })
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
      const found = await files.openAll(await files.names())
      return found.map(({ name, yaml }) => ({ id: name, link: readLink(yaml, name) }))
    },
    async find(token) {
      if (!isToken(token)) return undefined
      const sha256 = tokenDigest(token)
      const id = sha256.slice(0, 16)
      const found = await files.open(id).catch((error: unknown) => {
        if (error instanceof NoSuchMatter) return undefined
        throw error
      })
      if (!found) return undefined
      const link = readLink(found.yaml, id)
      return sameDigest(link.sha256, sha256) && isOpen(link) ? { id, link } : undefined
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
        return { ...link, answers: [...link.answers, given] }
      }),
    decide: (id, at, by, taken) =>
      changed(id, { by, did: taken.length > 0 ? 'answers taken over' : 'answers refused' }, (link) => {
        const given = link.answers[at]
        if (!given) throw new Problem('no-such-link', 'there are no such answers')
        if (given.decided)
          throw new Problem('link', `${given.decided.by} has decided on these answers already`)
        const decided = { by, at: now().toISOString(), taken: [...taken] }
        return { ...link, answers: link.answers.with(at, { ...given, decided }) }
      }),
  }
}

function linkYaml(id: string, link: VendorLink): string {
  return stringify({ link: id, ...link })
}

function readLink(yaml: string, id: string): VendorLink {
  const read = validate(parseYaml(yaml, `${id}.yaml`), linkSchema)
  if ('problems' in read) throw read.problems[0]!
  const { link: _, ...link } = read.data
  return link
}
