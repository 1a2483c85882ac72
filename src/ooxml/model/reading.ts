import type { Relationship } from '../package/relationships.ts'
import type { LevelOfStyle } from '../style/paragraph-properties.ts'
import { type RunReader, runReader } from '../style/run-properties.ts'
import type { Styles } from '../style/styles.ts'
import type { XmlElement } from '../xml/types.ts'
import { type OpenFields, openFields } from './field.ts'
import type { Control, Picture, Revision, Story, Unread } from './types.ts'

/** What is known of the file while its stories are read, and what is found on the way. */
export interface Reading {
  styles: Styles
  levelOfStyle: LevelOfStyle
  /** Runs of paragraphs of a style. */
  runs(style: string | undefined): RunReader
  /** Text boxes, diagrams and charts, in the order in which they are anchored. */
  boxes: Story[]
  unread: Unread[]
  pictures: Picture[]
  tracked: boolean
}

/** The place in a story that is being read. */
export interface Place {
  reading: Reading
  /** Part that the story stands in, and what it refers to. */
  part: string
  relationships: ReadonlyMap<string, Relationship>
  fields: OpenFields
  /** The part that a drawing shows (a chart, a diagram's data), by the id of the relationship. */
  otherPart(relationship: string): { name: string; root: XmlElement } | undefined
  /** Media type of a part. */
  contentType(part: string): string
}

/** What is around a block. */
export interface Around {
  revisions: readonly Revision[]
  control: Control | undefined
}

/** Begins the reading of a file. */
export function beginReading(styles: Styles, levelOfStyle: LevelOfStyle): Reading {
  const runs = new Map<string | undefined, RunReader>()
  return {
    styles,
    levelOfStyle,
    runs(style) {
      let reader = runs.get(style)
      if (!reader) {
        reader = runReader(styles, style)
        if (runs.size < 10_000) runs.set(style, reader)
      }
      return reader
    },
    boxes: [],
    unread: [],
    pictures: [],
    tracked: false,
  }
}

/** The same place in a story of its own, whose fields are its own. */
export function ownStory(place: Place): Place {
  return { ...place, fields: openFields() }
}
