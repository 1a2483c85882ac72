import type { CoherenceRule } from '../types.ts'
import { sentencesOf, shown } from '../words.ts'

/** Time after the end in which something is used, sold or moved. */
const time =
  /\b(?:within|for|until|during)\b[^.;]{0,60}?\b(?:\d+|ten|thirty|sixty|ninety|twelve|six)\b[^.;]{0,20}\b(?:days?|months?|years?)\b[^.;]{0,40}\b(?:after|following|from|of)\b[^.;]{0,40}\b(?:terminat|expir|end\b|the end)/i
const use =
  /\b(?:delete|cease|stop|wind|migrat|mov(?:e|ing)|transition|sell[- ]off|continue to (?:use|host|operate|serve|sell))/i

/** Duties that go on after the end and need a right: to show, host, sell, support, name. */
const duty =
  /\b(?:shall|must|will)\s+(?:continue|remain obliged|keep on)\b[^.;]{0,160}\b(?:after|following|despite|notwithstanding|beyond)\b[^.;]{0,60}\b(?:terminat|expir|end of)/i
const needsRight = /\b(?:display|host|operate|offer|support|serve|distribut|provid|sell|use|maintain|suppl)/i

const goesOn =
  /\b(?:continues? to apply|rights? (?:granted|under)[^.]{0,80}\bcontinue|licen[sc]es?[^.]{0,80}\b(?:continue|remain|last)|until then|may continue to use|remains? in (?:full )?force|with its license until then|and the rights? (?:it|they|that it) needs?)/i

/** A time after the end, or a duty that outlives it, with no right to what it is about. */
export const rightsEnd: CoherenceRule = (papers) =>
  papers.flatMap((paper) =>
    paper.passages.flatMap((passage) => {
      if (passage.ours === '' || goesOn.test(passage.text)) return []
      return sentencesOf(passage.text).flatMap((sentence) => {
        const inTime = time.test(sentence) && use.test(sentence)
        const inDuty = duty.test(sentence) && needsRight.test(sentence)
        // What nobody of us wrote in that sentence is as the other side has it.
        if ((!inTime && !inDuty) || !touches(sentence, passage.ours)) return []
        return [
          {
            rule: 'rights-end',
            paper: paper.name,
            place: passage.place,
            reason: `${inDuty ? 'a duty goes on' : 'there is time'} after the end, and no right to use goes on with it (“${shown(sentence)}”)`,
            counsel: true,
          },
        ]
      })
    }),
  )

function touches(sentence: string, ours: string): boolean {
  return (
    ours.includes(sentence) ||
    ours
      .split('\n')
      .some((part) => part.trim() !== '' && sentence.includes(part.trim().replace(/[.,;]$/, ''))) ||
    sentencesOf(ours).some((own) => own.length > 20 && sentence.includes(own))
  )
}
