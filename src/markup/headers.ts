import { matchTokens } from '../compare/word-diff.ts'
import { elementsOf, type WordPackage, type XmlElement } from '../ooxml/index.ts'
import { bagOf, type Numbers, shared } from './align/bag.ts'
import { tokensIn } from './align/blocks.ts'
import { pairInOrder } from './align/pairs.ts'
import { blockReader } from './tokens/read.ts'

/** A header or footer of each file that answer each other, by their parts. */
export interface HeaderPair {
  left: string
  right: string
}

/** What answers what, and what stands on one side alone. */
export interface Headers {
  pairs: HeaderPair[]
  /** Parts of the left and of the right without an answer. */
  gone: string[]
  added: string[]
}

/**
 * Headers and footers that answer each other: of one kind (first, even, other pages), in the order of their sections,
 * those most like each other. Each part is paired once.
 */
export function pairHeaders(left: WordPackage, right: WordPackage): Headers {
  const [ours, theirs] = [partsByKind(left), partsByKind(right)]
  const pairs: HeaderPair[] = []
  for (const [kind, parts] of theirs) {
    const numbers: Numbers = new Map()
    const read = (file: WordPackage, part: string) => {
      const blocks = blockReader(file, part, (name) => name)(file.xml(part).root)
      return {
        part,
        key: blocks.map(({ key }) => key).join('\n'),
        bag: bagOf(blocks.flatMap(tokensIn), numbers),
      }
    }
    const before = (ours.get(kind) ?? []).map((part) => read(left, part))
    const after = parts.map((part) => read(right, part))
    const found = pairInOrder(before, after, {
      key: ({ key }) => key,
      isLandmark: ({ bag }) => bag.words.length > 0,
      weigh: (one, other) => (one.key === other.key ? 0.5 : 0.1) + shared(one.bag, other.bag),
      match: matchTokens,
    })
    for (const [one, other] of found) pairs.push({ left: before[one]!.part, right: after[other]!.part })
  }
  const alone = (all: Map<string, string[]>, paired: string[]) => [
    ...new Set([...all.values()].flat().filter((part) => !paired.includes(part))),
  ]
  return {
    pairs,
    gone: alone(
      ours,
      pairs.map((pair) => pair.left),
    ),
    added: alone(
      theirs,
      pairs.map((pair) => pair.right),
    ),
  }
}

function partsByKind(file: WordPackage): Map<string, string[]> {
  const targets = new Map(file.relationships(file.main).map((one) => [one.id, one.target]))
  const found = new Map<string, string[]>()
  const taken = new Set<string>()
  const visit = (element: XmlElement) => {
    if (element.name !== 'w:sectPr') {
      elementsOf(element).forEach(visit)
      return
    }
    for (const node of elementsOf(element)) {
      const part = targets.get(node.attributes['r:id'] ?? '')
      if (!/^w:(?:header|footer)Reference$/.test(node.name) || part === undefined) continue
      if (!file.has(part) || taken.has(part)) continue
      taken.add(part)
      const kind = `${node.name} ${node.attributes['w:type'] ?? 'default'}`
      found.set(kind, [...(found.get(kind) ?? []), part])
    }
  }
  visit(file.xml(file.main).root)
  return found
}
