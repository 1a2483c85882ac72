import { leftOver, listed, unaccountedIn } from './accounted.ts'
import type { SaidReader } from './said.ts'

const cover =
  'cyber professional liability technology tech errors omissions e&o indemnity media product products general insurance policy cover coverage risk risks'
const words = listed(`${cover}
  pi pl do e o the a an of and with by from at in to up for each every per claim claims event loss occurrence year annual aggregate
  yearly limit limits sum sums insured total together combined single over million millions billion thousand m mn mio bn k dollars dollar
  euros euro pounds pound francs us usd eur gbp chf covers covering including includes incl ai artificial intelligence outputs output
  its our company insurer underwriter lead`)

const NONE = /^(?:none|no|no (?:insurance|cover|coverage)|not insured|uninsured)[.!]?$/i
/** An amount with its currency, before or behind. */
const SUM =
  /(?:(?:\b(?:US|CA|AU|NZ|SG|HK)?\$|[€£¥]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|INR|SGD)\s?)\s?\d[\d.,’' \u00A0\u202F]*|\d[\d.,’' \u00A0\u202F]*)(?:\s?(?:million|billion|thousand|mio|mn|bn|m|k)\b\.?)?(?:\s?(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|INR|SGD|(?:US )?dollars|euros?|pounds|(?:Swiss )?francs|[€£$]))?/giu
const CURRENCY =
  /[€£¥$]|\b(?:USD|EUR|GBP|CHF|JPY|CAD|AUD|SEK|NOK|DKK|PLN|CZK|HUF|INR|SGD|dollars|euros?|pounds|francs)\b/i

/** A cover, by its kind or its insurer, and its sum; or that there is none. What is excluded is a person's to weigh. */
export const insurance: SaidReader = (said) => {
  if (NONE.test(said.trim())) return undefined
  const left = unaccountedIn(said, { words, signs: [SUM] })
  if (left !== undefined) return leftOver(left)
  if (!/\d/.test(said) || !CURRENCY.test(said)) return `“${said.trim()}” names no sum: a person reads it`
  const rest = said.replace(SUM, ' ')
  const named =
    /\p{Lu}\p{L}/u.test(rest) || cover.split(' ').some((word) => rest.toLowerCase().includes(word))
  return named ? undefined : `“${said.trim()}” names no insurance: a person reads it`
}
