import type { WordPackage } from '../package/package.ts'
import type { XmlElement } from '../xml/types.ts'
import { elementsOf } from '../xml/walk.ts'
import { readBlocks } from './blocks.ts'
import { openFields } from './field.ts'
import type { Place } from './reading.ts'
import { untracked } from './revisions.ts'
import type { Story } from './types.ts'

/**
 * The comments of a file (17.13.4), with what later versions of Word say of them in parts of their own: which comment
 * each answers, and whether it is resolved ([MS-DOCX] 2.5.1).
 */
export function readComments(root: XmlElement, place: Place, file: WordPackage): Story[] {
  const more = extended(file)
  const ids = new Map<string, string>()
  const nodes = elementsOf(root, 'w:comment')
  for (const node of nodes) {
    for (const paragraph of paragraphIds(node)) ids.set(paragraph, node.attributes['w:id'] ?? '')
  }
  return nodes.map((node) => {
    const {
      'w:id': id = '',
      'w:author': author = '',
      'w:initials': initials = '',
      'w:date': date,
    } = node.attributes
    const last = paragraphIds(node).at(-1)
    const { parent, done } = more.get(last ?? '') ?? {}
    const answers = parent === undefined ? undefined : ids.get(parent)
    return {
      kind: 'comment',
      id,
      part: place.part,
      node,
      blocks: readBlocks(node, { ...place, fields: openFields() }),
      revisions: untracked,
      hidden: false,
      comment: {
        author,
        initials,
        ...(date !== undefined && { date }),
        ...(answers !== undefined && { answers }),
        resolved: done === true,
      },
    }
  })
}

/** What the extended part says of the comment whose last paragraph has an id. */
function extended(file: WordPackage): Map<string, { parent?: string; done: boolean }> {
  const target = file.relationships(file.main).find(({ type }) => type === 'commentsExtended')?.target
  if (target === undefined || !file.has(target)) return new Map()
  return new Map(
    elementsOf(file.xml(target).root, 'w15:commentEx').map(({ attributes }) => {
      const parent = attributes['w15:paraIdParent']
      const done = /^(?:1|true|on)$/i.test(attributes['w15:done'] ?? '0')
      return [attributes['w15:paraId'] ?? '', { ...(parent !== undefined && { parent }), done }]
    }),
  )
}

function paragraphIds(comment: XmlElement): string[] {
  return elementsOf(comment).flatMap((node) =>
    node.name === 'w:p' ? (node.attributes['w14:paraId'] ?? []) : paragraphIds(node),
  )
}
