import { daysNamedIn } from '../../reading/date.ts'
import { durationsIn } from '../../reading/duration.ts'
import { remembered } from '../../reading/remembered.ts'
import { sentencesOf } from '../../reading/sentences.ts'
import { lastingIn } from '../reading/lasting.ts'
import { ofPassage } from '../reading/of-passage.ts'
import { partiesOf } from '../reading/party.ts'
import { passagesNamedIn } from '../reading/section.ts'
import type { CoherencePaper, CoherencePassage, CoherenceRule } from '../types.ts'
import { shown } from '../words.ts'

/** That something is after the end of the paper, or in spite of it. */
const end = String.raw`(?:terminat\w*|expir\w*|(?:the )?end\b|ends\b|ended\b|is over\b|lapse[sd]?\b)`
const after = new RegExp(
  [
    String.raw`\b(?:after|following|upon|once|when|beyond|past|from|despite|notwithstanding|in spite of|survives?|outlives?|outlasts?|of)\b[^.;]{0,60}?\b${end}`,
    String.raw`\b(?:termination|expiry|expiration|the end)\b[^.;]{0,40}\b(?:does|do|shall|will) not (?:relieve|release|affect|free|discharge|end)`,
    String.raw`\b(?:outlives?|outlasts?|survives?)\b`,
  ].join('|'),
  'i',
)

const count = String.raw`(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|thirty|forty-five|sixty|ninety)`
/** Time after the end in which something is used, sold or moved. */
const time = new RegExp(
  String.raw`\b(?:within|for|until|during|has|have|in)\b[^.;]{0,60}?\b${count}\b[^.;]{0,20}\b(?:days?|weeks?|months?|years?)\b[^.;]{0,40}\b(?:after|following|from|of)\b[^.;]{0,40}\b(?:terminat|expir|end\b|the end)`,
  'i',
)

/** A paper that gives the right itself; where another gives it, deleting what is held needs none of this one. */
const grants =
  /\b(?:is|are) (?:hereby )?granted\b|\bgrants? (?:to )?(?:you|the|each|licensee|customer)\b|\bgrant of (?:rights|licen[sc]e)/i
const useAlone =
  /\b(?:cease|stop|wind|migrat|mov(?:e|ing)|transition|sell[- ]off|continue to (?:use|host|operate|serve|sell))/i
const use =
  /\b(?:delete|cease|stop|wind|migrat|mov(?:e|ing)|transition|sell[- ]off|continue to (?:use|host|operate|serve|sell))/i

/** Duties that go on after the end and need a right: to show, host, sell, support, name. */
const duty =
  /\b(?:shall|must|will|has to|have to|is bound|are bound|is obliged|are obliged|remains? (?:obliged|bound)|duty|duties|obligation|obligations)\b/i
const needsRight =
  /\b(?:display|show|host|operat|offer|support|serv(?:e|es|ing)\b|distribut|provid|sell|deploy|maintain|suppl|name (?:its|their|the|models?)|us(?:e|ing) (?:the|its|their|any|all)|updates?|on sale\b|on the market\b|(?:keep|leave)s? [^.;]{0,40}\b(?:running|online|available|in service|in use)\b)/i
/** What is kept, returned or destroyed needs no right to use. */
const keeps =
  /\b(?:maintain|keep|provide|provides|offer|suppl\w+|show)\b[^.;]{0,40}\b(?:records?|copies of (?:its )?records|logs|books|confiden\w+|secre\w+|insurance|evidence|a register|certificat\w+|confirmation|proof|notice)\b/i
const ceases = /\b(?:cease|stop|discontinue|not)\b[^.;]{0,30}\bus(?:e|ing)\b/gi

const goesOn =
  /\b(?:continues? to apply|rights? (?:granted|under)[^.]{0,80}\bcontinue|licen[sc]es?\b[^.]{0,80}\b(?:continue|remain|last)|until then|may continue to use|remains? in (?:full )?force|with its license until then|and the rights? (?:it|they|that it) needs?)|\b(?:as far as|while|so far as|to the extent)\b[^.;]{0,60}\b(?:licen[sc]e|law|it)\b[^.;]{0,30}\ballows?/i

