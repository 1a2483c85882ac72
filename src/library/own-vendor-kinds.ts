import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../home.ts'
import { readYaml } from '../yaml.ts'
import { vendorKindsSchema } from './schema/vendor-kinds.ts'
import { kindsOf, type VendorKinds } from './vendor-kinds.ts'

/** What the build leaves beside the program: the content of `vendor-kinds.yaml`, and the SHA-256 of the file. */
interface Packed {
  digest: string
  data: Parameters<typeof kindsOf>[0]
}

/**
 * The kinds of the program's own library, for the schema of a matter, which is there before any library is loaded. Every
 * command that reads a matter asks for them, so that the build reads them once; as long as the file has not changed, that
 * is taken.
 *
 * @throws Problem where the file is missing or wrong
 */
export function ownVendorKinds(): VendorKinds {
  const path = join(packageRoot(), 'clauses', 'vendor-kinds.yaml')
  const source = readFileSync(path)
  const packed = join(packageRoot(), 'dist', 'vendor-kinds.json')
  if (existsSync(packed)) {
    const { digest, data }: Packed = JSON.parse(readFileSync(packed, 'utf8'))
    if (digest === digestOf(source)) return kindsOf(data)
  }
  return kindsOf(readYaml(source.toString(), path, vendorKindsSchema))
}

/** What the build writes to `dist/vendor-kinds.json`. */
export function packVendorKinds(): string {
  const path = join(packageRoot(), 'clauses', 'vendor-kinds.yaml')
  const source = readFileSync(path)
  const packed: Packed = {
    digest: digestOf(source),
    data: readYaml(source.toString(), path, vendorKindsSchema),
  }
  return JSON.stringify(packed)
}

function digestOf(source: Buffer): string {
  return createHash('sha256').update(source).digest('hex')
}
