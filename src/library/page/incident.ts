import type { RootContent } from 'mdast'
import type { Incident } from '../types.ts'
import { code, heading, inline, paragraph, strong } from './blocks.ts'
import { conditionBlocks } from './condition.ts'

/** An incident as a page: when a company can have it, what is stopped, who decides and who is told. */
export function incidentPage(incident: Incident): RootContent[] {
  const { id, title, when, stop, decides, tell, cites, reason } = incident
  return [
    heading(1, title),
    paragraph(
      code(`incident:${id}`),
      ' · cites ',
      ...inline(cites.flatMap(({ topic }, at) => [at > 0 ? ', ' : '', code(topic)])),
    ),
    // The slots for facts and citations are filled in the plan; here they stand as they are.
    paragraph(reason.replace(/\s+/g, ' ').trim()),
    ...conditionBlocks(when),
    paragraph(strong('Stop.'), ' ', stop),
    paragraph(strong('Decides.'), ' ', `${decides}.`),
    paragraph(strong('Tell.'), ' ', `${tell}.`),
  ]
}
