import type { AmendmentOutline } from '../draft/index.ts'
import type { TextKind } from '../library/index.ts'

/** What became of a section of a text that changed. */
export type SectionFate =
  | 'same'
  | 'names and signs alone'
  | 'changed below'
  | 'changed'
  | 'moved'
  | 'changed and moved'
  | 'gone'

/** A clause that is not as it was. */
export interface ChangedClause {
  document: TextKind
  /** Path in the text as it was, `1.b.i`; undefined where it is new. */
  was?: string
  /** Path in the new text; undefined where it is gone. */
  is?: string
  /** As a person cites it, where it stood and where it stands. */
  cited: string
  citedNow?: string
  fate: Exclude<SectionFate, 'same' | 'names and signs alone' | 'changed below'> | 'new'
  /** Its words as they are now, or as they were where it is gone. */
  words: string
  /** Words that went and came; empty where the whole clause did. */
  pieces: { op: 'equal' | 'delete' | 'insert'; text: string }[]
}

/** A section that a topic rests on. */
export interface TouchedSection {
  /** Path in the text as it was, and as a person cites it. */
  was: string
  cited: string
  /** The same in the new text; undefined where it is gone. */
  is?: string
  citedNow?: string
  fate: SectionFate
}

/** A topic that rests on a clause which changed. */
export interface TouchedTopic {
  id: string
  title: string
  document: TextKind
  /** 1 to 5. */
  weight: number
  /** Each of its sections and what became of it; none where the new text alone has the topic. */
  sections: TouchedSection[]
  /** Words that the library quotes and that are not in their place any more. */
  quotes: { section: string; text: string; fate: 'gone' | 'elsewhere' }[]
  /** What the change means, where the library knows both texts. */
  means?: string
}

/** A part of the library that rests on touched topics. */
export interface TouchedPart {
  id: string
  title: string
  topics: string[]
}

/** A vendor whose product runs on a model under the text. */
export interface TouchedVendor {
  id: string
  title: string
  status: string
  models: string[]
  /** Flow-downs of its contract that rest on touched topics, with the level that was signed. */
  flowDowns: { id: string; level: string }[]
  /** What to do, one sentence. */
  todo: string
}

/** What the move of a vendor to other models changes in its contract. */
export interface VendorMove extends AmendmentOutline {
  /** Id in the register. */
  vendor: string
  title: string
}

/** A matter that uses a model under the text. */
export interface TouchedMatter {
  file: string
  title: string
  /** Its answers, each use by itself, and what else of it changes or has to be read again. */
  reAssessed: ReAssessed[]
}

/** What a use of a matter comes to before the change and, where the library knows both texts, after it. */
export interface ReAssessed {
  use: string
  kind: 'answer' | 'duty' | 'users' | 'risk'
  /** `Answer`, or the title of the duty or risk. */
  what: string
  /**
   * `changed` and `same` where it was assessed under both; `read-again` where it rests on words whose meaning nobody has said,
   * so that there is no new answer; `stands` where it rests on none.
   */
  is: 'changed' | 'same' | 'read-again' | 'stands'
  before: Told
  after?: Told
  /** Which words it rests on that changed. */
  because?: string
}

/** What holds, and where it is from. */
export interface Told {
  /** `go, with duties` */
  words: string
  /** `Llama 3.1, section 2`; empty where no section decides. */
  sections: string
}

/** What a change of a text touches. */
export interface Impact {
  /** `llama-3.1/use-policy`. */
  text: string
  license: string
  /** What it is held against: a file's name, or another text. */
  against: string
  clauses: ChangedClause[]
  topics: TouchedTopic[]
  positions: TouchedPart[]
  flowDowns: TouchedPart[]
  duties: TouchedPart[]
  risks: TouchedPart[]
  /** Undefined where no register was looked at. */
  vendors?: TouchedVendor[]
  /** Id of the license of the library that it is held against, under which matters are assessed too. */
  to?: string
  /** What one vendor’s move to another model changes for it. */
  move?: VendorMove
  /** Undefined where no matters were looked at. */
  matters?: TouchedMatter[]
  /** What was not read. */
  unread: string[]
}
