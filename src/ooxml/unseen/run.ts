import { child, isOn, numberVal, onOff, val } from '../xml/walk.ts'
import {
  type Colour,
  colourIn,
  drawnColour,
  isAlike,
  isDark,
  penColour,
  shadingIn,
  type Theme,
  WHITE,
} from './colour.ts'
import { type Level, type Reason, unseen } from './types.ts'

/** What is around a run. */
export interface Ground {
  theme: Theme
  /** Colour of the cell or box under it; undefined on bare paper. */
  cell?: Colour | undefined
  /** Colour of the page, which is seen on a screen and may not be printed. */
  page?: Colour | undefined
  /** Height of its line where that is exact, in twentieths of a point. */
  line?: number | undefined
}

/** Half-points under which nobody reads what is printed. */
const SMALLEST = 7

/**
 * Why a run may not be seen as it is set.
 *
 * @param levels properties that hold for it, nearest first: its own, its styles', its table's, the file's
 * @param table how many levels from the end are of its table's style and of the file
 */
export function runReasons(levels: readonly Level[], table: number, words: number, around: Ground): Reason[] {
  const reasons: Reason[] = []
  const tell = (why: string) => reasons.push(unseen(why))
  const find = (name: string) => first(levels, ({ run }) => child(run, name))
  const number = (name: string) => first(levels, ({ run }) => numberVal(run, name))
  const size = sizeIn(levels)
  if (size < SMALLEST) tell('in less than 3½ points')
  if (isHiddenByTable(levels, table)) tell('hidden by the style of its table')
  const colours = colourReason(levels, around)
  if (colours) tell(colours)

  const scale = Number.parseInt(
    val(
      first(levels, ({ run }) => (child(run, 'w:w') ? run : undefined)),
      'w:w',
    ) ?? '100',
    10,
  )
  // Word writes 0 where nothing is squeezed.
  if (scale !== 0 && scale < 40) tell('squeezed to less than half of its width')
  const spacing = number('w:spacing') ?? 0
  if (spacing < -2 * size) tell('with its letters on one another')
  if (spacing > 720) tell('with its letters far apart')
  const raised = Math.abs(number('w:position') ?? 0)
  if (raised > Math.max(60, 2 * size)) tell('far above or below its line')
  if (around.line !== undefined && around.line < 6 * size) tell('in a line lower than its letters')
  else if (around.line !== undefined && raised * 10 + 5 * size > around.line && raised >= 4)
    tell('raised or lowered out of its line')
  const fit = Number(find('w:fitText')?.attributes['w:val'] ?? Number.NaN)
  if (words > 0 && fit / words < 2 * size) tell('squeezed into a fixed width')
  const layout = find('w:eastAsianLayout')?.attributes
  if (isOn(layout?.['w:combine']) || isOn(layout?.['w:vert'])) tell('set as two lines in one, or turned')
  return reasons
}

/** Size of its letters in half-points. */
export function sizeIn(levels: readonly Level[]): number {
  const complex =
    first(levels, ({ run }) => onOff(run, 'w:cs')) || first(levels, ({ run }) => onOff(run, 'w:rtl'))
  return first(levels, ({ run }) => numberVal(run, complex ? 'w:szCs' : 'w:sz')) ?? 20
}

/** The first level that says something. */
export function first<T>(levels: readonly Level[], read: (level: Level) => T | undefined): T | undefined {
  for (const level of levels) {
    const found = read(level)
    if (found !== undefined) return found
  }
  return undefined
}

function isHiddenByTable(levels: readonly Level[], table: number): boolean {
  const hides = (some: readonly Level[]) => first(some, ({ run }) => onOff(run, 'w:vanish'))
  const at = levels.length - table
  return hides(levels.slice(0, at)) === undefined && hides(levels.slice(at, -1)) === true
}

/** What its colour and that of its ground come to. */
function colourReason(levels: readonly Level[], { theme, cell, page }: Ground): string | undefined {
  const fill = first(levels, ({ run }) => child(run, 'w14:textFill'))
  if (child(fill, 'w14:noFill')) return 'in letters without colour'
  const solid = child(fill, 'w14:solidFill')
  const filled = solid ? drawnColour(solid, theme) : undefined
  if (filled?.through) return 'in letters that let the ground through'
  const said =
    filled?.colour ??
    first(levels, ({ run }) =>
      colourIn(child(run, 'w:color')?.attributes, theme, {
        value: 'w:val',
        theme: 'w:themeColor',
        tint: 'w:themeTint',
        shade: 'w:themeShade',
      }),
    ) ??
    'auto'
  const pen = penColour(first(levels, ({ run }) => val(run, 'w:highlight')))
  const paper = cell ?? WHITE
  const shaded =
    first(levels, ({ run }) => shadingIn(child(run, 'w:shd'), theme, paper)) ??
    first(levels, ({ paragraph }) => shadingIn(child(paragraph, 'w:shd'), theme, paper))
  const ground = shaded ?? cell
  if (said === 'auto') {
    // A program picks white on dark shading, and looks at no marker pen.
    const own: Colour = ground && isDark(ground) ? WHITE : [0, 0, 0]
    return pen && isAlike(own, pen) ? 'on a ground of its own colour' : undefined
  }
  const grounds = pen ? [pen] : ground ? [ground] : page ? [WHITE, page] : [WHITE]
  if (!grounds.some((one) => isAlike(said, one))) return undefined
  return grounds.length === 1 && grounds[0] === WHITE ? whiteWords(said) : 'on a ground of its own colour'
}

function whiteWords(colour: Colour): string {
  return colour.every((value) => value >= 0xfc) ? 'in white' : 'in a colour that is nearly white'
}
