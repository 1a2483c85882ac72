/** A page's operators as the PDF library gives them: what to do, and with what. */
export interface Operators {
  fnArray: readonly number[]
  argsArray: readonly unknown[]
}

/** Left, lower, right and upper edge (points of the page). */
export type Area = readonly [left: number, foot: number, right: number, top: number]

/** A run of signs as it is painted. */
export interface PaintedText {
  text: string
  area: Area
  /** `#rrggbb`; undefined for a pattern. */
  color: string | undefined
  /** Whether its letters are painted at all (ISO 32000-1, 9.3.6), and not wholly transparent. */
  inked: boolean
  /** What may be painted where it stands. */
  clip: Area
  /** Whether it stands in a layer that is off. */
  off: boolean
  /** How many areas had been painted before it. */
  after: number
}

/** An area that is painted whole. */
export interface PaintedArea {
  area: Area
  /** `#rrggbb`; undefined for a picture, a shading or a pattern, and for what lets through what lies under it. */
  color: string | undefined
  /** A picture or an opaque rectangle hides what it covers. */
  hides: boolean
}

/** What a page paints, in order. */
export interface Painted {
  texts: PaintedText[]
  areas: PaintedArea[]
  /** Thin lines, which may strike words out. */
  lines: Area[]
  /** Words in the tiles of patterns. */
  tiled: string[]
}

type Matrix = readonly [number, number, number, number, number, number]

interface State {
  matrix: Matrix
  color: string | undefined
  alpha: number
  blends: boolean
  mode: number
  size: number
  spacing: number
  wordSpacing: number
  stretch: number
  leading: number
  rise: number
  clip: Area
}

const PLAIN: Matrix = [1, 0, 0, 1, 0, 0]
/** Thinner than that is a line (points). */
const THIN = 2.5

/**
 * Follows a page's operators (ISO 32000-1, 8 and 9) as far as it matters for what a person sees of its words: where they
 * are painted, in which color, under what, and what is painted over them afterwards.
 *
 * @param names the library's operators by number
 * @param view what the page shows of its space
 * @param isOn whether a layer is shown, by what marks it in the content
 */
export function paintedOn(
  { fnArray, argsArray }: Operators,
  names: ReadonlyMap<number, string>,
  view: Area,
  isOn: (layer: unknown) => boolean,
): Painted {
  const painted: Painted = { texts: [], areas: [], lines: [], tiled: [] }
  let state: State = {
    matrix: PLAIN,
    color: '#000000',
    alpha: 1,
    blends: false,
    mode: 0,
    size: 0,
    spacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    clip: view,
  }
  const saved: State[] = []
  const marked: boolean[] = []
  let text: Matrix = PLAIN
  let line: Matrix = PLAIN
  let clips = false
  let annotations = 0

  const save = () => {
    saved.push({ ...state })
  }
  const restore = () => {
    state = saved.pop() ?? state
  }
  const move = (x: number, y: number) => {
    line = times([1, 0, 0, 1, x, y], line)
    text = line
  }
  const isOff = () => marked.includes(true)
  const clip = (area: Area) => {
    state.clip = overlap(area, state.clip) ?? [0, 0, 0, 0]
  }
  const paint = (area: Area, color: string | undefined) => {
    if (isOff()) return
    const within = overlap(area, state.clip)
    if (within) painted.areas.push({ area: within, color, hides: state.alpha === 1 && !state.blends })
  }
  const show = (glyphs: readonly unknown[]) => {
    const before = text
    const { signs, width } = measured(glyphs, state)
    text = times([1, 0, 0, 1, width, 0], text)
    if (signs.trim() === '' || annotations > 0) return
    const whole = times(times([1, 0, 0, 1, 0, state.rise], before), state.matrix)
    painted.texts.push({
      text: signs,
      area: areaOf([0, 0, width, state.size * 0.7], whole),
      color: state.color,
      inked: state.mode !== 3 && state.mode !== 7 && state.alpha > 0,
      clip: state.clip,
      off: isOff(),
      after: painted.areas.length,
    })
  }
  const path = ([op, , bounds]: readonly unknown[]) => {
    const box = numbers(bounds)
    if (box.length === 4) {
      const area = areaOf(box as unknown as Area, state.matrix)
      const name = names.get(Number(op)) ?? ''
      if (/fill/i.test(name)) {
        if (isThin(area)) painted.lines.push(area)
        else paint(area, state.color)
      } else if (/stroke/i.test(name) && isThin(area)) painted.lines.push(area)
      if (clips) clip(area)
    }
    clips = false
  }
  const does: Record<string, (args: readonly unknown[]) => void> = {
    save,
    restore,
    transform: (args) => {
      state.matrix = times(matrixOf(args), state.matrix)
    },
    setFillRGBColor: ([color]) => {
      state.color = typeof color === 'string' ? color : undefined
    },
    setFillColorN: ([kind, , tile]) => {
      state.color = undefined
      if (kind === 'TilingPattern') painted.tiled.push(...wordsOfTile(tile, names))
    },
    setFillTransparent: () => {
      state.alpha = 0
    },
    setGState: ([entries]) => {
      for (const [key, value] of pairs(entries)) {
        if (key === 'ca') state.alpha = Number(value)
        if (key === 'BM') state.blends = value !== 'source-over' && value !== 'Normal'
      }
    },
    beginText: () => {
      text = PLAIN
      line = PLAIN
    },
    setTextMatrix: (args) => {
      text = matrixOf(args.length === 6 ? args : numbers(args[0]))
      line = text
    },
    moveText: ([x, y]) => move(Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = Number(y)
      move(Number(x), Number(y))
    },
    nextLine: () => move(0, state.leading),
    setLeading: ([leading]) => {
      state.leading = -Number(leading)
    },
    setFont: ([, size]) => {
      state.size = Number(size)
    },
    setCharSpacing: ([spacing]) => {
      state.spacing = Number(spacing)
    },
    setWordSpacing: ([spacing]) => {
      state.wordSpacing = Number(spacing)
    },
    setHScale: ([stretch]) => {
      state.stretch = Number(stretch) / 100
    },
    setTextRise: ([rise]) => {
      state.rise = Number(rise)
    },
    setTextRenderingMode: ([mode]) => {
      state.mode = Number(mode)
    },
    showText: ([glyphs]) => show(Array.isArray(glyphs) ? glyphs : []),
    paintFormXObjectBegin: ([matrix, box]) => {
      save()
      if (matrix) state.matrix = times(matrixOf(numbers(matrix)), state.matrix)
      const bounds = numbers(box)
      if (bounds.length === 4) clip(areaOf(bounds as unknown as Area, state.matrix))
    },
    paintFormXObjectEnd: restore,
    // What an annotation says is read beside the page; what it covers is of the page.
    beginAnnotation: ([, , transform, matrix]) => {
      save()
      annotations += 1
      for (const one of [transform, matrix])
        if (one) state.matrix = times(matrixOf(numbers(one)), state.matrix)
    },
    endAnnotation: () => {
      annotations -= 1
      restore()
    },
    clip: () => {
      clips = true
    },
    eoClip: () => {
      clips = true
    },
    constructPath: path,
    shadingFill: () => paint(state.clip, undefined),
    beginMarkedContent: () => {
      marked.push(false)
    },
    beginMarkedContentProps: ([tag, layer]) => {
      marked.push(tag === 'OC' && !isOn(layer))
    },
    endMarkedContent: () => {
      marked.pop()
    },
  }
  for (let at = 0; at < fnArray.length; at += 1) {
    const name = names.get(fnArray[at]!) ?? ''
    const args = argsArray[at]
    if (/^paint(?:Inline)?ImageXObject/.test(name)) paint(areaOf([0, 0, 1, 1], state.matrix), undefined)
    does[name]?.(Array.isArray(args) ? (args as unknown[]) : [])
  }
  return painted
}

