import { folded } from './fold.ts'

/** Words that a remark may have beside its yes or no, without saying more. */
const beside = new Set(
  'yes ok okay we i us me you this that it is are has have been be can will do by to with for from our my side point clause looks all thanks thank many please here noted'.split(
    ' ',
  ),
)
const yes = new Set('agree agreed accept accepted acceptable fine good confirm confirmed happy'.split(' '))
const no = new Set(
  'no rejected reject refused refuse declined decline disagree disagreed unacceptable delete strike'.split(
    ' ',
  ),
)
const not = new Set(['not', 'cannot', "can't", "don't"])
/** What “no” may be of where it says yes. */
const noneOf = new Set(
  'objection objections comment comments issue issues problem problems concern concerns'.split(' '),
)

/** Whether a remark says yes, or no, and nothing else: whatever says more is for a person to read. */
export function answerIn(remark: string): 'yes' | 'no' | undefined {
  const words = folded(remark)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(' ')
    .filter((word) => word !== '')
  const said = words.filter((word) => !beside.has(word))
  if (said.length === 0) return words.some((word) => ['yes', 'ok', 'okay'].includes(word)) ? 'yes' : undefined
  if (said.length === 2 && said[0] === 'no' && noneOf.has(said[1]!)) return 'yes'
  if (said.every((word) => yes.has(word))) return 'yes'
  if (said.every((word) => no.has(word))) return 'no'
  const denies = said.some((word) => not.has(word)) && said.every((word) => not.has(word) || yes.has(word))
  return denies && said.some((word) => yes.has(word)) ? 'no' : undefined
}
