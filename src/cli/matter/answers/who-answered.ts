import type { Library } from '../../../library/index.ts'
import { fieldOf } from '../../../matter/index.ts'
import { dayOf, unansweredIn, type WrittenForm } from '../../../matter/written.ts'
import { today } from '../../../today.ts'
import { oneLine } from './one-line.ts'
import type { ImportOptions } from './options.ts'

/** Who answered and when, as far as the form says it in words that are a name and a day; else as the options say. */
export function whoAnswered(
  form: WrittenForm,
  options: ImportOptions,
  library: Library,
): { by?: string; on: string; unread: string[] } {
  const unread: string[] = []
  const now = today() > (options.date ?? '') ? today() : options.date!
  const first = [...library.licenses.values()].flatMap(({ released }) => released ?? []).sort()[0] ?? ''
  const day = form.on === undefined ? undefined : dayOf(oneLine(form.on).replace(/\.$/, ''))
  const isDay = day !== undefined && day <= now && day >= first
  if (form.on !== undefined && !isDay)
    unread.push(
      `the day of the answers is not read: “${oneLine(form.on)}” is ${
        day === undefined
          ? 'no day that can be read in one way'
          : day > now
            ? 'still to come'
            : 'before the first license'
      }: give it with --date`,
    )
  const nobody = form.by === undefined ? undefined : unansweredIn(fieldOf('vendor.contact')!, form.by)
  if (nobody !== undefined)
    unread.push(`who answers is not read: ${nobody.replace(/: a person reads it$/, '')}: give it with --by`)
  const by = nobody === undefined ? (form.by ?? options.by) : options.by
  return { ...(by !== undefined && { by }), on: (isDay ? day : undefined) ?? options.date ?? today(), unread }
}
