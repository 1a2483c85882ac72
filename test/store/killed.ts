// A process that saves versions of a megabyte until it is killed, and tells each that is saved.
import { openFileStore } from '../../src/store/index.ts'

const [folder = '', name = ''] = process.argv.slice(2)
const { matters } = await openFileStore(folder)
let { base, version } = await matters.open(name)
for (;;) {
  const yaml = `matter: Large\nversion: ${version + 1}\nwords: ${'x'.repeat(1_000_000)}\nend: ${version + 1}\n`
  const saved = await matters.save({ yaml, name, base, by: 'k' })
  ;({ base, version } = saved)
  process.stdout.write(`${version}\n`)
}
