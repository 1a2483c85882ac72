import type { CoherenceMessage, CoherencePaper, CoherenceRule } from '../types.ts'
import { sentencesOf } from '../words.ts'

const lawOf =
  /\b(?:governed(?: and construed)?|construed|interpreted)\b[^.;]{0,80}?\b(?:under|by|in accordance with|pursuant to)\b[^.;]{0,40}?\b(?:laws?|law)\s+of\s+(?:the\s+)?((?:State|Commonwealth|Republic|Kingdom|Federal Republic)\s+of\s+)?(?<place>\p{Lu}\p{L}+(?:\s+(?:and\s+)?\p{Lu}\p{L}+)*)|\b(?<adjective>German|French|Irish|English|Swiss|Austrian|Dutch|Italian|Spanish|Belgian|Californian?|New York|Delaware) law\b/gu

/** The same in other words, which in paper of others may be about other laws. */
const adjectives =
  'German|French|Irish|English|Scottish|Welsh|Swiss|Austrian|Dutch|Italian|Spanish|Portuguese|Belgian|Luxembourg|Danish|Swedish|Norwegian|Finnish|Polish|Czech|Hungarian|Greek|Californian?|New York|Delaware|Texas|Washington|Canadian|Mexican|Brazilian|Japanese|Chinese|Indian|Israeli|Korean|Singapore|Australian|Turkish'
const ourLawOf = new RegExp(
  String.raw`\b(?:laws?)\s+of\s+(?:the\s+)?(?:(?:State|Commonwealth|Republic|Kingdom|Federal Republic|Province)\s+of\s+)?(?<place>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)|\b(?<adjective>${adjectives})\s+(?:substantive\s+)?law\b`,
  'gu',
)
const governs =
  /\b(?:govern|construe|interpret|appl(?:y|ies|icable)\b|subject to|decided|determined|enforced|choice of law|chosen)/i
const aboutOtherThings =
  /\b(?:organi[sz]ed|incorporated|existing|formed|established|comply|complies|compliance)\b/i

const town = String.raw`(?<place>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*(?:,\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)?)`
/** Seats of arbitration, venues, and courts by their name. */
const ourForumOf = new RegExp(
  [
    String.raw`\barbitrat\w+\b[^.;]{0,40}?\b(?:in|at|of|is)\s+(?:the\s+)?`,
    String.raw`\b(?:seat|place)\b[^.;]{0,30}\barbitration\b[^.;]{0,20}?\b(?:is|shall be|in)\s+`,
    String.raw`\b[Vv]enue\b[^.;]{0,50}?\b(?:is|in|lies|at|lies in)\s+(?:the\s+)?`,
    String.raw`\b(?:Court|Courts|Tribunal)\b[^.;]{0,20}?\b(?:in|at|of)\s+(?:the\s+)?`,
    String.raw`\b(?:jurisdiction|suits?|proceedings|disputes?|actions?)\b[^.;]{0,60}?\b(?:brought|heard|settled|lies|decided|litigated)\b[^.;]{0,30}?\b(?:in|at|with)\s+(?:the\s+)?(?:courts?\s+(?:of|in|at)\s+)?`,
  ]
    .map((start, at) => start + town.replace('<place>', `<place${at}>`))
    .join('|'),
  'gu',
)

const forumOf =
  /\bcourts?\b[^.;]{0,60}?\b(?:of|in|at|located in|sitting in)\s+(?:the\s+)?(?:(?:State|Commonwealth|Republic|City|County)\s+of\s+)?(?<place>\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*(?:,\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)*)?)/gu

/** Towns and names by which one means a country or a state. */
const homes: Record<string, string> = {
  german: 'germany',
  munich: 'germany',
  berlin: 'germany',
  hamburg: 'germany',
  frankfurt: 'germany',
  cologne: 'germany',
  irish: 'ireland',
  dublin: 'ireland',
  french: 'france',
  paris: 'france',
  english: 'england',
  london: 'england',
  wales: 'england',
  swiss: 'switzerland',
  zurich: 'switzerland',
  geneva: 'switzerland',
  austrian: 'austria',
  vienna: 'austria',
  dutch: 'netherlands',
  amsterdam: 'netherlands',
  'san mateo': 'california',
  'santa clara': 'california',
  'san francisco': 'california',
  'los angeles': 'california',
  californian: 'california',
  manhattan: 'new york',
  wilmington: 'delaware',
  italian: 'italy',
  milan: 'italy',
  rome: 'italy',
  spanish: 'spain',
  madrid: 'spain',
  belgian: 'belgium',
  brussels: 'belgium',
  luxembourg: 'luxembourg',
  austin: 'texas',
  dallas: 'texas',
  houston: 'texas',
  seattle: 'washington',
  boston: 'massachusetts',
}

