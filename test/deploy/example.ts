import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Code } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { packageRoot } from '../../src/home.ts'

/** The examples of docs/deploying.md in a language, as they stand there. */
export function examplesOf(lang: string): string[] {
  const words = readFileSync(join(packageRoot(), 'docs', 'deploying.md'), 'utf8')
  const found: string[] = []
  visit(unified().use(remarkParse).parse(words), 'code', (node: Code) => {
    if (node.lang === lang) found.push(node.value)
  })
  return found
}

/** An example with what a test must have otherwise; each of it stands in the example. */
export function changed(example: string, changes: Record<string, string>): string {
  return Object.entries(changes).reduce((words, [from, to]) => {
    if (!words.includes(from)) throw new Error(`the example has no ${from}`)
    return words.replaceAll(from, to)
  }, example)
}
