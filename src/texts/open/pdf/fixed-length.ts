interface Transferable {
  transferToFixedLength?: (this: ArrayBuffer, length?: number) => ArrayBuffer
}

/**
 * Gives buffers what the PDF library calls of them and Node 20 does not have (ECMAScript 2024, 25.1.6.10). Without it
 * the library leaves the rest of a page out at its first font, without a word.
 */
export function provideFixedLength(): void {
  const buffers = ArrayBuffer.prototype as Transferable
  buffers.transferToFixedLength ??= function (this: ArrayBuffer, length = this.byteLength) {
    return this.slice(0, length)
  }
}
