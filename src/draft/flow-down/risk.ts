import type { Library } from '../../library/index.ts'
import { type Matter, type RiskLevel, standingsOf } from '../../matter/index.ts'
import { addendumMatter, addendumModels } from './models.ts'

/** How a vendor's product stands: the worst of what applies, and how much is still open. */
export interface VendorRisk {
  level: RiskLevel['level'] | 'none'
  open: number
}

const order = ['none', 'low', 'medium', 'high', 'critical'] as const

/** The level of risk of a vendor's product, given the controls in place. */
export function vendorRisk(matter: Matter, library: Library): VendorRisk {
  const standings = standingsOf(aboutVendor(matter, library), library)
  const worst = standings
    .filter(({ status }) => status === 'applies')
    .map(({ levels }) => order.indexOf(levels?.residual.level ?? 'none'))
  return {
    level: order[Math.max(0, ...worst)]!,
    open: standings.filter(({ status }) => status === 'open').length,
  }
}

/** The matter with its vendor as the only one, and its models alone. */
function aboutVendor(matter: Matter, library: Library): Matter {
  const about = addendumMatter(matter, addendumModels(matter, library))
  const sellsOn = library.vendorKinds.get(matter.vendor?.kind ?? '')?.traits['sells-on']
  if (!matter.vendor || sellsOn) return about
  const { name, product, kind, licensed, models, sees_prompts, trains_on_customer_data, indemnifies } =
    matter.vendor
  const vendor = { name, product, kind, licensed, models, sees_prompts, trains_on_customer_data, indemnifies }
  const given = Object.fromEntries(Object.entries(vendor).filter(([, value]) => value !== undefined))
  return { ...about, vendors: [given] }
}
