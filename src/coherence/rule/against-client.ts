import type { CoherenceRule } from '../types.ts'
import { sentencesOf, shown } from '../words.ts'

/** A sentence that takes something out of a limit of liability, or has it unlimited. */
const exception =
  /\b(?:nothing in|does not|do not|will not|shall not|cannot|other than|except(?:ion|ions|ed|ing)?|excluding|save|apart from|not apply|untouched|unaffected|unlimited|uncapped|without (?:any )?(?:limit|limitation|cap)|no (?:limit|limits|limitation|limitations|cap|exclusion)|beyond (?:this|the) (?:limit|cap)|in full)\b/i
const limit =
  /\b(?:liab(?:le|ility|ilities)|limit(?:s|ation|ations|ed)?|cap(?:s|ped)?|ceiling|exclu(?:des?|sions?)|uncapped|unlimited|maximum)\b/i

/** The other side’s own promise, with whatever bounds it. */
const indemnifiesUs =
  /\b(?:meta|vendor|licensor|supplier|reseller) (?:will|shall|must)?\b[^.;]{0,60}\b(?:indemnif|defend|hold)/i

const exceptAlone = /\b(?:other than|except(?:ion|ions|ed|ing)?|excluding|save|apart from)\b/i

/** Any or each party, and so our client too. */
const both = String.raw`\b(?:each|either|a|any|the other) party(?:[’']s)?|\bthe parties[’']?`

/** A carve-out that opens our own client to what the limit was to bound. */
export const againstClient: CoherenceRule = (papers) =>
  papers.flatMap(({ name, passages, client = [] }) => {
    if (client.length === 0) return []
    const names = client.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
    const us = String.raw`\b(?:${names})(?:’s|'s|r)?(?![\w])`
    const who = `(?:${us}|${both})`
    const infringes = String.raw`\b(?:infring\w*|misappropriat\w*|violat\w*)`
    const misuse = String.raw`\b(?:breach(?:es)? of (?:the |this |its |any )?(?:licen[sc]e|use|grant|restriction|Section 1|acceptable use)|misuse|use [^.,;]{0,50}\bbeyond|beyond the (?:scope of the )?licen[sc]e|unlicensed use)`
    const exposures: [RegExp, string][] = [
      [
        new RegExp(
          `${infringes}[^.,;]{0,40}\\b(?:of|the other party|a party|licensor|meta|vendor)\\b[^.,;]{0,40}\\b(?:intellectual property|proprietary|rights?|patents?|copyrights?)|${us}[^.;]{0,40}${infringes}`,
          'i',
        ),
        'infringement of the other side’s rights',
      ],
      [
        new RegExp(`${us}[^.,;]{0,40}\\bindemn|\\bindemn\\w*[^.,;]{0,30}\\b(?:of|by) ${us}`, 'i'),
        'our own indemnity',
      ],
      [
        new RegExp(
          `\\b(?:liability )?under (?:an|any) indemnity\\b|(?:${both})[^.,;]{0,40}\\bindemn|\\bindemn\\w*[^.,;]{0,30}\\b(?:of|by) (?:${both})`,
          'i',
        ),
        'indemnities of both sides, and so our own',
      ],
      [
        new RegExp(`${misuse}[^.;]{0,60}|${who}[^.;]{0,60}${misuse}`, 'i'),
        'our own breach of the terms of use',
      ],
    ]
    /** What the other side alone does, or owes, is for us. */
    const theirs = new RegExp(
      `\\b(?:meta|the vendor|the licensor|the supplier|the reseller|vendor|licensor)(?:[’']s)?\\s+(?:own\\s+)?(?:indemn|infring|misappropriat|breach|liabilit)|${infringes}[^.;]{0,60}\\bby (?:meta|the vendor|the licensor|vendor|licensor)\\b`,
      'i',
    )
    return passages.flatMap(({ ours, place, text }) => {
      if (ours === '' || !limit.test(text)) return []
      return sentencesOf(ours).flatMap((sentence) => {
        if (!exception.test(sentence) || !limit.test(sentence)) return []
        if (theirs.test(sentence) && !new RegExp(us, 'i').test(sentence)) return []
        if (indemnifiesUs.test(sentence)) return []
        // What stands before “except” is what stays limited.
        const at = exceptAlone.exec(sentence)
        const taken =
          at && !exception.test(sentence.replace(exceptAlone, '')) ? sentence.slice(at.index) : sentence
        const found = exposures.find(([pattern]) => pattern.test(taken))
        if (!found) return []
        return [
          {
            rule: 'against-client',
            paper: name,
            place,
            reason: `the exception takes ${found[1]} out of the limit, which is our client’s risk (“${shown(sentence)}”)`,
            counsel: true,
          },
        ]
      })
    })
  })
