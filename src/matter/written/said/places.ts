import { leftOver, listed, unaccountedIn } from './accounted.ts'
import { countryNamed } from './country.ts'
import type { SaidReader } from './said.ts'

const words = listed(`
  the a an and or in of also for from at with support supported customer service services stored storage store processed processing
  process hosting hosted host data center centers centre centres region regions backup backups logs access both development staff team
  teams office offices member states state countries country following two three u.s u.s.a`)

const UNIONS =
  /\b(?:the )?(?:European Union|European Economic Area|EU|EEA|United States|U\.S\.A?|US|USA|UK|United Kingdom)(?![\p{L}])/u

/** Countries in which data are: at least one that there is, and no word that widens or narrows it. */
export const places: SaidReader = (said) => {
  const left = unaccountedIn(said, { words })
  if (left !== undefined) return leftOver(left)
  return UNIONS.test(said) || namesCountry(said)
    ? undefined
    : `“${said.trim()}” names no country: a person reads it`
}

function namesCountry(said: string): boolean {
  const tokens = said.split(/[\s,;:()/&]+/).filter((token) => token !== '')
  return tokens.some((_, at) =>
    [1, 2, 3, 4, 5].some(
      (length) => at + length <= tokens.length && countryNamed(tokens.slice(at, at + length).join(' ')),
    ),
  )
}
