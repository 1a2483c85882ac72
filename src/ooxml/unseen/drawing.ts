import type { XmlElement } from '../xml/types.ts'
import { branchOf, child, elementsOf } from '../xml/walk.ts'
import type { Page } from './types.ts'

/** English Metric Units in a twentieth of a point. */
const EMU = 635

/** What is known of a drawing that words may stand in or under. */
export interface Drawn {
  /** Why words in it may not be seen. */
  reason?: string
  /** The same for the same shape at the same place, where it lies over or under words. */
  cover?: string
  /** Size of what is inside, in twentieths of a point, and whether it grows with its words. */
  box?: { width: number; height: number; grows: boolean }
}

/** Reads how a `wp:anchor` or `wp:inline` lies on the page (20.4.2). */
export function drawn(node: XmlElement, page: Page): Drawn {
  const extent = child(node, 'wp:extent')?.attributes
  const [width, height] = [Number(extent?.cx ?? 0) / EMU, Number(extent?.cy ?? 0) / EMU]
  const shape = deep(node, 'wps:bodyPr')
  const grows = child(shape, 'a:spAutoFit') !== undefined || child(shape, 'a:normAutofit') !== undefined
  const result: Drawn = { box: { width, height, grows } }
  if (isOn(child(node, 'wp:docPr')?.attributes.hidden) || isOn(node.attributes.hidden))
    result.reason = 'in a hidden shape'
  else if (width < 160 || height < 120) result.reason = 'in a shape without size'
  if (node.name !== 'wp:anchor') return result
  const across = offset(child(node, 'wp:positionH'), page.left)
  const down = offset(child(node, 'wp:positionV'), page.top)
  if (across !== undefined && (across + width < 100 || across > page.width - 100))
    result.reason ??= 'in a shape beside the paper'
  if (down !== undefined && (down + height < 100 || Math.abs(down) > page.height))
    result.reason ??= 'in a shape beside the paper'
  const wrap = elementsOf(node).find(({ name }) => /^wp:wrap/.test(name))
  const pushes =
    wrap &&
    (/^wp:wrap(?:Square|TopAndBottom)$/.test(wrap.name) ||
      (wrap.name === 'wp:wrapTight' && !isOn(child(wrap, 'wp:wrapPolygon')?.attributes.edited)))
  if (!pushes) result.cover = written(node)
  return result
}

/** Reads how a shape of VML lies on the page (part 4, 19.1). */
export function drawnOld(node: XmlElement): Drawn {
  const style = new Map(
    (node.attributes.style ?? '').split(';').map((one) => {
      const at = one.indexOf(':')
      return [
        one.slice(0, at).trim().toLowerCase(),
        one
          .slice(at + 1)
          .trim()
          .toLowerCase(),
      ] as const
    }),
  )
  const [width, height] = [length(style.get('width')), length(style.get('height'))]
  const result: Drawn = {}
  if (style.get('visibility') === 'hidden' || style.get('display') === 'none')
    result.reason = 'in a hidden shape'
  else if ((width ?? 999) < 160 || (height ?? 999) < 120) result.reason = 'in a shape without size'
  const inside = child(node, 'v:textbox')
  if (width !== undefined && height !== undefined)
    result.box = { width, height, grows: /mso-fit-shape-to-text:\s*t/i.test(inside?.attributes.style ?? '') }
  const wraps = elementsOf(node).find(({ name }) => /(?:^|[:}])wrap$/.test(name))?.attributes.type
  if (style.get('position') === 'absolute' && !/^(?:square|topAndBottom|tight)$/.test(wraps ?? ''))
    result.cover = written(node)
  for (const name of ['margin-left', 'left', 'margin-top', 'top']) {
    const at = length(style.get(name))
    if (at !== undefined && Math.abs(at) > 20_000) result.reason ??= 'in a shape beside the paper'
  }
  return result
}

function offset(position: XmlElement | undefined, margin: number): number | undefined {
  const at = child(position, 'wp:posOffset')?.children[0]
  if (at?.type !== 'text') return undefined
  const own = Number(at.text) / EMU
  if (!Number.isFinite(own)) return undefined
  return own + (position?.attributes.relativeFrom === 'page' ? 0 : margin)
}

const units: Record<string, number> = { pt: 20, in: 1_440, cm: 567, mm: 56.7, px: 15, '': 15 }

function length(value: string | undefined): number | undefined {
  const [, number, unit = ''] = /^(-?[\d.]+)(pt|in|cm|mm|px)?$/.exec(value ?? '') ?? []
  return number === undefined ? undefined : Number(number) * units[unit]!
}

/** A shape as it is written, without its words and the ids that every saving gives anew. */
function written(node: XmlElement): string {
  if (node.name === 'w:txbxContent') return ''
  if (node.name === 'mc:AlternateContent') return elementsOf(branchOf(node)).map(written).join('')
  const attributes = Object.entries(node.attributes)
    .filter(
      ([name]) =>
        !/(?:^|[:}])(?:id|spid|name|embed|link|edit\w*|anchorId|gfxdata|descr|title|relativeHeight)$/i.test(
          name,
        ),
    )
    .map(([name, value]) => `${name}=${value}`)
    .sort()
  const inner = node.children.map((one) => (one.type === 'text' ? one.text.trim() : written(one))).join('')
  return `<${[node.name, ...attributes].join(' ')}>${inner}`
}

function deep(node: XmlElement, name: string): XmlElement | undefined {
  for (const one of elementsOf(node)) {
    const found = one.name === name ? one : one.name === 'w:txbxContent' ? undefined : deep(one, name)
    if (found) return found
  }
  return undefined
}

function isOn(value: string | undefined): boolean {
  return value !== undefined && !/^(?:0|false|f|off)$/i.test(value)
}
