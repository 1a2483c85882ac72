import { isOffline } from '../../texts/index.ts'
import { say } from '../say.ts'
import type { CompareOptions } from './options.ts'

/** How a side is read: in which state of its tracked changes, and as the command line says of files. */
export function readingOf(options: CompareOptions, view: CompareOptions['view']) {
  return {
    offline: isOffline(process.env, options.offline),
    view,
    hidden: options.hidden ?? false,
    say,
    ...(options.as && { as: options.as }),
    ...(options.encoding !== undefined && { encoding: options.encoding }),
  }
}
