import type { Condition } from '../../matter/index.ts'

/** A kind of incident, and what it asks for. */
export interface IncidentKind {
  title: string
  /** When a company of this kind can have it; empty: always. */
  when: Condition
  /** Only where the client has vendors, or nobody knows. */
  ofVendors?: true
  /** Where the licenses speak of it. */
  topics: string[]
  /** What is stopped, and how it is contained. */
  stop: string
  decides: string
  tell: string
}

/** Every kind in the order in which it is likely to come. */
export const incidentKinds: IncidentKind[] = [
  {
    title: 'A member of staff breaks the use policy',
    when: {},
    topics: ['allowing-others', 'termination'],
    stop: 'End the use and suspend the login. Keep prompts, outputs and what was made of them.',
    decides: 'Incident lead; Legal on what follows',
    tell: 'Manager, human resources, Legal',
  },
  {
    title: 'A user or customer breaks the use policy',
    when: { 'derived.offers_to_others': true },
    topics: ['allowing-others', 'termination'],
    stop: 'Suspend the account, block the pattern, and check others for it.',
    decides: 'Incident lead; who decides on products, where the product stops',
    tell: 'The user, Legal, the authority where a crime or a child is concerned',
  },
  {
    title: 'Dangerous, false or discriminating output reached somebody',
    when: {},
    topics: ['known-dangers', 'discrimination', 'self-harm'],
    stop: 'Take the output back, switch the feature off or put a person before it.',
    decides: 'Who decides on products',
    tell: 'Those concerned, end users of the danger now known, Legal',
  },
  {
    title: 'Personal or secret data in prompts or outputs',
    when: {},
    topics: ['sensitive-personal-data'],
    stop: 'Stop the flow, lock the logs, find who has seen it.',
    decides: 'Data protection, Legal',
    tell: 'Data protection at once: the law may give hours for telling an authority',
  },
  {
    title: 'Weights have leaked or were handed on',
    when: { 'matter.deployment': { $in: ['on-premises', 'own-cloud'] } },
    topics: ['agreement-copy', 'attribution-notice'],
    stop: 'Close access, change keys, have copies taken down, list what was in them.',
    decides: 'Security; Legal on takedown',
    tell: 'Legal, whose data the fine-tuned weights hold, the vendor that holds them',
  },
  {
    title: 'Outputs trained a model that they may not train',
    when: { 'terms.model-improvement.restricted': 'outputs' },
    topics: ['model-improvement'],
    stop: 'Stop training and release, set aside data set and model, trace what else the outputs went into.',
    decides: 'Legal, owner of the models',
    tell: 'Legal; nobody outside before the lineage is known',
  },
  {
    title: 'A trained or fine-tuned model went out without its name, display or notice',
    when: { 'terms.model-naming.absent': false },
    topics: ['model-naming', 'built-with-display', 'attribution-notice'],
    stop: 'Hold further release, mend name, display and notice where it is offered.',
    decides: 'Owner of the models, Legal',
    tell: 'Legal, recipients of the copies',
  },
  {
    title: 'The user threshold may have been crossed on the date that counts',
    when: { 'terms.user-threshold.absent': false },
    topics: ['user-threshold'],
    stop: 'Release nothing new, count again with every affiliate, keep the records.',
    decides: 'Legal, who decides on products',
    tell: 'Legal alone, which decides whether to ask Meta for a license',
  },
  {
    title: 'Somebody claims that we infringe its rights',
    when: {},
    topics: ['third-party-infringement', 'indemnity', 'warranty'],
    stop: 'Take down what is claimed where it can be spared, and keep it as evidence.',
    decides: 'Legal',
    tell: 'Insurer, vendor that indemnifies; nobody answers the claim itself',
  },
  {
    title: 'We mean to sue, or to claim back, over the models or their outputs',
    when: { 'terms.litigation-termination.absent': false },
    topics: ['litigation-termination'],
    stop: 'File nothing before the models are replaced: the license ends on the day of filing.',
    decides: 'Legal, management',
    tell: 'Owner of the models',
  },
  {
    title: 'Meta writes to us, or ends the license',
    when: {},
    topics: ['termination', 'deletion', 'survival'],
    stop: 'Acknowledge nothing by phone. Start the plan for the end of the license at once.',
    decides: 'Legal; management on an answer',
    tell: 'Owner of the models, who decides on products, vendors',
  },
  {
    title: 'A vendor has an incident, loses its license or withdraws its service',
    when: {},
    ofVendors: true,
    topics: ['termination'],
    stop: 'Cut the connection if need be, switch to the replacement, ask for logs.',
    decides: 'Incident lead, owner of the models',
    tell: 'Procurement, Legal, users of the service',
  },
]
