import { sentencesOf } from '../../reading/sentences.ts'
import { ofPassage } from '../reading/of-passage.ts'
import { type Parties, partiesOf } from '../reading/party.ts'
import { numbersNamedIn, passagesNamedIn } from '../reading/section.ts'
import type { CoherencePaper, CoherencePassage, CoherenceRule } from '../types.ts'
import { shown } from '../words.ts'

const limit =
  /\b(?:liab(?:le|ility|ilities)|limit(?:s|ation|ations|ed)?|cap(?:s|ped)?|ceiling|exclu(?:des?|sions?)|uncapped|unlimited|maximum|bounds?)\b/i

/** What points at the limit of the words before it. */
const pointsBack =
  /\bthe (?:preceding|foregoing|previous|above|first|second|last) (?:sentences?|words|provisions?)\b/i

/** That a limit does not reach something: it stands aside, or the thing stands outside of it. */
const exception = new RegExp(
  [
    String.raw`\b(?:not|cannot|never)\s+(?:\w+\s+)?(?:appl|limit|cover|protect|reach|extend|exclud|bound|cap|count|bind|restrict|help|benefit|shield|affect|concern|includ|govern|operate|attach|stand|shelter|avail|touch|be (?:relied|invoked|limited|capped|bounded|subject))\w*|\bnothing in\b|\bneither\b|\bno (?:limit|limits|limitation|limitations|cap|ceiling|exclusion|maximum)\b|\bwithout (?:any )?(?:limit|limits|limitation|cap|ceiling|regard|maximum)\b|\bnot (?:apply|subject|covered|count|bounded|limited|capped)\b`,
    String.raw`\b(?:other than|except(?:ion|ions|ed|ing)?|excluding|save|apart from|unless|outside|beyond|on top of|in addition to|exempt\w*|carved out|disregard\w*)\b`,
    String.raw`\b(?:untouched|unaffected|unlimited|uncapped|in full|boundless|falls? away|is lifted|are lifted|drops? (?:away|out)|ceases?|ends?|lapses?|gives? way|yields?|has no (?:effect|force|application|bearing)|is (?:void|off|set aside|suspended|removed)|stops?|loses? (?:its|their) (?:effect|protection))\b`,
  ].join('|'),
  'i',
)
const exceptAlone = /\b(?:other than|except(?:ion|ions|ed|ing)?|excluding|save|apart from|unless)\b/i

