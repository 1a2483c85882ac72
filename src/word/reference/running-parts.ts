import { elementsOf, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { within } from './copy.ts'
import { fieldsOf } from './fields.ts'
import { hiddenRuns } from './hidden.ts'
import type { Picture, picturesOf } from './pictures.ts'

/** Which pages a header or footer stands on (ECMA-376 part 1, 17.18.36). */
export type Pages = 'default' | 'first' | 'even'

/** A header or footer of a firm. */
export interface RunningPart {
  kind: 'header' | 'footer'
  pages: Pages
  /** Its blocks as XML. */
  xml: string
  /** Its pictures, by their relationships. */
  pictures: ReadonlyMap<string, Picture>
  countsPages: boolean
}

/** What headers and footers are read with. */
interface RunningReading {
  pictures: ReturnType<typeof picturesOf>
  /** Ids of the styles by which words are hidden. */
  hidden: ReadonlySet<string>
  /** Is told of what is left out. */
  leave: (what: string) => void
}

/** The headers and footers that the last section of a document has, its own or those of the sections before it. */
export function runningParts(file: WordPackage, { pictures, hidden, leave }: RunningReading): RunningPart[] {
  const used = new Map<string, { kind: RunningPart['kind']; pages: Pages; part: string }>()
  const links = file.relationships(file.main)
  for (const section of sectionsOf(file.xml(file.main).root)) {
    for (const kind of ['header', 'footer'] as const) {
      for (const reference of elementsOf(section, `w:${kind}Reference`)) {
        const pages = reference.attributes['w:type'] ?? 'default'
        const link = links.find(({ id }) => id === reference.attributes['r:id'])
        if (!link || link.external || link.type !== kind || !isPages(pages) || !file.has(link.target))
          continue
        used.set(`${kind} ${pages}`, { kind, pages, part: link.target })
      }
    }
  }
  return [...used.values()].map(({ kind, pages, part }) => {
    const { root } = file.xml(part)
    const { dropped, countsPages } = fieldsOf(root)
    const own = new Map<string, Picture>()
    const names = new Map<string, string>()
    const picture = (id: string) => {
      const known = names.get(id)
      if (known !== undefined) return known
      const found = pictures(part, id)
      if (!found) return undefined
      const name = `picture${names.size + 1}`
      names.set(id, name)
      own.set(name, found)
      return name
    }
    if (dropped.size > 0)
      leave('a field that fetches, links or runs something is left out, and its words stay')
    const unseen = hiddenRuns(root, hidden)
    if (unseen.length > 0) leave('hidden words of a header or footer are left out')
    const gone = new Set([...dropped, ...unseen])
    return { kind, pages, xml: within(root, { picture, dropped: gone, leave }), pictures: own, countsPages }
  })
}

function isPages(value: string): value is Pages {
  return value === 'default' || value === 'first' || value === 'even'
}

/** The sections of a document in their order; the last is the document's own. */
export function sectionsOf(document: XmlElement): XmlElement[] {
  return elementsOf(document).flatMap((one) =>
    one.name === 'w:sectPr' ? [one] : one.name === 'w:sectPrChange' ? [] : sectionsOf(one),
  )
}
