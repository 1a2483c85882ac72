import { own } from '../../own.ts'
import type { WordPackage } from '../package/package.ts'
import type { XmlElement } from '../xml/types.ts'
import { child, elementsOf } from '../xml/walk.ts'

/** Red, green and blue, 0 to 255. */
export type Colour = readonly [red: number, green: number, blue: number]

export const WHITE: Colour = [255, 255, 255]
const BLACK: Colour = [0, 0, 0]

/** The colours of a file's theme by the names that its words use (17.18.97). */
export type Theme = ReadonlyMap<string, Colour>

const mapped: Record<string, string> = {
  ...{ background1: 'bg1', background2: 'bg2', text1: 't1', text2: 't2' },
  ...{ light1: 'lt1', light2: 'lt2', dark1: 'dk1', dark2: 'dk2' },
}
const usual: Record<string, string> = { bg1: 'light1', bg2: 'light2', t1: 'dark1', t2: 'dark2' }

/** The theme of a file as its settings map it; Office's own black and white where it has none. */
export function themeOf(file: WordPackage): Theme {
  const partOf = (type: string) => {
    const found = file.relationships(file.main).find((one) => one.type === type && !one.external)
    return found && file.has(found.target) ? file.xml(found.target).root : undefined
  }
  const colours = new Map<string, Colour>([
    ['lt1', WHITE],
    ['dk1', BLACK],
  ])
  for (const node of elementsOf(child(child(partOf('theme'), 'a:themeElements'), 'a:clrScheme'))) {
    const [set] = elementsOf(node)
    const colour = hex(set?.attributes.lastClr ?? set?.attributes.val)
    if (colour) colours.set(node.name.replace(/^a:/, ''), colour)
  }
  const mapping = child(partOf('settings'), 'w:clrSchemeMapping')?.attributes ?? {}
  const theme = new Map(colours)
  for (const [name, short] of Object.entries(mapped)) {
    const to = short in usual ? (mapping[`w:${short}`] ?? usual[short]!) : short
    const colour = colours.get(mapped[to] ?? to)
    if (colour) theme.set(name, colour)
  }
  for (const [long, short] of [
    ['hyperlink', 'hlink'],
    ['followedHyperlink', 'folHlink'],
    ['bg1', 'lt1'],
    ['tx1', 'dk1'],
  ] as const) {
    const colour = colours.get(short)
    if (colour) theme.set(long, colour)
  }
  return theme
}

/** A colour as `w:color` or `w:shd` gives it; `auto` where the program picks it, undefined where nothing says. */
export function colourIn(
  attributes: XmlElement['attributes'] | undefined,
  theme: Theme,
  names: { value: string; theme: string; tint: string; shade: string },
): Colour | 'auto' | undefined {
  const value = attributes?.[names.value]
  const themed = theme.get(attributes?.[names.theme] ?? '')
  if (themed) {
    const part = (name: string) => Number.parseInt(attributes?.[name] ?? 'FF', 16) / 255
    const [tint, shade] = [part(names.tint), part(names.shade)]
    return mix(mix(themed, WHITE, tint || 0), BLACK, shade || 0)
  }
  return value === 'auto' ? 'auto' : hex(value)
}

/** So much of a colour over another. */
function mix(over: Colour, under: Colour, part: number): Colour {
  const of = (at: 0 | 1 | 2) => Math.round(over[at] * part + under[at] * (1 - part))
  return [of(0), of(1), of(2)]
}

/** `FFFFFF`, or a name of the sixteen (17.18.40). */
export function hex(value: string | undefined): Colour | undefined {
  const [, red, green, blue] = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(value ?? '') ?? []
  if (red === undefined) return undefined
  return [Number.parseInt(red, 16), Number.parseInt(green!, 16), Number.parseInt(blue!, 16)]
}

const pens: Record<string, string> = {
  ...{ black: '000000', blue: '0000FF', cyan: '00FFFF', green: '00FF00', magenta: 'FF00FF', red: 'FF0000' },
  ...{ yellow: 'FFFF00', white: 'FFFFFF', darkBlue: '000080', darkCyan: '008080', darkGreen: '008000' },
  ...{
    darkMagenta: '800080',
    darkRed: '800000',
    darkYellow: '808000',
    darkGray: '808080',
    lightGray: 'C0C0C0',
  },
}

/** The colour of a marker pen. */
export function penColour(name: string | undefined): Colour | undefined {
  return hex(own(pens, name ?? ''))
}

/** What a shading comes to on its ground (17.18.78); undefined where it lets the ground through. */
export function shadingIn(node: XmlElement | undefined, theme: Theme, ground: Colour): Colour | undefined {
  if (!node) return undefined
  const pattern = node.attributes['w:val'] ?? 'clear'
  if (pattern === 'nil') return undefined
  const fill = colourIn(node.attributes, theme, {
    value: 'w:fill',
    theme: 'w:themeFill',
    tint: 'w:themeFillTint',
    shade: 'w:themeFillShade',
  })
  const under = fill === 'auto' ? undefined : fill
  if (pattern === 'clear') return under
  const own = colourIn(node.attributes, theme, {
    value: 'w:color',
    theme: 'w:themeColor',
    tint: 'w:themeTint',
    shade: 'w:themeShade',
  })
  const [, percent] = /^pct(\d+)$/.exec(pattern) ?? []
  const part = pattern === 'solid' ? 1 : percent === undefined ? 0.5 : Number(percent) / 100
  return mix(own === undefined || own === 'auto' ? BLACK : own, under ?? ground, part)
}

/** Whether nobody tells two colours apart: a contrast under 1.25 to 1, as WCAG 2.2 reckons it. */
export function isAlike(one: Colour, other: Colour): boolean {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light! + 0.05) / (dark! + 0.05) < 1.25
}

/** Whether a program writes white on it where nothing says a colour. */
export function isDark(colour: Colour): boolean {
  return luminance(colour) < 0.18
}

function luminance(colour: Colour): number {
  const [red, green, blue] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

/** A colour of DrawingML, or of Word's own fills for letters, in the element that holds it. */
export function drawnColour(
  holder: XmlElement | undefined,
  theme: Theme,
): { colour?: Colour; through: boolean } {
  const [set] = elementsOf(holder)
  const value = Object.entries(set?.attributes ?? {}).find(([name]) => /(?:^|:)val$/.test(name))?.[1]
  const colour = /sysClr$/.test(set?.name ?? '')
    ? hex(set?.attributes.lastClr)
    : (hex(value) ?? theme.get(value ?? ''))
  const alpha = elementsOf(set).find(({ name }) => /(?:^|:)alpha$/.test(name))
  const share = Number(Object.values(alpha?.attributes ?? {})[0] ?? '0')
  // Word writes how much is let through, DrawingML how much is kept.
  const through = alpha !== undefined && (alpha.name.startsWith('w14:') ? share > 85_000 : share < 15_000)
  return { ...(colour && { colour }), through }
}
