import { type Agreement, clausesOf, textOf } from '../../agreement/index.ts'
import { dateLineOf } from '../date-line.ts'
import type { License } from '../types.ts'
import type { NewText } from './types.ts'

/** What cannot be known from the text, and is for a person to fill in. */
export const todo = 'TODO'

/**
 * A license as far as its texts tell: title, date, the slots that its parent's wording has. What they do not tell is
 * `TODO`, which the check names.
 *
 * @param id `llama-5`
 * @param parent the license that it extends
 */
export function newLicense(id: string, texts: NewText[], parent?: License): License {
  const agreement = texts.find(({ kind }) => kind === 'agreement')!.agreement
  const title = titleOf(agreement) || `${todo}: the title of the agreement`
  const name = title.replace(/\s+(?:Community\s+)?Licen[sc]e(?:\s+Agreement)?$/i, '')
  const date = dateLineOf(agreement)
  const values: Record<string, string | undefined> = {
    version: name,
    version_slug: id.replaceAll('.', '-'),
    release_date: date?.words,
    release_date_iso: date?.released,
    model_name: name,
    policy_address: policyAddress(texts),
  }
  const slots = ['version', 'version_slug', 'release_date_iso', ...Object.keys(parent?.slots ?? {})]
  return {
    id,
    title,
    name,
    version: /(\d[\d.]*)$/.exec(id)?.[1] ?? todo,
    ...(date && { released: date.released, releasedAs: date.releasedAs }),
    parties: partiesIn(texts, parent),
    ...(parent && { extends: parent.id }),
    slots: Object.fromEntries(
      slots.flatMap((slot) =>
        slot === 'release_date_iso' && !date ? [] : [[slot, values[slot] ?? `${todo}: value of ${slot}`]],
      ),
    ),
    texts: texts.map(({ kind, agreement: text, sha256, bytes, words }) => ({
      kind,
      title: titleOf(text) || `${todo}: the title of the ${kind}`,
      pin: { repository: `${todo}/${todo}`, commit: '0'.repeat(40), path: todo, sha256, bytes, words },
    })),
  }
}

/** The title; one in capitals as the text writes its words elsewhere, or else with capitals at their starts. */
function titleOf(agreement: Agreement): string {
  const { title } = agreement
  if (title !== title.toUpperCase()) return title
  const capitals = new Set(['AI', 'LLM', 'LLC', 'US', 'USA', 'UK', 'EU'])
  const words = textOf(agreement).split(/[^\p{L}\p{N}.]+/u)
  return title.replace(/[\p{L}\p{N}]+/gu, (word) => {
    const elsewhere = words.find(
      (one) => one !== word && one.toUpperCase() === word && one !== one.toLowerCase(),
    )
    return elsewhere ?? (capitals.has(word) ? word : word.charAt(0) + word.slice(1).toLowerCase())
  })
}

/** The first address in the texts that is of a use policy. */
function policyAddress(texts: NewText[]): string | undefined {
  return texts
    .flatMap(({ agreement }) => clausesOf(agreement))
    .map(({ text }) => /https?:\/\/[^\s)\]”"]*use-policy/.exec(text)?.[0])
    .find(Boolean)
}

/** The parent's parties where the agreement names them all. */
function partiesIn([text]: NewText[], parent?: License): string[] {
  const words = text ? textOf(text.agreement) : ''
  return parent?.parties.every((party) => words.includes(party))
    ? parent.parties
    : [`${todo}: the companies that may be the other party, as the agreement names them`]
}
