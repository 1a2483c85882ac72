import type { HelperDelegate } from 'handlebars'
import { each, ifBlock, unless, withBlock } from './blocks.ts'
import { and, has, is, known, more, not, or } from './conditions.ts'
import { part } from './part.ts'
import { blank, count, date, fallback, inline, list, plural } from './phrases.ts'
import { print } from './print.ts'

/** Every helper that a template may use; there are no others, Handlebars' own included. */
export const helpers: Record<string, HelperDelegate> = {
  if: ifBlock,
  unless,
  with: withBlock,
  each,
  and,
  or,
  not,
  is,
  has,
  more,
  known,
  date,
  inline,
  list,
  count,
  plural,
  default: fallback,
  blank,
  part,
  print,
}
