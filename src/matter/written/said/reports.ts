import { dayOf } from '../day.ts'
import { leftOver, listed, unaccountedIn } from './accounted.ts'
import { itemsOf } from './items.ts'
import type { SaidReader } from './said.ts'

const words = listed(`
  the a an of on by for to with and type types level report reports certificate certificates certified certification attestation
  assessment audit audited edition version part scope period issued dated date valid until through annual full independent trust services
  criteria security availability confidentiality privacy processing integrity moderate high low plus star iso iec soc`)

const STANDARD =
  /\b(?:SOC\s?[123]|ISO(?:\s?\/\s?IEC)?\s?-?\d{4,5}|PCI(?:[ -]DSS)?|HITRUST|HIPAA|FedRAMP|StateRAMP|TISAX|CSA|STAR|C5|Cyber Essentials|ENS|IRAP|NIST|CMMC|SSAE|ISAE|BSI|IT-Grundschutz|MTCS|K-ISMS|ISMS|AIUC|SecNumCloud|HDS|GLBA|FISMA|ISO\b)/i

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

/** Reports that are current: each names its standard, and no day that is over, or still to come, where it must not be. */
export const reports: SaidReader = (said, day) => {
  for (const item of itemsOf(said)) {
    const left = unaccountedIn(item, { words })
    if (left !== undefined) return leftOver(left)
    if (!STANDARD.test(item)) return `“${item}” names no report: a person reads it`
    const late = lateIn(item, day)
    if (late !== undefined) return late
  }
  return undefined
}

function lateIn(item: string, day: string): string | undefined {
  // The edition of a standard is no day: ISO/IEC 27001:2022.
  const said = item.replace(/:\s?(?:19|20)\d\d\b/g, ' ')
  const years = [...said.matchAll(/\b(?:19|20)\d\d\b/g)]
  if (years.length > 1) return `“${item}” names several days: a person reads it`
  if (years.length === 0) return undefined
  const [{ 0: year, index }] = years as [RegExpExecArray]
  const before = said.slice(0, index)
  const ends = /\b(?:until|through|valid to)\b/i.test(before)
  const first = firstDay(said, year, index)
  const over = `“${item}” may be over by ${day}: a person reads it`
  if (ends) return first > day ? undefined : over
  if (first > day) return `“${item}” is still to come: a person reads it`
  return Number(year) < Number(day.slice(0, 4)) - 1 ? over : undefined
}

/** The first day that a month or year named may mean. */
function firstDay(said: string, year: string, index: number): string {
  const words = said
    .slice(0, index)
    .trim()
    .split(/[\s,]+/)
  const iso = /^[-/](\d\d)(?:[-/](\d\d))?/.exec(said.slice(index + 4))
  if (iso) return `${year}-${iso[1]}-${iso[2] ?? '01'}`
  const whole = [3, 2]
    .map((count) => dayOf(`${words.slice(1 - count).join(' ')}, ${year}`))
    .find((one) => one)
  if (whole) return whole
  const month = MONTHS.findIndex((name) => words.at(-1)?.toLowerCase().startsWith(name))
  return `${year}-${String(Math.max(month, 0) + 1).padStart(2, '0')}-01`
}
