import type { Matter } from '../matter/index.ts'

/** Licenses of the models that the matter uses or plans to, each once, in the order of the matter. */
export function licensesOf(matter: Matter): string[] {
  const ids = (matter.models ?? [])
    .filter(({ status }) => status !== 'retired')
    .flatMap(({ license }) => (license === undefined ? [] : [license]))
  return [...new Set(ids)]
}
