import type { Rendering } from '../rendering.ts'

/** What Handlebars hands a helper last. */
export interface HelperOptions {
  hash: Record<string, unknown>
  data: { rendering: Rendering; root: unknown } & Record<string, unknown>
}

/** The same for a block, whose file, line and number of lines come before it (see locate.ts). */
export interface BlockOptions extends HelperOptions {
  fn(context: unknown, options?: unknown): string
  inverse(context: unknown, options?: unknown): string
}
