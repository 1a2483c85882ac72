import { readFileSync } from 'node:fs'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'

/**
 * `src/word/package/pack.ts` takes a document's parts from `docx` before they are zipped, which its public way (`Packer.toBuffer`)
 * does not offer. The name is private there, so the version is pinned, and whoever raises it looks at this first.
 */
const pinned = '9.15.2'

test('docx is the version whose private compiler is used', () => {
  const wanted = JSON.parse(readFileSync('package.json', 'utf8')).devDependencies.docx
  const here = JSON.parse(readFileSync('node_modules/docx/package.json', 'utf8')).version
  expect({ wanted, here }).toEqual({ wanted: pinned, here: pinned })
})

test('its private compiler makes the parts that its public way zips', async () => {
  const document = () => new Document({ sections: [{ children: [new Paragraph('Berths.')] }] })
  // biome-ignore lint/complexity/useLiteralKeys: TypeScript lets a private name be read in brackets alone.
  const compiled: Map<string, string | Uint8Array> = Packer['compiler'].compile(document(), undefined, [])
  const zipped = unzipSync(new Uint8Array(await Packer.toBuffer(document())))
  expect([...compiled.keys()].sort()).toEqual(Object.keys(zipped).sort())
  for (const name of ['word/document.xml', 'word/styles.xml', '[Content_Types].xml']) {
    const words = compiled.get(name)!
    expect(typeof words === 'string' ? words : strFromU8(words)).toBe(strFromU8(zipped[name]!))
  }
})
