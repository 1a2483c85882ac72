import type { XmlElement } from '../xml/types.ts'
import { child, onOff, whole } from '../xml/walk.ts'
import { textWidth } from './page.ts'
import { first } from './run.ts'
import { type Level, type Page, type Reason, unseen } from './types.ts'

/** How a paragraph is laid out. */
export interface Layout {
  reasons: Reason[]
  /** Height of its lines in twentieths of a point, where that is exact. */
  line?: number
}

/**
 * Why the words of a paragraph may not be seen where they are laid.
 *
 * @param levels its own properties, its list's, its styles', the table's, the file's
 * @param width of the cell or box that it stands in, in twentieths of a point; undefined in the page's text
 */
export function paragraphLayout(levels: readonly Level[], page: Page, width: number | undefined): Layout {
  const reasons: Reason[] = []
  const tell = (why: string) => reasons.push(unseen(why))
  const attribute = (element: string, ...names: string[]) =>
    first(levels, ({ paragraph }) => {
      const own = child(paragraph, element)?.attributes
      return names.map((name) => whole(own?.[`w:${name}`])).find((value) => value !== undefined)
    })
  const rule = first(levels, ({ paragraph }) => child(paragraph, 'w:spacing')?.attributes['w:lineRule'])
  const line = attribute('w:spacing', 'line')
  if (line !== undefined && (rule ?? 'auto') === 'auto' && line < 144)
    tell('in lines that lie on one another')
  const room = width ?? textWidth(page)
  // Hundredths of a letter, where they are given, count instead of twentieths of a point.
  const side = (chars: string[], names: string[]) => {
    const given = attribute('w:ind', ...chars)
    return given !== undefined && given !== 0 ? given * 2 : (attribute('w:ind', ...names) ?? 0)
  }
  const left = side(['startChars', 'leftChars'], ['start', 'left'])
  const right = side(['endChars', 'rightChars'], ['end', 'right'])
  const hanging = side(['hangingChars'], ['hanging'])
  const begin = left + (hanging !== 0 ? -hanging : side(['firstLineChars'], ['firstLine']))
  const margins = width === undefined ? { left: page.left, right: page.right } : { left: 400, right: 400 }
  if (Math.min(left, begin) < -margins.left || right < -margins.right || Math.max(left, begin) > room)
    tell('indented beside the paper')
  else if (room - left - right < 200 && left + right > 0) tell('indented so far that no width is left')
  const frame = frameReason(
    child(levels[0]?.paragraph, 'w:framePr') ?? first(levels, (one) => child(one.paragraph, 'w:framePr')),
    page,
  )
  if (frame) tell(frame)
  if (first(levels, ({ paragraph }) => onOff(paragraph, 'w:bidi')) === true)
    reasons.push({ kind: 'direction', why: 'in a paragraph that runs from right to left' })
  return { reasons, ...(rule === 'exact' && line !== undefined && { line: Math.abs(line) }) }
}

/** A frame that is nothing, beside the paper, or over other words (17.3.1.11). */
function frameReason(frame: XmlElement | undefined, page: Page): string | undefined {
  if (!frame) return undefined
  const { attributes } = frame
  const value = (name: string) => whole(attributes[`w:${name}`])
  const [width, height, x, y] = [value('w'), value('h'), value('x'), value('y')]
  if (attributes['w:hRule'] === 'exact' && height !== undefined && height < 160)
    return 'in a frame without height'
  if (width !== undefined && width > 0 && width < 160) return 'in a frame without width'
  const across = attributes['w:hAnchor'] === 'page' ? 0 : page.left
  const down = attributes['w:vAnchor'] === 'page' ? 0 : page.top
  if (x !== undefined && (x + across + (width ?? 0) < 360 || x + across > page.width - 200))
    return 'in a frame beside the paper'
  if (
    y !== undefined &&
    (y + down < -page.height ||
      (attributes['w:vAnchor'] !== undefined &&
        attributes['w:vAnchor'] !== 'text' &&
        (y + down < 0 || y + down > page.height - 200)))
  )
    return 'in a frame beside the paper'
  if (/^(?:none|through)$/.test(attributes['w:wrap'] ?? '')) return 'in a frame that lies over other words'
  return undefined
}
