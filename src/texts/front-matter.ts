/**
 * A text without the front matter that a collection puts before it. It starts with its first words and ends in one
 * line break, so that its digest does not hang on how the collection spaces it.
 *
 * @param bytes of the published file, UTF-8
 */
export function withoutFrontMatter(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes).toString('utf8')
  const text = file.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---\r?\n/, '')
  return Buffer.from(`${text.replace(/^\s*\n/, '').trimEnd()}\n`, 'utf8')
}
