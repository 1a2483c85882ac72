import type { StoryKind } from '../../agreement/index.ts'
import type { Pair } from '../../compare/types.ts'

/** The clauses of what came back, by the letters that they hold: so that a place in the file is found among them. */
export class ReturnedClauses {
  private readonly streams = new Map<StoryKind, { solid: string; starts: number[]; pairs: Pair[] }>()

  constructor(pairs: readonly Pair[]) {
    const inOrder = pairs.filter(({ right }) => right).sort((a, b) => a.right!.order - b.right!.order)
    for (const kind of new Set(inOrder.map(({ story }) => story.kind))) {
      const stream = { solid: '', starts: [] as number[], pairs: [] as Pair[] }
      for (const pair of inOrder.filter(({ story }) => story.kind === kind)) {
        stream.starts.push(stream.solid.length)
        stream.pairs.push(pair)
        stream.solid += lettersOf(pair.right!.label) + lettersOf(pair.right!.text)
      }
      this.streams.set(kind, stream)
    }
  }

  /**
   * The clauses that hold some paragraphs, in their order; undefined where a paragraph has no letter, or is not found.
   *
   * @param texts of the paragraphs of one kind of story, in the order of the file
   */
  of(kind: StoryKind, texts: readonly string[]): (Pair | undefined)[] {
    const stream = this.streams.get(kind)
    if (!stream) return texts.map(() => undefined)
    let from = 0
    return texts.map((text) => {
      const own = lettersOf(text)
      if (own === '') return undefined
      const ahead = stream.solid.indexOf(own, from)
      // Stories of a kind may stand in another order in the file.
      const at = ahead < 0 ? stream.solid.indexOf(own) : ahead
      if (at < 0) return undefined
      if (ahead >= 0) from = at + own.length
      let clause = 0
      while (clause + 1 < stream.starts.length && stream.starts[clause + 1]! <= at) clause += 1
      return stream.pairs[clause]
    })
  }
}

/** The letters and figures of a text: what no reader of a file writes otherwise. */
export function lettersOf(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '')
}
