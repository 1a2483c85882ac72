import { beforeAll, describe, expect, it } from 'vitest'
import { type Library, loadLibrary } from '../../src/library/index.ts'
import { assess, type Matter } from '../../src/matter/index.ts'
import { client, controls, deal, inCountry, training, usersIn, using, vendor } from './matters.ts'

type Status = 'applies' | 'open' | 'does-not-apply'

/** A situation, the risk that it is about, and what the texts say of it: worked out by hand, section by section. */
const rows: [situation: string, matter: Matter, risk: string, status: Status][] = [
  // Purpose: 2.a.i of the first license; no such words in 1.a of the later ones.
  [
    'LLaMA in use inside (2.a.i)',
    using('LLaMA', { exposure: 'internal' }),
    'research-only-in-production',
    'applies',
  ],
  [
    'LLaMA evaluated inside (1.a)',
    using('LLaMA', { models: [{ model: 'LLaMA', status: 'evaluated' }], exposure: 'internal' }),
    'research-only-in-production',
    'does-not-apply',
  ],
  [
    'LLaMA evaluated, shown to customers (2.a.i)',
    using('LLaMA', { models: [{ model: 'LLaMA', status: 'evaluated' }], exposure: 'pilot' }),
    'research-only-in-production',
    'applies',
  ],
  [
    'Llama 2 in a product (1.a)',
    using('Llama 2', { exposure: 'product' }),
    'research-only-in-production',
    'does-not-apply',
  ],
  [
    'LLaMA evaluated inside: for research alone (1.a)',
    using('LLaMA', { models: [{ model: 'LLaMA', status: 'evaluated' }], exposure: 'internal' }),
    'research-purpose-in-doubt',
    'applies',
  ],
  [
    'Llama 2 evaluated inside: for any purpose (1.a)',
    using('Llama 2', { models: [{ model: 'Llama 2', status: 'evaluated' }], exposure: 'internal' }),
    'research-purpose-in-doubt',
    'does-not-apply',
  ],
  [
    'LLaMA for surveillance research (2.a.iii)',
    using('LLaMA', { near_policy_uses: ['surveillance'] }),
    'research-license-barred-purposes',
    'applies',
  ],
  [
    'LLaMA on faces (2.a.iv)',
    using('LLaMA', { near_policy_uses: ['biometrics'] }),
    'research-license-barred-purposes',
    'applies',
  ],
  [
    'Llama 2 for surveillance: no such words in its policy',
    using('Llama 2', { near_policy_uses: ['surveillance'] }),
    'research-license-barred-purposes',
    'does-not-apply',
  ],
  ['LLaMA in health (5)', using('LLaMA', { domains: ['health'] }), 'high-risk-use', 'applies'],
  [
    'Llama 3 in health (no such clause)',
    using('Llama 3', { domains: ['health'] }),
    'high-risk-use',
    'does-not-apply',
  ],
  ['LLaMA, at will (7.b)', using('LLaMA'), 'license-ended-at-will', 'applies'],
  ['Llama 2, not at will (6)', using('Llama 2'), 'license-ended-at-will', 'does-not-apply'],

  // Users: section 2, on the version's date.
  [
    '900 million, June 2023, Llama 2',
    using('Llama 2', usersIn('2023-06', 900e6)),
    'threshold-above-on-version-date',
    'applies',
  ],
  [
    '900 million, June 2024, Llama 2',
    using('Llama 2', usersIn('2024-06', 900e6)),
    'threshold-above-on-version-date',
    'open',
  ],
  [
    '900 million, June 2024, Llama 3.1',
    using('Llama 3.1', usersIn('2024-06', 900e6)),
    'threshold-above-on-version-date',
    'applies',
  ],
  [
    'exactly 700 million, March 2025, Llama 4',
    using('Llama 4', usersIn('2025-03', 700e6)),
    'threshold-above-on-version-date',
    'does-not-apply',
  ],
  [
    'one more, March 2025, Llama 4',
    using('Llama 4', usersIn('2025-03', 700e6 + 1)),
    'threshold-above-on-version-date',
    'applies',
  ],
  [
    '900 million under LLaMA, which has no threshold',
    using('LLaMA', usersIn('2023-01', 900e6)),
    'threshold-above-on-version-date',
    'does-not-apply',
  ],
  [
    '400 million, June 2024, Llama 3.1',
    using('Llama 3.1', usersIn('2024-06', 400e6)),
    'threshold-count-near',
    'applies',
  ],
  [
    '300 million, June 2024, Llama 3.1',
    using('Llama 3.1', usersIn('2024-06', 300e6)),
    'threshold-count-near',
    'does-not-apply',
  ],
  [
    '900 million is not near but above',
    using('Llama 3.1', usersIn('2024-06', 900e6)),
    'threshold-count-near',
    'does-not-apply',
  ],
  [
    'growth to 800 million planned',
    using('Llama 3.1', usersIn('2024-06', 300e6, { planned_users: 800e6 })),
    'growth-past-threshold',
    'applies',
  ],
  [
    'growth to 600 million planned',
    using('Llama 3.1', usersIn('2024-06', 300e6, { planned_users: 600e6 })),
    'growth-past-threshold',
    'does-not-apply',
  ],
  [
    'growth not known at 300 million',
    using('Llama 3.1', usersIn('2024-06', 300e6)),
    'growth-past-threshold',
    'open',
  ],
  [
    'growth not known at 3 million is not asked',
    using('Llama 3.1', usersIn('2024-06', 3e6)),
    'growth-past-threshold',
    'does-not-apply',
  ],
  [
    'growth of one who is above already',
    using('Llama 3.1', usersIn('2024-06', 900e6, { planned_users: 1e9 })),
    'growth-past-threshold',
    'does-not-apply',
  ],
  [
    'bought by a platform of 2 billion',
    using('Llama 3.1', deal('2024-06', 1e6, { role: 'target', users: 2e9, closed: false })),
    'acquisition-by-large-platform',
    'applies',
  ],
  [
    'bought by a company of 2 million',
    using('Llama 3.1', deal('2024-06', 1e6, { role: 'target', users: 2e6, closed: false })),
    'acquisition-by-large-platform',
    'does-not-apply',
  ],
  [
    'bought by a company of unknown size',
    using('Llama 3.1', deal('2024-06', 1e6, { role: 'target', closed: false })),
    'acquisition-by-large-platform',
    'open',
  ],
  [
    'LLaMA bought by a platform: no threshold',
    using('LLaMA', deal('2023-01', 1e6, { role: 'target', users: 2e9 })),
    'acquisition-by-large-platform',
    'does-not-apply',
  ],
  [
    'buys 400 million beside 400 million, later',
    using(
      'Llama 3.1',
      deal('2024-06', 400e6, { role: 'acquirer', users: 400e6, closed: true, date: '2025-01-31' }),
    ),
    'acquisition-of-large-platform',
    'applies',
  ],
  [
    'bought them before: counted, so no later event',
    using(
      'Llama 3.1',
      deal('2024-06', 400e6, { role: 'acquirer', users: 400e6, closed: true, date: '2024-01-31' }),
    ),
    'acquisition-of-large-platform',
    'does-not-apply',
  ],
  [
    'bought them before: counted',
    using(
      'Llama 3.1',
      deal('2024-06', 400e6, { role: 'acquirer', users: 400e6, closed: true, date: '2024-01-31' }),
    ),
    'threshold-above-on-version-date',
    'applies',
  ],
  [
    'the role in the deal is not known',
    using('Llama 3.1', deal('2024-06', 400e6, { users: 400e6, closed: false })),
    'acquisition-of-large-platform',
    'open',
  ],
  [
    'a pending deal (1.a: not transferable)',
    using('Llama 3', deal('2024-03', 1, { role: 'target', users: 1, closed: false })),
    'license-not-transferable-in-a-deal',
    'applies',
  ],
  [
    'no deal',
    using('Llama 3', usersIn('2024-03', 1)),
    'license-not-transferable-in-a-deal',
    'does-not-apply',
  ],

  // Outputs: 1.b.v of 2 and 3; naming and display from 1.b.i on.
  [
    'Llama 2 outputs to another model (1.b.v)',
    using('Llama 2', training({ base: 'other' })),
    'outputs-train-other-models',
    'applies',
  ],
  [
    'Llama 2 outputs to Llama 2 (1.b.v excludes it)',
    using('Llama 2', training({ base: 'llama' })),
    'outputs-train-other-models',
    'does-not-apply',
  ],
  ['Llama 2, training not known', using('Llama 2'), 'outputs-train-other-models', 'open'],
  [
    'Llama 3 outputs to another model (1.b.v)',
    using('Llama 3', training({ base: 'other' })),
    'outputs-train-other-models',
    'applies',
  ],
  [
    'Llama 3.1 outputs to another model (no 1.b.v)',
    using('Llama 3.1', training({ base: 'other' })),
    'outputs-train-other-models',
    'does-not-apply',
  ],
  [
    'Llama 4 outputs to another model (no 1.b.v)',
    using('Llama 4', training({ base: 'other' })),
    'outputs-train-other-models',
    'does-not-apply',
  ],
  [
    'Llama 3.1 outputs, training not known',
    using('Llama 3.1'),
    'outputs-train-other-models',
    'does-not-apply',
  ],
  [
    'Llama 3.1 outputs to a distributed model of another name (1.b.i)',
    using('Llama 3.1', training({ base: 'other', distributed: true, named_llama: false })),
    'trained-model-unnamed',
    'applies',
  ],
  [
    'the same, named',
    using('Llama 3.1', training({ base: 'other', distributed: true, named_llama: true })),
    'trained-model-unnamed',
    'does-not-apply',
  ],
  [
    'the same, kept inside',
    using('Llama 3.1', training({ base: 'other', distributed: false, named_llama: false })),
    'trained-model-unnamed',
    'does-not-apply',
  ],
  [
    'Llama 3 asks for the name for materials, not outputs (1.b.i)',
    using('Llama 3', training({ base: 'other', distributed: true, named_llama: false })),
    'trained-model-unnamed',
    'does-not-apply',
  ],
  [
    'Llama 3.3 outputs to a distributed model, no display (1.b.i.B)',
    using(
      'Llama 3.3',
      training({ base: 'other', distributed: true }),
      controls({ built_with_display: 'no' }),
    ),
    'trained-model-without-display',
    'applies',
  ],
  [
    'the same with the display',
    using(
      'Llama 3.3',
      training({ base: 'other', distributed: true }),
      controls({ built_with_display: 'yes' }),
    ),
    'trained-model-without-display',
    'does-not-apply',
  ],
  [
    'Llama 2 has no display',
    using('Llama 2', training({ base: 'llama', distributed: true }), controls({ built_with_display: 'no' })),
    'trained-model-without-display',
    'does-not-apply',
  ],
  [
    'tuned Llama 3 to customers, no name (1.b.i)',
    using(
      'Llama 3',
      { fine_tuning: { done: true }, weights_recipients: ['customers'] },
      controls({ model_naming: 'no' }),
    ),
    'fine-tuned-model-unnamed',
    'applies',
  ],
  [
    'tuned Llama 3 kept inside',
    using(
      'Llama 3',
      { fine_tuning: { done: true }, weights_recipients: ['nobody'], exposure: 'internal' },
      controls({ model_naming: 'no' }),
    ),
    'fine-tuned-model-unnamed',
    'does-not-apply',
  ],
  [
    'tuned Llama 2: no naming duty',
    using(
      'Llama 2',
      { fine_tuning: { done: true }, weights_recipients: ['customers'] },
      controls({ model_naming: 'no' }),
    ),
    'fine-tuned-model-unnamed',
    'does-not-apply',
  ],
  [
    'tuned Llama 4 that customers call directly',
    using(
      'Llama 4',
      {
        fine_tuning: { done: true },
        weights_recipients: ['nobody'],
        exposure: 'product',
        access: 'model-access',
      },
      controls({ model_naming: 'no' }),
    ),
    'fine-tuned-model-unnamed',
    'applies',
  ],

  // Copies, notice, display, marks.
  [
    'Llama 2 weights to customers, no copy (1.b.i)',
    using('Llama 2', { weights_recipients: ['customers'] }, controls({ agreement_copy: 'no' })),
    'missing-agreement-copy',
    'applies',
  ],
  [
    'Llama 2 outputs only',
    using(
      'Llama 2',
      { weights_recipients: ['nobody'], exposure: 'product', access: 'output-only' },
      controls({ agreement_copy: 'no' }),
    ),
    'missing-agreement-copy',
    'does-not-apply',
  ],
  [
    'LLaMA called by customers: its duty is for distribution (3)',
    using(
      'LLaMA',
      { weights_recipients: ['nobody'], exposure: 'pilot', access: 'model-access' },
      controls({ agreement_copy: 'no' }),
    ),
    'missing-agreement-copy',
    'does-not-apply',
  ],
  [
    'Llama 3.1 called by customers (1.b.i: make available)',
    using(
      'Llama 3.1',
      { weights_recipients: ['nobody'], exposure: 'pilot', access: 'model-access' },
      controls({ agreement_copy: 'no' }),
    ),
    'missing-agreement-copy',
    'applies',
  ],
  [
    'weights to customers with the copy',
    using('Llama 3.1', { weights_recipients: ['customers'] }, controls({ agreement_copy: 'yes' })),
    'missing-agreement-copy',
    'does-not-apply',
  ],
  [
    'weights to customers, copy not known',
    using('Llama 3.1', { weights_recipients: ['customers'] }),
    'missing-agreement-copy',
    'open',
  ],
  [
    'Llama 2 weights to the public, no notice (1.b.iii)',
    using('Llama 2', { weights_recipients: ['public'] }, controls({ notice_file: 'partly' })),
    'missing-notice',
    'applies',
  ],
  [
    'a product without weights',
    using('Llama 2', { weights_recipients: ['nobody'] }, controls({ notice_file: 'no' })),
    'missing-notice',
    'does-not-apply',
  ],
  [
    'LLaMA weights without notice (3.ii)',
    using('LLaMA', { weights_recipients: ['contractors'] }, controls({ notice_file: 'no' })),
    'missing-notice',
    'applies',
  ],
  [
    'Llama 3 product without display (1.b.i.B)',
    using(
      'Llama 3',
      { exposure: 'product', weights_recipients: ['nobody'] },
      controls({ built_with_display: 'no' }),
    ),
    'missing-display',
    'applies',
  ],
  [
    'Llama 4 pilot without display',
    using(
      'Llama 4',
      { exposure: 'pilot', weights_recipients: ['nobody'] },
      controls({ built_with_display: 'no' }),
    ),
    'missing-display',
    'applies',
  ],
  [
    'Llama 2 product: no display',
    using('Llama 2', { exposure: 'product' }, controls({ built_with_display: 'no' })),
    'missing-display',
    'does-not-apply',
  ],
  [
    'Llama 3 inside the company',
    using(
      'Llama 3',
      { exposure: 'internal', weights_recipients: ['nobody'] },
      controls({ built_with_display: 'no' }),
    ),
    'missing-display',
    'does-not-apply',
  ],
  [
    'logos of Meta (5.a)',
    using('Llama 2', { branding: { uses_meta_marks: true } }),
    'trademark-misuse',
    'applies',
  ],
  [
    'no logos of Meta',
    using('Llama 2', { branding: { uses_meta_marks: false } }),
    'trademark-misuse',
    'does-not-apply',
  ],
  [
    '“open source” (1.b.iv, 2)',
    using('Llama 3.2', { branding: { open_source_claim: true } }),
    'open-source-claim',
    'applies',
  ],
  [
    'no such claim',
    using('Llama 3.2', { branding: { open_source_claim: false } }),
    'open-source-claim',
    'does-not-apply',
  ],

  // The use policy, and whom the undertaking is about.
  ['use inside (1.b.iv)', using('Llama 3.1', { exposure: 'internal' }), 'policy-breach-by-staff', 'applies'],
  ['LLaMA (section 2)', using('LLaMA'), 'policy-breach-by-staff', 'applies'],
  [
    'a public product (policy: or allow others to use)',
    using('Llama 2', { exposure: 'public' }),
    'policy-breach-by-users',
    'applies',
  ],
  [
    'LLaMA shown to others (2: permit, assist or cause)',
    using('LLaMA', { exposure: 'pilot' }),
    'research-model-misused-by-others',
    'applies',
  ],
  ['staff alone', using('Llama 2', { exposure: 'internal' }), 'policy-breach-by-users', 'does-not-apply'],
  [
    'Llama 2 shown to others (another clause)',
    using('Llama 2', { exposure: 'pilot' }),
    'research-model-misused-by-others',
    'does-not-apply',
  ],
  ['exposure not known', using('Llama 2'), 'policy-breach-by-users', 'open'],
  [
    'a SaaS vendor without terms',
    using('Llama 3.1', vendor({ kind: 'saas' }), controls({ vendor_flow_down: 'no' })),
    'policy-breach-by-vendor',
    'applies',
  ],
  [
    'no vendor',
    using('Llama 3.1', { vendors: [] }, controls({ vendor_flow_down: 'no' })),
    'policy-breach-by-vendor',
    'does-not-apply',
  ],
  ['legal advice (policy 1.4)', using('Llama 3', { domains: ['legal'] }), 'unlicensed-practice', 'applies'],
  [
    'education is no such practice',
    using('Llama 3', { domains: ['education'] }),
    'unlicensed-practice',
    'does-not-apply',
  ],
  [
    'LLaMA has no policy on practice',
    using('LLaMA', { domains: ['legal'] }),
    'unlicensed-practice',
    'does-not-apply',
  ],
  [
    'hiring (policy 1.3)',
    using('Llama 3', { domains: ['employment'] }),
    'discrimination-in-decisions',
    'applies',
  ],
  [
    'no decisions on people',
    using('Llama 3', { domains: [], near_policy_uses: [] }),
    'discrimination-in-decisions',
    'does-not-apply',
  ],
  ['personal data (policy 1.5)', using('Llama 3.2', { personal_data: true }), 'personal-data', 'applies'],
  ['no personal data', using('Llama 3.2', { personal_data: false }), 'personal-data', 'does-not-apply'],
  ['personal data not known', using('Llama 3.2'), 'personal-data', 'open'],
  ['gambling (1.b.iv)', using('Llama 2', { near_policy_uses: ['gambling'] }), 'breach-of-law', 'applies'],
  [
    'nothing regulated',
    using('Llama 2', { domains: [], near_policy_uses: [] }),
    'breach-of-law',
    'does-not-apply',
  ],
  [
    'power grid (policy 2.4)',
    using('Llama 2', { near_policy_uses: ['critical-infrastructure'] }),
    'critical-infrastructure',
    'applies',
  ],
  [
    'vehicles (policy 3.4)',
    using('Llama 4', { near_policy_uses: ['transportation'] }),
    'critical-infrastructure',
    'applies',
  ],
  [
    'profiling is no infrastructure',
    using('Llama 4', { near_policy_uses: ['profiling'] }),
    'critical-infrastructure',
    'does-not-apply',
  ],
  ['military (policy 2.1)', using('Llama 3', { near_policy_uses: ['military'] }), 'military-use', 'applies'],
  [
    'espionage (policy 3.1)',
    using('Llama 4', { near_policy_uses: ['espionage'] }),
    'military-use',
    'applies',
  ],
  ['uses not known', using('Llama 4'), 'military-use', 'open'],
  ['no military use', using('Llama 4', { near_policy_uses: [] }), 'military-use', 'does-not-apply'],
  [
    'a pharmacy (policy 2.3)',
    using('Llama 3.1', { near_policy_uses: ['drugs'] }),
    'controlled-substances',
    'applies',
  ],
  [
    'a pharmacy and no weapons',
    using('Llama 3.1', { near_policy_uses: ['drugs'] }),
    'weapons',
    'does-not-apply',
  ],
  ['weapons (policy 2.2)', using('Llama 3.1', { near_policy_uses: ['weapons'] }), 'weapons', 'applies'],
  [
    'weapons and no drugs',
    using('Llama 3.1', { near_policy_uses: ['weapons'] }),
    'controlled-substances',
    'does-not-apply',
  ],
  ['neither', using('Llama 3.1', { near_policy_uses: ['reviews'] }), 'weapons', 'does-not-apply'],
  [
    'counselling (policy 2.5)',
    using('Llama 3.1', { near_policy_uses: ['self-harm'] }),
    'self-harm',
    'applies',
  ],
  ['no such subject', using('Llama 3.1', { near_policy_uses: [] }), 'self-harm', 'does-not-apply'],
  [
    'children use it (policy 1.1.4)',
    using('Llama 2', { near_policy_uses: ['minors'] }),
    'minors-without-age-gate',
    'applies',
  ],
  ['adults alone', using('Llama 2', { near_policy_uses: [] }), 'minors-without-age-gate', 'does-not-apply'],
  [
    'red teams (policy 1.7)',
    using('Llama 3.1', { near_policy_uses: ['cybersecurity'] }),
    'malicious-code',
    'applies',
  ],
  ['no security work', using('Llama 3.1', { near_policy_uses: [] }), 'malicious-code', 'does-not-apply'],
  [
    'cloned voices (policy 3.4)',
    using('Llama 3.1', { near_policy_uses: ['synthetic-media'] }),
    'deceptive-content',
    'applies',
  ],
  ['no imitation', using('Llama 3.1', { near_policy_uses: [] }), 'deceptive-content', 'does-not-apply'],
  [
    'a chat that does not say it is a machine (policy 3.5)',
    using('Llama 3.3', { exposure: 'public' }, controls({ ai_disclosure: 'no' })),
    'passed-off-as-human',
    'applies',
  ],
  [
    'a chat that says so',
    using('Llama 3.3', { exposure: 'public' }, controls({ ai_disclosure: 'yes' })),
    'passed-off-as-human',
    'does-not-apply',
  ],
  [
    'dangers not told (policy 4)',
    using('Llama 2', { exposure: 'product' }, controls({ known_dangers_disclosure: 'no' })),
    'known-dangers-not-disclosed',
    'applies',
  ],
  [
    'no end users outside',
    using('Llama 2', { exposure: 'internal' }, controls({ known_dangers_disclosure: 'no' })),
    'known-dangers-not-disclosed',
    'does-not-apply',
  ],
  [
    'tuning under 3.2 (policy 1.8)',
    using('Llama 3.2', { fine_tuning: { done: true } }),
    'safeguards-removed',
    'applies',
  ],
  [
    'tuning under 3.1 (no such words)',
    using('Llama 3.1', { fine_tuning: { done: true } }),
    'safeguards-removed',
    'does-not-apply',
  ],
  [
    'tools under 4 (policy 6)',
    using('Llama 4', { near_policy_uses: ['cybersecurity'] }),
    'harmful-third-party-tools',
    'applies',
  ],
  [
    'tools under 2 (no such words)',
    using('Llama 2', { near_policy_uses: ['cybersecurity'] }),
    'harmful-third-party-tools',
    'does-not-apply',
  ],

  // The European Union: the paragraph of the policies of 3.2, 3.3 and 4.
  ['Llama 3.2-Vision in Germany', using('Llama 3.2-Vision', inCountry('DE')), 'eu-multimodal', 'applies'],
  ['Llama 4 in Ireland', using('Llama 4', inCountry('IE')), 'eu-multimodal', 'applies'],
  [
    'Llama 3.2 for text in Germany',
    using('Llama 3.2 3B', inCountry('DE')),
    'eu-multimodal',
    'does-not-apply',
  ],
  ['Llama 3.2 of no size in Germany', using('Llama 3.2', inCountry('DE')), 'eu-multimodal', 'open'],
  [
    'Llama 3.3 has no multimodal model',
    using('Llama 3.3', inCountry('DE')),
    'eu-multimodal',
    'does-not-apply',
  ],
  [
    'Llama 3.1 in Germany (no such words)',
    using('Llama 3.1', inCountry('DE')),
    'eu-multimodal',
    'does-not-apply',
  ],
  [
    'Llama 4 in Switzerland, which is no member',
    using('Llama 4', inCountry('CH')),
    'eu-multimodal',
    'does-not-apply',
  ],
  [
    'Llama 4 in Norway, which is no member',
    using('Llama 4', inCountry('NO')),
    'eu-multimodal',
    'does-not-apply',
  ],
  ['Llama 4 in the United Kingdom', using('Llama 4', inCountry('GB')), 'eu-multimodal', 'does-not-apply'],
  ['Llama 4, place not known', using('Llama 4', { client: { affiliates: [] } }), 'eu-multimodal', 'open'],
  [
    'Llama 4, an affiliate in France uses it',
    using('Llama 4', { client: client('US', { country: 'FR', uses_models: true }) }),
    'eu-multimodal-affiliates',
    'applies',
  ],
  [
    'Llama 4, an affiliate in France does not',
    using('Llama 4', { client: client('US', { country: 'FR', uses_models: false }) }),
    'eu-multimodal-affiliates',
    'does-not-apply',
  ],
  [
    'Llama 4, it is not known whether it does',
    using('Llama 4', { client: client('US', { country: 'FR' }) }),
    'eu-multimodal-affiliates',
    'open',
  ],
  [
    'users in the Union of a product are spared',
    using('Llama 4', {
      eu_users: true,
      exposure: 'product',
      access: 'output-only',
      weights_recipients: ['nobody'],
    }),
    'eu-multimodal-recipients',
    'does-not-apply',
  ],
  [
    'customers in the Union get weights',
    using('Llama 4', { eu_users: true, weights_recipients: ['customers'] }),
    'eu-multimodal-recipients',
    'applies',
  ],

  // Ends, suits, money.
  ['no time to cure (6)', using('Llama 2'), 'no-cure-sudden-loss', 'applies'],
  ['no notice of changes (policy)', using('Llama 2'), 'policy-changes-unnoticed', 'applies'],
  ['LLaMA has no policy', using('LLaMA'), 'policy-changes-unnoticed', 'does-not-apply'],
  [
    'a suit that outputs infringe, against another (5.c)',
    using('Llama 2', { litigation: { over_llama_ip: true } }),
    'suit-over-llama',
    'applies',
  ],
  [
    'LLaMA has no such clause',
    using('LLaMA', { litigation: { over_llama_ip: true } }),
    'suit-over-llama',
    'does-not-apply',
  ],
  [
    'no suit',
    using('Llama 2', { litigation: { over_llama_ip: false } }),
    'suit-over-llama',
    'does-not-apply',
  ],
  [
    'a suit against Meta on something else (5.c)',
    using('Llama 2', { litigation: { over_llama_ip: false, against_meta: true } }),
    'suit-against-meta',
    'applies',
  ],
  [
    'the same does not end the license',
    using('Llama 2', { litigation: { over_llama_ip: false, against_meta: true } }),
    'suit-over-llama',
    'does-not-apply',
  ],
  [
    'no suit against Meta',
    using('Llama 2', { litigation: { over_llama_ip: false, against_meta: false } }),
    'suit-against-meta',
    'does-not-apply',
  ],
  [
    'a suit is planned',
    using('Llama 3', { litigation: { over_llama_ip: false, planned: true } }),
    'suit-planned',
    'applies',
  ],
  [
    'none is planned',
    using('Llama 3', { litigation: { over_llama_ip: false, planned: false } }),
    'suit-planned',
    'does-not-apply',
  ],
  ['the indemnity (5.c)', using('Llama 4'), 'uncapped-indemnity', 'applies'],
  ['no warranty (3, 4)', using('Llama 4'), 'no-warranty-no-recourse', 'applies'],
  ['California for a German client (7)', using('Llama 3.1', inCountry('DE')), 'california-courts', 'applies'],
  ['California for one in the United States', using('Llama 3.1'), 'california-courts', 'does-not-apply'],
  [
    'weights to the public (1.b.iv)',
    using('Llama 3.1', { weights_recipients: ['public'] }),
    'trade-compliance',
    'applies',
  ],
  [
    'weights to nobody',
    using('Llama 3.1', { weights_recipients: ['nobody'] }),
    'trade-compliance',
    'does-not-apply',
  ],

  // Vendors, contractors, affiliates, resale.
  [
    'a vendor without license (1.a)',
    using('Llama 3', vendor({ licensed: 'no' })),
    'vendor-not-licensed',
    'applies',
  ],
  [
    'a vendor with one',
    using('Llama 3', vendor({ licensed: 'yes' })),
    'vendor-not-licensed',
    'does-not-apply',
  ],
  ['a vendor who has not said', using('Llama 3', vendor({})), 'vendor-not-licensed', 'open'],
  [
    'a vendor’s product shows nothing (1.b.i)',
    using('Llama 3', vendor({ display_at: 'none' })),
    'vendor-duties-not-done',
    'applies',
  ],
  [
    'it shows the line',
    using('Llama 3', vendor({ display_at: 'foot of each page' })),
    'vendor-duties-not-done',
    'does-not-apply',
  ],
  [
    'a vendor above the threshold (2)',
    using('Llama 3', vendor({ licensed: 'yes', above_threshold: true })),
    'vendor-not-licensed',
    'applies',
  ],
  [
    'a vendor trains on the data',
    using('Llama 3', vendor({ trains_on_customer_data: true })),
    'vendor-trains-on-customer-data',
    'applies',
  ],
  [
    'it does not',
    using('Llama 3', vendor({ trains_on_customer_data: false })),
    'vendor-trains-on-customer-data',
    'does-not-apply',
  ],
  [
    'a vendor does not indemnify',
    using('Llama 3', vendor({ indemnifies: false })),
    'vendor-without-indemnity',
    'applies',
  ],
  ['it does', using('Llama 3', vendor({ indemnifies: true })), 'vendor-without-indemnity', 'does-not-apply'],
  [
    'a vendor sees personal data',
    using('Llama 3', { personal_data: true }, vendor({ sees_prompts: true })),
    'vendor-sees-prompts',
    'applies',
  ],
  [
    'it sees none',
    using('Llama 3', { personal_data: true }, vendor({ sees_prompts: false })),
    'vendor-sees-prompts',
    'does-not-apply',
  ],
  [
    'a vendor tunes for the client (5.b)',
    using('Llama 3', vendor({ kind: 'fine-tuning' })),
    'vendor-owns-fine-tuned-model',
    'applies',
  ],
  [
    'a vendor only serves calls',
    using('Llama 3', vendor({ kind: 'managed-api' })),
    'vendor-owns-fine-tuned-model',
    'does-not-apply',
  ],
  [
    'LLaMA says nothing of ownership',
    using('LLaMA', vendor({ kind: 'fine-tuning' })),
    'vendor-owns-fine-tuned-model',
    'does-not-apply',
  ],
  [
    'contractors hold weights without terms (1.b.i)',
    using('Llama 2', { weights_recipients: ['contractors'] }, controls({ contractor_flow_down: 'no' })),
    'contractor-without-flow-down',
    'applies',
  ],
  [
    'they have terms',
    using('Llama 2', { weights_recipients: ['contractors'] }, controls({ contractor_flow_down: 'yes' })),
    'contractor-without-flow-down',
    'does-not-apply',
  ],
  [
    'an affiliate uses the model',
    using('Llama 2', { client: client('US', { country: 'US', uses_models: true }) }),
    'affiliates-not-licensees',
    'applies',
  ],
  ['no affiliate', using('Llama 2'), 'affiliates-not-licensees', 'does-not-apply'],
  ['white label', using('Llama 3.1', { exposure: 'resale' }), 'resale-without-pass-through', 'applies'],
  [
    'own product, no reseller',
    using('Llama 3.1', { exposure: 'product', vendors: [] }),
    'resale-without-pass-through',
    'does-not-apply',
  ],
  [
    'a third party runs the model',
    using('Llama 3.1', { deployment: ['third-party-service'] }),
    'provider-withdraws-service',
    'applies',
  ],
  [
    'the client runs it',
    using('Llama 3.1', { deployment: ['on-premises'] }),
    'provider-withdraws-service',
    'does-not-apply',
  ],

  [
    'outputs reach customers (policy 1.6)',
    using('Llama 2', { exposure: 'product' }),
    'infringing-outputs',
    'applies',
  ],
  ['outputs stay inside', using('Llama 2', { exposure: 'internal' }), 'infringing-outputs', 'does-not-apply'],
  [
    'LLaMA weights to affiliates (2.b, 2.d)',
    using('LLaMA', { weights_recipients: ['affiliates'] }),
    'own-terms-on-research-model',
    'applies',
  ],
  [
    'Llama 2 weights (no such words)',
    using('Llama 2', { weights_recipients: ['affiliates'] }),
    'own-terms-on-research-model',
    'does-not-apply',
  ],

  // What a company keeps in order.
  ['own weights', using('Llama 3.1', { deployment: ['own-cloud'] }), 'weights-leak', 'applies'],
  [
    'no own weights',
    using('Llama 3.1', { deployment: ['third-party-service'] }),
    'weights-leak',
    'does-not-apply',
  ],
  [
    'no register of copies (6)',
    using('Llama 3.1', { deployment: ['on-premises'] }, controls({ model_register: 'no' })),
    'copies-not-registered',
    'applies',
  ],
  [
    'a register',
    using('Llama 3.1', { deployment: ['on-premises'] }, controls({ model_register: 'yes' })),
    'copies-not-registered',
    'does-not-apply',
  ],
  [
    'a product without exit',
    using('Llama 3.1', { exposure: 'product' }, controls({ exit_plan: 'no' })),
    'no-exit',
    'applies',
  ],
  [
    'a product with one',
    using('Llama 3.1', { exposure: 'product' }, controls({ exit_plan: 'yes' })),
    'no-exit',
    'does-not-apply',
  ],
  [
    'an older version, no review',
    using('Llama 3.1', controls({ version_review: 'no' })),
    'upgrade-without-review',
    'applies',
  ],
  [
    'the newest version, nothing planned',
    using('Llama 4', controls({ version_review: 'no' })),
    'upgrade-without-review',
    'does-not-apply',
  ],
  [
    'two versions',
    using('Llama 3.1', { models: [{ model: 'Llama 3.1' }, { model: 'Llama 2' }] }),
    'several-versions',
    'applies',
  ],
  [
    'one of two is retired',
    using('Llama 3.1', { models: [{ model: 'Llama 3.1' }, { model: 'Llama 2', status: 'retired' }] }),
    'several-versions',
    'does-not-apply',
  ],
  ['no records', using('Llama 3.1', controls({ records: 'no' })), 'no-records', 'applies'],
  ['records', using('Llama 3.1', controls({ records: 'yes' })), 'no-records', 'does-not-apply'],
  [
    'no plan for incidents',
    using('Llama 3.1', controls({ incident_plan: 'partly' })),
    'no-incident-plan',
    'applies',
  ],
  ['a plan', using('Llama 3.1', controls({ incident_plan: 'yes' })), 'no-incident-plan', 'does-not-apply'],
  [
    'staff downloads',
    using('Llama 3.1', { deployment: ['on-premises'] }),
    'acceptance-without-authority',
    'applies',
  ],
  [
    'nothing is downloaded',
    using('Llama 3.1', { deployment: ['third-party-service'] }),
    'acceptance-without-authority',
    'does-not-apply',
  ],
  ['outputs to customers (5.b)', using('Llama 3.1', { exposure: 'product' }), 'outputs-ownership', 'applies'],
  ['outputs inside', using('Llama 3.1', { exposure: 'internal' }), 'outputs-ownership', 'does-not-apply'],
  [
    'tuned on customers’ data',
    using('Llama 3.1', { fine_tuning: { done: true, data: ['customer'] } }),
    'training-data-without-rights',
    'applies',
  ],
  [
    'tuned on own data',
    using('Llama 3.1', { fine_tuning: { done: true, data: ['company'] } }),
    'training-data-without-rights',
    'does-not-apply',
  ],
  ['in use inside', using('Llama 3.1', { exposure: 'internal' }), 'pilot-becomes-product', 'applies'],
  [
    'a product already',
    using('Llama 3.1', { exposure: 'product' }),
    'pilot-becomes-product',
    'does-not-apply',
  ],
]

