import { z } from 'zod'
import { type FactMeta, matterSchema, questions } from './schema/index.ts'

/** One fact that can be asked for, with its path. */
export interface Field extends FactMeta {
  /** `client.name`; `[]` marks the items of a list and `{}` the values of a map: `models[].license`. */
  path: string
  /** Its key. */
  key: string
  /** 0 for the groups at the top. */
  depth: number
}

let listed: Field[] | undefined
let byPath: Map<string, Field> | undefined

/**
 * Every fact of a matter in the order of the schema, groups and lists before what is in them: the web form, the
 * interview and open questions are made from it.
 *
 * @example
 * matterFields().find(({ path }) => path === 'client.principal_place_of_business')?.question
 */
export function matterFields(): Field[] {
  listed ??= fieldsOf(matterSchema, '', 0)
  return listed
}

/**
 * The question of a fact.
 *
 * @param path as in a file or a condition: `models[0].license`, `models.license`, `matter.exposure`
 */
export function fieldOf(path: string): Field | undefined {
  byPath ??= new Map(
    matterFields()
      .toReversed()
      .map((field) => [field.path.replaceAll(/\[\]|\.\{\}/g, ''), field]),
  )
  return byPath.get(genericPath(path))
}

/** `matter.vendors[2].licensed` → `vendors.licensed`. */
function genericPath(path: string): string {
  return path.replace(/^matter\./, '').replaceAll(/\[(?:\d*|"[^"]*")\]|\.\d+(?=\.|$)/g, '')
}

function fieldsOf(schema: z.ZodType, at: string, depth: number): Field[] {
  return [...shapeOf(schema)].flatMap(([key, value]) => {
    const path = at === '' ? key : `${at}.${key}`
    const meta = questions.get(value)
    if (!meta) return []
    const inner = bare(value)
    const below =
      inner instanceof z.ZodArray && meta.kind === 'list'
        ? fieldsOf(inner.element as z.ZodType, `${path}[]`, depth + 1)
        : meta.kind === 'map'
          ? mapFields(inner, `${path}.{}`, depth + 1)
          : fieldsOf(inner, path, depth + 1)
    return [{ path, key, depth, ...meta }, ...below]
  })
}

function mapFields(schema: z.ZodType, at: string, depth: number): Field[] {
  if (!(schema instanceof z.ZodRecord) || !(schema.valueType instanceof z.ZodUnion)) return []
  return schema.valueType.options.flatMap((option) => fieldsOf(option as z.ZodType, at, depth))
}

/** Keys and schemas of an object, none of anything else. */
export function shapeOf(schema: z.ZodType): Map<string, z.ZodType> {
  const inner = bare(schema)
  return new Map(inner instanceof z.ZodObject ? Object.entries(inner.shape as Record<string, z.ZodType>) : [])
}

/** The schema without its being optional. */
export function bare(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodExactOptional ? bare(schema.unwrap() as z.ZodType) : schema
}
