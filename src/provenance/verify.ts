import { diffArrays } from 'diff'
import { packageVersion } from '../home.ts'
import type { Library } from '../library/index.ts'
import { likeness } from '../texts/nearness.ts'
import type { Outdated, Provenance, Statement, TextSince, Verified } from './types.ts'

/** What a document is held against. */
export interface Today {
  /** The statements of the same document, drafted today from the same facts. */
  statements: readonly Statement[]
  title: string
  library: Library
  /** Ids of texts for which the last check found other words at the licensor. */
  changed: ReadonlySet<string>
}

/**
 * Holds a document of ours against what it was made as, and against what it would say today.
 *
 * @param statements of the file as it is
 */
export function verify(statements: readonly Statement[], made: Provenance, today: Today): Verified {
  const { altered, asMade, gone } = sinceMade(statements, made.statements)
  // What somebody altered or took out would still be said: that it is not in the file is told once.
  const outdated = sinceThen(spoken(asMade), spoken(today.statements), new Set(made.statements))
  return {
    document: made.document,
    title: today.title,
    standing: asMade.length - outdated.filter(({ was }) => was !== undefined).length,
    altered: altered.map(({ under, text }) => ({ under, text })),
    gone,
    outdated,
    sameLibrary: made.library === today.library.digest,
    sameTool: made.tool === packageVersion(),
    texts: textsSince(made.texts, today),
  }
}

/** Statements but the record that closes a draft: what it was made from is told apart. */
function spoken(statements: readonly Statement[]): Statement[] {
  return statements.filter(({ text }) => !/^Record: matter [0-9a-f]{64}; /.test(text))
}

/** Which statements are those that the document was made with. */
function sinceMade(
  statements: readonly Statement[],
  made: readonly string[],
): { altered: Statement[]; asMade: Statement[]; gone: number } {
  const altered: Statement[] = []
  const asMade: Statement[] = []
  let gone = 0
  let at = 0
  for (const { added, removed, value } of diffArrays(
    [...made],
    statements.map(({ digest }) => digest),
  )) {
    if (removed) gone += value.length
    else {
      ;(added ? altered : asMade).push(...statements.slice(at, at + value.length))
      at += value.length
    }
  }
  return { altered, asMade, gone }
}

/** What stands in a document and is said otherwise today, each beside what is said in its place. */
function sinceThen(
  then: readonly Statement[],
  now: readonly Statement[],
  made: ReadonlySet<string>,
): Outdated[] {
  const found: Outdated[] = []
  let removed: Statement[] = []
  let at = 0
  let here = 0
  const settle = (added: readonly Statement[]) => {
    found.push(
      ...paired(
        removed,
        added.filter(({ digest }) => !made.has(digest)),
      ),
    )
    removed = []
  }
  for (const change of diffArrays(
    then.map(({ text }) => text),
    now.map(({ text }) => text),
  )) {
    const { length } = change.value
    if (change.removed) {
      removed = then.slice(at, at + length)
      at += length
    } else if (change.added) {
      settle(now.slice(here, here + length))
      here += length
    } else {
      settle([])
      at += length
      here += length
    }
  }
  settle([])
  return found
}

/** Of what went and what came in one place, each beside the one that is most like it. */
function paired(went: readonly Statement[], came: readonly Statement[]): Outdated[] {
  const left = new Set(came)
  const pairs = went.map((one): Outdated => {
    const [best] = [...left]
      .map((other) => ({ other, near: likeness(one.text.split(' '), other.text.split(' ')) }))
      .filter(({ near }) => near >= 0.4)
      .sort((a, b) => b.near - a.near)
    if (!best) return { under: one.under, was: one.text }
    left.delete(best.other)
    return { under: one.under, was: one.text, is: best.other.text }
  })
  return [...pairs, ...[...left].map(({ under, text }): Outdated => ({ under, is: text }))]
}

function textsSince(texts: Provenance['texts'], { library, changed }: Today): TextSince[] {
  return Object.entries(texts).flatMap(([id, digest]): TextSince[] => {
    const [license = '', kind = 'agreement'] = id.split('/')
    const text = library.licenses.get(license)?.texts.find((one) => one.kind === kind)
    if (!text) return [{ id, is: 'gone from the library' }]
    if (text.pin.sha256 !== digest) return [{ id, is: 'pinned anew' }]
    return changed.has(id) ? [{ id, is: 'changed at the licensor' }] : []
  })
}
