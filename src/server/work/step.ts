/** What is being done, in a few words: `Judging clause by clause`; with how much of it is done, where that is known. */
export interface Step {
  what: string
  done?: number
  of?: number
}

/** Tells a step to whoever waits. */
export type Tell = (step: Step) => void
