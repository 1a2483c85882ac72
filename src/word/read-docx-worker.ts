import { parentPort, workerData } from 'node:worker_threads'
import {
  AnchorRenderMode,
  convertWmlToMarkdown,
  initialize,
  ProjectionScopes,
  TableRenderMode,
  TrackedChangeMode,
} from 'docxodus/core'

/** Reads one .docx to Markdown, with the numbers that Word prints; tracked changes count as accepted. */
await initialize()
const { markdown } = await convertWmlToMarkdown(workerData as Uint8Array, {
  scopes: ProjectionScopes.Body,
  anchorMode: AnchorRenderMode.None,
  trackedChanges: TrackedChangeMode.Accept,
  resolveNumbering: true,
  // Else a long table is told by its size alone.
  tableMode: TableRenderMode.AlwaysGfm,
})
parentPort?.postMessage(markdown)
