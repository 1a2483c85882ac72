/** The bytes of a document, of which some formats are words. */
export function inBytes(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? new TextEncoder().encode(content) : content
}
