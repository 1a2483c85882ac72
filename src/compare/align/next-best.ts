/** The two best scores of each clause. */
export class NextBest {
  readonly #best: Float64Array
  readonly #second: Float64Array

  constructor(length: number) {
    this.#best = new Float64Array(length)
    this.#second = new Float64Array(length)
  }

  add(at: number, score: number): void {
    if (score > this.#best[at]!) {
      this.#second[at] = this.#best[at]!
      this.#best[at] = score
    } else if (score > this.#second[at]!) this.#second[at] = score
  }

  /** The best score besides one of this height. */
  besides(at: number, score: number): number {
    return score < this.#best[at]! ? this.#best[at]! : this.#second[at]!
  }
}
