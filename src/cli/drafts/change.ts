import { type DatabaseOptions, requireDatabase, withDatabase } from '../database.ts'
import { tell } from '../output.ts'

type ChangeOptions = DatabaseOptions & { by?: string }

/** `clausebook drafts sent DRAFT`. */
export async function sentDraft(name: string, { by = 'somebody', ...place }: ChangeOptions): Promise<void> {
  const draft = await withDatabase(requireDatabase(place), ({ drafts }) => drafts.sent(name, by))
  await tell(`${draft.name} was sent, says ${by}\n`)
}

/** `clausebook drafts remove DRAFT`. */
export async function removeDraft(name: string, { by = 'somebody', ...place }: ChangeOptions): Promise<void> {
  await withDatabase(requireDatabase(place), ({ drafts }) => drafts.remove(name, by))
  await tell(`${name} is removed\n`)
}
