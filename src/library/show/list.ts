import type { Library } from '../types.ts'
import { idOfModel } from './ids.ts'
import type { Kind, ListedGroup } from './types.ts'

/** What the library has of one kind. */
export function listLibrary(library: Library, kind: Kind): ListedGroup[] {
  const group = (title: string, items: ListedGroup['items']): ListedGroup[] => [{ kind, title, items }]
  switch (kind) {
    case 'topics':
      return library.groups.map(({ title, topics }) => ({
        kind,
        title,
        items: topics.map((topic) => ({
          show: topic.id,
          title: topic.title,
          note: `weight ${topic.weight}`,
        })),
      }))
    case 'licenses':
      return group(
        'Licenses',
        [...library.licenses.values()].map(({ id, title, released, extends: from }) => ({
          show: id,
          title,
          note: [released ?? 'no date', ...(from ? [`extends ${from}`] : [])].join(', '),
        })),
      )
    case 'models':
      return group(
        'Models',
        library.models.map(({ name, license, launched, inputs }) => ({
          show: `model:${idOfModel(name)}`,
          title: name,
          note: [license, ...(launched === undefined ? [] : [launched]), inputs.join(' and ')].join(', '),
        })),
      )
    case 'positions':
      return group(
        'Positions',
        [...library.positions.values()].map(({ id, title, topic, counterparty, negotiability }) => ({
          show: `position:${id}`,
          title,
          note: `${counterparty}, ${negotiability}, on ${topic}`,
        })),
      )
    case 'flow-downs':
      return group(
        'Flow-downs',
        [...library.flowDowns.values()].map(({ id, title, topic }) => ({
          show: `flow-down:${id}`,
          title,
          note: `on ${topic}`,
        })),
      )
    case 'risks':
      return group(
        'Risks',
        [...library.risks.values()].map(({ id, title, topics }) => ({
          show: `risk:${id}`,
          title,
          note: `on ${topics.join(', ')}`,
        })),
      )
    case 'duties':
      return group(
        'Duties',
        [...library.duties.values()].map(({ id, title, topic }) => ({
          show: `duty:${id}`,
          title,
          note: `on ${topic}`,
        })),
      )
    case 'incidents':
      return group(
        'Incidents',
        [...library.incidents.values()].map(({ id, title, cites }) => ({
          show: `incident:${id}`,
          title,
          note: `cites ${cites.map(({ topic }) => topic).join(', ')}`,
        })),
      )
    case 'paths':
      return group(
        'Paths, worst first',
        library.paths.map(({ id, title, means }) => ({ show: `path:${id}`, title, note: means })),
      )
    case 'kinds':
      return group(
        'Kinds of vendor',
        [...library.vendorKinds.values()].map(({ id, means, traits }) => ({
          show: `kind:${id}`,
          title: means,
          note: Object.keys(traits)
            .filter((trait) => traits[trait])
            .join(', '),
        })),
      )
    case 'tables':
      return group(
        'Tables',
        library.tables.map(({ id, title, rows }) => ({
          show: `table:${id}`,
          title,
          note: `${rows.length} rows`,
        })),
      )
    case 'claims':
      return claims(library)
  }
}

/** The claims of the advisory, parted as its headings part them. */
function claims({ advisory }: Library): ListedGroup[] {
  const headings = [...new Set(advisory.map(({ at }) => at.heading))]
  return headings.map((heading) => ({
    kind: 'claims',
    title: heading,
    items: advisory
      .filter(({ at }) => at.heading === heading)
      .map(({ id, claim, verdict }) => ({
        show: id,
        title: claim,
        note: verdict.replaceAll('-', ' '),
      })),
  }))
}
