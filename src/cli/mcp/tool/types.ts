import type { z } from 'zod'
import type { Library } from '../../../library/index.ts'
import type { Said } from '../command.ts'
import type { Folders } from '../folders.ts'

/** What a tool works with. */
export interface ToolContext {
  library: Library
  folders: Folders
  /** A command of ours in a process of its own; it ends when the assistant takes the call back. */
  run(args: readonly string[]): Promise<Said>
}

/** A tool as an assistant sees it, and what it does. */
export interface Tool<In extends z.ZodRawShape = z.ZodRawShape, Out extends z.ZodRawShape = z.ZodRawShape> {
  name: string
  title: string
  description: string
  /** Whether it writes nothing. */
  reads: boolean
  input: In
  output: Out
  answer(given: z.infer<z.ZodObject<In>>, context: ToolContext): Promise<z.infer<z.ZodObject<Out>>>
}

/** A tool whose answer is held to its types. */
export function tool<In extends z.ZodRawShape, Out extends z.ZodRawShape>(one: Tool<In, Out>): Tool {
  return one as unknown as Tool
}
