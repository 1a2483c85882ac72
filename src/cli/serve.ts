import { Command, InvalidArgumentError } from 'commander'

/** `clausebook serve`. */
export function serveCommand(): Command {
  return new Command('serve')
    .description('serve the comparisons as web pages on this machine')
    .option('--host <address>', 'the address to listen on', '127.0.0.1')
    .option('--port <number>', 'the port to listen on; 0 takes a free one', portOf, 4180)
    .action(async ({ host, port }: { host: string; port: number }) => {
      const { serve } = await import('../server/index.ts')
      const address = await serve({ host, port })
      process.stdout.write(`Clausebook is at ${address} (Ctrl-C ends it).\n`)
    })
}

function portOf(value: string): number {
  const port = Number(value)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new InvalidArgumentError('a port is a whole number from 0 to 65535.')
}
