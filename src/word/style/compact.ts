import type { IStylesOptions } from 'docx'

/** How much smaller type is, and how much less space stands between blocks. */
const TYPE = 0.86
const SPACE = 0.45

/** The styles of a document that has to be short: smaller type and less space, every look still a named style. */
export function compactStyles(styles: IStylesOptions): IStylesOptions {
  return shrunk(styles) as IStylesOptions
}

function shrunk(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((one) => shrunk(one))
  if (typeof value === 'number') {
    if (key === 'size') return Math.round(value * TYPE)
    if (key === 'before' || key === 'after') return Math.round(value * SPACE)
    return key === 'line' ? Math.min(value, 240) : value
  }
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    // The line of a box is no type.
    Object.entries(value).map(([name, one]) => [name, name === 'border' ? one : shrunk(one, name)]),
  )
}
