import { createHash } from 'node:crypto'
import { coherenceLine } from '../coherence/index.ts'
import {
  chooseFlowDowns,
  conflictLine,
  documentOf,
  draft,
  draftInputs,
  type KeptDeal,
  loadTemplates,
  type Templates,
  vendorRisk,
  withTemplatesOf,
} from '../draft/index.ts'
import { type HousePlace, type Library, loadLibrary } from '../library/index.ts'
import { checkFacts, type Matter, namedPath, withCurrentKind } from '../matter/index.ts'
import { Problem } from '../problem.ts'
import { withProvenance } from '../provenance/index.ts'
import { openTexts } from '../texts/index.ts'
import { documentFile } from '../word/documents.ts'
import { lookFor } from './look.ts'
import type { Drafted, DraftTask } from './types.ts'

/** What drafts are made from: read once a thread for each house, and without one. */
interface Sources {
  library: Library
  templates: Templates
  kept: KeptDeal
}

const loaded = new Map<string, Promise<Sources>>()

function sourcesOf(house: HousePlace | undefined): Promise<Sources> {
  const key = house?.folder ?? ''
  const known = loaded.get(key)
  if (known) return known
  const read = Promise.all([loadLibrary(undefined, house), loadTemplates()]).then(([library, ours]) => ({
    library,
    templates: withTemplatesOf(ours, library.house),
    kept: {},
  }))
  loaded.set(key, read)
  return read
}

// Most rows have none, and the first is on its way.
sourcesOf(undefined).catch(() => {})

/**
 * Drafts one row.
 *
 * @returns the file and what the summary says of it, or in one line why there is no draft
 */
export default async function run(task: DraftTask): Promise<Drafted | { problem: string }> {
  try {
    return await drafted(task)
  } catch (error) {
    if (error instanceof Problem) return { problem: error.toString() }
    // One row must not end the work on a thousand others; it is told like any other that fails.
    return { problem: `a mistake in Clausebook: ${(error as Error).message}` }
  }
}

async function drafted({
  document,
  format,
  draft: options,
  facts,
  house,
  referenceDoc,
}: DraftTask): Promise<Drafted> {
  const { library, templates, kept } = await sourcesOf(house)
  const given = matterOf(facts)
  const matter = withCurrentKind(given, library)
  // Held against the letter and the licenses of its matter, as it is when it is drafted alone.
  const inputs = await draftInputs(
    documentOf(document),
    given,
    library,
    openTexts(library.licenses),
    templates,
    kept,
  )
  const made = draft(document, { templates, matter: given, library, ...inputs, options })
  const look = await lookFor(referenceDoc, library.house)
  const written = await documentFile(made, format, look)
  const content =
    typeof written === 'string'
      ? written
      : withProvenance(written, made, { matter: given, options, library: library.digest })
  const judged = document === 'vendor-addendum'
  const chosen = judged ? chooseFlowDowns(matter, library, options.form) : []
  const risk = judged ? vendorRisk(matter, library) : { level: '', open: 0 }
  const outcome = {
    sha256: createHash('sha256').update(content).digest('hex'),
    clausesIn: chosen.filter((one) => one.in).map(({ flowDown }) => flowDown.id),
    clausesOut: chosen.filter((one) => !one.in).map(({ flowDown }) => flowDown.id),
    blanks: [...new Set(made.blanks)],
    risk: risk.level,
    open: risk.open,
    notes: [...(made.notices ?? []), ...(made.conflicts ?? []).map(conflictLine)],
    approvals: made.departures ?? [],
    messages: [
      ...made.messages.map(({ rule, reason }) => `${reason} (${rule})`),
      ...(made.coherence ?? []).map(coherenceLine),
      ...(made.unchecked ?? []).map((paper) => `not read for what does not fit together: ${paper}`),
    ],
  }
  return { content, outcome }
}

function matterOf(facts: Record<string, unknown>): Matter {
  const { matter, wrong } = checkFacts(facts)
  if (matter) return matter
  const [first, ...more] = wrong
  const rest = more.length === 0 ? '' : ` (and ${more.length} more)`
  throw new Problem('matter', `${namedPath(first!.path)}: ${first!.reason}${rest}`)
}
