/**
 * Documents from a matter and the library, and positions put into a license.
 *
 * @module
 */
export type { CoherenceMessage, CoherencePaper, CoherencePassage } from '../coherence/index.ts'
export {
  type AddendumConflict,
  type AddendumForm,
  checkEdited,
  type Departure,
  type DocumentKind,
  type DocumentReads,
  type DraftInput,
  type DraftOptions,
  documentOf,
  documents,
  draft,
  draftInputs,
  draftToHtml,
  draftToMarkdown,
  type EditedCheck,
  type KeptDeal,
  loadTemplates,
  type TemplateSource,
  type Templates,
} from '../draft/index.ts'
export type * from '../draft/types.ts'
export type { Assessed, Judged, MatterUse } from '../matter/index.ts'
export { Problem } from '../problem.ts'
export { amendedLicense, chosenPositions, placeEdits, redlineOf } from '../redline/index.ts'
export type * from '../redline/types.ts'
