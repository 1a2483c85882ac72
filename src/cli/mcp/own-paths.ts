import { basename, sep } from 'node:path'

/**
 * An answer as an assistant sees it: files by their paths below the open folders, which is how it names them, and nothing of
 * where these stand on the machine.
 *
 * @param roots absolute paths of the folders
 */
export function withoutRoots<T>(answer: T, roots: readonly string[]): T {
  // The longer first: one may stand below another.
  const own = roots.filter((root) => basename(root) !== '').sort((a, b) => b.length - a.length)
  const plain = (text: string) =>
    own.reduce((said, root) => said.replaceAll(`${root}${sep}`, '').replaceAll(root, basename(root)), text)
  const within = (value: unknown): unknown => {
    if (typeof value === 'string') return plain(value)
    if (Array.isArray(value)) return value.map(within)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, within(one)]))
  }
  return within(answer) as T
}
