import { type Agreement, clausesOf, parseAgreement } from '../../src/agreement/index.ts'
import { type Edit, loadLibrary, type Position } from '../../src/library/index.ts'
import { conflictsIn, placeEdits } from '../../src/redline/index.ts'
import type { PositionEdit } from '../../src/redline/types.ts'
import fc from '../setup/fast-check.ts'

/** An agreement of our own, with what real ones have: quotation marks of both kinds, hyphens, lists in sentences. */
export const harbour = parseAgreement(`HARBOUR LICENSE AGREEMENT

Harbour Version Release Date: May 1, 2024

“Agreement” means these terms.

“Meta” or “we” means the harbour master.

1. Berths.

   a. Grant. You are granted a non-exclusive and royalty-free berth for one boat, its crew and its guests.

   b. Signs. If you moor here, you shall (A) keep a copy of this Agreement on board; and (B) show the words "Moored in Harbour" on a flag.

   c. You will not tow other boats.

2. Crowds. If more than 700 boats moor in a month, you must ask for another berth, which we may refuse.

3. End. We may end this Agreement if you are in breach of it. Sections 1 and 2 survive.
`)

/** A position toward the licensor with edits at its levels. */
export function position(
  id: string,
  levels: Partial<Record<'preferred' | 'fallback' | 'walk_away', Edit[]>>,
): Position {
  return {
    id,
    title: `Title of ${id}`,
    topic: 'user-threshold',
    counterparty: 'meta',
    negotiability: 'flexible',
    negotiabilityReason: 'It costs little.',
    appliesTo: ['llama-3.1'],
    moot: [{ license: 'llama-1', reason: 'Llama 1 counts nobody.', section: '1' }],
    when: {},
    figures: {},
    hurts: 'The licensee.',
    positions: Object.fromEntries(
      Object.entries(levels).map(([level, edits]) => [
        level,
        { ask: `Ask of ${id} at ${level}.`, edits, editsFor: {} },
      ]),
    ),
    giveInReturn: 'A yearly statement.',
    leverage: 'A large fleet.',
    counterArguments: [{ they: 'No.', we: 'Yes.' }],
    approval: 'General counsel',
    rationale: 'Because of the *tide*.\n\nAnd of the moon.',
    file: `clauses/positions/${id}.md`,
  }
}

export async function libraryWith(...positions: Position[]) {
  return { ...(await loadLibrary()), positions: new Map(positions.map((one) => [one.id, one])) }
}

const vocabulary =
  'licensee may shall use copy of the software within days after notice “Built Boats” non-exclusive (including) 30 works, rights; Meta’s "Mark" any or and terms. Section 5'.split(
    ' ',
  )
const sentence = fc
  .array(fc.constantFrom(...vocabulary), { minLength: 4, maxLength: 40 })
  .map((words) => words.join(' '))

/** Agreements with sections, some of them with lettered parts. */
const agreement: fc.Arbitrary<Agreement> = fc
  .array(fc.record({ text: sentence, parts: fc.array(sentence, { maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map((sections) => {
    const lines = sections.flatMap(({ text, parts }, at) => [
      `${at + 1}. Part. ${text}.`,
      ...parts.map((part, index) => `   ${'abc'[index]}. Thing. ${part}.`),
    ])
    return parseAgreement(lines.join('\n\n'))
  })

const wish = fc.record({
  clause: fc.nat(20),
  from: fc.nat(60),
  length: fc.integer({ min: 1, max: 6 }),
  operation: fc.constantFrom(
    'insert_after',
    'insert_before',
    'replace',
    'delete',
    'add_clause',
    'whole',
    'long',
  ),
  text: fc.constantFrom(
    'in writing',
    '(as amended)',
    ', with notice,',
    'Meta gives 30 days’ notice.',
    '"Berth" or “Mooring”',
    'New words. They are “two sentences”.',
    '90',
  ),
  position: fc.constantFrom('alpha', 'beta', 'gamma'),
})

/** An agreement and edits of three positions that can all be made in it. */
export const edited = fc.tuple(agreement, fc.array(wish, { maxLength: 10 })).map(([before, wishes]) => {
  const clauses = clausesOf(before)
  const edits: PositionEdit[] = []
  for (const { clause: at, from, length, operation, text, position } of wishes) {
    const { path, text: whole } = clauses[at % clauses.length]!
    const words = whole.split(' ')
    const start = from % words.length
    const run = words.slice(start, start + length).join(' ')
    const last = words.slice(start + length + 1, start + length + 3).join(' ')
    const anchor = operation === 'whole' ? '…' : operation === 'long' ? `${run} … ${last}` : run
    const edit: Edit =
      operation === 'add_clause'
        ? { section: path, operation, anchor: '', text: `Added. Now ${text.replace(/^,\s/, '')}` }
        : operation === 'whole' || operation === 'long'
          ? {
              section: path,
              operation: length % 2 === 0 ? 'delete' : 'replace',
              anchor,
              text: length % 2 === 0 ? '' : text,
            }
          : { section: path, operation, anchor, text: operation === 'delete' ? '' : text }
    const next = [...edits, { edit, position, level: 'preferred' as const }]
    if (possible(before, next)) edits.push(next.at(-1)!)
  }
  return { before, edits }
})

function possible(before: Agreement, edits: PositionEdit[]): boolean {
  try {
    return conflictsIn(before, placeEdits(before, 'test', edits)).length === 0
  } catch {
    return false
  }
}
