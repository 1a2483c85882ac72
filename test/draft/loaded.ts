import { loadTemplates } from '../../src/draft/index.ts'
import { loadLibrary } from '../../src/library/index.ts'

/** The library and the templates of the repository, read once for a file of tests. */
export const [library, templates] = await Promise.all([loadLibrary(), loadTemplates()])
