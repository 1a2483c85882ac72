import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { DraftDocument } from '../../src/draft/index.ts'
import type { Library } from '../../src/library/index.ts'
import type { Matter } from '../../src/matter/index.ts'
import {
  type Block,
  blocksOf,
  factsIn,
  isCited,
  isInstruction,
  speaksOfLaw,
  statesLaw,
  uncitedSentences,
} from './statements.ts'

/** Papers that the parties agree on: what they say binds them, and only what they say of a license needs its section. */
const agreed = new Set(['side-letter', 'vendor-addendum', 'vendor-amendment'])

/** Sentences of our own that name a license and say nothing of what it gives, asks or takes; whole sentences, and no more. */
const ours = [
  /^Licenses:[ ,and]*$/,
  /^[^.|]*: use under the [\w\d., ]*licenses?$/,
  /^Of the use policy, beside the whole of it, these uses have to mind:$/,
  /^The same uses, assessed again under the license of\s*:$/,
  /^What to ask of Meta, with what to settle for in the issues list:$/,
  /^No answer hangs on a talk with Meta\.$/,
  /^Never use them for what the rules below bar, and do not let anyone else\.$/,
  /^Letters from Meta, lawyers, authorities or the press$/,
  /^I have read this policy, I have had the chance to ask, and I will follow it\.$/,
  /^The sections are those of each use policy, unless the agreement is named\.$/,
  /^Where this policy and a license differ, the license counts\.$/,
  /^An incident is anything that may put\s* in breach of the license or the use policy of a model, a copy that is where it should not be, output that harms somebody, or a claim, letter or suit about a model\.$/,
  /^Judges the breach, decides on reports, is the one voice to Meta$/,
  /^Knows which model, version and license is where, and the replacement$/,
  /^Decides whether an authority or people must be told$/,
  /^This plan is tried once a year on one kind of incident, and looked at again when a contact, a model, a version or a license changes; the owner of the models keeps the record\.$/,
  /^What the law forbids to copy is left in place and locked\.$/,
  /^Nobody writes to Meta, a vendor, a customer or the press on their own\.$/,
  /^The owner of the models says which model and version it is, and so which license; look up the kind of incident below\.$/,
  // What our own paper says, and no license.
  /^Our addendum has a vendor [^.]*\.$/,
  /^It is not confirmed that each contract has this clause: look before you rely on it\.$/,
  /^Breaches of the policy, unlicensed use$/,
  /^Insurer, policy number$/,
  /^The model’s version, digest, license and use policy as they read on the day; the register of copies\.$/,
  /^To Meta\.$/,
  /^“We report under the Acceptable Use Policy of \[version\] a matter that came to our knowledge on \[date\]: \[facts, no judgments\]\.$/,
  /^Please keep all logs from \[time\] on, suspend \[use\], and tell us by \[time\] what you know of cause, extent and remedy, under \[clause\] of our addendum\.”$/,
  /^The product runs on, or deals with, models of the Llama family; what their licenses say on what is asked stands in Schedule 1\.$/,
]

/**
 * The sentences of a document that speak of a license, carry no section and are no fact of the matter. A sentence is covered by
 * the next citation of its paragraph, by one in its row or its heading, and what we tell someone to do by one above it in the
 * same part of the document, unless it names nothing that a license says.
 */
export function uncitedIn(document: DraftDocument, matter: Matter, library: Library): string[] {
  const facts = [...factsIn(matter), ...namesIn(library)].sort((a, b) => b.length - a.length)
  const headed = new Set<string>()
  const sources = document.id === 'use-policy' ? sourcesOf(document) : new Set<string>()
  return blocksOf(document).flatMap((block) => {
    const heading = block.under.join(' / ')
    if (isCited(block.words)) headed.add(heading)
    if (isCited(block.under.at(-1) ?? '') || isRecord(block) || isRule(block, sources)) return []
    return uncitedSentences(block)
      .filter((sentence) => !isOurs(sentence, facts) && speaksOfLaw(sentence, facts))
      .filter((sentence) =>
        agreed.has(document.id)
          ? statesOfLicense(sentence)
          : isInstruction(sentence)
            ? statesLaw(sentence, facts) && !headed.has(heading)
            : true,
      )
      .map((sentence) => `${document.id}, ${block.under.at(-1) ?? ''}: ${sentence}`)
  })
}

/** Without the facts and names in it, so that one sentence stands for all matters. */
function isOurs(sentence: string, facts: readonly string[]): boolean {
  const rest = facts.reduce((all, fact) => all.replaceAll(fact, ''), sentence).trim()
  return ours.some((one) => one.test(sentence) || one.test(rest))
}

function isRecord({ words }: Block): boolean {
  return /^Record: matter [0-9a-f]{64}/.test(words)
}

/** A rule for staff, whose sections stand in the last table under its number. */
function isRule({ words, row }: Block, sources: ReadonlySet<string>): boolean {
  const number = row ? /^(\d+) \| /.exec(words)?.[1] : undefined
  return number !== undefined && sources.has(number)
}

/** Sentences that begin with a license and say what it does. */
function statesOfLicense(sentence: string): boolean {
  return (
    /^(?:The|That|Each|Every|No|Both|All|Each of them|It)(?: [\w’.-]+){0,3}? ?(?:License|license|Use Policy|use policy|of them|Meta|A use policy)s?\b[^,;:“]{0,40}? (?:is|has|may|can|gives?|grants?|asks?|demands?|requires?|allows?|bars?|forbids?|ends?|incorporates?|excludes?|limits?|withholds?|applies)\b/.test(
      sentence,
    ) || /\bhas no rights? in\b/.test(sentence)
  )
}

/** Names that say nothing by themselves: of licenses, their texts, risks and positions. */
function namesIn({ licenses, risks, positions }: Library): string[] {
  return [
    ...[...licenses.values()].flatMap(({ name, title, texts }) => [
      title,
      ...texts.map((one) => one.title),
      name,
    ]),
    ...[...risks.values()].flatMap(({ title: of, short }) => [of, short]),
    ...[...positions.values()].map(({ title: of }) => of),
  ]
}

/** The numbers of the rules that the last table of the use policy has a section for, under one license at least. */
function sourcesOf({ tree }: DraftDocument): Set<string> {
  const found = new Set<string>()
  visit(tree, 'table', ({ children }) => {
    const [head = [], ...rows] = children.map((row) => row.children.map((cell) => textOf(cell)))
    const starts = head.flatMap((words, at) => (words === 'Rule' ? [at] : []))
    for (const row of rows)
      for (const [at, start] of starts.entries()) {
        const sections = row.slice(start + 1, starts[at + 1] ?? head.length)
        if (sections.some((one) => one !== 'none' && one !== '')) found.add(row[start]!)
      }
  })
  return found
}
