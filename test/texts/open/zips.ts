import { zipSync } from 'fflate'

/** A zip file of zeros under one name, whose entry declares another size than it holds. */
export function entryThatLies(name: string, holds: number, declares: number): Uint8Array {
  const bytes = zipSync({ [name]: new Uint8Array(holds) })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const directory = view.getUint32(bytes.length - 6, true)
  view.setUint32(22, declares, true)
  view.setUint32(directory + 24, declares, true)
  return bytes
}
