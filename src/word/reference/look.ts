/** Size and margins of a page (twips), the size as it stands upright. */
export interface Sheet {
  /** As it stands upright. */
  size: { width: number; height: number }
  /** From the edges of the page; of header and footer as well, and the gutter of the binding. */
  margin: {
    top: number
    right: number
    bottom: number
    left: number
    header: number
    footer: number
    gutter: number
  }
}

/** How a firm's documents look, as its reference document shows it. */
export interface Look {
  /** SHA-256 of the reference document. */
  digest: string
  /** Its page; undefined where it says none. */
  sheet?: Sheet
  /** What of it is not taken along, a sentence each. */
  left: readonly string[]
  /**
   * Gives a document of ours that look.
   *
   * @param parts of a Word file as we write it, by name
   * @returns the parts of the same document in the firm's styles, numbers, headers and footers
   */
  dress(parts: Readonly<Record<string, Uint8Array>>): Record<string, Uint8Array>
}
