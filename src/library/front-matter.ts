import { Problem } from '../problem.ts'
import { parseYaml, type YamlSource } from '../yaml.ts'

/** A Markdown file with YAML front matter. */
export interface MarkdownSource extends YamlSource {
  /** The Markdown under the front matter, trimmed. */
  body: string
  /** Line of the file on which the body starts. */
  bodyLine: number
  /** The library's file, where that of a house has a text of its own in place of its. */
  covered?: MarkdownSource
  /** What a house's file says itself, where `data` has what the library's says as well. */
  given?: unknown
}

/**
 * Splits a Markdown file into its front matter and its body.
 *
 * @throws Problem `front-matter` where the file does not start with a closed block between `---` lines
 */
export function parseFrontMatter(source: string, file: string): MarkdownSource {
  const text = source.replace(/^\ufeff/, '').replaceAll('\r\n', '\n')
  const match = /^---[^\S\n]*\n([\s\S]*?\n)?---[^\S\n]*(?:\n|$)/.exec(text)
  if (!match) {
    throw new Problem('front-matter', 'the file must start with YAML front matter between two lines of ---', {
      file,
      line: 1,
      column: 1,
    })
  }
  const rest = text.slice(match[0].length)
  const before = /^\s*/.exec(rest)![0]
  return {
    ...parseYaml(match[1] ?? '', file, 2),
    body: rest.trim(),
    bodyLine: (match[0] + before).split('\n').length,
  }
}
