/** Whether a name is that of a Word file that can be marked up in place. */
export function isWordName(name: string): boolean {
  return /\.(?:docx|docm|dotx|dotm)$/i.test(name)
}
