import { remembered } from '../../reading/remembered.ts'

/** What a clause does on which a party relies after the end of the paper. */
export type Lasting = 'indemnity' | 'release' | 'confidentiality' | 'ownership' | 'no-admission'

/** As a message names it. */
export const lastingNames: Record<Lasting, string> = {
  indemnity: 'an indemnity',
  release: 'a release',
  confidentiality: 'a duty of confidentiality',
  ownership: 'who owns what',
  'no-admission': 'that nothing is admitted',
}

/** How a right is given up, and what is given up. */
const givesUp = String.raw`\b(?:releas\w+|waiv\w+|giv(?:es?|en|ing)\s+up|forgo(?:es|ne)?|forego(?:es|ne)?|renounc\w+|relinquish\w*|abandon\w*|surrender\w*|drops?|disclaims?|discharg\w+|acquit\w*|absolv\w+|forgiv\w+|extinguish\w*|settled? (?:all|any|every))`
const right = String.raw`\b(?:claims?|rights? (?:of action|to sue|to damages|in respect|against|arising)|causes? of action|actions?|suits?|demands?|remed(?:y|ies)|liabilit\w+|recourse|damages)\b`
const noClaim = String.raw`\b(?:no|not|never|nor|neither|without)\b[^.;]{0,30}\b(?:claims?|recourse|liable|sue|suit|action)\b|\bnot to (?:sue|assert|claim|pursue|enforce)\b|\b(?:will|shall|may|does|do) not (?:bring|assert|raise|pursue|make|enforce|press|sue)\b|\bcovenants? not\b|\bfree (?:of|from) (?:all |any )?(?:claims?|liabilit)`
/** A right that is given up is one that has arisen, or that somebody holds against somebody. */
const arisen = String.raw`\b(?:before|prior|past|earlier|until|so far|previous\w*|already|to date|arose|arisen|accrued|made in|done|took place|former|up to|used to|have had|may have|has had|against)\b`

const kinds: [Lasting, RegExp][] = [
  [
    'indemnity',
    /\bindemnif|\bindemnity|\bhold(?:s|ing)? [^.;]{0,60}\bharmless|\bdefends? [^.;]{0,80}\b(?:claim|action|suit)|\b(?:reimburs\w+|compensat\w+|make good|makes good|bears?|pays?|covers?|answers? for|meets?) [^.;]{0,80}\b(?:claims?|losses|loss|damages|liabilities)\b[^.;]{0,60}\b(?:third|others?|brought|against|from|of)\b|\b(?:reimburse|compensate)s? [^.;]{0,80}\b(?:claim|loss)|\b(?:bears?|pays?|covers?|meets?|reimburses?|answers? for) what(?:ever)? (?:third part\w+|others|anyone|a court|a third party)\b|\bmakes? [^.;]{0,40}\bwhole\b|\bkeeps? [^.;]{0,40}\b(?:free|clear) (?:of|from) [^.;]{0,40}\bclaims?/i,
  ],
  [
    'release',
    new RegExp(
      `${givesUp}\\b[^.;]{0,60}(?:${right})|\\breleases? (?:you|the|each|every|all|any|licensee|customer)\\b|(?:${noClaim})[^.;]{0,80}(?:${arisen})|(?:${right})[^.;]{0,60}\\b(?:are|is|stand|stands) (?:hereby )?(?:released|waived|settled|extinguished|given up|dropped|discharged)`,
      'i',
    ),
  ],
  [
    'confidentiality',
    /\b(?:shall|will|must|has to|have to|is to|are to|agrees? to|undertakes? to|is bound to|are bound to|keeps?|treats?|holds?)\b[^.]{0,120}\b(?:confiden\w*|secret|secrecy|private|in trust|to (?:itself|themselves))|\b(?:shall|will|must|may|does|do) not (?:disclose|reveal|publish|divulge|pass on|share|make public|tell (?:others?|anyone|anybody|third|the public)|mention|let [^.;]{0,30} know)\b|\b(?:neither|no) [^.;]{0,30}\b(?:may|shall|will)? ?(?:disclose|reveal|divulge)|\b(?:stays?|remains?) (?:strictly )?(?:confidential|secret)\b/i,
  ],
  [
    'ownership',
    new RegExp(
      [
        String.raw`\b(?:is and will be the owner|retains? (?:all )?ownership)\b`,
        String.raw`\b(?:(?:you|they|we|it|parties|shall|will|does|do|to|and|company|licensee|customer) own|owns)\b(?:,? as between [^.;,]{0,30},)? (?:and will own )?(?:what|whatever|all|its|their|your|any|every|each|the|that|output|data|model|weights|derivative|improvement|result|fine)(?! (?:voting|shares?|interests?|equity|of the (?:shares|voting)))`,
        String.raw`\b(?:title|ownership|property|rights? (?:in|to|over) [^.;]{0,60}?)\b[^.;]{0,60}\b(?:vests?|passes|pass|rests?|lies?|falls?|accrues?|belongs?)\b`,
        String.raw`\bbelongs? (?:to|solely|only|exclusively)\b`,
        String.raw`\b(?:is|are|be|remains?|stays?|becomes?)\b[^.;]{0,30}\b(?:property of|(?:its|their|your|whose) own(?=[.,;]| alone| and)|(?:sole |exclusive )?owners? of)`,
        String.raw`\b(?:keeps?|retains?|reserves?|holds?|has|have|acquires?) (?:all |any |every |the |sole |exclusive |full |its |such )*(?:(?:rights?|interests?|copyrights?) in|ownership of|property in|title (?:in|to)|rights?,? title)\b`,
        String.raw`\b(?:rights?|interests?|copyrights?|title|ownership)\b[^.;]{0,60}\b(?:stays?|remains?|rests?) with\b`,
        String.raw`\bassigns? (?:to [^.;]{0,30} )?(?:all |any |its |their |the |such )+(?:rights?|title|copyrights?)\b`,
      ].join('|'),
      'i',
    ),
  ],
  [
    'no-admission',
    /\b(?:nothing|neither|does not|do not|no)\b(?=[^.;]*\b(?:letter|agreement|addendum|contract|paper|amendment)\b)[^.;]{0,80}\b(?:admits?|an admission|admitted|concedes?|a concession)\b/i,
  ],
]

/** What of this kind a sentence does, if anything. */
export const lastingIn: (sentence: string) => Lasting | undefined = remembered(
  (sentence: string) => kinds.find(([, pattern]) => pattern.test(sentence))?.[0],
)
