import { type Library, loadLibrary } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import { compareSources } from './compare.ts'
import type { Answer, Task } from './task.ts'

let library: Promise<Library> | undefined

/** Does what may take long in a thread that can be ended. A problem comes back as data: threads lose classes. */
export default async function work(task: Task): Promise<Answer> {
  library ??= loadLibrary()
  try {
    return { done: await compareSources(await library, task.compare) }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { rule, message, place } = error
    return { problem: { rule, message, place } }
  }
}
