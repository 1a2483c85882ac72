import { type Renumbering, renumberPath } from './renumber.ts'
import { type LicenseFiles, lineageOf } from './terms.ts'
import type { Edit, License, Position, PositionLevel } from './types.ts'

/** What the licenses of a library are, and how they number what they inherit. */
interface Lines {
  licenses: ReadonlyMap<string, License>
  files: ReadonlyMap<string, Pick<LicenseFiles, 'renumbered'>>
}

/**
 * A position for every license that extends one of those that it names, as terms are inherited: it applies, with the same
 * edits, or is moot for the same reason, at the places where the heir has what it inherits. A license that the position
 * names itself is as the file says.
 */
export function inheritPosition(position: Position, { licenses, files }: Lines): Position {
  if (position.counterparty === 'vendor') return position
  const named = new Set([...position.appliesTo, ...position.moot.map(({ license }) => license)])
  const appliesTo = [...position.appliesTo]
  const moot = [...position.moot]
  const heirs: { heir: string; from: string; steps: Renumbering[] }[] = []
  for (const license of licenses.values()) {
    if (named.has(license.id)) continue
    const steps: Renumbering[] = []
    for (const { id } of lineageOf(license, licenses)) {
      const reason = position.moot.find((one) => one.license === id)
      if (reason) moot.push({ ...reason, license: license.id, section: moved(reason.section, steps) })
      else if (position.appliesTo.includes(id)) {
        appliesTo.push(license.id)
        heirs.push({ heir: license.id, from: id, steps: [...steps] })
      } else {
        steps.unshift(files.get(id)?.renumbered.agreement ?? {})
        continue
      }
      break
    }
  }
  if (appliesTo.length === position.appliesTo.length && moot.length === position.moot.length) return position
  const order = [...licenses.keys()]
  const place = (id: string) => order.indexOf(id)
  return {
    ...position,
    appliesTo: appliesTo.sort((a, b) => place(a) - place(b)),
    moot: moot.sort((a, b) => place(a.license) - place(b.license)),
    positions: Object.fromEntries(
      Object.entries(position.positions).map(([level, one]) => [level, inheritLevel(one, heirs)]),
    ),
  }
}

/** A level with edits of their own for the heirs whose edits differ from those that all share. */
function inheritLevel(
  level: PositionLevel,
  heirs: { heir: string; from: string; steps: Renumbering[] }[],
): PositionLevel {
  const editsFor = { ...level.editsFor }
  for (const { heir, from, steps } of heirs) {
    const own = level.editsFor[from]
    const edits = (own ?? level.edits).map((edit): Edit => ({ ...edit, section: moved(edit.section, steps) }))
    const shared = own === undefined && edits.every(({ section }, at) => section === level.edits[at]!.section)
    if (!shared) editsFor[heir] = edits
  }
  return { ...level, editsFor }
}

function moved(section: string, steps: Renumbering[]): string {
  return steps.reduce(renumberPath, section)
}
