export { type AmendmentOutline, amendmentOutline } from './amendment/outline.ts'
export { datedToday } from './dated.ts'
export { amendmentGroups } from './document/amendment-groups.ts'
export { documentOf, documents } from './document/index.ts'
export type { DocumentKind, DocumentReads, DraftInput, DraftOptions } from './document/types.ts'
export {
  type AskedGroup,
  type AskedQuestion,
  askedOfVendors,
  askedQuestions,
  printedQuestionnaire,
} from './document/vendor-questionnaire.ts'
export { documentRule } from './document-rule.ts'
export { draft } from './draft.ts'
export { type AmendedBy, amendedBy } from './edited/amended-by.ts'
export { checkEdited, type EditedCheck } from './edited/check.ts'
export { type AddendumForm, type ChosenFlowDown, chooseFlowDowns, worded } from './flow-down/choose.ts'
export type { AddendumConflict } from './flow-down/conflict.ts'
export { addendumConflicts, citedSays, conflictLine } from './flow-down/contradictions.ts'
export { type Departure, departureLine } from './flow-down/departures.ts'
export { currencyOf, figuresOf } from './flow-down/figures.ts'
export { type AddendumModel, addendumModels } from './flow-down/models.ts'
export { productsByName } from './flow-down/products.ts'
export { type VendorRisk, vendorRisk } from './flow-down/risk.ts'
export { addendumSituations } from './flow-down/situations.ts'
export { withHouseDefaults } from './house-defaults.ts'
export { houseTemplateRule } from './house-template-rule.ts'
export { houseWordsRule } from './house-words-rule.ts'
export { draftInputs, type KeptDeal } from './inputs.ts'
export { decidedBy, neededFacts, printedFacts } from './needed-facts.ts'
export { type OwnReport, type OwnReportOptions, ownReport, reviewNote } from './own-report.ts'
export { type RedlineDocumentOptions, redlineDocument } from './redline-document.ts'
export { draftBody, draftToHtml } from './render/html.ts'
export { draftToMarkdown } from './render/markdown.ts'
export { styleSample } from './style-sample.ts'
export {
  loadTemplates,
  type TemplateSource,
  type Templates,
  withTemplatesOf,
} from './template/templates.ts'
export { Markdown, Missing, markdown, missing } from './template/value.ts'
export type * from './types.ts'
