/** Codes of what is no country, and of what ISO keeps for tests. */
export const UNIONS = ['EU', 'EZ', 'UN', 'AP', 'EP', 'WO', 'QO', 'XA', 'XB', 'ZZ']

/** Withdrawn codes, which still have names, or share one with the code that replaced them. */
const WITHDRAWN = listedCodes(
  'UK FX SU DD BU TP YD ZR XK AN CS YU NT CT DY FQ HV JT MI NH NQ PC PU PZ RH VD WK YD AC CP DG EA IC TA CQ',
)

/** Codes that say something else in an answer: no, not applicable. */
export const WORDS = ['NO', 'NA']

let codes: Map<string, string> | undefined

/** The code of a country by its name in English; undefined where nobody, or more than one place, has it. */
export function countryNamed(words: string): string | undefined {
  codes ??= countryCodes()
  return codes.get(words.trim().toLowerCase().replace(/^the /, '').replace(/\.$/, ''))
}

/**
 * The country that words say: its name in English, or its code in capitals. A name that a state of another country has
 * too says none.
 */
export function countryOf(words: string): string | undefined {
  codes ??= countryCodes()
  if (words.trim().toLowerCase() === 'georgia') return undefined
  if (/^[A-Z]{2}$/.test(words)) {
    return new Set(codes.values()).has(words) ? words : codes.get(words.toLowerCase())
  }
  return (
    codes.get(words.toLowerCase().replace(/^the /, '')) ?? codes.get(words.toLowerCase().replace(/\.$/, ''))
  )
}

/** Every country with its code of ISO 3166-1 and its name in English, by name; one that shares it says that it is the country. */
export function countryNames(): [code: string, name: string][] {
  const names = new Intl.DisplayNames('en', { type: 'region' })
  codes ??= countryCodes()
  return [...new Set(codes.values())]
    .map((code): [string, string] => {
      const name = names.of(code) ?? code
      return [code, countryOf(name) === undefined ? `${name} (the country)` : name]
    })
    .sort(([, one], [, other]) => one.localeCompare(other, 'en'))
}

function listedCodes(words: string): string[] {
  return words.split(' ')
}

function countryCodes(): Map<string, string> {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
  const all = letters.flatMap((one) => letters.map((other) => one + other))
  const named = all.flatMap((code): [string, string][] => {
    const name = WITHDRAWN.includes(code) || UNIONS.includes(code) ? undefined : names.of(code)
    return name === undefined ? [] : [[name.toLowerCase(), code]]
  })
  const also: [string, string][] = [
    ['us', 'US'],
    ['usa', 'US'],
    ['u.s', 'US'],
    ['u.s.', 'US'],
    ['u.s.a', 'US'],
    ['u.s.a.', 'US'],
    ['united states of america', 'US'],
    ['uk', 'GB'],
    ['great britain', 'GB'],
    ['england', 'GB'],
    ['scotland', 'GB'],
    ['wales', 'GB'],
    ['northern ireland', 'GB'],
    ['czech republic', 'CZ'],
    ['turkey', 'TR'],
    ['republic of ireland', 'IE'],
    ['republic of korea', 'KR'],
    ['hong kong', 'HK'],
    ['macau', 'MO'],
  ]
  return new Map([...named, ...also])
}
