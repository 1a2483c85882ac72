import type { Matter, MatterUse } from '../../matter/index.ts'

/**
 * The matter with what its uses do as far as they run on the vendor’s product: another product’s use says nothing against an
 * addendum for this one. Uses that name no vendor count where none names this one.
 *
 * @param uses each by itself, where the matter has several
 */
export function withUsesOfVendor(matter: Matter, uses: readonly MatterUse[] | undefined): Matter {
  if (uses === undefined) return matter
  const named = uses.filter(({ vendor }) => vendor !== undefined && vendor === matter.vendor?.name)
  const own = named.length > 0 ? named : uses.filter(({ vendor }) => vendor === undefined)
  const { sensitive_uses: _, output_training: __, ...rest } = matter
  const sensitive = own.flatMap((use) => use.matter.sensitive_uses ?? [])
  const training = own.flatMap((use) => use.matter.output_training ?? [])
  const models = training.flatMap((one) => one.models ?? [])
  return {
    ...rest,
    ...(sensitive.length > 0 ? { sensitive_uses: sensitive } : {}),
    ...(training[0] ? { output_training: { ...training[0], ...(models.length > 0 ? { models } : {}) } } : {}),
  }
}
