/** A scenario as `../shared/scenarios/README.md` describes it. */
export interface Scenario {
  id: string
  title: string
  story?: string
  facts: {
    client: { name: string; country: string; principal_place_of_business: string; group: string }
    users: { who: string; product: string; month: string; monthly_active_users: number | string }[]
    affiliates: { name: string; country: string; relation: string; closed?: string; since?: string }[]
    litigation: { plaintiff: string; defendant: string; filed: string; claim: string }[]
    uses: ScenarioUse[]
  }
  answers: {
    licensor: { for: string; licensor: string }[]
    threshold: {
      license: string
      counted_on: string
      month: string
      count: unknown
      result: string
      accept?: string[]
    }[]
    by_use: ScenarioAnswer[]
  }
}

export interface ScenarioUse {
  id: string
  models: string[]
  purpose: string
  audience: string
  runs: string
  inside: string
  fine_tuning: string
  outputs_train: { model: string; kind: string; base: string; distributed: boolean }[]
  weights_to: string[]
  domains: string[]
  since: unknown
  branding: string
  vendor_or_host?: string | { country?: string; licensed?: string }
}

export interface ScenarioAnswer {
  use: string
  license: string
  path: string
  also_accept?: string[]
  question?: string
  deciding: string[]
  duties: Record<
    'copy' | 'display' | 'prefix' | 'notice',
    { is: string; accept?: string[]; words?: string; text?: string; example?: string }
  >
  policy: { item: string }[]
  open: string[]
  past_unlicensed_use: string
  past_breach: string
  must_not_say: string[]
}
