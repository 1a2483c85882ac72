import { type Agreement, parseAgreement } from '../../agreement/index.ts'
import { compare } from '../../compare/index.ts'
import { addKnowledge, compareRestated, restatedNote } from '../../compare/knowledge/index.ts'
import type { Comparison, TextIdentity } from '../../compare/types.ts'
import type { Library } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { decodeText, nameText, openTexts, requireText, sha256Of } from '../../texts/index.ts'

/** What is compared: a text of the library, or somebody's file. */
export type Source = { id: string } | { file: string; bytes: Uint8Array }

export interface CompareTask {
  left: Source
  right: Source
  /** What is wanted; by default the official words where they are here. */
  text?: 'official' | 'restated' | undefined
  /** Where the official texts are. */
  folder: string
}

/** A comparison with what a reader must know of it. */
export interface Compared {
  comparison: Comparison
  notes: string[]
  /** Texts whose official words are not here, so that restatements are compared. */
  missing: string[]
}

/** Compares what a page asks for. */
export async function compareSources(
  library: Library,
  { left, right, text, folder }: CompareTask,
): Promise<Compared> {
  const store = openTexts(library.licenses, folder)
  if ('id' in left && 'id' in right) {
    const ids = [left.id, right.id]
    const here = await Promise.all(ids.map((id) => store.read(id)))
    const missing = ids.filter((_, at) => !here[at])
    if (text === 'restated' || (text === undefined && missing.length > 0)) {
      return { comparison: compareRestated(library, left.id, right.id), notes: [restatedNote], missing }
    }
  }
  const [from, to] = [await readSource(left), await readSource(right)]
  const comparison = compare(from.agreement, to.agreement, { left: from.identity, right: to.identity })
  return { comparison: addKnowledge(comparison, library), notes: [...from.notes, ...to.notes], missing: [] }

  async function readSource(
    source: Source,
  ): Promise<{ agreement: Agreement; identity: TextIdentity; notes: string[] }> {
    if ('id' in source) {
      const official = await requireText(store, nameText(source.id, library.licenses).id)
      const { license } = official
      return {
        agreement: parseAgreement(official.source),
        notes: [],
        identity: {
          id: official.id,
          title: official.text.title,
          version: license.version,
          ...(license.released === undefined ? {} : { released: license.released }),
          ...(license.releasedAs === undefined ? {} : { releasedAs: license.releasedAs }),
          ...(official.text.address === undefined ? {} : { address: official.text.address }),
          sha256: official.sha256,
        },
      }
    }
    const { agreement, notes } = await readFile(source.file, source.bytes)
    return {
      agreement,
      notes,
      identity: { id: source.file, title: agreement.title, sha256: sha256Of(source.bytes) },
    }
  }
}

async function readFile(file: string, bytes: Uint8Array): Promise<{ agreement: Agreement; notes: string[] }> {
  if (bytes.length === 0) throw new Problem('empty', 'is empty', { file })
  if (!/\.docx$/i.test(file) && !isZip(bytes)) {
    const source = decodeText(bytes, file)
    if (source.trim() === '') throw new Problem('empty', 'is empty', { file })
    return { agreement: parseAgreement(source), notes: [] }
  }
  const { readDocx } = await import('../../word/index.ts')
  const { source, format, revisions } = await readDocx(bytes).catch((error: unknown) => {
    throw error instanceof Problem ? new Problem(error.rule, error.message, { file }) : error
  })
  const note = `${file} has tracked changes: they are taken as accepted.`
  return { agreement: parseAgreement(source, { format }), notes: revisions ? [note] : [] }
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}
