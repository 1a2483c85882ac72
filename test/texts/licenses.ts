import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach } from 'vitest'
import type { License, LicenseText, TextKind } from '../../src/library/types.ts'
import { sha256Of, wordsDigest } from '../../src/texts/digest.ts'

/** Agreements of our own, as short as a license can be, published by nobody. */
export const words = {
  heron: `HERON LICENSE AGREEMENT

“Agreement” means these terms.

1. Grant. The library lends you the Heron for reading, at no charge, until it asks for it back.

2. Care. You keep the Heron dry, out of the sun, and away from “wet-
nosed” animals of any kind.
`,
  heronPolicy: `# Heron Care Policy

You agree not to use the Heron:

1. As a doorstop
2. As a plate
`,
  swift: `SWIFT LICENSE AGREEMENT

1. Grant. The swift is yours to watch, from below, for as long as the summer lasts in your town.

2. Return. It comes back when it wishes, and nobody owes anybody a reason.

Swift Watching Policy

Nobody shouts at the swift.
`,
  swiftPolicy: `# Swift Watching Policy

Nobody shouts or waves at the swift.
`,
}

const commit = 'c'.repeat(40)

function textOf(kind: TextKind, title: string, source: string, path: string): LicenseText {
  return {
    kind,
    title,
    pin: {
      repository: 'owl/licenses',
      commit,
      path,
      sha256: sha256Of(source),
      bytes: Buffer.byteLength(source),
      words: wordsDigest(source),
    },
  }
}

/** Two licenses, one of which carries its policy in the file of the agreement as well. */
export function licensesOf(): Map<string, License> {
  const base = { version: '1', parties: ['The Library'], slots: {} }
  const heron: License = {
    ...base,
    id: 'heron-1',
    title: 'Heron License Agreement',
    name: 'Heron',
    texts: [
      textOf('agreement', 'Heron License Agreement', words.heron, 'heron/LICENSE'),
      textOf('use-policy', 'Heron Care Policy', words.heronPolicy, 'heron/USE_POLICY.md'),
    ],
  }
  const swift: License = {
    ...base,
    id: 'swift-2',
    title: 'Swift License Agreement',
    name: 'Swift',
    texts: [
      {
        ...textOf('agreement', 'Swift License Agreement', words.swift, 'swift/LICENSE'),
        attached: { kind: 'use-policy', title: 'Swift Watching Policy', note: 'Without the waving.' },
      },
      textOf('use-policy', 'Swift Watching Policy', words.swiftPolicy, 'swift/USE_POLICY.md'),
    ],
  }
  return new Map([heron, swift].map((license) => [license.id, license]))
}

/** What the public repository serves, by the path of its address. */
export const published: Record<string, string> = {
  [`/owl/licenses/${commit}/heron/LICENSE`]: words.heron,
  [`/owl/licenses/${commit}/heron/USE_POLICY.md`]: words.heronPolicy,
  [`/owl/licenses/${commit}/swift/LICENSE`]: words.swift,
  [`/owl/licenses/${commit}/swift/USE_POLICY.md`]: words.swiftPolicy,
}

const folders: string[] = []
afterEach(async () => {
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** A folder of its own for one test, with files in it. */
export async function folderWith(files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-texts-'))
  folders.push(folder)
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true })
    await writeFile(join(folder, name), content)
  }
  return folder
}
