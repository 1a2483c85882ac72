import pRetry from 'p-retry'
import { Problem } from '../problem.ts'

/** Limits of one download. */
export interface DownloadLimits {
  /** Milliseconds that one attempt may take, from the request to the last byte. */
  timeLimit: number
  /** Attempts after the first; only for what may pass: no connection, a broken answer, 408, 429 and 5xx. */
  retries: number
  /** Bytes after which an answer is refused. */
  longest: number
  /** Milliseconds before the first further attempt; twice as many before each next one. */
  pause?: number
  signal?: AbortSignal
  /** Called when an address answers, before its bytes are read. */
  onAnswer?: () => void
}

/** What an address answered. */
export interface Download {
  bytes: Uint8Array
  /** Media type without parameters, `text/html`. */
  mediaType: string
}

/** A download that failed; `passing` where another attempt may succeed. */
class Failure extends Problem {
  readonly passing: boolean

  constructor(reason: string, passing: boolean) {
    super('download', reason)
    this.passing = passing
  }
}

/**
 * Downloads a file whole, or not at all.
 *
 * @throws Problem in one sentence that names the address
 */
export async function download(address: string, limits: DownloadLimits): Promise<Download> {
  return pRetry(() => attempt(address, limits), {
    retries: limits.retries,
    minTimeout: limits.pause ?? 500,
    shouldRetry: ({ error }) => error instanceof Failure && error.passing,
    signal: limits.signal,
  })
}

async function attempt(address: string, limits: DownloadLimits): Promise<Download> {
  const clock = new AbortController()
  const timer = setTimeout(() => clock.abort(), limits.timeLimit)
  const stop = () => clock.abort()
  limits.signal?.addEventListener('abort', stop)
  try {
    limits.signal?.throwIfAborted()
    const answer = await fetch(address, { signal: clock.signal, headers: { 'user-agent': 'clausebook' } })
    limits.onAnswer?.()
    if (!answer.ok) {
      await answer.body?.cancel()
      const passing = answer.status >= 500 || answer.status === 408 || answer.status === 429
      throw new Failure(`${address} answers ${answer.status} ${answer.statusText}`.trimEnd(), passing)
    }
    const bytes = await readBody(answer, address, limits.longest)
    return {
      bytes,
      mediaType: (answer.headers.get('content-type') ?? '').split(';')[0]!.trim().toLowerCase(),
    }
  } catch (error) {
    if (error instanceof Failure || limits.signal?.aborted) throw error
    if (clock.signal.aborted)
      throw new Failure(`${address} was not read in ${limits.timeLimit / 1000} s`, true)
    throw new Failure(`${address} cannot be read: ${causeOf(error)}`, true)
  } finally {
    clearTimeout(timer)
    limits.signal?.removeEventListener('abort', stop)
  }
}

async function readBody(answer: Response, address: string, longest: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of answer.body ?? []) {
    length += chunk.length
    if (length > longest)
      throw new Failure(`${address} sends more than the ${longest} bytes that it may`, false)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** What lies under `fetch failed`, in words. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  const known: Record<string, string> = {
    ENOTFOUND: 'its host is not known here',
    EAI_AGAIN: 'its host is not known here',
    ECONNREFUSED: 'its host refuses the connection',
    ECONNRESET: 'the connection broke',
    UND_ERR_SOCKET: 'the connection broke',
  }
  return known[code] ?? (cause instanceof Error ? cause.message : String(cause))
}
