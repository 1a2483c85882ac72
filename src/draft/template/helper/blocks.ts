import Handlebars from 'handlebars'
import { Missing } from '../value.ts'
import { holds } from './conditions.ts'
import type { BlockOptions } from './types.ts'

/**
 * Runs a block unless what it asks about is missing: then neither side is right, and a blank stands in its place.
 */
function asked(
  value: unknown,
  [file, line, lines]: [string, number, number],
  { data }: BlockOptions,
  run: () => string,
): string {
  data.rendering.step(file, line)
  if (!(value instanceof Missing)) return data.rendering.bounded(run(), file, line)
  const blank = data.rendering.blank(value, file, line)
  return lines === 0 ? blank : `\n${blank}\n\n`
}

/** `{{#if fact}} … {{else}} … {{/if}}`; an empty list, an empty string, 0 and false do not hold. */
export function ifBlock(
  this: unknown,
  value: unknown,
  file: string,
  line: number,
  lines: number,
  options: BlockOptions,
): string {
  return asked(value, [file, line, lines], options, () =>
    holds(value) ? options.fn(this) : options.inverse(this),
  )
}

/** `{{#unless fact}} … {{/unless}}`. */
export function unless(
  this: unknown,
  value: unknown,
  file: string,
  line: number,
  lines: number,
  options: BlockOptions,
): string {
  return asked(value, [file, line, lines], options, () =>
    holds(value) ? options.inverse(this) : options.fn(this),
  )
}

/** `{{#with thing}} … {{/with}}`. */
export function withBlock(
  this: unknown,
  value: unknown,
  file: string,
  line: number,
  lines: number,
  options: BlockOptions,
): string {
  return asked(value, [file, line, lines], options, () =>
    holds(value) ? options.fn(value) : options.inverse(this),
  )
}

/** `{{#each list}} … {{else}} … {{/each}}` with `@index`, `@number` (from 1), `@first` and `@last`. */
export function each(
  this: unknown,
  list: unknown,
  file: string,
  line: number,
  lines: number,
  options: BlockOptions,
): string {
  return asked(list, [file, line, lines], options, () => {
    if (!Array.isArray(list) || list.length === 0) return options.inverse(this)
    return list
      .map((item, index) => {
        const data = Object.assign(Handlebars.createFrame(options.data), {
          index,
          number: index + 1,
          first: index === 0,
          last: index === list.length - 1,
        })
        return options.fn(item, { data, blockParams: [item, index] })
      })
      .join('')
  })
}
