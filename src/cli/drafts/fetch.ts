import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { requireWritable, writeOutput } from '../output.ts'

/** `clausebook drafts fetch DRAFT --output FILE`. */
export async function fetchDraft(
  name: string,
  { output, ...place }: DatabaseOptions & { output: string },
): Promise<void> {
  await requireWritable(output, [])
  const { content } = await withDatabase(requireDatabase(place), ({ drafts }) => drafts.open(name))
  await writeOutput(output, content)
}
