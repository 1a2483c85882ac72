import { leftOver, listed, unaccountedIn } from './accounted.ts'
import type { SaidReader } from './said.ts'

/** Legal forms as they end a name, in many countries. */
const FORM =
  /(?:^|[\s,.(])(?:Inc|Incorporated|Corp|Corporation|Co|Company|LLC|L\.L\.C|PLLC|Ltd|Limited|LLP|L\.L\.P|LP|L\.P|LLLP|PLC|P\.L\.C|CIC|CLG|DAC|PC|P\.C|PBC|GmbH|gGmbH|mbH|AG|KG|KGaA|OHG|UG|eG|e\.V|SE|SCE|SA|S\.A|SAS|S\.A\.S|SASU|SARL|S\.à\.?r\.?l|S\.a\.r\.l|SCA|SNC|SpA|S\.p\.A|Srl|S\.r\.l|BV|B\.V|NV|N\.V|CV|VOF|AB|ApS|A\/S|P\/S|K\/S|AS|ASA|Oy|Oyj|Abp|hf|ehf|SL|S\.L|SLU|Lda|Ltda|EIRELI|de C\.V|Pty|Pte|Sdn\.? Bhd|Bhd|Tbk|PT|KK|K\.K|GK|Kft|Zrt|Nyrt|a\.s|s\.r\.o|d\.o\.o|d\.d|z o\.o|EOOD|OOD|AD|SIA|UAB|OÜ|OOO|PJSC|JSC|FZE|FZCO|FZ-LLC|WLL|W\.L\.L|SAL|SAOG|Foundation|Stiftung|Trust|University|Institute|Cooperative|Co-op|Association)\.?\)?$/u

/** Whether a name ends with a legal form. */
export function endsAsCompany(words: string): boolean {
  return FORM.test(words.trim())
}

const nouns =
  'corporation company partnership cooperative foundation association trust charity body university society proprietorship trader firm entity'
const words = listed(`${nouns}
  a an the of under in with and by law laws private public limited unlimited general joint stock liability benefit non-profit nonprofit
  not-for-profit for-profit registered incorporated organized organised existing shares guarantee sole listed owned wholly state-owned
  european german french english irish dutch swiss italian spanish closed open simplified professional statutory commonwealth state
  province republic kingdom federal de e.v professional-corporation inc corp llc ltd gmbh plc ag`)
const NOUN = new RegExp(`\\b(?:${nouns.split(' ').join('|')})\\b`, 'iu')

/** A legal form and its law: `a Delaware corporation`, `private limited company under the law of England`, `GmbH`. */
export const legalForm: SaidReader = (said) => {
  const left = unaccountedIn(said, { words })
  if (left !== undefined) return leftOver(left)
  const parts = said.split(/[\s,]+/)
  if (NOUN.test(said) || parts.some((part) => endsAsCompany(part))) return undefined
  return `“${said.trim()}” names no legal form: a person reads it`
}
