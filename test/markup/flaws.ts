import { elementsOf, openPackage, type WordPackage, type XmlElement } from '../../src/ooxml/index.ts'

/**
 * What other engines broke in a redline, in words; none where it is sound.
 *
 * @param mixed whether somebody may have put something into a row that another takes out, as in a combined file
 */
export function flaws(redline: Uint8Array, right: Uint8Array, { mixed = false } = {}): string[] {
  const [file, before] = [openPackage(redline), openPackage(right)]
  const found: string[] = []
  const ids = new Map<string, number>()
  for (const part of partsOf(file)) {
    const { root } = file.xml(part)
    visit(root, [], (element, around) => {
      const { name, attributes } = element
      const within = (...names: string[]) => around.some((one) => names.includes(one.name))
      const box = around.findLastIndex((one) => one.name === 'w:txbxContent')
      const near = around.slice(box + 1).map((one) => one.name)
      if (name === 'w:t' && near.includes('w:del')) found.push(`${part}: w:t in a deletion`)
      if (name === 'w:instrText' && near.includes('w:del')) found.push(`${part}: w:instrText in a deletion`)
      if (name === 'w:delInstrText' && !near.includes('w:del'))
        found.push(`${part}: w:delInstrText outside a deletion`)
      if (name === 'w:delText' && near.includes('w:moveFrom')) found.push(`${part}: w:delText in a move`)
      if (name === 'w:delText' && !near.includes('w:del')) found.push(`${part}: w:delText outside a deletion`)
      const marks = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo']
      const outer = marks.includes(name) && near.find((one) => marks.includes(one))
      if (outer && around.at(-1)?.name !== 'w:rPr') found.push(`${part}: ${name} in ${outer}`)
      if (marks.includes(name) || /^w:(?:move(?:From|To)RangeStart|cell(?:Ins|Del))$/.test(name)) {
        if (!attributes['w:author']) found.push(`${part}: a change of nobody`)
        ids.set(attributes['w:id'] ?? '', (ids.get(attributes['w:id'] ?? '') ?? 0) + 1)
      }
      if (name === 'w:tr' || name === 'w:tc') found.push(...rowFlaws(part, element, mixed))
      const paragraph = attributes['w14:paraId']
      if (paragraph !== undefined && Number.parseInt(paragraph, 16) >= 0x80000000)
        found.push(`${part}: the paragraph id ${paragraph}`)
      if (within('w:p') && name === 'w:tbl' && !within('w:txbxContent'))
        found.push(`${part}: a table in a paragraph`)
    })
    // What has no mark has nothing of ours; marks of theirs may have been resolved.
    const isMarked = (one: WordPackage) =>
      /<\w+:(?:ins|del|moveFrom|moveTo|cellIns|cellDel|rPrChange|pPrChange|commentRangeStart)\s/.test(
        one.xml(part).text,
      )
    if (
      before.has(part) &&
      !isMarked(file) &&
      !isMarked(before) &&
      file.xml(part).text !== before.xml(part).text
    )
      found.push(`${part}: other markup without a change`)
    found.push(...unpaired(part, root), ...moves(part, root), ...dangling(file, part, root))
  }
  for (const [id, count] of ids) if (count > 1) found.push(`the id ${id} stands ${count} times`)
  for (const { name } of before.entries) if (!file.has(name)) found.push(`${name} is gone`)
  return found
}

/** A tracked row or cell has a mark of its kind on itself, on its runs and on the ends of its paragraphs. */
function rowFlaws(part: string, row: XmlElement, mixed: boolean): string[] {
  const found: string[] = []
  const tracked = elementsOf(elementsOf(row, 'w:trPr')[0] ?? elementsOf(row, 'w:tcPr')[0]).find(({ name }) =>
    /^w:(?:ins|del|cellIns|cellDel)$/.test(name),
  )
  if (!tracked) return found
  const own = { name: /ins$/i.test(tracked.name) ? 'w:ins' : 'w:del' }
  visit(row, [], (node, path) => {
    const isOwn = ({ name }: XmlElement) =>
      name === own.name || (mixed && own.name === 'w:del' && name === 'w:ins')
    const isTracked = path.some((one) => isOwn(one) || one.name === 'w:txbxContent')
    if (/^w:(?:t|delText)$/.test(node.name) && textIn(node) !== '' && !isTracked)
      found.push(`${part}: a row that is ${own.name} with a run that is not`)
    if (node.name !== 'w:p' || path.some(({ name }) => name === 'w:txbxContent')) return
    const marks = elementsOf(elementsOf(elementsOf(node, 'w:pPr')[0], 'w:rPr')[0])
    const isLast = path.at(-1)?.name === 'w:tc' && elementsOf(path.at(-1), 'w:p').at(-1) === node
    if (!isLast && !marks.some(isOwn))
      found.push(`${part}: a row that is ${own.name} with an end that is not`)
  })
  return found
}

