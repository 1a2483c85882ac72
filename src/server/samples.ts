import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../home.ts'
import { matterFacts } from './matter-text.ts'
import type { Upload } from './uploads.ts'

/** A made-up matter to begin with: what a filled form looks like. */
export interface Sample {
  /** As in `?sample=hospital-two-uses`. */
  id: string
  title: string
  yaml: string
}

/** A made-up paper of theirs, and the matter that it is held against. */
export interface SamplePaper {
  /** As in `/review/sample/vendor`. */
  id: string
  title: string
  paper: Upload
  /** As YAML. */
  matter: string
}

let read: Sample[] | undefined
let papersRead: SamplePaper[] | undefined

/** The matters of `examples/`, read once. */
export function samples(): readonly Sample[] {
  const folder = exampleFolder()
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const yaml = readFileSync(join(folder, name), 'utf8')
      return { id: name.slice(0, -'.yaml'.length), title: String(matterFacts(yaml).matter), yaml }
    })
  return read
}

/** A vendor's paper and a letter that came back, of `examples/papers/`. */
export function samplePapers(): readonly SamplePaper[] {
  papersRead ??= [
    { id: 'vendor', title: 'A vendor’s terms', file: 'tidewater-terms.md', with: 'vendor-saas' },
    {
      id: 'letter',
      title: 'A letter of ours that came back',
      file: 'acme-letter-returned.md',
      with: 'acme',
    },
  ].map(({ file, with: matter, ...sample }) => ({
    ...sample,
    paper: { file, bytes: readFileSync(join(exampleFolder(), 'papers', file)) },
    matter: sampleNamed(matter).yaml,
  }))
  return papersRead
}

/** @throws Error where `examples/` has no such matter */
export function sampleNamed(id: string): Sample {
  const found = samples().find((one) => one.id === id)
  if (!found) throw new Error(`examples/ has no ${id}.yaml`)
  return found
}

export function exampleFolder(): string {
  return join(packageRoot(), 'examples')
}
