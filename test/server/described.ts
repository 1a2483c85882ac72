import { Ajv2020 } from 'ajv/dist/2020.js'
import { expect } from 'vitest'

/** What holds an answer to what the description of the API says of it. @param description as `/api/openapi.json` has it */
export function describedBy(description: object) {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema(description, 'openapi')
  return (path: string, method: string, status: number, type: string, body: unknown) => {
    const escaped = path.replaceAll('~', '~0').replaceAll('/', '~1')
    const place = `openapi#/paths/${escaped}/${method}/responses/${status}/content/${type.replaceAll('/', '~1')}/schema`
    const valid = ajv.getSchema(place)
    expect(valid, place).toBeDefined()
    expect(valid!(body) ? [] : valid!.errors?.slice(0, 3)).toEqual([])
  }
}