let library: Library
beforeAll(async () => {
  library = await loadLibrary('clauses')
})

const only = (id: string) => new Map([...library.risks].filter(([one]) => one === id))

describe('findings, by hand from the texts', () => {
  it.each(rows.map(([situation, matter, risk, status]) => [situation, risk, status, matter] as const))(
    '%s: %s %s',
    (_, risk, status, matter) => {
      // One risk at a time: the others do not touch it, and all of them would take seventy times as long.
      const found = assess(matter, { ...library, risks: only(risk) }).findings
      expect(new Set(found.map((one) => one.status))).toEqual(new Set([status]))
      for (const one of found) if (status === 'open') expect(one.questions).not.toEqual([])
      for (const one of found) if (status === 'applies') expect(one.citations).not.toEqual([])
    },
  )

  it('has a situation for every risk, and one without it unless all licenses have it', () => {
    const always = [
      'policy-breach-by-staff',
      'no-cure-sudden-loss',
      'uncapped-indemnity',
      'no-warranty-no-recourse',
    ]
    const ids = [...library.risks.keys()]
    const with_ = (status: Status) => new Set(rows.filter((row) => row[3] === status).map((row) => row[2]))
    expect(ids.filter((id) => !with_('applies').has(id))).toEqual([])
    expect(ids.filter((id) => !with_('does-not-apply').has(id) && !always.includes(id))).toEqual([])
  })
})
