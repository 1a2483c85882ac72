export { datedToday } from './dated.ts'
export { documentOf, documents } from './document/index.ts'
export type { DocumentKind, DocumentReads, DraftInput, DraftOptions } from './document/types.ts'
export { askedOfVendors, printedQuestionnaire } from './document/vendor-questionnaire.ts'
export { documentRule } from './document-rule.ts'
export { draft } from './draft.ts'
export { checkEdited, type EditedCheck } from './edited/check.ts'
export { type AddendumForm, type ChosenFlowDown, chooseFlowDowns } from './flow-down/choose.ts'
export type { AddendumConflict } from './flow-down/conflict.ts'
export { addendumConflicts, conflictLine } from './flow-down/contradictions.ts'
export { type AddendumModel, addendumModels } from './flow-down/models.ts'
export { type VendorRisk, vendorRisk } from './flow-down/risk.ts'
export { houseTemplateRule } from './house-template-rule.ts'
export { houseWordsRule } from './house-words-rule.ts'
export { draftInputs, type KeptDeal } from './inputs.ts'
export { neededFacts } from './needed-facts.ts'
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
