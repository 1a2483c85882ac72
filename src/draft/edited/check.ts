import { parseAgreement, parseStory } from '../../agreement/index.ts'
import { type CoherenceMessage, type CoherencePaper, coherenceOf, paperOf } from '../../coherence/index.ts'
import { diffWords } from '../../compare/index.ts'
import type { License } from '../../library/types.ts'
import { type GivenText, requireText, type TextStore } from '../../texts/index.ts'
import { carriedOut } from './amendments.ts'
import { type EditedPaper, editedPaper } from './paper.ts'

/** What does not fit together in papers that somebody has edited, and what could not be read with them. */
export interface EditedCheck {
  messages: CoherenceMessage[]
  /** Papers that were read, a license as amended among them. */
  read: string[]
  /** What stands beside them and could not be read, each with the reason. */
  unread: string[]
}

/**
 * Reads papers as they stand now: letters with the licenses that they amend, addenda, licenses with our changes in them.
 *
 * @param given what was edited, all of it our own words, except in a license, where the official words are not
 * @param beside papers of the deal that are not ours, read with them
 * @throws Problem where a text of the library is named that is not here
 */
export async function checkEdited(
  given: readonly GivenText[],
  beside: readonly GivenText[],
  store: TextStore,
): Promise<EditedCheck> {
  const unread: string[] = []
  const licenses = new Map<string, CoherencePaper>()
  const edited: EditedPaper[] = []
  for (const [text, ours] of [
    ...given.map((one) => [one, true] as const),
    ...beside.map((one) => [one, false] as const),
  ]) {
    const agreement = agreementOf(text)
    if (agreement === undefined) {
      unread.push(`${text.id} (its official text is not here: clausebook texts fetch)`)
      continue
    }
    const license = licenseOf(agreement, text, store)
    if (license) licenses.set(license.id, await changedLicense(agreement, license, store))
    else edited.push(editedPaper(agreement, text.id, { ours }))
  }
  const messages: CoherenceMessage[] = []
  for (const { paper, amendments } of edited) {
    const about = licensesNamed(paper, store)
    for (const license of about) {
      const base = licenses.get(license.id) ?? (await officialLicense(license, store))
      if (base === undefined) {
        unread.push(`${license.name} (its official text is not here: clausebook texts fetch)`)
        continue
      }
      const own = ofLicense(amendments, license, about).map(({ amendment, place }) => ({
        amendment,
        place,
        letter: paper.name,
      }))
      // A license that only a contract with a vendor names is not amended by it, and stands for itself.
      if (own.length === 0 && !licenses.has(license.id) && paper.counterparty) continue
      const made = carriedOut(base, own)
      licenses.set(license.id, made.paper)
      messages.push(...made.messages)
    }
  }
  const papers = [...licenses.values(), ...edited.map(({ paper }) => paper)]
  return { messages: [...messages, ...coherenceOf(papers)], read: papers.map(({ name }) => name), unread }
}

/** The amendments of a letter that are about one of its licenses: those of its part, or of all. */
export function ofLicense<T extends { scope: string }>(
  amendments: readonly T[],
  license: License,
  about: readonly License[],
): T[] {
  return amendments.filter(
    ({ scope }) => !about.some(({ title }) => scope.includes(title)) || scope.includes(license.title),
  )
}

function agreementOf({ document, source }: GivenText) {
  const story = document?.stories[0]
  if (story) return parseStory(story)
  return source === undefined ? undefined : parseAgreement(source)
}

/** Which license a text is, by its id or by the title that it begins with. */
function licenseOf(
  agreement: ReturnType<typeof parseAgreement>,
  { id, known }: GivenText,
  { licenses }: TextStore,
): License | undefined {
  if (known) return licenses.get(id.split(/[/@]/, 1)[0]!)
  const opening = paperOf(agreement, id)
    .passages.slice(0, 3)
    .map(({ text }) => text.trim().toLowerCase())
  return [...licenses.values()].find(({ title }) => opening.includes(title.toLowerCase()))
}

/** A license as it was published, for the check of the whole; undefined where its text is not here. */
export async function officialLicense(
  license: License,
  store: TextStore,
): Promise<CoherencePaper | undefined> {
  const text = await store.read(license.id)
  if (!text) return undefined
  return asLicense(paperOf(parseAgreement(text.source), license.id))
}

/** A license as somebody left it: what the official text does not say is ours. */
async function changedLicense(
  agreement: ReturnType<typeof parseAgreement>,
  license: License,
  store: TextStore,
): Promise<CoherencePaper> {
  const { source } = await requireText(store, license.id)
  const official = new Map(
    paperOf(parseAgreement(source), license.id).passages.map((one) => [one.place, one.text]),
  )
  const paper = paperOf(agreement, license.id)
  return asLicense({
    ...paper,
    passages: paper.passages.map((passage) => ({
      ...passage,
      ours: diffWords(official.get(passage.place) ?? '', passage.text)
        .filter(({ op }) => op === 'insert')
        .map(({ text }) => text.trim())
        .join('\n'),
    })),
  })
}

function asLicense(paper: CoherencePaper): CoherencePaper {
  return { ...paper, amended: true, client: ['you', 'your', 'Licensee'] }
}

/** The licenses whose titles a paper names. */
export function licensesNamed({ passages }: CoherencePaper, { licenses }: TextStore): License[] {
  const text = passages.map((passage) => passage.text).join('\n')
  return [...licenses.values()].filter(({ title }) => text.includes(title))
}
