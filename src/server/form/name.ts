/** One step of a form field's name: a key, the place in a list, or the place or key in a map. */
export type Step = { key: string } | { at: number } | { entry: string }

/**
 * Reads a field's name: `models[0].license`, `reach.monthly_active_users{0}.users`, `negotiation.positions{mau-counting}`.
 *
 * @returns undefined for what is no such name
 */
export function readName(name: string): Step[] | undefined {
  const steps: Step[] = []
  const part = /\.?([a-z_]+)|\[(\d{1,3})\]|\{([^{}]{1,200})\}/y
  while (part.lastIndex < name.length) {
    const found = part.exec(name)
    if (!found) return undefined
    const [, key, at, entry] = found
    if (key !== undefined) steps.push({ key })
    else if (at !== undefined) steps.push({ at: Number(at) })
    else steps.push({ entry: entry! })
  }
  return steps
}

/** The path of the field in the schema: `models[].license`, `reach.monthly_active_users.{}.users`. */
export function fieldPath(steps: readonly Step[]): string {
  return steps.reduce(
    (path, step) =>
      'key' in step
        ? path === ''
          ? step.key
          : `${path}.${step.key}`
        : 'at' in step
          ? `${path}[]`
          : `${path}.{}`,
    '',
  )
}

/** A name as the id of an element. */
export function idOf(name: string): string {
  return `f-${name.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/-$/, '')}`
}
