import { levelWords } from '../../redline/index.ts'
import { chosenClauses, ofAddendum, sectionsOf } from './clause-record.ts'
import type { DocumentKind, DraftInput } from './types.ts'

interface NegotiationCribView {
  /** Clauses of the addendum that the other side objects to. */
  clauses: {
    title: string
    where: string
    level: string
    answers: { they: string; we: string }[]
    approval: string
  }[]
}

/** What a vendor will say to the clauses of its addendum, and our answers, for our side. */
export const negotiationCrib: DocumentKind<NegotiationCribView> = {
  ...ofAddendum,
  id: 'negotiation-crib',
  title: 'Negotiation Crib',
  summary: 'Internal: what a vendor will say to the clauses of its addendum, and what we say',
  view,
}

function view(input: DraftInput): NegotiationCribView {
  const chosen = chosenClauses(input)
  const where = sectionsOf(chosen, input)
  return {
    clauses: chosen
      .filter((one) => one.in && one.flowDown.counterArguments.length > 0)
      .map((one) => ({
        title: one.flowDown.title,
        where: where(one),
        level: levelWords[one.level],
        answers: one.flowDown.counterArguments,
        approval: one.flowDown.approval,
      })),
  }
}
