import { sentencesOf } from '../../reading/sentences.ts'
import { ofPassage } from '../reading/of-passage.ts'
import { type NamedPlace, placesIn } from '../reading/place.ts'
import type { CoherenceMessage, CoherencePaper, CoherencePassage, CoherenceRule } from '../types.ts'

/** How a law is chosen, in paper of anybody. */
const lawOf =
  /\b(?:governed(?: and construed)?|construed|interpreted)\b[^.;]{0,80}?\b(?:under|by|in accordance with|pursuant to)\b[^.;]{0,40}?\b(?:laws?|law)\s+of\s+(?:the\s+)?[^.;,]{3,60}|\b\p{Lu}\p{L}+ law\b/gu
/** How courts are named, in paper of anybody. */
const forumOf = /\bcourts?\b[^.;]{0,60}?\b(?:of|in|at|located in|sitting in)\s+(?:the\s+)?\p{Lu}[^.;]{0,60}/gu

/** In our own words a sentence on the law of the paper chooses every law that it names … */
const governs =
  /\b(?:govern\w*|constru\w*|interpret\w*|appl(?:y|ies|ied|icable)\b|subject to|decided|determined|judged|read|enforced|choice of law|chosen|under|according to|controls?|follows?)\b/i
const lawWord =
  /\b(?:laws?|statutes?|legal (?:system|order)|(?:civil|commercial) code|jurisprudence|legislation)\b/gi
const aboutOtherThings =
  /\b(?:organi[sz]ed|incorporated|existing under|formed|established|comply|complies|compliance|violat\w*|illegal|prohibit\w*)\b/i
/** … and one on suits every place in which they are tried. */
const tries =
  /\b(?:courts?|tribunals?|judges?|[Jj]urisdiction|[Vv]enue|[Ff]orum|[Aa]rbitra\w+|[Mm]ediat\w+|[Ss]uits?|lawsuits?|[Ll]itigat\w+|[Pp]roceedings?|[Dd]isputes?|[Cc]ontrovers\w+|sue[sd]?|suing|tried|[Ss]eat of)\b|\b(?:High|Supreme|District|Circuit|Commercial|Regional|County|Superior|Federal|State|Appeals?|The|Any|Irish|\p{L}+ish) (?:Courts?|Tribunals?)\b|\b(?:Courts?|Tribunals?|Chamber) (?:of|in|at|for|sitting)\b|\b(?:COURTS?|JURISDICTION|VENUE|DISPUTES?|SUITS?)\b/u

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
  const laws = papers.flatMap((paper) => saidIn(paper, lawsIn))
  const forums = papers.flatMap((paper) => saidIn(paper, forumsIn))
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
    if (one.home !== court!.home && (one.paper !== court!.paper || one.place !== court!.place))
      messages.push(
        told(
          one,
          `courts are named here that are those of ${one.words}, and in ${court!.place}${court!.paper === one.paper ? '' : ` of ${court!.paper}`} those of ${court!.words}`,
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

function saidIn(
  { name, passages }: CoherencePaper,
  homesIn: (passage: CoherencePassage) => readonly NamedPlace[],
): Said[] {
  return passages.flatMap((passage) =>
    homesIn(passage).map(({ home, said }) => ({ home, words: said, paper: name, place: passage.place })),
  )
}

/** Places whose law a passage chooses, each once. */
const lawsIn = ofPassage(({ text, ours }) => {
  const anywhere = [...text.matchAll(lawOf)].flatMap(([words]) => placesIn(words).slice(-1))
  return once([...anywhere, ...inOurs(ours, governs).flatMap(([chosen]) => chosen)])
})

/** Places whose courts a passage names, each once. */
const forumsIn = ofPassage(({ text, ours }) => {
  const anywhere = [...text.matchAll(forumOf)].flatMap(([words]) =>
    placesIn(words.replace(/\bPlatforms Ireland\b/g, '')),
  )
  return once([...anywhere, ...inOurs(ours, tries).flatMap(([, tried]) => tried)])
})

/** Of each of our sentences that speak of it the places beside a word for a law, and the others. */
function inOurs(ours: string, speaksOf: RegExp): [NamedPlace[], NamedPlace[]][] {
  return (
    sentencesOf(ours)
      // Places are looked for last: there are some hundred names of them.
      .filter((sentence) => speaksOf.test(sentence) && !aboutOtherThings.test(sentence))
      .map((sentence) => apartBy(placesIn(sentence), sentence))
  )
}

/** Two patterns may find the same words. */
function once(found: readonly NamedPlace[]): NamedPlace[] {
  return found.filter(({ home }, at) => found.findIndex((one) => one.home === home) === at)
}

/** Places beside a word for a law, and the others. */
function apartBy(places: readonly NamedPlace[], sentence: string): [NamedPlace[], NamedPlace[]] {
  const laws = [...sentence.matchAll(lawWord)]
  const isChosen = ({ index, said }: NamedPlace) =>
    laws.some(({ 0: word, index: at }) => {
      const after = sentence.slice(at + word.length, index)
      const before = sentence.slice(index + said.length, at)
      return (
        (at < index &&
          /^\s+(?:(?:in force|applicable|as applied|in effect)\s+)?(?:of|in|at)\s+(?:the\s+)?(?:\p{Lu}\p{L}+\s+(?:of\s+)?)*$/u.test(
            after,
          )) ||
        (at > index && /^[’']?s?\s+(?:\p{Ll}+\s+){0,2}$/u.test(before))
      )
    })
  return [places.filter(isChosen), places.filter((one) => !isChosen(one))]
}
