import { parentPort, workerData } from 'node:worker_threads'
import { readPages } from './pdf/read-pages.ts'

/** Reads one PDF to the places of its words, in a thread that a hostile file cannot keep busy for longer than it may. */
try {
  parentPort?.postMessage({ file: await readPages(workerData as Uint8Array) })
} catch (error) {
  parentPort?.postMessage({ failed: error instanceof Error ? error.name : 'Error' })
}