interface Said {
  home: string
  words: string
  paper: string
  place: string
}

/** Law and courts of the papers of one deal that do not fit: two laws, or courts that are not at home in the law. */
export const law: CoherenceRule = (papers) => {
  const own = papers.filter(({ counterparty }) => counterparty === undefined)
  const others = papers.filter(({ counterparty }) => counterparty !== undefined)
  // With a vendor the parties choose for themselves: what our own words choose in both is all that has to agree.
  const chosen = own.map((paper) => ({
    ...paper,
    passages: paper.passages.map((passage) => ({
      ...passage,
      text: passage.ours === '' ? '' : passage.text,
    })),
  }))
  return [...apartIn(own), ...others.flatMap((paper) => apartIn([...chosen, paper]))]
}

function apartIn(papers: readonly CoherencePaper[]): CoherenceMessage[] {
  const laws = papers.flatMap((paper) => saidIn(paper, lawOf))
  const forums = papers.flatMap((paper) => saidIn(paper, forumOf).filter(({ words }) => isPlace(words)))
  const messages: CoherenceMessage[] = []
  const [first] = laws
  for (const one of laws.slice(1))
    if (one.home !== first!.home)
      messages.push(
        told(
          one,
          `the law of ${one.words} governs here, and that of ${first!.words} in ${first!.place}${first!.paper === one.paper ? '' : ` of ${first!.paper}`}`,
        ),
      )
  const [court] = forums
  for (const one of forums.slice(1))
    if (one.home !== court!.home && one.paper !== court!.paper)
      messages.push(
        told(
          one,
          `the courts of ${one.words} are named here, and those of ${court!.words} in ${court!.place} of ${court!.paper}`,
        ),
      )
  for (const one of forums) {
    const apart = laws.find(({ home }) => home !== one.home)
    const own = laws.some(({ home }) => home === one.home)
    if (apart && !own)
      messages.push(
        told(
          one,
          `the courts of ${one.words} are to apply the law of ${apart.words} (${apart.place}${apart.paper === one.paper ? '' : ` of ${apart.paper}`})`,
        ),
      )
  }
  return messages
}

function told({ paper, place }: Said, reason: string): CoherenceMessage {
  return { rule: 'law-and-courts', paper, place, reason, counsel: true }
}

function saidIn({ name, passages }: CoherencePaper, pattern: RegExp): Said[] {
  const wider = pattern === lawOf ? ourLawOf : ourForumOf
  return passages.flatMap(({ text, ours, place }) => {
    const inOurs = sentencesOf(ours)
      .filter((sentence) => pattern !== lawOf || (governs.test(sentence) && !aboutOtherThings.test(sentence)))
      .flatMap((sentence) => [...sentence.matchAll(wider)])
    const found = [...text.matchAll(pattern), ...inOurs].map(({ groups = {} }) => {
      const words = (Object.values(groups).find((one) => one !== undefined) ?? '').replace(/\.$/, '')
      return { words, home: homeOf(words), paper: name, place }
    })
    // Two patterns may find the same words.
    return found.filter(({ home }, at) => found.findIndex((one) => one.home === home) === at)
  })
}

function homeOf(words: string): string {
  const parts = words
    .toLowerCase()
    .replace(/ county/g, '')
    .split(/,\s*/)
  const known = parts.map((part) => homes[part] ?? part)
  // “San Mateo County, California”: the last names the state; a town alone is known by its name.
  const last = known.at(-1)!.replace(/^(?:the )?(?:state|republic|commonwealth|federal republic) of /, '')
  return homes[last.split(' ').find((word) => homes[word]) ?? ''] ?? last
}

/** “competent jurisdiction” and the like are no place. */
function isPlace(words: string): boolean {
  return (
    words !== '' &&
    !/^(?:Competent|Jurisdiction|Agreement|Section|Company|Licensee|Licensor|Law|Appeals?|Party|Parties)\b/.test(
      words,
    )
  )
}
