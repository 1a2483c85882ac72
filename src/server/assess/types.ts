/** One word or number of a control. */
export interface Option {
  /** As it stands in an address and, unless a control says otherwise, in a matter. */
  value: string
  name: string
}

/** One thing that the page asks, set as a list of words: nobody types anything. */
export interface Control {
  /** Its name in an address. */
  name: string
  label: string
  /** How many of its words may be chosen. */
  set: 'one' | 'several'
  options: Option[]
  /** Facts of a matter that it answers: who is asked for one of them is led here. */
  facts: string[]
  /** Shown only where an answer hangs on it, or where it is answered. */
  onDemand?: true
  /** Folded until it is answered. */
  folded?: true
}

/** A numbered question of the page. */
export interface AssessQuestion {
  title: string
  help?: string
  controls: Control[]
}

/** What was chosen, by the name of the control; a control that is not answered is not there. */
export type Answers = ReadonlyMap<string, readonly string[]>
