import type { Root, RootContent } from 'mdast'
import type { Shown } from '../show/types.ts'
import type { Library } from '../types.ts'
import { claimPage } from './claim.ts'
import { dutyPage } from './duty.ts'
import { flowDownPage } from './flow-down.ts'
import { incidentPage } from './incident.ts'
import { licensePage } from './license.ts'
import { modelPage } from './model.ts'
import { pathPage } from './path.ts'
import { positionPage } from './position.ts'
import { riskPage } from './risk.ts'
import { tablePage } from './table.ts'
import { termPage } from './term.ts'
import { topicPage } from './topic.ts'
import { vendorKindPage } from './vendor-kind.ts'

/** Anything of the library as a page (mdast), for every rendering alike. */
export function pageOf(library: Library, shown: Shown): Root {
  return { type: 'root', children: blocksOf(library, shown) }
}

function blocksOf(library: Library, shown: Shown): RootContent[] {
  switch (shown.kind) {
    case 'topic':
      return topicPage(library, shown)
    case 'term':
      return termPage(library, shown)
    case 'license':
      return licensePage(shown)
    case 'position':
      return positionPage(library, shown.position, shown.risks)
    case 'flow-down':
      return flowDownPage(shown.flowDown, shown.risks)
    case 'risk':
      return riskPage(library, shown.risk)
    case 'duty':
      return dutyPage(shown.duty, shown.licenses)
    case 'incident':
      return incidentPage(shown.incident)
    case 'path':
      return pathPage(shown.path, shown.leads)
    case 'kind':
      return vendorKindPage(shown.vendorKind, shown.traits)
    case 'model':
      return modelPage(library, shown.id, shown.model, shown.dateDifferences)
    case 'table':
      return tablePage(library, shown.table)
    case 'claim':
      return claimPage(library, shown.claim)
  }
}