/** A time after the end, or a duty that outlives it, with no right to what it is about. */
export const rightsEnd: CoherenceRule = (papers) =>
  papers.flatMap((paper) => {
    const licenses = paper.amended === true || paper.passages.some(givesRight)
    return paper.passages.flatMap((passage) => {
      const of = { paper, passage, papers }
      return pastTheEnd(passage).flatMap((sentence) => {
        const apart = outlasts(sentence, of)
        if (apart !== undefined)
          return [
            {
              rule: 'rights-end',
              paper: paper.name,
              place: passage.place,
              reason: `${apart} (“${shown(sentence)}”)`,
              counsel: true,
            },
          ]
        // The right stands in the same sentence or beside it, and in a section on the end anywhere in it.
        if (goesOn.test(sentence)) return []
        const inTime = givesTime(sentence) && (licenses ? use : useAlone).test(sentence)
        const inDuty = goesOnPast(sentence)
        if (inTime && goesOn.test(passage.text)) return []
        if (!inTime && !inDuty) return []
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
    })
  })

const givesRight = ofPassage(({ text }) => grants.test(text))

/** Sentences with words of ours that may reach past the end; one without is as the other side has it. */
const pastTheEnd = ofPassage(({ text, ours }) =>
  ours === ''
    ? []
    : sentencesOf(text).filter(
        (sentence) =>
          (givesTime(sentence) || goesOnPast(sentence) || mayOutlast(sentence)) && touches(sentence, ours),
      ),
)
const mayOutlast = (sentence: string) =>
  goesOnAlike.test(sentence) || endsBefore(sentence) !== undefined || runsLonger(sentence)
const givesTime = remembered((sentence: string) => time.test(sentence))
const goesOnPast = remembered(
  (sentence: string) =>
    after.test(sentence) &&
    duty.test(sentence) &&
    needsRight.test(sentence.replace(ceases, '')) &&
    !keeps.test(sentence),
)

/** That a right is at an end, in a part of a sentence. */
const right = /\b(?:licen[sc]es?|rights?|permissions?|grants?|authori[sz]ations?|access)\b/i
const isOver =
  /\b(?:ends?|ended|expires?|expired|terminates?|terminated|lapses?|ceases?|runs? (?:out|until|to)|until|lasts? (?:until|to|through)|valid (?:until|through)|is granted (?:until|through))\b/i
const obliged =
  /\b(?:shall|must|has to|have to|is bound|are bound|is obliged|are obliged|undertakes?|duty|duties|obligations?|undertakings?)\b/i
const lapses =
  /\b(?:licen[sc]es?|rights?|permissions?|grants?)\b[^.;]{0,40}\b(?:ends?|expires?|lapses?|terminates?|ceases?|runs? out)\b[^.;]{0,20}\b(?:after|in|within|by|on)\b/i
const stays = /\b(?:stays?|remains?|is kept|are kept|continues?|goes on|go on)\b/i
/** That duties run for longer than something. */
const longer =
  /\b(?:outlasts?|outlives?|survives?|exceeds? the term|runs? (?:on )?(?:beyond|after|past)|continues? (?:beyond|after|past)|goes? on (?:beyond|after|past)|last(?:s|ing)? (?:longer|beyond)|remains? (?:bound|in force|due|binding)|stays? (?:bound|in force|due|binding)|(?:is|are) bound|(?:applies|apply|binds?|holds?|owed?)\b[^.;]{0,40}\b(?:beyond|after|longer|more|further))/i
const behind =
  /\b(?:outlasts?|outlives?|survives?|beyond|after|past|despite|notwithstanding)\b|\b(?:years?|months?|weeks?|days?) (?:more|longer|further|on)\b|\b(?:further|more|another|additional) (?:\w+ )?(?:years?|months?|weeks?|days?)\b/i
const duties =
  /\b(?:undertakings?|duties|duty|obligations?|commitments?|promises|covenants?|burdens?|what \w+(?: \w+)? (?:undertakes|owes|has undertaken))\b/i

/** Duties that a sentence makes run past the right they need: by two days, by their names, or by what they reach. */
function outlasts(
  sentence: string,
  of: { paper: CoherencePaper; passage: CoherencePassage; papers: readonly CoherencePaper[] },
): string | undefined {
  if (goesOnAlike.test(sentence)) {
    const narrow = /\brights? (?:granted |that you have )?under (?:Section|paragraph) [\w.()]+/i.test(
      sentence,
    )
    const wide =
      /\b(?:duties|obligations) (?:under|of) (?:this|the) (?:Agreement|License|letter|contract)\b/i.test(
        sentence,
      )
    return narrow && wide
      ? 'all duties go on after the end, and of the rights only those of one section'
      : undefined
  }
  const ended = endsBefore(sentence)
  if (ended !== undefined) return ended
  if (!runsLonger(sentence)) return undefined
  const { us } = partiesOf(of.paper)
  if (new RegExp(theirsAlone, 'i').test(sentence)) return undefined
  if (duties.test(sentence)) return 'duties outlast the right that they need'
  const bound = passagesNamedIn(sentence, of).find(
    ({ text }) =>
      !sentencesOf(text).some((own) => lastingIn(own) !== undefined) &&
      sentencesOf(text).some(
        (own) =>
          new RegExp(`${us}[^.;]{0,40}\\b(?:shall|must|will|undertakes?)\\b`, 'i').test(own) &&
          !keeps.test(own) &&
          (needsRight.test(own.replace(ceases, '')) ||
            /\b(?:products?|models?|outputs?|use of|users?|deploy\w*)\b/i.test(own)),
      ),
  )
  return bound ? `the duties of ${bound.place} outlast the right that they need` : undefined
}

const runsLonger = remembered(
  (sentence: string) => !keeps.test(sentence) && longer.test(sentence) && behind.test(sentence),
)

/** A right that ends on a day before the duty does, or with none said for what stays. */
const endsBefore = remembered((sentence: string): string | undefined => {
  const parts = sentence.split(/[;:]|,? (?:but|while|whereas|and|though|although|yet)\s/i)
  const ends = parts
    .filter((part) => right.test(part) && isOver.test(part))
    .flatMap((part) => daysNamedIn(part).slice(0, 1))
  const runs = parts
    .filter((part) => obliged.test(part) && !keeps.test(part))
    .flatMap((part) => daysNamedIn(part).slice(-1))
  // “The rights lapse after two years, and the display stays”: for as long as nobody says.
  const over = parts.some((part) => lapses.test(part) && durationsIn(part).length > 0)
  if (over && parts.some((part) => stays.test(part) && needsRight.test(part) && !keeps.test(part)))
    return 'the right ends, and what needs it stays'
  const [until] = ends
  const late = until && runs.find(({ day }) => day > until.day)
  return late && `the right ends (${until.said}) before the duty does (${late.said})`
})

const goesOnAlike =
  /\brights?\b(?:[^.;]|\.\w){0,80}\b(?:duties|obligations)\b[^.;]{0,60}\b(?:continue|go on|remain|last)\b/i
const theirsAlone =
  "what (?:meta|the vendor|the licensor) owes|rights? [^.;]{0,60}\\bcontinue|(?:duties|duty|obligations?|undertakings?)[^.;]{0,20} (?:of|by) (?:meta|the vendor|the licensor)|(?:meta|vendor|licensor)[’']s (?:duties|obligations|undertakings)|(?:confiden|payment|accrued|secre|indemni)"

function touches(sentence: string, ours: string): boolean {
  return (
    ours.includes(sentence) ||
    ours
      .split('\n')
      .some((part) => part.trim() !== '' && sentence.includes(part.trim().replace(/[.,;]$/, ''))) ||
    sentencesOf(ours).some((own) => own.length > 20 && sentence.includes(own))
  )
}
