import type { CoherenceRule } from '../types.ts'
import { sentencesOf, shown } from '../words.ts'

/** A sentence that takes something out of a limit of liability. */
const exception =
  /\b(?:nothing in|does not|do not|will not|shall not|other than|except(?:ion|ed)?|excluding|not apply)\b[^.]*\b(?:limit|exclud|apply|cap)|\b(?:limit|cap|exclusion)[^.]*\b(?:does|do|will|shall) not apply\b|\bexcept (?:for|in the case of)\b/i
const limit = /\b(?:liab(?:le|ility)|limit(?:s|ation|ed)?|cap|exclu(?:des?|sions?))\b/i

/** A carve-out that opens our own client to what the limit was to bound. */
export const againstClient: CoherenceRule = (papers) =>
  papers.flatMap(({ name, passages, client = [] }) => {
    if (client.length === 0) return []
    const us = client.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|')
    const exposures: [RegExp, string][] = [
      [
        /\b(?:infring\w*|misappropriat\w*)\b[^.,;]{0,40}\b(?:of|the other party|a party)\b[^.,;]{0,40}\b(?:intellectual property|proprietary|rights|patent|copyright)/i,
        'infringement of the other side’s rights',
      ],
      [new RegExp(String.raw`\b(?:${us})(?:’s|'s|r)?\b[^.,;]{0,30}\bindemn`, 'i'), 'our own indemnity'],
      [
        /\b(?:liability )?under (?:an|any) indemnity\b|\b(?:a|each|either) party[’']s (?:obligations? (?:of|under)[^.,;]{0,20})?indemn/i,
        'indemnities of both sides, and so our own',
      ],
      [
        new RegExp(
          String.raw`\bbreach of (?:the )?(?:license|licence|use|grant|Section 1|Acceptable Use)[^.,;]{0,60}\b(?:by (?:${us}))?|\b(?:${us})(?:’s|'s|r)?\s+breach of (?:the |this )?(?:license|use|restriction|Section 1|Acceptable)`,
          'i',
        ),
        'our own breach of the terms of use',
      ],
      [
        /\buse of the [\w ]{0,40} beyond\b|\bbeyond the scope of the licen[sc]e/i,
        'our own use beyond the license',
      ],
    ]
    return passages.flatMap(({ ours, place, text }) => {
      if (ours === '' || !limit.test(text)) return []
      return sentencesOf(ours).flatMap((sentence) => {
        if (!exception.test(sentence) || !limit.test(sentence)) return []
        // What is said of the other side alone is for us.
        const found = exposures.find(([pattern]) => pattern.test(sentence))
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
