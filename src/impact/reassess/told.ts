import { withinSentence, withoutStop } from '../../in-words.ts'
import type { Library } from '../../library/index.ts'
import {
  type Answer,
  type Assessment,
  citedWords,
  type DutyAnswer,
  type Finding,
  levelWords,
  outcomeWords,
  type ThresholdCount,
} from '../../matter/index.ts'
import type { Told } from '../types.ts'

/** The answers of a matter under a license. */
export function answersUnder({ answers }: Assessment, license: string): Answer[] {
  return answers.filter((answer) => answer.license === license)
}

/** The risks of a use under a license. */
export function findingsOf({ findings }: Assessment, use: string, license: string): Finding[] {
  return findings.filter((finding) => finding.use === use && finding.license === license)
}

/** So many reasons are told of an answer; a use of which little is known has dozens. */
const mostReasons = 3

export function pathTold({ path, reasons, deciding }: Answer, { licenses }: Library): Told {
  const told = reasons.slice(0, mostReasons)
  const more = reasons.length > told.length ? `; and ${reasons.length - told.length} more` : ''
  const because = told.map(({ statement }) => withinSentence(withoutStop(statement))).join('; ')
  const cited = told.flatMap(({ citations }) => citations)
  return {
    words: `${outcomeWords[path]}${because === '' ? '' : `: ${because}${more}`}`,
    sections: citedWords(cited.length > 0 ? cited : deciding, licenses),
  }
}

const dutyWords: Record<DutyAnswer['is'], string> = { applies: 'due', open: 'open', not: 'not due' }

export function dutyTold(duty: DutyAnswer | undefined, { licenses }: Library): Told {
  if (!duty) return { words: 'no such duty', sections: '' }
  const words = duty.is === 'not' || duty.words === undefined ? '' : `: “${withoutStop(duty.words)}”`
  return { words: `${dutyWords[duty.is]}${words}`, sections: citedWords(duty.citations, licenses) }
}

export function usersTold(count: ThresholdCount | undefined): Told {
  if (!count) return { words: 'no threshold', sections: '' }
  const { status, countedOn } = count
  const on = countedOn === undefined ? '' : ` on ${countedOn}`
  return { words: `${status.replaceAll('-', ' ')}${on}`, sections: '' }
}

export function riskTold(finding: Finding | undefined, { licenses }: Library): Told {
  if (!finding || finding.status === 'does-not-apply')
    return { words: 'does not apply', sections: citedWords(finding?.citations ?? [], licenses) }
  const { status, inherent, residual, citations } = finding
  const level = residual ?? inherent
  const words = status === 'open' ? 'open' : 'applies'
  return {
    words: level ? `${words}, ${levelWords(level)}` : words,
    sections: citedWords(citations, licenses),
  }
}
