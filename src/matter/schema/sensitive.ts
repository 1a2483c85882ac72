import { choices, yesNo } from './leaf.ts'
import { ask } from './question.ts'

const nearThings = [
  'military',
  'weapons',
  'nuclear',
  'espionage',
  'critical-infrastructure',
  'heavy-machinery',
  'transportation',
  'drugs',
  'surveillance',
  'biometrics',
  'profiling',
  'political',
  'adult',
  'minors',
  'self-harm',
  'gambling',
  'cybersecurity',
  'synthetic-media',
  'impersonation',
  'reviews',
  'automated-decisions',
] as const

/** What a use may touch that the policy names. */
export const sensitiveThings = [
  ...nearThings,
  'profession',
  'human-claims',
  'undisclosed-dangers',
  'discrimination',
  'fraud',
  'defamation',
  'spam',
  'harassment',
  'violence',
  'rights-of-others',
  'circumvention',
  'unlawful',
  'private-information',
  'terrorism',
  'child-exploitation',
  'trafficking',
  'sexual-solicitation',
  'danger',
  'deception',
  'harmful-tools',
] as const

/** Uses that the policy, or the law of a trade, speaks to. */
export const sensitive = {
  domains: ask(
    choices([
      'health',
      'finance',
      'legal',
      'employment',
      'credit',
      'housing',
      'insurance',
      'education',
      'public-services',
    ]),
    {
      question: 'In which regulated domains are the models used?',
      help: 'An empty list says: in none.',
      law: ['unlicensed-practice', 'discrimination', 'high-risk-use'],
    },
  ),
  near_policy_uses: ask(choices(nearThings), {
    question: 'Which uses come near the lines of the use policy?',
    help: 'Name what the product touches, even where it stays on the right side of the line. An empty list says: none.',
    law: ['acceptable-use', 'termination'],
  }),
  personal_data: ask(yesNo(), {
    question: 'Do prompts, outputs or training data hold personal data?',
    law: ['sensitive-personal-data', 'legal-compliance'],
  }),
  eu_users: ask(yesNo(), {
    question: 'Are there users in the European Union?',
    law: ['multimodal-european-union'],
  }),
}
