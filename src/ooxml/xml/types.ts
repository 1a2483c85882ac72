/** An element of a part, and where it stands in the part's text (offsets in UTF-16 units). */
export interface XmlElement {
  type: 'element'
  /** `w:p`, whatever prefix the file uses; `{uri}name` in a namespace that nothing here reads. */
  name: string
  /** Values by name, `w:val`. */
  attributes: Readonly<Record<string, string>>
  children: readonly XmlNode[]
  /** Offset of its `<`. */
  start: number
  /** Offset after the `>` of its open tag. */
  innerStart: number
  /** Offset of the `<` of its close tag; {@link innerStart} where it closes itself (`<w:p/>`). */
  innerEnd: number
  /** Offset after its last `>`. */
  end: number
}

/** Characters between tags, entities resolved. */
export interface XmlText {
  type: 'text'
  text: string
  start: number
  end: number
}

export type XmlNode = XmlElement | XmlText
