import type { Field } from '../../matter/index.ts'

/** How a question is answered on a form: a line beside it, and what each of its options means. */
export interface HelpOnForm {
  line?: string
  options: ReadonlyMap<string, string>
}

/** Speaks of a matter as a file that somebody writes. */
const ofTheFile = /\bfiles?\b|\blist\b|[{}_[\]]|\.yaml\b|quotation marks|^Ids?\b|^By the id\b/

/**
 * The help of a question without what is said of its options one by one, which stands at them, and without what only who
 * writes the file of a matter has to know.
 */
export function helpOnForm({ help = '', options = [] }: Field): HelpOnForm {
  const said = new Map<string, string>()
  const line: string[] = []
  for (const sentence of help.split(/(?<=\.) (?=\S)/)) {
    const [, option, means] = /^([a-z][a-z-]*): (.+?)\.?$/.exec(sentence) ?? []
    if (option !== undefined && options.includes(option)) said.set(option, means!)
    else if (sentence !== '' && !ofTheFile.test(sentence))
      line.push(sentence.replace(/\b([Ll])eft out\b/, '$1eft blank'))
  }
  return { options: said, ...(line.length > 0 && { line: line.join(' ') }) }
}
