import {
  type AnyDecision,
  decisionOn,
  type ReviewedRow,
  type ReviewRow,
  rowName,
  type Verdict,
} from '../../review/index.ts'

/** What is typed in the fields of one row. */
export interface TypedWord {
  verdict: string
  reason: string
  by: string
}

/** A field that was not filled as it must be. */
export interface WrongField {
  row: string
  field: keyof TypedWord
  says: string
}

/** A row that fields can set. */
type SettableRow = ReviewedRow & Pick<ReviewRow, 'digest' | 'decided'>

/** Most letters of a reason and a name. */
const most = { reason: 2000, by: 200 }

/**
 * What the fields of every row say against what was decided before: what is new, what is taken back, and what is wrong.
 *
 * @param typed by name of the row; of a row that sets itself alone, that row
 * @param rows with what holds now
 * @param on ISO date
 */
export function wordsTyped(
  typed: ReadonlyMap<string, TypedWord>,
  rows: readonly SettableRow[],
  verdicts: readonly Verdict[],
  on: string,
): { said: AnyDecision[]; withdrawn: string[]; wrong: WrongField[] } {
  const said: AnyDecision[] = []
  const withdrawn: string[] = []
  const wrong: WrongField[] = []
  for (const judged of rows) {
    const { digest: words, decided } = judged
    const row = rowName(judged)
    const fields = typed.get(row)
    if (!fields) continue
    const [reason, by] = [fields.reason.trim(), fields.by.trim()]
    const verdict = verdicts.find((one) => one === fields.verdict)
    if (!verdict) {
      if (fields.verdict !== '') wrong.push({ row, field: 'verdict', says: 'choose one of the list' })
      else if (decided) withdrawn.push(row)
      // A reason without a verdict says nothing yet.
      else if (reason !== '') wrong.push({ row, field: 'verdict', says: 'choose what you decide' })
      continue
    }
    if (decided && decided.verdict === verdict && decided.reason === reason && decided.by === by) continue
    if (reason === '') wrong.push({ row, field: 'reason', says: 'say why' })
    else if (reason.length > most.reason)
      wrong.push({ row, field: 'reason', says: `has ${most.reason} letters at most` })
    if (by === '') wrong.push({ row, field: 'by', says: 'say who decides' })
    else if (by.length > most.by) wrong.push({ row, field: 'by', says: `has ${most.by} letters at most` })
    said.push(decisionOn(judged, { verdict, reason, by, on, words }))
  }
  return { said, withdrawn, wrong }
}

/** The rows that say something which is not set: begun, and left as it was typed. */
export function begunRows(
  typed: ReadonlyMap<string, TypedWord>,
  rows: readonly SettableRow[],
): ReadonlyMap<string, TypedWord> {
  const decided = new Map(rows.map((row) => [rowName(row), row.decided]))
  return new Map(
    [...typed].filter(([name, { verdict, reason, by }]) => {
      const is = decided.get(name)
      if (!is) return verdict !== '' || reason.trim() !== ''
      return verdict !== is.verdict || reason.trim() !== is.reason || by.trim() !== is.by
    }),
  )
}

/** The fields of every row out of a form: `verdict.incidents`, `reason.incidents`, `by.incidents`. */
export function typedWords(body: unknown, rows: readonly ReviewedRow[]) {
  const fields = Object(body) as Record<string, unknown>
  const text = (name: string) => {
    const value = fields[name]
    // A browser sends line ends as CR LF.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''
  }
  return new Map<string, TypedWord>(
    rows
      .map(rowName)
      .flatMap((row) =>
        fields[`verdict.${row}`] === undefined
          ? []
          : [
              [
                row,
                { verdict: text(`verdict.${row}`), reason: text(`reason.${row}`), by: text(`by.${row}`) },
              ] as const,
            ],
      ),
  )
}
