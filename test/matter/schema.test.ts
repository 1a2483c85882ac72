import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { loadLibrary } from '../../src/library/index.ts'
import {
  checkMatter,
  matterDigest,
  matterFields,
  matterJsonSchema,
  matterSkeleton,
  readMatter,
} from '../../src/matter/index.ts'

const library = await loadLibrary()
const messages = (source: string) => checkMatter(source, 'm.yaml').problems.map(String)

describe('a matter file', () => {
  it.each([
    [
      'matter: A\nreach:\n  monthly_active_users:\n    ACME Search: 120M\n',
      'm.yaml:4:18 matter.reach.monthly_active_users["ACME Search"]: expected a whole number, got "120M"',
    ],
    [
      'matter: A\nexposure: prodct\n',
      'm.yaml:2:11 matter.exposure: expected one of internal, pilot, product, public, resale, unknown, got "prodct": did you mean product?',
    ],
    [
      'matter: A\ncontrols: { loging: yes }\n',
      'm.yaml:2:21 matter.controls: there is no fact loging: did you mean logging?',
    ],
    [
      'matter: A\nlogging: yes\n',
      'm.yaml:2:10 matter: there is no fact logging here: it belongs at controls.logging',
    ],
    [
      'matter: A\nclient: { principal_place_of_business: UK }\n',
      'm.yaml:2:40 matter.client.principal_place_of_business: expected the code of ISO 3166, got UK: write GB',
    ],
    [
      'matter: A\ndeployment: own-cloud\n',
      'm.yaml:2:13 matter.deployment: expected a list of on-premises, own-cloud, third-party-service, got "own-cloud": write [own-cloud]',
    ],
    [
      'matter: A\nweights_recipients: [nobody, public]\n',
      'm.yaml:2:21 matter.weights_recipients: expected nobody alone or the others without it, got both',
    ],
  ])('is told what is wrong in %j', (source, message) => {
    expect(messages(source)).toContain(message)
  })

  it('takes unknown and a blank for any fact', () => {
    const matter = readMatter('matter: A\nexposure: unknown\nvendors: unknown\nclient:\n  name:\n', 'm.yaml')
    expect(matter).toEqual({ matter: 'A', exposure: 'unknown', client: {} })
  })

  it('has the same digest whatever the order of its keys', () => {
    const [one, other] = ['matter: A\nrole: vendor\n', 'role: vendor\nmatter: A\n']
    expect(matterDigest(readMatter(one, 'm'))).toBe(matterDigest(readMatter(other, 'm')))
  })

  it('is refused in one line where its aliases multiply', () => {
    const level = (n: number) =>
      `l${n}: &l${n} [${Array(9)
        .fill(`*l${n - 1}`)
        .join(', ')}]`
    const bomb = ['l0: &l0 [x]', ...Array.from({ length: 9 }, (_, n) => level(n + 1))].join('\n')
    expect(messages(bomb)).toHaveLength(1)
  })

  it.each(readdirSync('examples').filter((name) => name.endsWith('.yaml')))(
    'examples/%s is right',
    (name) => {
      expect(messages(readFileSync(`examples/${name}`, 'utf8'))).toEqual([])
    },
  )
})

describe('the schema of a matter', () => {
  it('asks a question for every fact, and says why or names the law', () => {
    for (const { path, question, why, law = [] } of matterFields()) {
      expect(question, path).toMatch(/\?$/)
      expect(why ?? law[0], path).toMatch(why === undefined ? /^[a-z-]+$/ : /\.$/)
    }
  })

  it('is the committed JSON Schema', () => {
    expect(readFileSync('docs/matter.schema.json', 'utf8')).toBe(matterJsonSchema(library))
  })

  it('gives a skeleton that can be read', () => {
    expect(messages(matterSkeleton(library))).toEqual([])
  })
})
