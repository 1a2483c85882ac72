/** An answer on the form of a memo: words written, a word of a list chosen, or boxes ticked, in the field of that id. */
export type Answer =
  | { field: string; write: string }
  | { field: string; choose: string }
  | { field: string; tick: string }

const none = (field: string): Answer => ({ field, tick: '(none)' })
const no = (field: string): Answer => ({ field, choose: 'no' })

/** What a hospital tells of its model for notes, but for its controls; what stands later is asked because of what stands before. */
export const hospital: readonly Answer[] = [
  { field: 'matter', write: 'Alder Ridge: notes' },
  { field: 'f-client-name', write: 'Alder Ridge Health' },
  { field: 'f-document-author', write: 'Outside counsel' },
  { field: 'f-models-0-model', write: 'Llama 3.1 70B Instruct' },
  { field: 'f-client-principal-place-of-business', write: 'United States' },
  none('f-client-affiliates'),
  none('f-vendors'),
  none('f-sensitive-uses'),
  none('f-reach-acquisitions'),
  { field: 'f-models-0-status', choose: 'in-use' },
  { field: 'f-audience', tick: 'staff' },
  { field: 'f-inside', choose: 'own' },
  { field: 'f-deployment', tick: 'on-premises' },
  { field: 'f-access', choose: 'output-only' },
  { field: 'f-weights-recipients', tick: 'nobody' },
  no('f-fine-tuning-done'),
  no('f-output-training-done'),
  { field: 'f-domains', tick: 'health' },
  { field: 'f-personal-data', choose: 'yes' },
  { field: 'f-reach-at-most', write: '2.2 million' },
  { field: 'f-reach-planned-users', write: '3 million' },
  { field: 'f-reach-affiliates-complete', choose: 'yes' },
  no('f-branding-uses-meta-marks'),
  no('f-branding-open-source-claim'),
  no('f-litigation-against-meta'),
  no('f-litigation-over-llama-ip'),
  no('f-litigation-planned'),
]
