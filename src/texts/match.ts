import type { Pin } from '../library/types.ts'
import { sha256Of, wordsDigest } from './digest.ts'
import type { Match } from './types.ts'

/** Whether a file is the pinned text: in its bytes, at least in its words, or not. */
export function matchOf(bytes: Uint8Array, source: string, pin: Pin): Match {
  if (sha256Of(bytes) === pin.sha256) return 'bytes'
  return wordsDigest(source) === pin.words ? 'words' : 'neither'
}
