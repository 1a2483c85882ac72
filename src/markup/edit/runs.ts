import { child, elementsOf, escapeXml, type Splice, type XmlElement } from '../../ooxml/index.ts'
import { own } from '../../own.ts'
import { Line } from '../write/line.ts'
import { closeTag, openTag } from '../write/writing.ts'
import { lettersOf } from './leaves.ts'
import { isArrival, type LeafPlan, lengthOf, type Plans } from './operations.ts'

/** What a part is written with. */
export interface Scribe {
  /** Of the part. */
  text: string
  /** Prefix of WordprocessingML in it, `w:`. */
  w: string
  /** Attributes of a new mark. */
  mark(): string
  /** An id that nothing in the file has. */
  id(): number
}

/** The runs of plans rewritten, those that follow each other as one, so that what goes in a row stands in one mark. */
export function runSplices(scribe: Scribe, plans: Plans): Splice[] {
  const byParent = new Map<XmlElement, Map<XmlElement, LeafPlan[]>>()
  for (const plan of plans.values()) {
    const { parent, run } = plan.leaf
    const runs = byParent.get(parent) ?? new Map<XmlElement, LeafPlan[]>()
    byParent.set(parent, runs)
    runs.set(run!, [...(runs.get(run!) ?? []), plan])
  }
  return [...byParent].flatMap(([parent, runs]) => {
    const splices: Splice[] = []
    let line = new Line()
    let from: XmlElement | undefined
    let to: XmlElement | undefined
    const close = () => {
      if (from && to)
        splices.push({ start: from.start, end: to.end, text: line.markup(wrapIn(scribe, parent)) })
      line = new Line()
      from = undefined
    }
    for (const node of elementsOf(parent)) {
      const own = runs.get(node)
      if (!own) {
        close()
        continue
      }
      from ??= node
      to = node
      writeRun(scribe, node, own, line)
    }
    close()
    return splices
  })
}

/** Puts markup in a mark of ours; in an insertion of others it parts that one in two. */
function wrapIn(scribe: Scribe, parent: XmlElement) {
  return (kind: 'ins' | 'del', markup: string): string => {
    const mark = `<${scribe.w}${kind} ${scribe.mark()}>${markup}</${scribe.w}${kind}>`
    if (kind === 'del' || !isArrival(parent)) return mark
    const again = openTag(scribe, parent).replace(/(\bid\s*=\s*["'])[^"']*/, `$1${scribe.id()}`)
    return closeTag(scribe, parent) + mark + again
  }
}

function writeRun(scribe: Scribe, run: XmlElement, plans: readonly LeafPlan[], line: Line): void {
  const looks = child(run, 'w:rPr')
  const open = openTag(scribe, run) + (looks ? scribe.text.slice(looks.start, looks.end) : '')
  const close = closeTag(scribe, run)
  let content = ''
  let going = false
  const flush = () => {
    if (content !== '') line.add(going ? 'del' : 'plain', open + content + close)
    content = ''
  }
  const put = (markup: string, goes: boolean) => {
    if (goes !== going) flush()
    going = goes
    content += markup
  }
  for (const leaf of elementsOf(run)) {
    if (leaf === looks) continue
    const plan = plans.find((one) => one.leaf.node === leaf)
    if (!plan) {
      put(scribe.text.slice(leaf.start, leaf.end), false)
      continue
    }
    let at = 0
    for (const to of bordersOf(plan)) {
      if (to > at) put(piece(scribe, leaf, at, to, isGone(plan, at)), isGone(plan, at))
      at = to
      for (const { offset, kind, markup } of plan.arrivals) {
        if (offset !== to) continue
        flush()
        line.add(kind, markup)
      }
    }
  }
  flush()
}

/** Where something begins or ends in a leaf, its own ends among them. */
function bordersOf({ leaf, gone, arrivals }: LeafPlan): number[] {
  const borders = [
    0,
    lengthOf(leaf),
    ...gone.flatMap(({ from, to }) => [from, to]),
    ...arrivals.map(({ offset }) => offset),
  ]
  return [...new Set(borders)].sort((a, b) => a - b)
}

function isGone({ gone }: LeafPlan, at: number): boolean {
  return gone.some(({ from, to }) => from <= at && at < to)
}

const asDeleted: Record<string, string> = { 'w:t': 'delText', 'w:instrText': 'delInstrText' }

function piece({ text, w }: Scribe, leaf: XmlElement, from: number, to: number, goes: boolean): string {
  const letters = lettersOf(leaf)
  const name = goes ? own(asDeleted, leaf.name) : undefined
  const whole = leaf.name !== 'w:t' || (from === 0 && to === letters.length)
  if (whole && name === undefined) return text.slice(leaf.start, leaf.end)
  const words = leaf.name === 'w:t' ? letters.slice(from, to) : letters
  const tag = w + (name ?? 't')
  return `<${tag} xml:space="preserve">${escapeXml(words)}</${tag}>`
}

/** A run of words in the looks of another one, with its tabs and line breaks. */
export function runLike(
  { text, w }: Scribe,
  words: string,
  like: XmlElement | undefined,
  { bold = false }: { bold?: boolean } = {},
): string {
  const looks = elementsOf(child(like, 'w:rPr')).filter(
    ({ name }) => !unlike.has(name) && !(bold && isBoldness(name)),
  )
  const markup = (nodes: readonly XmlElement[]) =>
    nodes.map(({ start, end }) => text.slice(start, end)).join('')
  const before = bold ? looks.findLastIndex(({ name }) => name === 'w:rStyle' || name === 'w:rFonts') + 1 : 0
  const own =
    markup(looks.slice(0, before)) + (bold ? `<${w}b/><${w}bCs/>` : '') + markup(looks.slice(before))
  const content = words
    .split(/([\t\n])/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '\t'
        ? `<${w}tab/>`
        : part === '\n'
          ? `<${w}br/>`
          : `<${w}t xml:space="preserve">${escapeXml(part)}</${w}t>`,
    )
    .join('')
  return `<${w}r>${own === '' ? '' : `<${w}rPr>${own}</${w}rPr>`}${content}</${w}r>`
}

function isBoldness(name: string): boolean {
  return name === 'w:b' || name === 'w:bCs'
}

/** What of the looks of words is theirs alone. */
const unlike = new Set(['w:rPrChange', 'w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:vanish', 'w:webHidden'])
