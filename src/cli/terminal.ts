/** How wide the terminal is, and whether it may have colour. */
export interface Terminal {
  width: number
  colour: boolean
}

/**
 * The terminal that a result is written to. `NO_COLOR` (no-color.org) turns colour off, `FORCE_COLOR` turns it on;
 * else a terminal has it and a file or a pipe does not.
 *
 * @param output the file, or `-` for standard output
 */
export function terminalOf(
  output: string,
  env: NodeJS.ProcessEnv = process.env,
  stream: { isTTY?: boolean; columns?: number } = process.stdout,
): Terminal {
  const onTerminal = output === '-' && stream.isTTY === true
  const width = (onTerminal ? stream.columns : undefined) ?? (Number.parseInt(env.COLUMNS ?? '', 10) || 80)
  if (env.NO_COLOR) return { width, colour: false }
  if (env.FORCE_COLOR) return { width, colour: env.FORCE_COLOR !== '0' }
  return { width, colour: onTerminal && env.TERM !== 'dumb' }
}
