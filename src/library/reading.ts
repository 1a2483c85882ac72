import { join } from 'node:path'
import type { ZodType } from 'zod'
import { Problem } from '../problem.ts'
import { parseYaml, validate, type YamlSource } from '../yaml.ts'
import { fileOf, type LibraryFolder } from './folder.ts'
import { type MarkdownSource, parseFrontMatter } from './front-matter.ts'
import { mergedOver } from './house/merge.ts'

/** A file that was read: its data as the schema gives it, and where everything in it stands. */
export interface ReadFile<T, S extends YamlSource = YamlSource> {
  /** Path within the library's folder. */
  path: string
  /** Path for messages. */
  file: string
  data: T
  source: S
}

export type ReadMarkdown<T> = ReadFile<T, MarkdownSource>

/** Reads the files of one library and gathers what is wrong with them, so that a person sees all of it at once. */
export interface Reader {
  folder: LibraryFolder
  problems: Problem[]
  /** Where everything stands in the files read so far, by path within the folder; `bodyLine` for Markdown. */
  sources: Map<string, YamlSource & Partial<Omit<MarkdownSource, keyof YamlSource>>>
  /** A YAML file; undefined where it is not there or not right. */
  yaml<T>(path: string, schema: ZodType<T>): ReadFile<T> | undefined
  /** Every Markdown file directly in a folder of the library. */
  markdown<T>(folder: string, schema: ZodType<T>): ReadMarkdown<T>[]
}

export function readerOf(folder: LibraryFolder): Reader {
  const problems: Problem[] = []
  const sources: Reader['sources'] = new Map()

  const gather = <T, S extends YamlSource>(
    path: string,
    schema: ZodType<T>,
    parse: (content: string, file: string) => S,
  ): ReadFile<T, S> | undefined => {
    const content = folder.files.get(path)
    if (content === undefined) return undefined
    const file = fileOf(folder, path)
    try {
      const source = withCovered(path, parse(content, file))
      sources.set(path, source)
      const result = validate(source, schema)
      if ('data' in result) return { path, file, data: result.data, source }
      problems.push(...result.problems)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      problems.push(error)
    }
    return undefined
  }

  /** What a house does not say of an entry of the library is as the library has it. */
  const withCovered = <S extends YamlSource>(path: string, source: S): S => {
    const covered = folder.house?.covered.get(path)
    if (covered === undefined || !('body' in source)) return source
    return mergedOver(parseFrontMatter(covered, join(folder.folder, path)), source as S & MarkdownSource)
  }

  return {
    folder,
    problems,
    sources,
    yaml: (path, schema) => gather(path, schema, parseYaml),
    markdown: (under, schema) =>
      [...folder.files.keys()]
        .filter((path) => path.startsWith(`${under}/`) && /^[^/]+\.md$/.test(path.slice(under.length + 1)))
        .flatMap((path) => gather(path, schema, parseFrontMatter) ?? []),
  }
}

/** What a file's name says its id is: `mau-counting` for `positions/mau-counting.md`. */
export function idOfFile(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, '')
}
