import {
  boundData,
  child,
  elementsOf,
  propertyValues,
  type WordPackage,
  type XmlElement,
} from '../ooxml/index.ts'
import { short } from './short.ts'
import { storyParts } from './story-parts.ts'

/**
 * What stands behind the words of fields and content controls and is another in the two files, whatever they show now:
 * properties of the file, data that a control is bound to. Word shows these once it works them out anew. In words.
 */
export function behindShown(left: WordPackage, right: WordPackage): string[] {
  const [ours, theirs] = [valuesIn(left), valuesIn(right)]
  return [...ours].flatMap(([source, value]) => {
    const other = theirs.get(source)
    if (other === undefined || other === value) return []
    return [
      `what Word may show of ${source}: “${short(value)}” in the left file, “${short(other)}” in the right`,
    ]
  })
}

/** The values that fields and controls of a file take from elsewhere, by what tells where. */
function valuesIn(file: WordPackage): Map<string, string> {
  const values = new Map<string, string>()
  const keptFor = propertyValues(file)
  const field = (instruction: string) => {
    const said = instruction.trim().replace(/\s+/g, ' ')
    const value = keptFor(said)
    if (value !== undefined) values.set(said, value)
  }
  const open: string[] = []
  const visit = (node: XmlElement): void => {
    const { name, attributes } = node
    if (name === 'w:fldSimple') field(attributes['w:instr'] ?? '')
    else if (name === 'w:instrText' && open.length > 0) open[open.length - 1] += charactersOf(node)
    else if (name === 'w:fldChar' && attributes['w:fldCharType'] === 'begin') open.push('')
    else if (name === 'w:fldChar' && attributes['w:fldCharType'] === 'end') field(open.pop() ?? '')
    else if (name === 'w:sdtPr') {
      const binding = child(node, 'w:dataBinding') ?? child(node, 'w15:dataBinding')
      const value = boundData(binding, file)
      const title = child(node, 'w:alias')?.attributes['w:val'] || binding?.attributes['w:xpath']
      if (value !== undefined) values.set(`the content control ${title}`, value)
    }
    elementsOf(node).forEach(visit)
  }
  for (const { name } of storyParts(file)) visit(file.xml(name).root)
  return values
}

function charactersOf({ children }: XmlElement): string {
  return children.map((node) => (node.type === 'text' ? node.text : '')).join('')
}
