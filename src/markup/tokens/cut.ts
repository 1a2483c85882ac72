import { isReference } from './computed.ts'
import type { Leaf } from './leaves.ts'
import type { ObjectKeys } from './objects.ts'
import type { Field, Part, Token } from './types.ts'
import { PIECES } from './words.ts'

/** Fields that start in one paragraph and may end in another, outermost first. */
export type OpenFields = Field[]

/**
 * Cuts the leaves of a paragraph into tokens: words (over as many runs as they have), signs, white space, objects. A
 * field's instruction is one object, its end another; what it shows is words.
 *
 * @param results whether what a cross-reference shows is told apart; without, the whole field is one object
 */
export function cutTokens(
  leaves: readonly Leaf[],
  keys: ObjectKeys,
  open: OpenFields,
  results = true,
): Token[] {
  const tokens: Token[] = []
  let at = 0
  while (at < leaves.length) {
    const leaf = leaves[at]!
    if (leaf.text !== undefined) {
      const from = at
      while (leaves[at]?.text !== undefined && leaves[at]!.scope === leaf.scope) at += 1
      if (!results && /\{\s*(?:REF|PAGEREF|NOTEREF)\s[^}]*\}$/i.test(leaf.scope)) {
        const parts = leaves.slice(from, at).map(({ part }) => part)
        tokens.push({ kind: 'object', key: `field ${leaf.scope}`, parts, text: '' })
      } else cutText(leaves.slice(from, at), tokens)
      continue
    }
    const type = leaf.part.leaf.name === 'w:fldChar' ? leaf.part.leaf.attributes['w:fldCharType'] : undefined
    if (type === 'begin') {
      let end = headEnd(leaves, at)
      const said = instruction(leaves.slice(at, end))
      if (!results && isReference(said.replace(/^\{/, ''))) end = fieldEnd(leaves, at) ?? end
      const parts = leaves.slice(at, end).map(({ part }) => part)
      const token: Token = {
        kind: 'object',
        key: `field ${said}`,
        parts,
        text: '',
      }
      token.field = { head: token, instruction: said.replace(/^\{/, '') }
      const last = leaves[end - 1]!.part.leaf
      const closed = last.attributes['w:fldCharType'] === 'end' && end - 1 > at
      if (closed) token.field.tail = token
      else open.push(token.field)
      tokens.push(token)
      at = end
      continue
    }
    const token: Token = {
      kind: 'object',
      key: type === undefined ? `${leaf.scope}${keys.keyOf(leaf.part.leaf)}` : `field ${type}`,
      parts: [leaf.part],
      text: '',
    }
    if (leaf.part.leaf.name === 'w:instrText') token.key = `instruction ${textOf(leaf)}`
    if (type === 'end') {
      const field = open.pop()
      if (field) {
        field.tail = token
        token.field = field
      }
    }
    tokens.push(token)
    at += 1
  }
  return tokens
}

/** After the separator of a field, or after its end where it shows nothing; after its start where neither is here. */
function headEnd(leaves: readonly Leaf[], from: number): number {
  return (
    afterMark(leaves, from, (type, depth) => (type === 'separate' && depth === 1) || depth === 0) ?? from + 1
  )
}

/** After the end of a field, where it stands here. */
function fieldEnd(leaves: readonly Leaf[], from: number): number | undefined {
  return afterMark(leaves, from, (_type, depth) => depth === 0)
}

/** After the first mark of fields that is the one sought, by its type and by how many fields are open behind it. */
function afterMark(
  leaves: readonly Leaf[],
  from: number,
  sought: (type: string | undefined, depth: number) => boolean,
): number | undefined {
  let depth = 0
  for (let at = from; at < leaves.length; at += 1) {
    const { leaf } = leaves[at]!.part
    if (leaf.name !== 'w:fldChar') continue
    const type = leaf.attributes['w:fldCharType']
    if (type === 'begin') depth += 1
    if (type === 'end') depth -= 1
    if (sought(type, depth)) return at + 1
  }
  return undefined
}

function instruction(leaves: readonly Leaf[]): string {
  return leaves
    .map((leaf) => (leaf.part.leaf.name === 'w:instrText' ? `{${textOf(leaf)}}` : (leaf.text ?? '')))
    .join('')
}

function textOf({ part: { leaf } }: Leaf): string {
  return leaf.children
    .map((node) => (node.type === 'text' ? node.text : ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()
}

function cutText(leaves: readonly Leaf[], tokens: Token[]): void {
  const whole = leaves.map(({ text }) => text).join('')
  let index = 0
  let offset = 0
  for (const { 0: text } of whole.matchAll(PIECES)) {
    let parts: Part[] = []
    let left = text.length
    while (left > 0) {
      const { part, text: characters = '' } = leaves[index]!
      const taken = Math.min(left, characters.length - offset)
      const own = { ...part, from: offset, to: offset + taken }
      // An array that grows by pushing keeps room for seventeen, and most words have one part.
      if (parts.length === 0) parts = [own]
      else parts.push(own)
      left -= taken
      offset += taken
      if (offset === characters.length) {
        index += 1
        offset = 0
      }
    }
    const scope = leaves[0]!.scope
    tokens.push({
      kind: /^\s/u.test(text) ? 'space' : 'word',
      key: scope === '' ? text : scope + text,
      parts,
      text,
      block: undefined,
    })
  }
}
