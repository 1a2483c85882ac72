import { isMap, parseDocument } from 'yaml'

const longestTitle = 2000

/**
 * The title of a matter file without reading the rest of it, which may be long or mean harm.
 *
 * @returns undefined where none can be told
 */
export function matterTitle(yaml: string): string | undefined {
  const start = yaml.slice(Math.max(0, yaml.search(/^matter:/m))).slice(0, longestTitle)
  const [lines = ''] = /^matter:.*(?:\n(?:[ \t].*)?)*/.exec(start) ?? []
  const { contents, errors } = parseDocument(lines)
  const title = errors.length === 0 && isMap(contents) ? contents.get('matter') : undefined
  return typeof title === 'string' ? title : undefined
}

/** The id of a link by its file, which it is kept under. */
export function linkTitle(yaml: string): string | undefined {
  return /^link: "?([0-9a-f]{16})"?$/m.exec(yaml)?.[1]
}

const fileEnding = /\.(ya?ml|json)$/i

/** The title as a name of letters, digits and hyphens, none that ends as a matter's file does, and none that Windows keeps for its devices. */
export function plainName(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9.]+/g, '-')
    .replaceAll(/^[-.]+|[-.]+$/g, '')
    .slice(0, 60)
    .replaceAll(/[-.]+$/g, '')
    .replace(fileEnding, '-$1')
  if (plain === '') return 'matter'
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/.test(plain) ? `matter-${plain}` : plain
}

/** Whether a word means a file of a matter (`acme.yaml`) where the name of one could stand as well. */
export function namesFile(word: string): boolean {
  return fileEnding.test(word)
}

/** Names that stand in addresses and on every disk. */
export function isPlainName(name: string): boolean {
  return /^[A-Za-z0-9][A-Za-z0-9.-]{0,79}$/.test(name)
}
