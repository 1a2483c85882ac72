import type { Library } from '../../library/index.ts'
import { licenseNames } from '../../matter/index.ts'

/**
 * Where licenses say something, those with the same place named together.
 *
 * @param placeOf the place in a license, without its name
 * @returns `Llama 2 and 3.1, section 1.b.i; Llama 3, section 1.b.v`
 */
export function placesByLicense(
  licenses: readonly string[],
  placeOf: (license: string) => string,
  library: Library,
): string {
  const places = new Map<string, string[]>()
  for (const license of licenses) {
    const where = placeOf(license)
    places.set(where, [...(places.get(where) ?? []), license])
  }
  return [...places].map(([where, of]) => `${licenseNames(of, library.licenses)}, ${where}`).join('; ')
}
