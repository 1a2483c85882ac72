import { Problem } from '../../problem.ts'

/** A file that is no zip any more, or whose parts are no XML. */
export function broken(): Problem {
  return new Problem('word-broken', 'is broken: open it in Word, let Word repair it and save it again')
}

/** A file that would fill the memory. */
export function tooLarge(): Problem {
  return new Problem('word-size', 'unpacks to more than 200 MB: save its text alone as .docx or .txt')
}

/** A file whose text alone is more than anybody could read. */
export function tooLong(): Problem {
  return new Problem(
    'word-size',
    'holds more than 2,000 pages of markup: save its text alone as .docx or .txt',
  )
}

/** A zip file that holds something else, or nothing that says what it is. */
export function noDocument(parts: readonly string[]): Problem {
  const other = programs.find(({ part }) => parts.some((name) => part.test(name)))
  const what = other ? other.what : 'a zip file but no Word document'
  return new Problem('word-format', `is ${what}: ${other?.remedy ?? 'save it in Word as .docx'}`)
}

/** Other programs' files that people take for documents, by a part that they have. */
const programs = [
  {
    part: /^\/?xl\//,
    what: 'an Excel workbook',
    remedy: 'copy its text into a Word file, or save the sheet as PDF',
  },
  { part: /^\/?ppt\//, what: 'a PowerPoint file', remedy: 'save it as PDF' },
  { part: /^Index\/Document\.iwa$/, what: 'a Pages document', remedy: 'export it as Word or PDF' },
]
