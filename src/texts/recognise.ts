import type { LicenseText } from '../library/types.ts'
import { sha256Of, sourceWords, wordsDigest } from './digest.ts'
import { withoutFrontMatter } from './front-matter.ts'
import { pinnedTexts } from './name.ts'
import { changedWords, likeness, wordChanges } from './nearness.ts'
import type { SourceFile } from './source-file.ts'
import type { Match, TextName, TextStore } from './types.ts'

/** Which text a file is. */
export interface Recognition {
  name: TextName
  match: Match
  /** The file's bytes as the store keeps them. */
  bytes: Uint8Array
  /** Where the words differ: how many do; undefined where the pinned text is not here to compare with. */
  differs?: number
}

/** Below this share of common words a file is another text, not a changed one. */
const leastLikeness = 0.6

/**
 * Recognises a file: by the digest of its bytes, of its words, and else by what it says.
 *
 * @returns undefined where it is like no text of the library
 */
export async function recognise(file: SourceFile, store: TextStore): Promise<Recognition | undefined> {
  const names = pinnedTexts(store.licenses)
  const digest = sha256Of(file.bytes)
  const same = names.find(({ text }) => text.pin.sha256 === digest)
  if (same) return { name: same, match: 'bytes', bytes: file.bytes }
  const copy = names.find(({ text }) => text.copies?.some(({ sha256 }) => sha256 === digest))
  if (copy) return { name: copy, match: 'words', bytes: file.bytes }

  const longest = Math.max(...names.map(({ text }) => text.pin.bytes))
  if (file.bytes.length > longest * 20) return undefined
  return (
    recogniseCollected(file, names) ?? recogniseWords(file, names) ?? (await recogniseContent(file, store))
  )
}

/** A file from a collection that puts front matter before the text. */
function recogniseCollected({ bytes }: SourceFile, names: TextName[]): Recognition | undefined {
  const own = withoutFrontMatter(bytes)
  const digest = sha256Of(own)
  const name = names.find(({ text }) => text.pin.without === 'front-matter' && text.pin.sha256 === digest)
  return name && { name, match: 'bytes', bytes: own }
}

function recogniseWords({ bytes, source }: SourceFile, names: TextName[]): Recognition | undefined {
  const digest = wordsDigest(source)
  const name = names.find(({ text }) => text.pin.words === digest)
  return name && { name, match: 'words', bytes }
}

async function recogniseContent(
  { bytes, source }: SourceFile,
  store: TextStore,
): Promise<Recognition | undefined> {
  const words = sourceWords(source)
  const near: { name: TextName; like: number; words: string[] }[] = []
  const absent: TextName[] = []
  for (const name of pinnedTexts(store.licenses)) {
    const pinned = await store.read(name.id)
    if (!pinned || pinned.matches === 'neither') absent.push(name)
    else {
      // A text that is published with another behind it is also found alone.
      for (const theirs of await wholeWords(store, name, pinned.source)) {
        near.push({ name, like: likeness(theirs, words), words: theirs })
      }
    }
  }
  const best = near
    .filter(({ like }) => like >= leastLikeness)
    .sort((a, b) => b.like - a.like)
    .slice(0, 3)
    .map((one) => ({ name: one.name, differs: changedWords(wordChanges(one.words, words)) }))
    .sort((a, b) => a.differs - b.differs)[0]
  const titled = absent.find(({ text }) => startsWithTitle(words, text))
  if (titled && !(best && startsWithTitle(words, best.name.text))) {
    return { name: titled, match: 'neither', bytes }
  }
  return best && { name: best.name, match: 'neither', bytes, differs: best.differs }
}

/** The words of a text; where another is published behind it, alone and with that one's. */
export async function wholeWords(
  store: TextStore,
  { license, text }: TextName,
  own: string,
): Promise<string[][]> {
  if (!text.attached) return [sourceWords(own)]
  const attached = await store.read(`${license.id}/${text.attached.kind}@agreement`)
  return [sourceWords(own), sourceWords(own + (attached?.source ?? ''))]
}

/** Whether a text names itself by the title within its first words. */
function startsWithTitle(words: string[], { title }: LicenseText): boolean {
  const head = words.slice(0, 40).join(' ').toLowerCase()
  return ` ${head} `.includes(` ${title.toLowerCase()} `)
}
