import { branchOf, child, elementsOf, type WordPackage, type XmlElement } from '../ooxml/index.ts'
import { commentKey, commentsOf } from './comments.ts'
import { short } from './short.ts'
import { storyParts } from './story-parts.ts'

/**
 * What stands around words on one side alone, which no mark can show: comments of the left file, whose places go with it,
 * and content controls of either; in words.
 */
export function aroundWords(left: WordPackage, right: WordPackage): string[] {
  return [...commentsGone(left, right), ...controlsAlone(left, right)]
}

/** By author, since that is whom one would ask. */
function commentsGone(left: WordPackage, right: WordPackage): string[] {
  const there = counted(commentsOf(right).map(commentKey))
  const gone = new Map<string, string[]>()
  for (const comment of commentsOf(left)) {
    const key = commentKey(comment)
    if (take(there, key)) continue
    const author = comment.attributes['w:author'] || 'somebody'
    const words = wordsIn(comment).replace(/\s+/g, ' ').trim()
    gone.set(author, [...(gone.get(author) ?? []), `“${short(words)}”`])
  }
  return [...gone].map(([author, said]) => {
    const what = said.length === 1 ? 'a comment' : `${said.length} comments`
    return `${what} by ${author} that the left file alone has: ${said.join(', ')}`
  })
}

/** Of controls that go and leave their words: by their titles and tags. */
function controlsAlone(left: WordPackage, right: WordPackage): string[] {
  const [ours, theirs] = [controlsIn(left), controlsIn(right)]
  const alone = (own: readonly string[], others: readonly string[], side: string): string[] => {
    const there = counted(others)
    const names = own.filter((name) => !take(there, name))
    if (names.length === 0) return []
    const told = [...counted(names)].map(([name, count]) => {
      const named = name === '' ? 'without a name' : `“${short(name)}”`
      return count === 1 ? named : `${named} (${count})`
    })
    return [`content controls that the ${side} file alone has: ${told.join(', ')}; their words are compared`]
  }
  return [...alone(ours, theirs, 'left'), ...alone(theirs, ours, 'right')]
}

function controlsIn(file: WordPackage): string[] {
  const found: string[] = []
  const visit = (parent: XmlElement): void => {
    for (const node of elementsOf(parent)) {
      if (node.name === 'w:sdt') {
        const own = child(node, 'w:sdtPr')
        const [title, tag] = ['w:alias', 'w:tag'].map((name) => child(own, name)?.attributes['w:val'])
        found.push(title || tag || '')
      }
      const inner = node.name === 'mc:AlternateContent' ? branchOf(node) : node
      if (inner) visit(inner)
    }
  }
  for (const { name } of storyParts(file)) visit(file.xml(name).root)
  return found
}

function counted(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** Takes one of a key, where there is one. */
function take(counts: Map<string, number>, key: string): boolean {
  const count = counts.get(key) ?? 0
  if (count > 0) counts.set(key, count - 1)
  return count > 0
}

function wordsIn(element: XmlElement): string {
  const own = element.children.map((node) => (node.type === 'text' ? node.text : wordsIn(node))).join('')
  return element.name === 'w:p' ? `${own} ` : own
}
