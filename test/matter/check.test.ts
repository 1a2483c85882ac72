import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { checkLibrary } from '../../src/library/index.ts'
import { conditionRule } from '../../src/matter/index.ts'

const when = '  derived.trains_other_models: true'
const slot = '{{matter.output_training.models.name}}'

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
  ['controls.dataset_provenance', 'controls.provenance', 24, 'there is no control controls.provenance'],
  ['{{cite model-improvement}}', '{{cite improvement}}', 31, 'there is no topic improvement'],
  [slot, '{{matter.output_training.name}}', 32, 'there is no fact of a matter output_training.name'],
  [slot, '{{ matter.exposure or none }}', 32, 'a slot is a fact such as matter.exposure'],
]

const said = new Map<string, string[]>()
beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'clausebook-conditions-'))
  await cp('clauses', folder, { recursive: true })
  const risk = await readFile('clauses/risks/outputs-train-other-models.md', 'utf8')
  for (const [at, [old, now]] of slips.entries()) {
    expect(risk).toContain(old)
    const copy = risk.replace(/^id: .*$/m, `id: slip-${at}`).replace(old, now)
    await writeFile(join(folder, `risks/slip-${at}.md`), copy)
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
    expect([...said.keys()].filter((file) => !file.startsWith('slip-'))).toEqual([])
  })

  it.each(slips.map((slip, at) => [slip[1].trim(), at] as const))('says where %s can never hold', (_, at) => {
    const [, , line, reason] = slips[at]!
    const [one, ...more] = said.get(`slip-${at}`) ?? []
    expect(one).toContain(reason)
    expect(one).toMatch(new RegExp(`slip-${at}\\.md:${line}:\\d+ `))
    expect(more).toEqual([])
  })
})
