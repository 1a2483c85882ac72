import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { packageRoot } from '../home.ts'

/** A style sheet, script or picture that pages refer to. */
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
}

/** Reads what the build put into `dist/web`. */
export async function loadAssets(folder = join(packageRoot(), 'dist', 'web')): Promise<Assets> {
  const files = new Map<string, Asset>()
  const addresses = new Map<string, string>()
  for (const name of (await readdir(folder)).sort()) {
    const extension = extname(name)
    const type = types[extension]
    if (!type) continue
    const body = await readFile(join(folder, name))
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
