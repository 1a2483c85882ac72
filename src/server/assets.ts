import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { packageRoot } from '../home.ts'

/** A style sheet, script, font or picture that pages refer to. */
export interface Asset {
  body: Buffer
  type: string
}

/** All of them, with their addresses, which change whenever their bytes do. */
export interface Assets {
  /** By the last part of the address: `style-3f9a01bc.css`. */
  files: Map<string, Asset>
  /** The address of `style.css`. */
  addressOf(name: string): string
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Reads what the build put into `dist/web`. */
export async function loadAssets(folder = join(packageRoot(), 'dist', 'web')): Promise<Assets> {
  const files = new Map<string, Asset>()
  const addresses = new Map<string, string>()
  const fontsFirst = (name: string) => (extname(name) === '.woff2' ? 0 : 1)
  const names = (await readdir(folder)).sort()
  for (const name of names.toSorted((one, other) => fontsFirst(one) - fontsFirst(other))) {
    const extension = extname(name)
    const type = types[extension]
    if (!type) continue
    const read = await readFile(join(folder, name))
    const body = extension === '.css' ? withAddresses(read, addresses) : read
    const digest = createHash('sha256').update(body).digest('hex').slice(0, 8)
    const dated = `${name.slice(0, -extension.length)}-${digest}${extension}`
    files.set(dated, { body, type })
    addresses.set(name, `/assets/${dated}`)
  }
  return {
    files,
    addressOf(name) {
      const address = addresses.get(name)
      if (address === undefined) throw new Error(`dist/web has no ${name}: run npm run build`)
      return address
    },
  }
}

/** A style sheet names its fonts as the build does; their addresses stand in for the names, so that it changes with them. */
function withAddresses(css: Buffer, addresses: ReadonlyMap<string, string>): Buffer {
  const words = css
    .toString()
    .replaceAll(/(?<=url\(["']?)[\w.-]+(?=["']?\))/g, (name) => addresses.get(name) ?? name)
  return Buffer.from(words)
}
