import type { RootContent } from 'mdast'
import { stringify } from 'yaml'
import { paragraph, strong } from './blocks.ts'

/** A condition as its file has it; an empty one holds always. */
export function conditionBlocks(when: Record<string, unknown>): RootContent[] {
  if (Object.keys(when).length === 0) return [paragraph(strong('When.'), ' ', 'Always.')]
  return [paragraph(strong('When.')), { type: 'code', lang: 'yaml', value: stringify(when).trimEnd() }]
}
