import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkLibrary } from '../../src/library/index.ts'
import { conditionRule } from '../../src/matter/index.ts'

const when = '  derived.trains_other_models: true'
const slot = '{{matter.output_training.models.name}}'

/** A risk without a slip. */
const risk = (id: string) => `---
id: ${id}
title: Outputs improve another language model
topics:
  - model-improvement
when:
  terms.model-improvement.restricted: outputs
${when}
likelihood:
  base: 4
impact:
  base: 4
  raise:
    - when:
        derived.trains_distributed_models: true
      by: 1
      because: it cannot be called back
mitigations:
  - { what: Stop., who: Head of data science, by: at once, evidence: Data register }
residual:
  - { control: controls.dataset_provenance, axis: likelihood, by: 1 }
cites:
  - topic: model-improvement
---
The license bars it {{cite model-improvement}}.
It trains ${slot}.
`

/** One slip each, in a copy of the risk on outputs: old words, new words, line, and what is said of it. */
const slips: [old: string, now: string, line: number, said: string][] = [
  [
    when,
    '  derived.trains_others_models: true',
    8,
    'there is no derived fact trains_others_models: did you mean',
  ],
  [when, '  derived.in_eu: 1', 8, 'derived.in_eu is compared with 1, but it is true or false'],
  [when, '  matter.exposures: public', 8, 'there is no fact of a matter exposures: did you mean exposure?'],
  [
    when,
    '  matter.exposure: { $in: [products] }',
    8,
    'is compared with "products", but it is one of internal',
  ],
  [when, '  matter.exposure: { $in: public }', 8, '$in takes a list'],
  [when, '  matter.client: ACME', 8, 'matter.client is a group of facts'],
  [
    when,
    '  matter.vendors: { $elemMatch: { kinds: saas } }',
    8,
    'there is no fact of a matter vendors.kinds',
  ],
  [when, '  matter.controls.logging: false', 8, 'is compared with false, but it is one of yes, partly, no'],
  [
    when,
    '  terms.user-treshold.threshold_users: 5',
    8,
    'no topic user-treshold: did you mean user-threshold?',
  ],
  [when, '  terms.user-threshold.threshold: 5', 8, 'there is no fact of user-threshold threshold'],
  [
    when,
    '  terms.model-improvement.exceptions: same',
    8,
    'is compared with "same", but it is any of same-version',
  ],
  [when, '  license.id: llama-5', 8, 'is compared with "llama-5", but it is one of llama-1'],
  [when, '  agreement.id: llama-3', 8, 'a path starts with matter, terms, derived or license'],
  [when, '  matter.exposure: { $regex: pub }', 7, 'a condition cannot use $regex'],
  ['derived.trains_distributed_models', 'derived.distributed', 15, 'there is no derived fact distributed'],
  ['controls.dataset_provenance', 'controls.provenance', 21, 'there is no control controls.provenance'],
  ['{{cite model-improvement}}', '{{cite improvement}}', 25, 'there is no topic improvement'],
  [slot, '{{matter.output_training.name}}', 26, 'there is no fact of a matter output_training.name'],
  [slot, '{{ matter.exposure or none }}', 26, 'a slot is a fact such as matter.exposure'],
]

const said = new Map<string, string[]>()
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-conditions-'))
  await cp('clauses', folder, { recursive: true })
  await writeFile(join(folder, 'risks/slip-none.md'), risk('slip-none'))
  for (const [at, [old, now]] of slips.entries()) {
    expect(risk('')).toContain(old)
    await writeFile(join(folder, `risks/slip-${at}.md`), risk(`slip-${at}`).replace(old, now))
  }
  const { problems } = await checkLibrary(folder, new Map(), [conditionRule])
  await rm(folder, { recursive: true })
  for (const problem of problems.filter(({ rule }) => rule === 'conditions')) {
    const file = basename(problem.place.file ?? '', '.md')
    said.set(file, [...(said.get(file) ?? []), String(problem)])
  }
})

describe('the check of conditions', () => {
  it('finds nothing wrong with the library', () => {
    expect([...said.keys()].filter((file) => !/^slip-\d/.test(file))).toEqual([])
  })

  it.each(slips.map((slip, at) => [slip[1].trim(), at] as const))('says where %s can never hold', (_, at) => {
    const [, , line, reason] = slips[at]!
    const [one, ...more] = said.get(`slip-${at}`) ?? []
    expect(one).toContain(reason)
    expect(one).toMatch(new RegExp(`slip-${at}\\.md:${line}:\\d+ `))
    expect(more).toEqual([])
  })
})