/** What everybody answers for without limit, by custom or by law. */
const customary =
  /\b(?:(?:your|its|their|his|the|a|such|either|each|any|licensee|company|customer|party|parties)(?:[’']s?)?\s+)*(?:own\s+)?(?:fraud\w*|(?:willful|wilful|intentional|deliberate)\s+\w+|gross(?:ly)? negligen\w*|intent\b|death|(?:personal|bodily) injury|harm caused on purpose)(?:,?\s*(?:or|and)\s+(?:fraud\w*|(?:willful|wilful|intentional)\s+\w+|gross negligence))*/gi

const infringes = String.raw`\b(?:infring\w*|misappropriat\w*|violat\w*)`
const misuse = String.raw`\b(?:breach(?:es)? of (?:the |this |its |any )?(?:licen[sc]e|use|grant|restriction|Section 1|acceptable use)|misuse|use [^.,;]{0,50}\bbeyond|us(?:e|es|ing) [^.,;]{0,50}\boutside (?:of )?(?:the |its |this )?(?:scope|licen[sc]e|grant|permitted)|(?:beyond|outside) the (?:scope of the )?licen[sc]e|unlicensed use|(?:violat\w*|breach\w*|infring\w*|disregard) of (?:the |this |any )?(?:acceptable )?use polic)`
/** What a party answers for, behind or before its name. */
const answers = String.raw`\b(?:liab\w*|obligations?|dut(?:y|ies)|undertak\w+|indemn\w*|breach\w*|defaults?|infring\w*|misus\w*|us(?:e|es|ing)\b|outputs?|modif\w*|derivative\w*|fine-?tun\w*|products?|customers?|users?|owe[sd]?|pay\w*|acts?|omissions?|negligen\w*|fault|conduct|failure|deploy\w*|distribut\w*|promises?|compensat\w*|reimburs\w*|responsib\w*|answers? for)\b`

/** A carve-out that opens our own client to what the limit was to bound. */
export const againstClient: CoherenceRule = (papers) =>
  papers.flatMap((paper) => {
    if ((paper.client ?? []).length === 0) return []
    const parties = partiesOf(paper)
    return paper.passages.flatMap((passage) => {
      const { place } = passage
      return limiting(passage).flatMap((sentence) => {
        if (keepsOurs(sentence, { paper, passage, papers }, parties))
          return [
            {
              rule: 'against-client',
              paper: paper.name,
              place,
              reason: `the whole section survives, and our client’s own indemnity in it (“${shown(sentence)}”)`,
              counsel: true,
            },
          ]
        if (!exception.test(sentence) || !(limit.test(sentence) || pointsBack.test(sentence))) return []
        const risk = riskIn(sentence, parties, { paper, passage, papers })
        if (risk === undefined) return []
        return [
          {
            rule: 'against-client',
            paper: paper.name,
            place,
            reason: `the exception takes ${risk} out of the limit, which is our client’s risk (“${shown(sentence)}”)`,
            counsel: true,
          },
        ]
      })
    })
  })

/** Our sentences where there is a limit, or something survives. */
const limiting = ofPassage(({ ours, text }) =>
  ours !== '' && (limit.test(text) || /\bsurviv/i.test(ours)) ? ours.split('\n').flatMap(sentencesOf) : [],
)

/**
 * “What they owe under this Section, which survives”: the other side's promise is to outlive the paper, and ours with it,
 * where nothing else had it survive.
 */
function keepsOurs(
  sentence: string,
  of: { paper: CoherencePaper; passage: CoherencePassage; papers: readonly CoherencePaper[] },
  { us }: Parties,
): boolean {
  if (
    !/\b(?:this )?(?:Section|paragraph|clause) ?[\w.()]*,? (?:which |that )?(?:shall |will )?survives?\b/i.test(
      sentence,
    )
  )
    return false
  const { number, text } = of.passage
  const named = of.paper.passages
    .flatMap((passage) => (passage === of.passage ? [] : sentencesOf(passage.text)))
    .filter((own) => /\bsurviv/i.test(own))
    .flatMap(numbersNamedIn)
  return (
    number !== '' &&
    !named.some((one) => number === one || number.startsWith(`${one}.`)) &&
    indemnifies(us, text)
  )
}

function indemnifies(us: string, text: string): boolean {
  return sentencesOf(text).some((own) =>
    new RegExp(
      `${us}[^.;]{0,30}\\b(?:will|shall|must|agrees? to)\\b[^.;]{0,40}\\b(?:indemnif|defend|hold|reimburse)`,
      'i',
    ).test(own),
  )
}

/** Whose risk a sentence takes out of the limit, where it is our client's. */
function riskIn(
  sentence: string,
  { us, them, both }: Parties,
  of: { paper: CoherencePaper; passage: CoherencePassage; papers: readonly CoherencePaper[] },
): string | undefined {
  const has = (pattern: string, words: string) => new RegExp(pattern, 'i').test(words)
  // What the other side alone does, or owes, is for us.
  const theirs = new RegExp(
    [
      `what ${them} (?:owes|must pay|has to pay|pays)(?: [^.,;]{0,40})?`,
      `${them}\\s+(?:own\\s+)?(?:total\\s+|aggregate\\s+)?(?:indemn\\w*|infring\\w*|misappropriat\\w*|breach\\w*|liabilit\\w*|obligations?|dut(?:y|ies)|undertakings?|fault|negligence|failure)(?:\\s+(?:of|under|for|to|in|by|from|as)\\s+[^.,;]{0,60})?`,
      `(?:indemn\\w*|breach\\w*|liabilit\\w*|obligations?|dut(?:y|ies)|infring\\w*|misappropriat\\w*|violat\\w*)\\s+[^.,;]{0,40}\\b(?:of|by|owed by) ${them}(?![^.,;]{0,20}\\b(?:rights?|patents?|copyrights?|property))(?:\\s+(?:of|under|for|in)\\s+[^.,;]{0,60})?`,
    ].join('|'),
    'gi',
  )
  if (has(`${them}\\s+(?:will|shall|must)?\\b[^.;]{0,60}\\b(?:indemnif|defend|hold)`, sentence))
    return undefined
  const at = exceptAlone.exec(sentence)
  // What stands before “except” is what stays limited.
  const taken = at && !exception.test(sentence.replace(exceptAlone, '')) ? sentence.slice(at.index) : sentence
  const left = taken.replace(customary, '').replace(new RegExp(infringesTheirs(them), 'gi'), ' THEIR-RIGHTS ')
  if (/THEIR-RIGHTS/.test(left)) return 'infringement of the other side’s rights'
  const open = left.replace(theirs, ' ')
  if (
    has(
      `${infringes}[^.,;]{0,40}\\b(?:of|the other party|a party)\\b[^.,;]{0,40}\\b(?:intellectual property|proprietary|rights?|patents?|copyrights?)`,
      open,
    )
  )
    return 'infringement of the other side’s rights'
  if (has(`${us}[^.,;]{0,40}\\bindemn|\\bindemn\\w*[^.,;]{0,30}\\b(?:of|by) ${us}`, open))
    return 'our own indemnity'
  if (
    has(
      `\\b(?:liability )?under (?:an|any) indemnity\\b|(?:${both})[^.,;]{0,40}\\bindemn|\\bindemn\\w*[^.,;]{0,30}\\b(?:of|by) (?:${both})|\\b(?:the|all|any) (?:indemnit(?:y|ies)|indemnification)\\b(?! of)`,
      open,
    )
  )
    return 'indemnities of both sides, and so our own'
  const inBreach = `${us},? (?:that|who|which) (?:has |have |is |are )?(?:in )?(?:breach|violat|infring|default)`
  if (has(`${misuse}|${inBreach}`, open)) return 'our own breach of the terms of use'
  // “The claims of Meta are subject to no limit”: what they can claim is what we owe.
  if (
    has(
      `(?:claims?|demands?|recourse|losses|damages|rights?) (?:of|by) ${them}|${them}\\s+(?:own\\s+)?(?:claims?|demands?|recourse|losses|damages|rights?)\\b|\\b(?:owed|due|payable) to ${them}`,
      taken,
    )
  )
    return 'what the other side claims'
  // A limit of the indemnity that says itself what it leaves out is the bargain, and not what undoes it.
  if (!standsAside(open) || setsLimit.test(open)) return undefined
  const section = passagesNamedIn(open.replace(pointsAtLimit, ' '), of).some(({ text }) =>
    indemnifies(us, text),
  )
  if (section) return 'the section of our own indemnity'
  if (
    has(
      `${us}[^.,;]{0,50}${answers}|${answers}[^.,;]{0,30}\\b(?:of|by|from) ${us}|\\bclaims?\\b[^.,;]{0,40}\\b(?:over|from|about|against|by)\\b[^.,;]{0,20}${us}`,
      open,
    )
  )
    return 'what our client answers for'
  return undefined
}

/** That the limit itself gives way, and not that a duty does. */
function standsAside(sentence: string): boolean {
  return new RegExp(
    [
      String.raw`\b(?:limit\w*|cap|ceiling|exclusion|maximum|section|paragraph|bound|sum|amount)\b[^.;]{0,60}?(?:${exception.source})`,
      String.raw`\b(?:nothing in)\b[^.;]{0,60}\b(?:limit|exclud|cap)`,
      String.raw`\b(?:not|no|without|never|unlimited|uncapped|outside|beyond|regardless of|irrespective of|in full|exempt\w*|free)\b[^.;]{0,40}\b(?:limit\w*|cap|ceiling|maximum|bound)`,
      String.raw`\b(?:unlimited|uncapped|without limit|boundless|in full)\b`,
      `(?:${exceptAlone.source})`,
    ].join('|'),
    'i',
  ).test(sentence)
}

/** The limit that is spoken of, which is not what is taken out of it. */
const pointsAtLimit =
  /\b(?:nothing in|the limits? (?:of|in|under)|(?:limit|limitation|cap)s? (?:of|in|under)) (?:this )?(?:Section|paragraph|clause)\s+[\w.()]+/gi

const setsLimit =
  /\b(?:indemn\w*|Section [\w.()]+)[^.;]{0,40}\b(?:is|are|shall be|will be) (?:limited|capped) (?:to|at)\b[^.;]{0,20}\d/i

function infringesTheirs(them: string): string {
  return `${infringes}[^.,;]{0,40}\\b(?:${them})[^.,;]{0,40}\\b(?:intellectual property|proprietary|rights?|patents?|copyrights?)`
}
