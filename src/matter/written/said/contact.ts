import { EMAIL, leftOver, listed, TELEPHONE, turning, unaccountedIn } from './accounted.ts'
import type { SaidReader } from './said.ts'

const words = listed(`
  the a an of for at and by or in legal department team desk office officer counsel general contracts contract procurement privacy
  security incident incidents response duty engineer engineers manager managers director head chief executive operations on-call
  on call support service hotline line phone telephone tel mobile cell e-mail email mail attn attention secretary company operator
  soc noc csirt cert data protection dpo ciso ceo cto coo cfo hours hour any 24 7 24x7 24/7 copy cc with to notices notice vendor`)

const HEDGES = listed(
  'not none no yet applicable confirmed announced determined appointed named until except only unless pending tbd tba tbc above below same see',
)

/** A role or a name, and how it is reached. */
export const contact: SaidReader = (said) => {
  const rest = said.replace(EMAIL, ' ').replace(TELEPHONE, ' ').trim()
  const reached = rest !== said.trim()
  const tokens = rest.split(/[\s,;:()]+/).filter((token) => token !== '')
  // With an address to reach them, Will May and Per Hansen are names.
  const names = new Set(
    tokens
      .filter((token) => /^\p{Lu}/u.test(token) && !HEDGES.has(token.toLowerCase().replace(/\.$/, '')))
      .map((token) => token.toLowerCase().replace(/\.$/, '')),
  )
  const allowed = reached ? new Set([...words, ...names]) : words
  const left = unaccountedIn(rest, { words: allowed })
  if (left !== undefined) return leftOver(left)
  const said1 = tokens.filter((token) => !turning.has(token.toLowerCase()))
  return reached ||
    said1.some((token) => /^\p{Lu}/u.test(token)) ||
    /\b(?:department|team|desk|office|counsel)\b/i.test(rest)
    ? undefined
    : `“${said.trim()}” names nobody: a person reads it`
}
