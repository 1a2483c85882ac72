import { z } from 'zod'
import type { OpenMatter } from '../../store/index.ts'
import { parseYaml, validate } from '../../yaml.ts'
import { linkSchema } from './schema.ts'
import type { VendorLink } from './types.ts'

/** What stands in a link above what came by it, and is read without that. */
export type LinkHead = Pick<VendorLink, 'vendor' | 'client' | 'made'>

/** A link as it was read, at the version that its base names. */
interface Known {
  base: string
  head?: LinkHead
  link?: VendorLink
}

const headSchema = z.looseObject(linkSchema.pick({ vendor: true, client: true, made: true }).shape)

/** So many are remembered. */
const most = 20_000

/** Reads links, each version once: reading one takes longer than finding that it is as it was, and a page asks for all of them. */
export function rememberedLinks(): {
  head(found: OpenMatter): LinkHead
  whole(found: OpenMatter): VendorLink
} {
  const known = new Map<string, Known>()

  function of({ name, base }: OpenMatter): Known {
    const had = known.get(name)
    if (had?.base === base) return had
    const begun: Known = { base }
    known.delete(name)
    if (known.size < most) known.set(name, begun)
    return begun
  }

  function whole(found: OpenMatter): VendorLink {
    const one = of(found)
    one.link ??= readLink(found.yaml, found.name)
    return one.link
  }

  return {
    whole,
    head(found) {
      const one = of(found)
      one.head ??= readHead(found.yaml, found.name) ?? whole(found)
      return one.head
    },
  }
}

/** @returns undefined where somebody put it otherwise, by hand */
function readHead(yaml: string, id: string): LinkHead | undefined {
  const end = yaml.search(/^answers:/m)
  const read = end < 0 ? undefined : validate(parseYaml(yaml.slice(0, end), `${id}.yaml`), headSchema)
  return read && 'data' in read ? read.data : undefined
}

function readLink(yaml: string, id: string): VendorLink {
  const read = validate(parseYaml(yaml, `${id}.yaml`), linkSchema)
  if ('problems' in read) throw read.problems[0]!
  const { link: _, ...link } = read.data
  return link
}
