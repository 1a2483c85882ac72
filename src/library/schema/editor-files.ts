import { fileKinds, jsonSchemaOf } from './json-schemas.ts'
import { snippetOf } from './snippet.ts'

/**
 * Every file that is made from the schemas for an editor, by its path in the repository: a JSON Schema for each kind of
 * file, the settings that give them to YAML files, and snippets for the front matter of Markdown files, for which no
 * editor takes a schema.
 */
export function editorFiles(): Map<string, string> {
  const names = Object.keys(fileKinds)
  const yaml = names.filter((name) => fileKinds[name]!.files.endsWith('.yaml'))
  const markdown = names.filter((name) => fileKinds[name]!.files.endsWith('.md'))
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`
  return new Map([
    ...names.map((name) => [pathOf(name), json(jsonSchemaOf(name))] as const),
    [
      '.vscode/settings.json',
      json({
        'yaml.schemas': Object.fromEntries(
          yaml.map((name) => [`./${pathOf(name)}`, `clauses/${fileKinds[name]!.files}`]),
        ),
        '[markdown]': { 'editor.quickSuggestions': { other: true }, 'editor.snippetSuggestions': 'top' },
      }),
    ],
    [
      '.vscode/clauses.code-snippets',
      json(
        Object.fromEntries(
          markdown.map((name) => [
            fileKinds[name]!.title,
            { scope: 'markdown', prefix: name, body: snippetOf(jsonSchemaOf(name)) },
          ]),
        ),
      ),
    ],
  ])
}

const pathOf = (name: string) => `docs/schemas/${name}.schema.json`
