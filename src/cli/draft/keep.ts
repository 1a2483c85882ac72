import { endingOf, type FormatId } from '../../formats.ts'
import { inBytes } from '../../in-bytes.ts'
import type { Provenance } from '../../provenance/index.ts'
import type { OpenMatter, TeamStore } from '../../store/index.ts'
import { type DatabaseOptions, openDatabase } from '../database.ts'
import { say } from '../say.ts'

/** A draft as it was made. */
export interface MadeDraft {
  document: string
  /** Title of its matter. */
  title: string
  vendor: string | undefined
  format: FormatId
  content: string | Uint8Array
  made: Provenance | undefined
}

/** Where a draft is kept, and the matter of that place which it is drafted for. */
export interface Keeping {
  /** Left out where it is a file. */
  matter?: OpenMatter
  keep(draft: MadeDraft): Promise<void>
}

/**
 * The database that keeps a draft, where one is named.
 *
 * @param file the matter: a file, or the name of a matter of the database
 * @throws Problem where there is no matter of the name
 */
export async function keepingOf(
  file: string,
  { database, by = 'somebody' }: DatabaseOptions & { by?: string },
): Promise<Keeping | undefined> {
  if (database === undefined) return undefined
  const store = await openDatabase(database)
  const matter = isFile(file) ? undefined : await store.matters.open(file)
  return {
    ...(matter && { matter }),
    keep: (draft) => kept(store, draft, { matter, by }),
  }
}

function isFile(word: string): boolean {
  return /[/\\]|\.(?:ya?ml|json)$/i.test(word)
}

async function kept(
  { drafts }: Pick<TeamStore, 'drafts'>,
  { document, title, vendor, format, content, made }: MadeDraft,
  { matter, by }: { matter: OpenMatter | undefined; by: string },
): Promise<void> {
  const { name } = await drafts.keep({
    ...{ document, title, by, format: endingOf(format) },
    ...(matter && { matter: { name: matter.name, version: matter.version } }),
    ...(vendor !== undefined && { vendor }),
    content: inBytes(content),
    ...(made && { record: JSON.stringify(made) }),
  })
  say(`clausebook: kept as ${name}: clausebook drafts fetch ${name} --output FILE`)
}
