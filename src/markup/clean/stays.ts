import { elementsOf, looksOf, readWord, type WordPackage, type XmlElement } from '../../ooxml/index.ts'
import { short } from '../short.ts'
import { storyParts } from '../story-parts.ts'

/** Fields that keep words in their instructions which nobody may see on the page. */
const TELLING =
  /^\s*(IF|SET|ASK|FILLIN|QUOTE|COMMENTS|XE|TC|TA|DOCPROPERTY|DOCVARIABLE|INFO|INCLUDETEXT|INCLUDEPICTURE|LINK|MERGEFIELD|COMPARE|PRINT|ADDIN|MACROBUTTON)\b/i

/**
 * What stays in a file though a reader of the page may not see it, a line each: words that its looks take away, instructions of fields,
 * choices of lists, names and descriptions of pictures, names of bookmarks and styles, who may edit. It is told, and not taken out,
 * since the file would look or work otherwise without it.
 */
export function whatStays(file: WordPackage): string[] {
  const document = readWord(file)
  const names = [...new Set([file.main, ...storyParts(file).map(({ name }) => name)])]
  const { reasons } = looksOf(file, document, names)
  const lines: string[] = []
  const known = new Set<string>()
  const tell = (line: string) => {
    if (!known.has(line)) lines.push(line)
    known.add(line)
  }
  let bookmarks = 0
  const visit = (node: XmlElement): void => {
    const { name, attributes } = node
    const why = name === 'w:r' ? reasons.get(node)?.filter(({ kind }) => kind === 'unseen') : undefined
    const words = why && why.length > 0 ? told(wordsIn(node)) : ''
    if (words !== '') tell(`words that may not be seen: “${words}” ${why![0]!.why}`)
    const instruction =
      name === 'w:fldSimple' ? attributes['w:instr'] : name === 'w:p' ? instructionsIn(node) : undefined
    for (const one of (instruction ?? '').split('\n')) if (TELLING.test(one)) tell(`a field: ${told(one)}`)
    if (name === 'w:comboBox' || name === 'w:dropDownList')
      tell(
        `a list to choose from: ${told(
          elementsOf(node, 'w:listItem')
            .map((one) => one.attributes['w:displayText'] ?? one.attributes['w:value'] ?? '')
            .join(', '),
        )}`,
      )
    if (name === 'wp:docPr' || (name.startsWith('v:') && attributes.alt !== undefined)) {
      const said = [attributes.name, attributes.title, attributes.descr, attributes.alt]
        .filter(Boolean)
        .join(', ')
      if (!/^(?:[\p{L} ]+ ?\d*)?$/u.test(said))
        tell(`name or description of a picture or shape: ${told(said)}`)
    }
    const who = attributes['w:ed'] ?? attributes['w:edGrp']
    if (name === 'w:permStart' && who !== undefined) tell(`who may edit: ${told(who)}`)
    if (name === 'w:bookmarkStart' && !/^_/.test(attributes['w:name'] ?? '_')) bookmarks += 1
    elementsOf(node).forEach(visit)
  }
  for (const name of names) visit(file.xml(name).root)
  if (bookmarks > 0) tell(`names of bookmarks: ${bookmarks}`)
  const styles = file
    .relationships(file.main)
    .find(({ type, external }) => type === 'styles' && !external)?.target
  const own =
    styles !== undefined && file.has(styles)
      ? elementsOf(file.xml(styles).root, 'w:style').filter((one) =>
          /^(?:1|true|on)$/.test(one.attributes['w:customStyle'] ?? ''),
        )
      : []
  if (own.length > 0) tell(`names of styles of its own: ${own.length}`)
  return lines
}

/** The instructions of a paragraph's fields, a line each. */
function instructionsIn(paragraph: XmlElement): string {
  let said = ''
  const visit = (node: XmlElement): void => {
    if (node.name === 'w:fldChar' && node.attributes['w:fldCharType'] === 'begin') said += '\n'
    if (node.name === 'w:instrText') said += wordsIn(node)
    else if (node.name !== 'w:p') elementsOf(node).forEach(visit)
  }
  elementsOf(paragraph).forEach(visit)
  return said
}

function wordsIn(node: XmlElement): string {
  return node.children.map((one) => (one.type === 'text' ? one.text : wordsIn(one))).join('')
}

/** In one line. */
function told(text: string): string {
  return short(text.replace(/\s+/g, ' ').trim())
}
