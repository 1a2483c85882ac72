import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from '../home.ts'
import { matterFacts } from './matter-text.ts'

/** A made-up matter to begin with: what a filled form looks like. */
export interface Sample {
  /** As in `?sample=hospital-two-uses`. */
  id: string
  title: string
  yaml: string
}

let read: Sample[] | undefined

/** The matters of `examples/`, read once. */
export function samples(): readonly Sample[] {
  const folder = join(packageRoot(), 'examples')
  read ??= readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => {
      const yaml = readFileSync(join(folder, name), 'utf8')
      return { id: name.slice(0, -'.yaml'.length), title: String(matterFacts(yaml).matter), yaml }
    })
  return read
}
