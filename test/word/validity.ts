import validate from '@ooxml-tools/validate'
import { strFromU8, unzipSync } from 'fflate'
import { expect } from 'vitest'

/** Fails where a Word file breaks the Open XML schema, repeats an id, or has a relationship to nothing. */
export async function expectValid(docx: Uint8Array): Promise<void> {
  const bytes = docx.slice()
  expect(await validate(bytes, 'docx', 'Microsoft365')).toEqual([])
  const parts = unzipSync(docx)
  const xml = strFromU8(parts['word/document.xml']!)
  const ids = [
    ...xml.matchAll(/<w:(?:ins|del|bookmarkStart|pPrChange|moveFrom|moveTo)\b[^>]* w:id="(\d+)"/g),
  ].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const [name, content] of Object.entries(parts)) {
    if (!name.endsWith('.rels')) continue
    const links = [...strFromU8(content).matchAll(/<Relationship\b[^>]*>/g)].map(([link]) => link)
    const names = links.map((link) => link.match(/ Id="([^"]*)"/)![1]!)
    expect(new Set(names).size).toBe(names.length)
    const folder = name.replace(/_rels\/[^/]*$/, '')
    for (const link of links.filter((one) => !one.includes('TargetMode="External"'))) {
      const target = link.match(/ Target="([^"]*)"/)![1]!
      expect(parts).toHaveProperty([target.startsWith('/') ? target.slice(1) : folder + target])
    }
    const part = parts[name.replace('_rels/', '').replace(/\.rels$/, '')]
    const used = part
      ? [...strFromU8(part).matchAll(/ r:(?:id|embed|link)="([^"]*)"/g)].map(([, id]) => id!)
      : []
    for (const id of used) expect(names).toContain(id)
  }
}
