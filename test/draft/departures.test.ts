import { describe, expect, test } from 'vitest'
import { departures } from '../../src/draft/flow-down/departures.ts'
import { chooseFlowDowns, draft } from '../../src/draft/index.ts'
import { levelsDown } from '../../src/library/index.ts'
import { library, templates } from './loaded.ts'
import { matterOf, parties } from './vendor-matters.ts'

const facts = (negotiation: object, more: object = {}) => ({
  ...parties,
  vendor: { ...parties.vendor, kind: 'saas', models: ['Llama 3.3'], sees_prompts: true },
  fine_tuning: { done: false },
  personal_data: false,
  negotiation: { relation: 'balanced', ...negotiation },
  ...more,
})
const found = (negotiation: object, more: object = {}, form?: 'full' | 'terms') =>
  departures(matterOf(facts(negotiation, more)), library, form)

describe('what somebody must approve', () => {
  test('is nothing at any level of ours', () => {
    for (const relation of ['ours', 'balanced', 'theirs'])
      expect([relation, found({ relation })]).toEqual([relation, []])
  })

  // Each figure of each clause that such an addendum has: at our lowest level it is ours, and one more or less is not.
  const printed = chooseFlowDowns(matterOf(facts({})), library)
    .filter((one) => one.in)
    .flatMap(({ flowDown, level }) =>
      Object.entries(flowDown.figures)
        .filter(([, figure]) => figure[level] !== undefined)
        .map(([key, figure]) => ({ flowDown, name: `${flowDown.id}.${key}`, figure })),
    )
  test('is a number beyond our lowest level, and by whom the library says', () => {
    expect(printed.length).toBeGreaterThan(10)
    for (const { flowDown, name, figure } of printed) {
      const known = levelsDown.flatMap((level) => figure[level] ?? [])
      const [lowest, step] = figure.stricter === 'less' ? [Math.max(...known), 1] : [Math.min(...known), -1]
      expect([name, found({ figures: [{ figure: name, is: lowest }] })]).toEqual([name, []])
      if (lowest + step < 1) continue
      expect([name, found({ figures: [{ figure: name, is: lowest + step }] })]).toEqual([
        name,
        [
          {
            clause: flowDown.id,
            title: flowDown.title,
            approver: flowDown.approval,
            what: expect.stringContaining(`as ${figure.term}, where our lowest level has`),
          },
        ],
      ])
    }
  })

  test('is a clause that is left out where there is occasion for it, and none that would be out anyway', () => {
    const off = { positions: { incidents: 'off', 'weights-custody': 'off', security: 'off' } }
    const titles = (more: object, form: 'full' | 'terms') =>
      found(off, more, form).map(({ clause, what }) => `${clause} ${what}`)
    expect(titles({}, 'full').sort()).toEqual([
      'incidents is left out by decision',
      'security is left out by decision',
    ])
    const covered = { agreement: { ...parties.agreement, covers: ['security'] } }
    expect(titles(covered, 'terms')).toEqual(['incidents is left out by decision'])
  })

  test('is told to whoever drafts, and stands in no paper', () => {
    const matter = matterOf(facts({ positions: { incidents: 'off' } }))
    const made = draft('vendor-addendum', { templates, library, matter, options: {} })
    const { approval } = library.flowDowns.get('incidents')!
    expect(made.notices).toContain(`Incidents is left out by decision: needs the approval of ${approval}`)
    expect(made.departures).toHaveLength(1)
    expect(JSON.stringify(made.tree)).not.toContain('needs the approval')
  })
})
