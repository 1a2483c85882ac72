/** How the words of a page are set: each takes words of one line and gives them back with what a terminal needs. */
export interface PageStyle {
  plain(words: string): string
  strong(words: string): string
  quiet(words: string): string
  code(words: string): string
}
