import { execFileSync } from 'node:child_process'

/** The tests drive the built program, so it is built from what is here now. */
export default function build(): void {
  execFileSync(process.execPath, ['build.mjs', '--no-types'], { stdio: 'inherit' })
}
