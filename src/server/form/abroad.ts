/** Languages in which people name a country, their own above all. */
const languages = [
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pl',
  'pt',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'hu',
  'ro',
  'el',
  'ja',
  'ko',
  'zh',
]

let names: Map<string, string | undefined> | undefined

/**
 * The country that is named in another language: `Deutschland` → `DE`; undefined where nobody has the name, or two have it.
 *
 * @param codes of all countries
 */
export function countryAbroad(words: string, codes: readonly string[]): string | undefined {
  names ??= named(codes)
  return names.get(words.trim().toLowerCase())
}

function named(codes: readonly string[]): Map<string, string | undefined> {
  const found = new Map<string, string | undefined>()
  for (const language of languages) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' })
    for (const code of codes) {
      const name = display.of(code)?.toLowerCase()
      if (name !== undefined) found.set(name, found.has(name) && found.get(name) !== code ? undefined : code)
    }
  }
  // It is a state of the United States too, in any language that calls the country so.
  found.delete('georgia')
  return found
}
