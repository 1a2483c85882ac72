import type { Library } from '../../library/index.ts'
import {
  type DutyStanding,
  dutiesUnder,
  fillPlainly,
  licensesInUse,
  type Matter,
  situationOf,
  usesOf,
} from '../../matter/index.ts'
import type { LicenseDuties, LicenseDuty, Undated } from './types.ts'
import { dutyHead } from './vendor-duties.ts'

/**
 * What the licenses have a company itself do, use by use: what its facts make due is its own, what the text leaves open or a
 * fact decides that is not known is to be settled, and what is not due is left out.
 *
 * @param matter the company's own, checked
 */
export function ownDuties(matter: Matter, library: Library): LicenseDuties {
  const duties: LicenseDuty[] = []
  const notKnown: Undated[] = []
  for (const [at, use] of usesOf(matter).entries()) {
    const title = matter.uses === undefined ? matter.matter : `${matter.matter}: ${use.name}`
    const licenses = licensesInUse(use.matter, library)
    if (licenses.length === 0) notKnown.push({ title, why: 'Its models are not known, and so no license' })
    for (const license of licenses) {
      const situation = situationOf(use.matter, license, library)
      const { name } = library.licenses.get(license)!
      for (const { duty, finding, withoutRight } of dutiesUnder(situation, library)) {
        const due = duty.due.find(({ by, grounds }) => by === 'us' && grounds === undefined)
        if (!due || finding.status === 'not-due') continue
        if (withoutRight.length > 0) {
          const why = `${duty.title} under ${name} is not listed, and what the license still asks of copies that are held is for counsel: ${withoutRight.join('; ')}`
          if (!notKnown.some((one) => one.why === why && one.title === title)) notKnown.push({ title, why })
          continue
        }
        duties.push({
          id: `own/${at + 1}/${license}/${duty.id}`,
          title,
          ...dutyHead(duty, due, license, library),
          what: fillPlainly(due.what, situation),
          ...whoOwes(finding),
        })
      }
    }
  }
  return { duties, notKnown }
}

function whoOwes({
  status,
  because,
  questions,
}: DutyStanding['finding']): Pick<LicenseDuty, 'by' | 'because'> {
  const plain = because.map((one) => one.replace(/\\([\\`*_{}[\]<>()#+!|~&])/g, '$1'))
  if (status === 'due') return { by: 'us', because: plain.join(' ') }
  const asked = questions.map(({ fact, question }) => `${question} (${fact})`)
  return { by: 'to-be-settled', because: [...plain, ...asked].join(' ') }
}
