import { type ComparedTexts, type ComparedWords, compareTexts } from '../../compare/index.ts'
import type { Library } from '../../library/index.ts'
import {
  givenFile,
  nameWhole,
  openTexts,
  openWhole,
  type TextStore,
  type WholeText,
} from '../../texts/index.ts'
import type { Tell } from './step.ts'

/** What is compared: a text of the library, or somebody's file. */
export type Source = { id: string } | { file: string; bytes: Uint8Array }

export interface CompareTask {
  left: Source
  right: Source
  /** What is wanted; by default the official words where they are here. */
  words?: ComparedWords | undefined
  /** Where the official texts are. */
  folder: string
}

/** A comparison with what a reader must know of it. */
export interface Compared extends ComparedTexts {
  /** Texts whose official words are not here. */
  missing: string[]
}

/** Compares what a page asks for. */
export async function compareSources(
  library: Library,
  { left, right, words, folder }: CompareTask,
  tell: Tell = () => {},
): Promise<Compared> {
  const store = openTexts(library.licenses, folder)
  tell({ what: 'Reading both sides' })
  const given = await Promise.all([left, right].map((source) => givenSource(source, store, words)))
  const missing =
    words === 'restated'
      ? []
      : given.filter((text) => textsOf(text).some(({ source }) => source === undefined))
  tell({ what: 'Comparing clause by clause' })
  return { ...compareTexts(library, given[0]!, given[1]!, words), missing: missing.map(({ id }) => id) }
}

function textsOf(text: WholeText): WholeText[] {
  return text.known ? [text, ...(text.policy ? [text.policy] : [])] : []
}

async function givenSource(
  source: Source,
  store: TextStore,
  words: ComparedWords | undefined,
): Promise<WholeText> {
  if ('file' in source) return givenFile(source.file, source.bytes, store, {})
  // A name out of an address is an id or nothing: it must never be a path.
  const id = nameWhole(source.id, store.licenses)
  const options = { official: words !== 'restated', offline: true, say: () => {} }
  const [text] = await openWhole(store, [id], options)
  return text!
}
