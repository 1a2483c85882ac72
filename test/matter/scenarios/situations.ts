import type { Facts } from '../matters.ts'

/** A situation of ours, judged from the texts: what is done, the path, and the section that decides it. */
export interface SituationOfOurs {
  name: string
  /** Facts of the one use, over those of a small client in the United States whose users are told. */
  use: Record<string, unknown>
  client?: Record<string, unknown>
  reach?: Record<string, unknown>
  litigation?: Facts['litigation']
  license: string
  path: string
  /** Section of the agreement, or topic of the use policy, that has to be cited. */
  cites: string
  duties?: Partial<Record<'copy' | 'display' | 'prefix' | 'notice', string>>
  words?: string
  past?: { unlicensed?: string; breach?: string }
}

const staff = { audience: ['staff'], inside: 'own' }
const shown = { audience: ['public'], inside: 'own', access: 'output-only' }
const line = (what: string, how: string) => ({ sensitive_uses: [{ what, how }] })
const trains = (one: Record<string, unknown>) => ({
  output_training: { done: 'yes', models: [{ name: 'Rook', ...one }] },
})
const users = (product: string, months: Record<string, number>, more: object = {}) => ({
  [product]: { months, ...more },
})

/** Second person’s reading: the texts at the sections named, license by license. */
export const situations: SituationOfOurs[] = [
  // LLaMA 1: 1.a and 2.a.
  {
    name: 'LLaMA for research in a university',
    use: { models: ['LLaMA 65B'], ...staff, research: 'yes' },
    license: 'llama-1',
    path: 'go',
    cites: '1.a',
  },
  {
    name: 'LLaMA in a company’s tool for its staff',
    use: { models: ['LLaMA-13B'], ...staff, research: 'no', since: '2023-05' },
    license: 'llama-1',
    path: 'not-usable',
    cites: '2.a',
    past: { unlicensed: 'since' },
  },
  {
    name: 'LLaMA research on surveillance',
    use: { models: ['LLaMA 7B'], ...staff, research: 'yes', ...line('surveillance', 'does') },
    license: 'llama-1',
    path: 'not-usable',
    cites: '2.a',
  },
  {
    name: 'LLaMA weights passed on for research',
    // Without its papers the license would have ended by itself (7.a), so they are told.
    use: {
      models: ['LLaMA 7B'],
      ...staff,
      research: 'yes',
      weights_recipients: ['public'],
      recipients_research: 'yes',
      performed: { agreement_copy: 'yes', notice_file: 'yes' },
    },
    license: 'llama-1',
    path: 'go-with-duties',
    cites: '3',
    duties: { copy: 'applies', notice: 'applies', display: 'not', prefix: 'not' },
  },
  {
    // 2.a.i bars the purpose, whatever it is called.
    name: 'LLaMA in what is called research, in a product for customers',
    use: { models: ['LLaMA 7B'], audience: ['customers'], inside: 'own', research: 'yes' },
    license: 'llama-1',
    path: 'not-usable',
    cites: '2.a.i',
  },
  {
    name: 'LLaMA whose outputs customers buy as articles, called research',
    use: { models: ['LLaMA 7B'], audience: ['customers'], inside: 'own', access: 'content', research: 'yes' },
    license: 'llama-1',
    path: 'not-usable',
    cites: '2.a.i',
  },
  {
    name: 'LLaMA research that anybody may try',
    use: { models: ['LLaMA 7B'], ...shown, research: 'yes' },
    license: 'llama-1',
    path: 'clarify-with-meta',
    cites: '2.a.i',
  },
  {
    name: 'LLaMA for staff, of which nobody says whether it is research',
    use: { models: ['LLaMA 7B'], ...staff },
    license: 'llama-1',
    path: 'not-decided',
    cites: '2.a.i',
  },
  ...(
    [
      ['rights-of-others', 'does', 'not-usable', '2.a.v'],
      ['rights-of-others', 'related', 'clarify-with-meta', '2.a.v'],
      ['unlawful', 'does', 'not-usable', '2.a.vi'],
      ['private-information', 'does', 'not-usable', '2.a.vi'],
      ['private-information', 'related', 'clarify-with-meta', '2.a.vi'],
      ['trafficking', 'does', 'not-usable', '2.a.vi'],
      ['circumvention', 'does', 'not-usable', '2.c'],
      ['circumvention', 'related', 'clarify-with-meta', '2.c'],
      // No policy names them; what violates the law of the place is barred.
      ['weapons', 'does', 'clarify-with-meta', '2.a.vi'],
      ['defamation', 'does', 'clarify-with-meta', '2.a.vi'],
      ['defamation', 'apart', 'go', '1.a'],
    ] as const
  ).map(([what, how, path, cites]) => ({
    name: `LLaMA research that comes near ${what}: ${how}`,
    use: { models: ['LLaMA 7B'], ...staff, research: 'yes', ...line(what, how) },
    license: 'llama-1',
    path,
    cites,
  })),
  // Llama 2: 1.b.i speaks of third parties and asks for no display.
  {
    name: 'a public chatbot on Llama 2',
    use: { models: ['Llama 2 70B'], ...shown },
    license: 'llama-2',
    path: 'go',
    cites: '1.b.i',
    duties: { display: 'not', prefix: 'not', copy: 'not', notice: 'not' },
  },
  {
    name: 'Llama 2 weights given to the public',
    use: { models: ['Llama 2 7B'], ...shown, weights_recipients: ['public'] },
    license: 'llama-2',
    path: 'go-with-duties',
    cites: '1.b.iii',
    duties: { copy: 'applies', notice: 'applies', display: 'not', prefix: 'not' },
  },
  {
    name: 'Code Llama under the license of Llama 2',
    use: { models: ['CodeLlama-34b-Instruct-hf'], ...staff },
    license: 'llama-2',
    path: 'go',
    cites: '1.a',
  },
  {
    name: 'outputs of Llama 2 train Llama 3.1',
    use: {
      models: ['Llama 2 70B'],
      ...staff,
      ...trains({ kind: 'large-language-model', base: 'other', distributed: 'no' }),
    },
    license: 'llama-2',
    path: 'not-usable',
    cites: '1.b.v',
  },
  {
    name: 'outputs of Llama 2 train a derivative of Llama 2',
    use: {
      models: ['Llama 2 70B'],
      ...staff,
      ...trains({ kind: 'large-language-model', base: 'llama', distributed: 'no' }),
    },
    license: 'llama-2',
    path: 'go',
    cites: '1.a',
  },
  {
    name: 'outputs of Llama 3 train an image model that is sold',
    use: {
      models: ['Llama 3 70B'],
      ...staff,
      ...trains({ kind: 'other-model', base: 'other', distributed: 'yes' }),
    },
    license: 'llama-3',
    path: 'go-with-duties',
    cites: '1.b.v',
    // The last sentence of 1.b.i names the materials alone; who trains on what they put out may be using them to train.
    duties: { prefix: 'open', copy: 'not', display: 'open' },
  },
  {
    name: 'outputs of Llama 2 train a model of a kind that is not told',
    use: { models: ['Llama 2 70B'], ...staff, ...trains({ base: 'other', distributed: 'no' }) },
    license: 'llama-2',
    path: 'not-decided',
    cites: '1.b.v',
  },
  // Llama 3: “uses” reaches a hosted model, 3.1’s “contains” may not.
  {
    name: 'an app on hosted Llama 3',
    use: { models: ['Llama 3 70B'], ...shown, inside: 'hosted-model' },
    license: 'llama-3',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { display: 'applies' },
    words: 'Built with Meta Llama 3',
  },
  {
    name: 'an app on hosted Llama 3.1',
    use: { models: ['Llama 3.1 70B'], ...shown, inside: 'hosted-model' },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { display: 'open', copy: 'not' },
  },
  {
    name: 'articles alone reach readers',
    use: { models: ['Llama 3.1 8B'], audience: ['public'], inside: 'own', access: 'content' },
    license: 'llama-3.1',
    path: 'go',
    cites: '1.b.i',
    duties: { display: 'not' },
  },
  {
    name: 'a fine-tuned model behind a public service',
    use: { models: ['Llama 3.1 8B'], ...shown, fine_tuning: { done: 'yes', model_names: ['Rook'] } },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { prefix: 'open', notice: 'not' },
  },
  {
    name: 'a model of 3.1 outputs, sold under a name that begins right',
    use: {
      models: ['Llama 3.1 405B'],
      ...staff,
      ...trains({ name: 'Llama Rook', kind: 'large-language-model', base: 'other', distributed: 'yes' }),
    },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { prefix: 'applies' },
    past: { breach: 'open' },
  },
  {
    name: 'outputs of 3.1 only measure a model that is sold',
    use: {
      models: ['Llama 3.1 405B'],
      ...staff,
      ...trains({ kind: 'large-language-model', base: 'other', how: 'evaluation', distributed: 'yes' }),
    },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { prefix: 'open', copy: 'not', display: 'not' },
  },
  {
    name: 'a fine-tuned model that staff of affiliates use',
    use: {
      models: ['Llama 3.1 8B'],
      audience: ['staff', 'affiliates'],
      inside: 'own',
      fine_tuning: { done: 'yes', model_names: ['Rook'] },
    },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { prefix: 'open', display: 'open', copy: 'not', notice: 'not' },
  },
  {
    name: 'weights lent to a sister company',
    use: {
      models: ['Llama 3.3 70B'],
      audience: ['staff', 'affiliates'],
      inside: 'own',
      weights_recipients: ['affiliates'],
    },
    license: 'llama-3.3',
    path: 'go-with-duties',
    cites: '1.b.iii',
    duties: { copy: 'applies', notice: 'applies' },
  },
  // Section 2.
  {
    name: 'a deal closed on the version’s day',
    use: { models: ['Llama 3.1 8B'], ...staff },
    reach: {
      monthly_active_users: {
        ...users('A', { '2024-06': 400_000_000 }),
        ...users('B', { '2024-06': 400_000_000 }, { company: 'Larkspur' }),
      },
      acquisitions: [{ name: 'Larkspur', closed: 'yes', date: '2024-07-23' }],
    },
    license: 'llama-3.1',
    path: 'separate-license',
    cites: '2',
  },
  {
    name: 'a deal closed between the month and the version’s day',
    use: { models: ['Llama 3.1 8B'], ...staff },
    reach: {
      monthly_active_users: {
        ...users('A', { '2024-06': 400_000_000 }),
        ...users('B', { '2024-06': 400_000_000 }, { company: 'Larkspur' }),
      },
      acquisitions: [{ name: 'Larkspur', closed: 'yes', date: '2024-07-05' }],
    },
    license: 'llama-3.1',
    path: 'separate-license',
    cites: '2',
  },
  {
    name: 'a deal closed a day later',
    use: { models: ['Llama 3.1 8B'], ...staff },
    reach: {
      monthly_active_users: {
        ...users('A', { '2024-06': 400_000_000 }),
        ...users('B', { '2024-06': 400_000_000 }, { company: 'Larkspur' }),
      },
      acquisitions: [{ name: 'Larkspur', closed: 'yes', date: '2024-07-24' }],
    },
    license: 'llama-3.1',
    path: 'go',
    cites: '2',
  },
  {
    name: 'a subsidiary sold before the version’s day',
    use: { models: ['Llama 4 Scout'], ...staff },
    client: { affiliates: [{ name: 'Wren', country: 'US', until: '2025-03-20' }] },
    reach: {
      monthly_active_users: {
        ...users('A', { '2025-03': 500_000_000 }),
        ...users('B', { '2025-03': 300_000_000 }, { company: 'Wren' }),
      },
      acquisitions: [],
    },
    license: 'llama-4',
    path: 'go',
    cites: '2',
  },
  {
    name: 'users not known',
    use: { models: ['Llama 3.1 8B'], ...staff },
    reach: { monthly_active_users: { A: 'unknown' }, acquisitions: [] },
    license: 'llama-3.1',
    path: 'not-decided',
    cites: '2',
  },
  {
    name: 'two products that share users, above only in sum',
    use: { models: ['Llama 3.1 8B'], ...staff },
    reach: {
      monthly_active_users: {
        ...users('A', { '2024-06': 400_000_000 }, { shared_with: ['B'] }),
        ...users('B', { '2024-06': 400_000_000 }),
      },
      acquisitions: [],
    },
    license: 'llama-3.1',
    path: 'clarify-with-meta',
    cites: '2',
  },
  {
    name: 'a giant that uses a vendor’s finished product',
    use: { models: ['Llama 3.3 70B'], audience: ['staff'], inside: 'vendor-product' },
    reach: { monthly_active_users: users('A', { '2024-11': 900_000_000 }), acquisitions: [] },
    license: 'llama-3.3',
    path: 'go',
    cites: '1.b.ii',
  },
  {
    name: 'a giant that calls a hosted model',
    use: { models: ['Llama 3.3 70B'], audience: ['staff'], inside: 'hosted-model' },
    reach: { monthly_active_users: users('A', { '2024-11': 900_000_000 }), acquisitions: [] },
    license: 'llama-3.3',
    path: 'clarify-with-meta',
    cites: '2',
  },
  // The European Union and multimodal models: policies of 3.2, 3.3 and 4.
  {
    name: 'Llama Guard 3 vision in France',
    use: { models: ['Llama-Guard-3-11B-Vision'], ...staff, since: '2025-01' },
    client: { principal_place_of_business: 'FR' },
    license: 'llama-3.2',
    path: 'not-usable',
    cites: 'multimodal-european-union',
    past: { unlicensed: 'since' },
  },
  {
    name: 'Llama Guard 3 8B in France',
    use: { models: ['Llama Guard 3 8B'], ...staff },
    client: { principal_place_of_business: 'FR' },
    license: 'llama-3.2',
    path: 'go',
    cites: 'multimodal-european-union',
  },
  {
    name: 'Llama Guard 4 in Spain',
    use: { models: ['Llama Guard 4'], ...staff },
    client: { principal_place_of_business: 'ES' },
    license: 'llama-4',
    path: 'not-usable',
    cites: 'multimodal-european-union',
  },
  {
    name: 'Llama 4 in Switzerland',
    use: { models: ['Llama 4 Scout'], ...staff },
    client: { principal_place_of_business: 'CH' },
    license: 'llama-4',
    path: 'go',
    cites: 'multimodal-european-union',
  },
  {
    name: 'a German app on hosted Llama 4',
    use: { models: ['Llama 4 Maverick'], ...shown, inside: 'hosted-model' },
    client: { principal_place_of_business: 'DE' },
    license: 'llama-4',
    path: 'clarify-with-meta',
    cites: 'multimodal-european-union',
  },
  {
    name: 'a multimodal model in a country that is not told',
    use: { models: ['Llama 4 Maverick'], ...staff },
    client: { principal_place_of_business: undefined },
    license: 'llama-4',
    path: 'not-decided',
    cites: 'multimodal-european-union',
  },
  // Use policies.
  {
    name: 'planning strikes for an army',
    use: { models: ['Llama 3.1 70B'], ...staff, ...line('military', 'does') },
    license: 'llama-3.1',
    path: 'not-usable',
    cites: 'military-and-controlled-uses',
  },
  {
    name: 'travel expenses of a ministry of defense',
    use: { models: ['Llama 3.1 70B'], ...staff, ...line('military', 'apart') },
    license: 'llama-3.1',
    path: 'go',
    cites: 'military-and-controlled-uses',
  },
  {
    name: 'a licensed pharmacy checks doses',
    use: { models: ['Llama 3.3 70B'], ...staff, domains: ['health'], ...line('drugs', 'related') },
    license: 'llama-3.3',
    path: 'clarify-with-meta',
    cites: 'illegal-drugs',
  },
  {
    name: 'a tool that writes malware for sale',
    use: { models: ['Llama 3.1 8B'], ...staff, ...line('cybersecurity', 'does') },
    license: 'llama-3.1',
    path: 'not-usable',
    cites: 'malicious-code',
  },
  {
    name: 'removing refusals, under 3.1, whose policy has no such item',
    use: { models: ['Llama 3.1 8B'], ...staff, ...line('circumvention', 'does') },
    license: 'llama-3.1',
    path: 'go',
    cites: '1.a',
  },
  {
    name: 'removing refusals, under 3.2',
    use: { models: ['Llama 3.2 3B'], ...staff, ...line('circumvention', 'does') },
    license: 'llama-3.2',
    path: 'not-usable',
    cites: 'safety-circumvention',
  },
  {
    name: 'invented reviews',
    use: { models: ['Llama 3.3 70B'], ...shown, ...line('reviews', 'does'), since: '2025-02' },
    license: 'llama-3.3',
    path: 'not-usable',
    cites: 'false-engagement',
    past: { breach: 'since' },
  },
  {
    name: 'how near it comes to weapons is not told',
    use: { models: ['Llama 3.3 70B'], ...staff, sensitive_uses: [{ what: 'weapons' }] },
    license: 'llama-3.3',
    path: 'not-decided',
    cites: 'guns-and-weapons',
  },
  // The opening bars allowing others; group 1 names who furthers or facilitates, groups 2 and 3 what is “related to”.
  ...(
    [
      ['violence', 'incitement-to-violence'],
      ['danger', 'dangerous-activities'],
      ['terrorism', 'violence-and-terrorism'],
      ['child-exploitation', 'child-safety'],
      ['trafficking', 'human-trafficking'],
      ['sexual-solicitation', 'sexual-solicitation'],
      ['discrimination', 'discrimination'],
      ['reviews', 'false-engagement'],
      ['fraud', 'fraud-and-disinformation'],
      ['defamation', 'defamation'],
      ['spam', 'spam'],
      ['deception', 'deception'],
      ['harassment', 'harassment'],
      ['minors', 'minors-and-age-gating'],
      ['undisclosed-dangers', 'known-dangers'],
      ['unlawful', 'unlawful-activity'],
      ['harmful-tools', 'harmful-third-party-tools'],
    ] as const
  ).flatMap(([what, cites]) =>
    (
      [
        ['does', 'not-usable'],
        ['related', 'clarify-with-meta'],
      ] as const
    ).map(([how, path]) => ({
      name: `a host of customers who come near ${what}: ${how}`,
      use: { models: ['Llama 4 Scout'], audience: ['customers'], inside: 'own', ...line(what, how) },
      license: 'llama-4',
      path,
      cites,
    })),
  ),
  {
    name: 'tools of third parties for harm, under 3.1, whose policy has no such item',
    use: { models: ['Llama 3.1 8B'], ...staff, ...line('harmful-tools', 'does') },
    license: 'llama-3.1',
    path: 'go',
    cites: '1.a',
  },
  // 5.c.
  {
    name: 'the client sues over outputs of 3.1',
    use: { models: ['Llama 3.1 8B'], ...staff, since: '2024-09' },
    litigation: { suits: [{ by: 'client', claim: 'models-infringe', filed: '2025-02-01' }] },
    license: 'llama-3.1',
    path: 'not-usable',
    cites: '5.c',
    past: { unlicensed: 'since' },
  },
  {
    name: 'the client sues over Llama 2 and uses 3.1',
    use: { models: ['Llama 3.1 8B'], ...staff },
    litigation: {
      suits: [{ by: 'client', claim: 'models-infringe', filed: '2025-02-01', licenses: ['llama-2'] }],
    },
    license: 'llama-3.1',
    path: 'go',
    cites: '1.a',
  },
  {
    name: 'the client sues over a contract',
    use: { models: ['Llama 3.1 8B'], ...staff },
    litigation: { suits: [{ by: 'client', claim: 'other', filed: '2025-02-01' }] },
    license: 'llama-3.1',
    path: 'go',
    cites: '5.c',
  },
  {
    name: 'the client sues over training',
    use: { models: ['Llama 3.1 8B'], ...staff },
    litigation: { suits: [{ by: 'client', claim: 'training-infringes', filed: '2025-02-01' }] },
    license: 'llama-3.1',
    path: 'clarify-with-meta',
    cites: '5.c',
  },
  {
    // The clause ends licenses as of the filing; there was no 3.1 to end, nor to speak of, in January 2024.
    name: 'a suit of the client that is older than the version',
    use: { models: ['Llama 3.1 8B'], ...staff, since: '2024-09' },
    litigation: { suits: [{ by: 'client', claim: 'models-infringe', filed: '2024-01-15' }] },
    license: 'llama-3.1',
    path: 'clarify-with-meta',
    cites: '5.c',
    past: { unlicensed: 'open' },
  },
  {
    // The clause ends licenses that were granted; this one was taken after the filing.
    name: 'an older suit that is said to be about the version',
    use: { models: ['Llama 3.1 8B'], ...staff, since: '2024-09' },
    litigation: {
      suits: [{ by: 'client', claim: 'models-infringe', filed: '2024-01-15', licenses: ['llama-3.1'] }],
    },
    license: 'llama-3.1',
    path: 'clarify-with-meta',
    cites: '5.c',
  },
  {
    // Against a competitor: “against Meta or any entity”. The chatbot was shown since 2024-09, so the display was owed until then.
    name: 'the client sues a competitor over what its Llama makes, with a public chatbot of its own',
    use: { models: ['Llama 3.1 8B'], ...shown, since: '2024-09' },
    litigation: { suits: [{ by: 'client', claim: 'models-infringe', filed: '2025-02-01' }] },
    license: 'llama-3.1',
    path: 'not-usable',
    cites: '5.c',
    duties: { display: 'not' },
    past: { unlicensed: 'since', breach: 'open' },
  },
  {
    name: 'a third party sues the client over its outputs',
    use: { models: ['Llama 3.1 8B'], ...shown, performed: { built_with_display: 'yes' } },
    litigation: { suits: [{ by: 'other', claim: 'models-infringe', filed: '2025-02-01' }] },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '5.c',
    past: { unlicensed: 'none', breach: 'none' },
  },
  // 1.b.ii lifts section 2 and no other: who runs a vendor’s product itself has a license, which 5.c can end.
  ...(
    [
      [['on-premises'], 'models-infringe', 'not-usable'],
      [['on-premises'], 'training-infringes', 'clarify-with-meta'],
      [['third-party-service'], 'models-infringe', 'go'],
      [undefined, 'models-infringe', 'not-decided'],
    ] as const
  ).map(([deployment, claim, path]) => ({
    name: `a suit (${claim}) of a client whose vendor’s product runs ${deployment ?? 'nobody says where'}`,
    use: {
      models: ['Llama 3.1 8B'],
      audience: ['staff'],
      inside: 'vendor-product',
      ...(deployment ? { deployment } : {}),
    },
    litigation: { suits: [{ by: 'client' as const, claim, filed: '2025-02-01' }] },
    license: 'llama-3.1',
    path,
    cites: '5.c',
  })),
  // Section 2: groups, joint ventures, mergers.
  {
    name: 'a joint venture of a giant',
    use: { models: ['Llama 3.1 8B'], ...staff },
    client: { affiliates: [{ name: 'Osprey', country: 'US', tie: 'joint' }] },
    reach: {
      monthly_active_users: {
        ...users('App', { '2024-06': 50_000 }),
        ...users('Feed', { '2024-06': 900_000_000 }, { company: 'Osprey' }),
      },
    },
    license: 'llama-3.1',
    path: 'clarify-with-meta',
    cites: '2',
  },
  {
    name: 'a joint venture whose own users are above',
    use: { models: ['Llama 3.1 8B'], ...staff },
    client: { affiliates: [{ name: 'Osprey', country: 'US', tie: 'joint' }] },
    reach: {
      monthly_active_users: {
        ...users('App', { '2024-06': 710_000_000 }),
        ...users('Feed', { '2024-06': 900_000_000 }, { company: 'Osprey' }),
      },
    },
    license: 'llama-3.1',
    path: 'separate-license',
    cites: '2',
  },
  {
    name: 'a company below the threshold that has taken over another by merger',
    use: { models: ['Llama 3.1 8B'], ...shown },
    reach: {
      acquisitions: [{ name: 'Wren', role: 'target', closed: 'yes', date: '2025-01-10', users: 5_000_000 }],
    },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.a',
    duties: { display: 'applies' },
  },
  // Resellers, hosts, sub-processors.
  {
    name: 'a reseller of a vendor’s hosted product under its own name',
    use: { models: ['Llama 3.3 70B'], audience: ['resellers', 'customers'], inside: 'vendor-product' },
    license: 'llama-3.3',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { display: 'open', copy: 'not', notice: 'not', prefix: 'not' },
  },
  {
    name: 'a reseller that hands on a vendor’s box with the weights inside',
    use: {
      models: ['Llama 3.1 8B'],
      audience: ['customers'],
      inside: 'vendor-product',
      weights_recipients: ['customers'],
      finished_product: 'yes',
    },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.iii',
    duties: { copy: 'applies', notice: 'applies', display: 'applies', prefix: 'not' },
  },
  {
    name: 'a host that runs the model for its customers, who call it directly',
    use: { models: ['Llama 3.1 70B'], audience: ['customers'], inside: 'own', access: 'model-access' },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { copy: 'open', display: 'applies', notice: 'not', prefix: 'not' },
  },
  // Places and persons.
  {
    name: 'an American daughter of a German company, alone with Llama 4',
    use: { models: ['Llama 4 Scout'], ...staff },
    client: { affiliates: [{ name: 'Mutter GmbH', country: 'DE', uses_models: 'no' }] },
    license: 'llama-4',
    path: 'go',
    cites: 'multimodal-european-union',
  },
  {
    name: 'the same, with people of the German parent in it',
    use: { models: ['Llama 4 Scout'], audience: ['staff', 'affiliates'], inside: 'own' },
    client: { affiliates: [{ name: 'Mutter GmbH', country: 'DE', uses_models: 'yes' }] },
    license: 'llama-4',
    path: 'clarify-with-meta',
    cites: 'multimodal-european-union',
  },
  {
    name: 'a public university in Italy with a vision model',
    use: { models: ['Llama 3.2 11B Vision'], ...staff, research: 'yes', since: '2025-01' },
    client: { principal_place_of_business: 'IT', public_body: 'yes' },
    license: 'llama-3.2',
    path: 'clarify-with-meta',
    cites: 'multimodal-european-union',
    past: { unlicensed: 'open' },
  },
  {
    name: 'a university that publishes a tuned model',
    use: {
      models: ['Llama 3.2 3B Instruct'],
      audience: ['public'],
      inside: 'own',
      research: 'yes',
      weights_recipients: ['public'],
      fine_tuning: { done: 'yes', model_names: ['PolyTutor-3B'] },
      since: '2025-02',
    },
    license: 'llama-3.2',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { copy: 'applies', notice: 'applies', display: 'applies', prefix: 'applies' },
    words: 'Llama',
    past: { breach: 'since' },
  },
  // Guards, Code Llama.
  {
    name: 'Llama Guard 2 before a public chatbot',
    use: { models: ['Llama Guard 2 8B'], ...shown },
    license: 'llama-2',
    path: 'go',
    cites: '1.a',
    duties: { display: 'not', prefix: 'not' },
  },
  {
    name: 'Llama Guard 2 where content for minors has no age gate: both policies bar it',
    use: { models: ['Llama-Guard-2-8B'], ...shown, ...line('minors', 'does') },
    license: 'llama-2',
    path: 'not-usable',
    cites: 'minors-and-age-gating',
  },
  {
    name: 'Llama Prompt Guard 2 in Poland, which takes text alone',
    use: { models: ['Llama Prompt Guard 2 86M'], ...staff },
    client: { principal_place_of_business: 'PL' },
    license: 'llama-4',
    path: 'go',
    cites: 'multimodal-european-union',
  },
  {
    name: 'Code Llama inside an editor that customers install',
    use: { models: ['CodeLlama-34b-Instruct-hf'], ...shown, weights_recipients: ['customers'] },
    license: 'llama-2',
    path: 'go-with-duties',
    cites: '1.b.iii',
    duties: { copy: 'applies', notice: 'applies', display: 'not', prefix: 'not' },
  },
  // 1.b.v and the last sentence of 1.b.i: chains.
  {
    name: 'outputs of Llama 3 train a filter that chooses what a language model learns from',
    use: {
      models: ['Llama 3 70B'],
      ...staff,
      ...trains({ kind: 'large-language-model', base: 'other', how: 'indirect', distributed: 'no' }),
    },
    license: 'llama-3',
    path: 'clarify-with-meta',
    cites: '1.b.v',
  },
  {
    name: 'outputs of 3.1 tune Llama 2, which is handed on',
    use: {
      models: ['Llama 3.1 405B'],
      ...staff,
      ...trains({ kind: 'large-language-model', base: 'other', distributed: 'yes' }),
    },
    license: 'llama-3.1',
    path: 'go-with-duties',
    cites: '1.b.i',
    duties: { prefix: 'applies', notice: 'not', copy: 'not' },
    words: 'Llama',
  },
  // 5.a.
  {
    name: 'a product that is called after Llama',
    use: {
      models: ['Llama 3.3 70B'],
      ...shown,
      product_names: ['LlamaDesk'],
      performed: { built_with_display: 'yes' },
      since: '2025-03',
    },
    license: 'llama-3.3',
    path: 'go-with-duties',
    cites: '5.a',
    past: { unlicensed: 'none', breach: 'since' },
  },
  {
    name: 'a product whose name only says what it runs on, and one that is called Metallurgy',
    use: {
      models: ['Llama 3.3 70B'],
      ...shown,
      product_names: ['Desk, built with Llama', 'Metallurgy Helper'],
      performed: { built_with_display: 'yes' },
      since: '2025-03',
    },
    license: 'llama-3.3',
    path: 'go-with-duties',
    cites: '1.b.i',
    past: { breach: 'none' },
  },
]
