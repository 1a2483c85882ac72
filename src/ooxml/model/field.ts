import type { Field } from './types.ts'

/** The fields that are open at a place of a story; they reach over paragraphs and cells. */
export interface OpenFields {
  /** The innermost field that is open. */
  readonly field: Field | undefined
  /** The outermost field in whose instruction the place is. */
  readonly instructing: Field | undefined
  begin(): void
  separate(): void
  /** Ends the innermost field. @returns it, unless it lies too deep */
  end(): Field | undefined
  /** Words of an instruction. */
  instruct(words: string): void
  /** A field that stands as one element, with its instruction. */
  enter(instruction: string): void
}

/** Deepest nesting of fields; what lies deeper is read as if it were in the last. */
const DEEPEST = 64

/** Fields of one story, from its beginning (ECMA-376 part 1, 17.16.18). */
export function openFields(): OpenFields {
  const open: Field[] = []
  let deeper = 0
  return {
    get field() {
      return open.at(-1)
    },
    get instructing() {
      return open.find(({ separated }) => !separated)
    },
    begin() {
      if (open.length >= DEEPEST) {
        deeper += 1
        return
      }
      const outer = open.at(-1)
      open.push({ instruction: '', kind: '', ...(outer && { outer }), closed: false, separated: false })
    },
    separate() {
      const field = open.at(-1)
      if (field && deeper === 0) field.separated = true
    },
    end() {
      if (deeper > 0) {
        deeper -= 1
        return undefined
      }
      const field = open.pop()
      if (field) field.closed = true
      return field
    },
    instruct(words) {
      const field = open.at(-1)
      if (!field || field.separated || deeper > 0) return
      // An instruction is a line; what a hostile file makes longer says no more.
      if (field.instruction.length < 10_000) name(field, field.instruction + words)
    },
    enter(instruction) {
      this.begin()
      this.instruct(instruction)
      this.separate()
    },
  }
}

function name(field: Field, instruction: string): void {
  field.instruction = instruction
  field.kind = /^\s*(\S+)/.exec(instruction)?.[1]?.toUpperCase() ?? ''
}