function textIn({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
}

function partsOf(file: WordPackage): string[] {
  const stories = file
    .relationships(file.main)
    .filter(({ type }) => /^(?:header|footer|footnotes|endnotes)$/.test(type))
  return [file.main, ...new Set(stories.map(({ target }) => target).filter((part) => file.has(part)))]
}

function visit(
  element: XmlElement,
  around: readonly XmlElement[],
  see: (element: XmlElement, around: readonly XmlElement[]) => void,
): void {
  see(element, around)
  for (const node of elementsOf(element)) visit(node, [...around, element], see)
}

/** Bookmarks, ranges of comments and fields of which one half is missing. */
function unpaired(part: string, root: XmlElement): string[] {
  const halves = new Map<string, number>()
  let fields = 0
  visit(root, [], ({ name, attributes }) => {
    const half = /^w:(bookmark|commentRange)(Start|End)$/.exec(name)
    const key = `${half?.[1]} ${attributes['w:id']}`
    if (half) halves.set(key, (halves.get(key) ?? 0) + (half[2] === 'Start' ? 1 : -1))
    const type = name === 'w:fldChar' ? attributes['w:fldCharType'] : undefined
    if (type === 'begin') fields += 1
    if (type === 'end') fields -= 1
  })
  const open = [...halves].filter(([, count]) => count !== 0).map(([key]) => `${part}: ${key} has one half`)
  return fields === 0 ? open : [...open, `${part}: a field is open`]
}

/** Ranges of moves that have one half, or no other end of their name. */
function moves(part: string, root: XmlElement): string[] {
  const found: string[] = []
  const open = new Map<string, string>()
  const names: Record<string, string[]> = { From: [], To: [] }
  visit(root, [], ({ name, attributes }, around) => {
    const [, way = '', half] = /^w:move(From|To)Range(Start|End)$/.exec(name) ?? []
    const key = `${way} ${attributes['w:id']}`
    if (half === 'Start') {
      open.set(key, attributes['w:name'] ?? '')
      names[way]!.push(attributes['w:name'] ?? '')
    } else if (half === 'End' && !open.delete(key))
      found.push(`${part}: the range ${key} ends and never starts`)
    const mark = /^w:move(From|To)$/.exec(name)?.[1]
    if (
      mark &&
      around.some((one) => one.name === 'w:body') &&
      ![...open.keys()].some((one) => one.startsWith(mark))
    )
      found.push(`${part}: a move outside a range`)
  })
  for (const key of open.keys()) found.push(`${part}: the range ${key} never ends`)
  if (names.From!.sort().join() !== names.To!.sort().join())
    found.push(`${part}: moves with one end: ${names.From} and ${names.To}`)
  if (new Set(names.From).size < names.From!.length) found.push(`${part}: two moves of one name`)
  return found
}

/** References to parts and notes that are not there. */
function dangling(file: WordPackage, part: string, root: XmlElement): string[] {
  const found: string[] = []
  const targets = new Map(file.relationships(part).map((one) => [one.id, one]))
  const notes = (kind: string) => {
    const own = file.relationships(file.main).find(({ type }) => type === `${kind}s`)?.target
    return own === undefined ? [] : elementsOf(file.xml(own).root).map(({ attributes }) => attributes['w:id'])
  }
  visit(root, [], ({ name, attributes }) => {
    for (const key of ['r:id', 'r:embed', 'r:link']) {
      const id = attributes[key]
      if (id === undefined || id === '') continue
      const target = targets.get(id)
      if (!target || (!target.external && !file.has(target.target)))
        found.push(`${part}: ${key} ${id} leads nowhere`)
      else if (!target.external && file.contentType(target.target) === '')
        found.push(`${target.target} has no type`)
    }
    const kind = /^w:(foot|end)noteReference$/.exec(name)?.[1]
    if (kind && !notes(`${kind}note`).includes(attributes['w:id']))
      found.push(`${part}: a note that is not there`)
  })
  return found
}
