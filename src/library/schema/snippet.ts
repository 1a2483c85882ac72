import type { JsonSchema } from './json-schemas.ts'

/**
 * The lines of a snippet for the front matter that a schema describes: every key that is required, choices as choices,
 * and what is to be written as a place to fill.
 *
 * @returns lines in the notation of editor snippets: `${1|grant,duty|}`, `${2:The exact words}`
 */
export function snippetOf(schema: JsonSchema): string[] {
  let place = 0
  return ['---', ...objectLines(schema), '---', '$0']

  function objectLines({ properties = {}, required = [] }: JsonSchema): string[] {
    return Object.entries(properties).flatMap(([key, value]) =>
      required.includes(key) ? keyLines(key, value) : [],
    )
  }

  function keyLines(key: string, schema: JsonSchema): string[] {
    const indent = (lines: string[]) => lines.map((line) => `  ${line}`)
    if (schema.properties && schema.required?.length) return [`${key}:`, ...indent(objectLines(schema))]
    const items = Array.isArray(schema.items) ? schema.items[0] : schema.items
    if (!items) return [`${key}: ${placeFor(key, schema)}`]
    const inside = items.properties ? objectLines(items) : [placeFor(key, items)]
    return [`${key}:`, ...inside.map((line, at) => (at === 0 ? `  - ${line}` : `    ${line}`))]
  }

  function placeFor(key: string, { type, description = key, enum: choices }: JsonSchema): string {
    if (type === 'object') return '{}'
    place += 1
    if (choices) return `\${${place}|${choices.join(',')}|}`
    if (type === 'number' || type === 'integer') return `\${${place}:1}`
    // A section such as 2 is a number to YAML unless it stands in quotation marks.
    const words = description
      .replace(/[}$\\|:#"]/g, '')
      .replace(/\s+/g, ' ')
      .slice(0, 60)
    return key === 'section' || key === 'sections' ? `"\${${place}:2}"` : `\${${place}:${words}}`
  }
}
