import type { By } from '../tokens/types.ts'

/** Markup of a paragraph as it grows; what was inserted or deleted in a row stands in one mark. */
export class Line {
  private readonly parts: { kind: 'plain' | 'ins' | 'del'; by: By | undefined; markup: string }[] = []

  get isEmpty(): boolean {
    return this.parts.every(({ markup }) => markup === '')
  }

  add(kind: 'plain' | 'ins' | 'del', markup: string, by?: By): void {
    if (markup === '') return
    const last = this.parts.at(-1)
    if (last && last.kind === kind && last.by?.author === by?.author && last.by?.date === by?.date)
      last.markup += markup
    else this.parts.push({ kind, by, markup })
  }

  /** @param wrap puts markup into a mark */
  markup(wrap: (kind: 'ins' | 'del', markup: string, by: By | undefined) => string): string {
    return this.parts
      .map(({ kind, markup, by }) => (kind === 'plain' ? markup : wrap(kind, markup, by)))
      .join('')
  }
}
