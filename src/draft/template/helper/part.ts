/** `{{> (part name)}}`: the partial that a view names. */
export function part(name: unknown): string {
  return String(name)
}
