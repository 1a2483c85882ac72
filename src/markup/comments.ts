import { elementsOf, type WordPackage, type XmlElement } from '../ooxml/index.ts'

/** The part that a file's comments stand in. */
export function commentsPart(file: WordPackage): string | undefined {
  const found = file.relationships(file.main).find(({ type, external }) => type === 'comments' && !external)
  return found && file.has(found.target) ? found.target : undefined
}

/** The comments of a file. */
export function commentsOf(file: WordPackage): XmlElement[] {
  const part = commentsPart(file)
  return part === undefined ? [] : elementsOf(file.xml(part).root, 'w:comment')
}

/** What a comment says and who says it: equal for the same one in two files. */
export function commentKey(comment: XmlElement): string {
  const said = (node: XmlElement): string =>
    node.children.map((one) => (one.type === 'text' ? one.text : said(one))).join('')
  return `${comment.attributes['w:author'] ?? ''}\n${said(comment)}`
}
