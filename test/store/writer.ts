// A process that saves: `node writer.mjs FOLDER-OR-DATABASE NAME ROUNDS WHO`, a line of JSON for each round.
import { Conflict, openFileStore } from '../../src/store/index.ts'
import { openPostgresStore } from '../../src/store/postgres.ts'

const [place = '', name = '', rounds = '0', who = ''] = process.argv.slice(2)
const { matters } = await (place.startsWith('postgres:') ? openPostgresStore(place) : openFileStore(place))
for (let round = 0; round < Number(rounds); round += 1) {
  const read = await matters.open(name)
  const count = Number(/count: (\d+)/.exec(read.yaml)?.[1] ?? 0)
  const yaml = `matter: Shared\ncount: ${count + 1}\nwho: ${who}\n`
  const saved = await matters.save({ yaml, name, base: read.base, by: who }).then(
    ({ version }) => version,
    (error: unknown) => {
      if (error instanceof Conflict) return 0
      throw error
    },
  )
  process.stdout.write(`${JSON.stringify({ round, saved })}\n`)
}
