export { separateAgreements } from './attached.ts'
export { citationsOfPlaces } from './citation-at.ts'
export { countWords } from './count-words.ts'
export { definedTerms } from './definition.ts'
export { formatOf } from './format.ts'
export { raised } from './html/raised.ts'
export { type HtmlOptions, htmlDocument } from './html.ts'

export { readLabel } from './label.ts'

export { isOwnAddress } from './link.ts'

export { slug } from './name.ts'
export { letters, roman } from './numeral.ts'
export { readingsOf } from './page-heads.ts'
export { type PlainText, withoutPages } from './pages.ts'
export { agreementParser, type ParseOptions, parseAgreement, parseBlocks, parseStory } from './parse.ts'
export { picturesRead } from './pictures-read.ts'
export type {
  Omission,
  SourceBlock,
  SourceCell,
  SourceDocument,
  SourceMark,
  SourceParagraph,
  SourcePicture,
  SourceRow,
  SourceSpot,
  SourceStory,
  SourceTable,
  StoryKind,
} from './source.ts'
export { clauseAt, clausesOf, normalise, textOf } from './text.ts'
export type { Agreement, Clause, ClauseKind, InlineItem, SourceFormat } from './types.ts'
export { typographic } from './typographic.ts'
