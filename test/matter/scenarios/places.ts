/**
 * Items of the use policies, counted by their place as `../shared/scenarios/README.md` counts them, and the topic of the
 * library that has them. Which section a license prints it under is the term's.
 */
export const places: Record<string, string[]> = {
  '1.1': [
    'unlawful-activity',
    'minors-and-age-gating',
    'violence-and-terrorism',
    'child-safety',
    'sexual-solicitation',
  ],
  '1.2': ['harassment'],
  '1.3': ['discrimination'],
  '1.4': ['unlicensed-practice'],
  '1.5': ['sensitive-personal-data'],
  '1.6': ['third-party-infringement'],
  '1.7': ['malicious-code'],
  '1.8': ['safety-circumvention'],
  '2.1': ['military-and-controlled-uses'],
  '2.2': ['guns-and-weapons'],
  '2.3': ['illegal-drugs'],
  '2.4': ['critical-infrastructure'],
  '2.5': ['self-harm'],
  '2.6': ['incitement-to-violence'],
  '3.1': ['fraud-and-disinformation'],
  '3.2': ['defamation'],
  '3.3': ['spam'],
  '3.4': ['impersonation'],
  '3.5': ['human-generated-claims'],
  '3.6': ['false-engagement'],
  '4': ['known-dangers'],
  '5': ['harmful-third-party-tools'],
  EU: ['multimodal-european-union'],
}
