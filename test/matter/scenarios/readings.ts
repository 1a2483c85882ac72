import type { Readings } from './translate.ts'

const near = (what: string, how: string) => ({ sensitive_uses: [{ what, how }] })

/** What a person reads from the free words of the facts, by scenario and use; the words are beside each. */
export const readings: Readings = {
  // “which model of 3.2 is not known” needs none; “scenes are violent, as the genre is”.
  'eu-game-studio': { uses: { npc: near('violence', 'apart') } },
  // “the country has about 40 million inhabitants”
  'public-body-canada': { reach: { at_most: 40_000_000 } },
  'law-firm': {
    uses: {
      // “drafts reviewed by lawyers”; “questions about the case, handed to a lawyer”
      drafting: near('profession', 'apart'),
      intake: near('profession', 'apart'),
      // “individual legal advice to visitors from all states, without a lawyer”
      'advice-test': near('profession', 'does'),
    },
  },
  // “explain security alerts”
  'appliance-vendor': {
    uses: {
      appliance: { ...near('cybersecurity', 'apart'), finished_product: 'yes' },
      kit: { ...near('cybersecurity', 'apart'), finished_product: 'no' },
    },
  },
  'media-group-shared-service': {
    uses: {
      // “match reports under invented reporters’ names”; readers get articles alone, and the subsidiary is served
      reports: { ...near('human-claims', 'does'), audience: ['affiliates'] },
    },
  },
  'grid-operator': {
    uses: {
      // “compose and send switching commands”; “read-only search in control-room manuals”; “letters about bills”
      switching: near('critical-infrastructure', 'does'),
      manuals: near('critical-infrastructure', 'related'),
      bills: near('critical-infrastructure', 'apart'),
    },
  },
  'bought-by-a-giant': {
    // “use by Behemo after the merger, in its own products”
    uses: { merger: { company: 'Behemo Corp.' } },
  },
  'norwegian-client': {
    // “grading of fish from photos, by Fjordmat Danmark ApS”
    uses: { grading: { company: 'Fjordmat Danmark ApS', audience: ['staff'] } },
  },
  'mixed-outputs': {
    uses: {
      // “buyers of the weights” get “no Llama weights”; planned: “Llama Sahab 13B”
      training: {
        audience: ['staff'],
        output_training: {
          done: 'yes',
          models: [
            {
              name: 'Llama Sahab 13B',
              kind: 'large-language-model',
              base: 'other',
              how: 'training',
              distributed: 'yes',
            },
          ],
        },
      },
    },
  },
  'two-versions-in-one-product': {
    uses: {
      // “Built with Llama”; “agreement and notice of Llama 3.3 in the download, none of Llama 3”
      product: {
        models: [
          {
            model: 'Llama 3 8B Instruct',
            changed: 'no',
            since: '2025-03',
            performed: { agreement_copy: 'no', notice_file: 'no', built_with_display: 'no' },
          },
          {
            model: 'Llama 3.3 70B Instruct',
            changed: 'yes',
            since: '2025-03',
            performed: { agreement_copy: 'yes', notice_file: 'yes', built_with_display: 'yes' },
          },
        ],
      },
    },
  },
  'llama-3-as-a-judge': {
    uses: {
      // “scores that choose training data”
      preference: {
        output_training: {
          done: 'yes',
          models: [
            {
              name: 'Lattice-30B',
              kind: 'large-language-model',
              base: 'other',
              how: 'selection',
              distributed: 'yes',
            },
          ],
        },
      },
      // “grades for a public quality page; not used in training”
      'quality-page': {
        output_training: {
          done: 'yes',
          models: [
            {
              name: 'Lattice-30B',
              kind: 'large-language-model',
              base: 'other',
              how: 'evaluation',
              distributed: 'yes',
            },
          ],
        },
      },
      'lattice-2': {
        output_training: {
          done: 'yes',
          models: [
            {
              name: 'Lattice-2',
              kind: 'large-language-model',
              base: 'other',
              how: 'selection',
              distributed: 'yes',
            },
          ],
        },
      },
    },
  },
}