/** The signs of a run and how far they reach in the space of the text. */
function measured(
  glyphs: readonly unknown[],
  { size, spacing, wordSpacing, stretch }: State,
): { signs: string; width: number } {
  let width = 0
  let signs = ''
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      width -= (glyph / 1000) * size * stretch
      continue
    }
    const { unicode, width: own, isSpace } = (glyph ?? {}) as Partial<Record<string, unknown>>
    signs += typeof unicode === 'string' ? unicode : ''
    width += ((Number(own ?? 0) / 1000) * size + spacing + (isSpace === true ? wordSpacing : 0)) * stretch
  }
  return { signs, width }
}

function wordsOfTile(tile: unknown, names: ReadonlyMap<number, string>): string[] {
  const { fnArray, argsArray } = (tile ?? {}) as Partial<Operators>
  if (!fnArray || !argsArray) return []
  const { texts } = paintedOn({ fnArray, argsArray }, names, [-1e6, -1e6, 1e6, 1e6], () => true)
  return texts.map((one) => one.text.trim())
}

/** Both transformations, the first one first. */
function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + l]
}

function matrixOf(values: readonly unknown[]): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = values.map(Number)
  return [a, b, c, d, e, f]
}

/** The upright area around a transformed one. */
function areaOf([left, foot, right, top]: Area, [a, b, c, d, e, f]: Matrix): Area {
  const xs = [left, right].flatMap((x) => [foot, top].map((y) => a * x + c * y + e))
  const ys = [left, right].flatMap((x) => [foot, top].map((y) => b * x + d * y + f))
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}

function overlap(one: Area, other: Area): Area | undefined {
  const area: Area = [
    Math.max(one[0], other[0]),
    Math.max(one[1], other[1]),
    Math.min(one[2], other[2]),
    Math.min(one[3], other[3]),
  ]
  return area[0] <= area[2] && area[1] <= area[3] ? area : undefined
}

function isThin([left, foot, right, top]: Area): boolean {
  return top - foot <= THIN || right - left <= THIN
}

function numbers(values: unknown): number[] {
  if (Array.isArray(values)) return values.map(Number)
  return ArrayBuffer.isView(values) ? Array.from(values as Float32Array) : []
}

function pairs(entries: unknown): (readonly [unknown, unknown])[] {
  return Array.isArray(entries)
    ? entries.flatMap((one) => (Array.isArray(one) ? [[one[0], one[1]] as const] : []))
    : []
}
