/** The door to reading Word files, apart from the others, since a command that opens none does not load it. */
export { type BodyBlock, bodyBlocks, type WordOptions, wordDocument } from './open/word.ts'
