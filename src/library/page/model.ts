import type { RootContent } from 'mdast'
import type { DateDifference, Library, Model } from '../types.ts'
import { code, heading, paragraph, strong } from './blocks.ts'
import { citationWords } from './citation.ts'

/** A model as a page: its license, its sizes, and which date counts. */
export function modelPage(
  library: Library,
  id: string,
  model: Model,
  dates: DateDifference[],
): RootContent[] {
  const { name, sizes, inputs, launched, license, source, note, licenseFile, readMe } = model
  return [
    heading(1, name),
    paragraph(
      code(`model:${id}`),
      ' · under ',
      code(license),
      launched === undefined ? '' : ` · launched ${launched}`,
    ),
    paragraph(
      strong('Sizes:'),
      ' ',
      `${sizes.join(', ')}. `,
      strong('Takes in:'),
      ' ',
      `${inputs.join(' and ')}.`,
    ),
    ...[licenseFile, readMe?.says, note].flatMap((words) => (words ? [paragraph(words)] : [])),
    ...dates.map(({ licenseDate, thresholdDate, thresholdMonth, reason, cites }) =>
      paragraph(
        strong('Dates.'),
        ' ',
        `The license gives ${licenseDate}. Users are counted in ${thresholdMonth}, the month before ${thresholdDate}. ${reason} (${citationWords(
          library,
          cites.map((cite) => ({ ...cite, document: 'agreement' })),
        )})`,
      ),
    ),
    paragraph(strong('Source:'), ' ', `${source}.`),
  ]
}
