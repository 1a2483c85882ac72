import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js'
import { packageVersion } from '../../home.ts'
import type { Library } from '../../library/index.ts'
import { Problem } from '../../problem.ts'
import type { HouseOptions } from '../house.ts'
import { runCommand } from './command.ts'
import type { Folders } from './folders.ts'
import { withoutRoots } from './own-paths.ts'
import { assessTool } from './tool/assess.ts'
import { compareTool } from './tool/compare.ts'
import { draftTool } from './tool/draft.ts'
import { gateTool } from './tool/gate.ts'
import { redlineTool } from './tool/redline.ts'
import { reviewTool } from './tool/review.ts'
import { roundAddTool } from './tool/round-add.ts'
import { roundAnswerTool } from './tool/round-answer.ts'
import { roundHistoryTool } from './tool/round-history.ts'
import { roundStatusTool } from './tool/round-status.ts'
import { searchTool } from './tool/search.ts'

const tools = [
  searchTool,
  compareTool,
  assessTool,
  reviewTool,
  gateTool,
  roundStatusTool,
  roundHistoryTool,
  roundAddTool,
  roundAnswerTool,
  redlineTool,
  draftTool,
]

const instructions =
  "Clausebook answers from the texts of Meta's Llama licenses. Every legal statement of an answer has its section: cite the section and the words, and say where a license is silent. It is legal information and drafting mechanics, not legal advice; a lawyer reviews what is made with it."

/** What a server for assistants has. */
export interface AssistantOptions {
  library: Library
  folders: Folders
  house: HouseOptions
}

/** A server with our tools; it is connected to nothing yet. */
export function assistantServer({ library, folders, house }: AssistantOptions): McpServer {
  const server = new McpServer({ name: 'clausebook', version: packageVersion() }, { instructions })
  const houseArgs = Object.entries(house).flatMap(([name, folder]) => [`--${name}`, String(folder)])
  for (const { name, title, description, reads, input, output, answer } of tools)
    server.registerTool(
      name,
      {
        title,
        description,
        inputSchema: input,
        outputSchema: output,
        annotations: { readOnlyHint: reads, destructiveHint: false, openWorldHint: false },
      },
      async (given, { signal }) => {
        try {
          const run = (args: readonly string[]) => runCommand(args, houseArgs, signal)
          const structuredContent = withoutRoots(
            await answer(given, { library, folders, run }),
            folders.roots,
          )
          return { structuredContent, content: [{ type: 'text', text: JSON.stringify(structuredContent) }] }
        } catch (error) {
          // What a person can mend an assistant can tell; anything else is a fault of ours, which the protocol reports.
          if (!(error instanceof Problem)) throw error
          return {
            isError: true,
            content: [{ type: 'text', text: withoutRoots(String(error), folders.roots) }],
          }
        }
      },
    )
  return server
}
