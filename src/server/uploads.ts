import { randomBytes } from 'node:crypto'
import { boundedCache } from './cache.ts'

/** A file that somebody sent to be compared. */
export interface Upload {
  /** Its name, for people alone: nothing is ever written under it. */
  file: string
  bytes: Uint8Array
}

/** Files in memory, for as long as their comparison is read. */
export interface Uploads {
  /**
   * @param whose for whom alone it is kept; undefined for whoever knows its name
   * @returns the name that stands for it in an address, which nobody can guess
   */
  keep(upload: Upload, whose: string | undefined): string
  /** The file, unless it was kept too long, others have taken its room, or it is another's. */
  find(name: string, whose: string | undefined): Upload | undefined
}

const longest = 60 * 60 * 1000
const mostBytes = 200 * 1024 * 1024

export function openUploads(): Uploads {
  const kept = boundedCache<{ upload: Upload; until: number; whose: string | undefined }>(mostBytes)
  return {
    keep(upload, whose) {
      const name = `upload-${randomBytes(16).toString('hex')}`
      kept.set(name, { upload, until: Date.now() + longest, whose }, upload.bytes.length)
      setTimeout(() => kept.delete(name), longest).unref()
      return name
    },
    find(name, whose) {
      const found = kept.get(name)
      return found && found.until > Date.now() && found.whose === whose ? found.upload : undefined
    },
  }
}

/** Whether a name in an address stands for a file that was sent. */
export function isUpload(name: string): boolean {
  return /^upload-[0-9a-f]{32}$/.test(name)
}
