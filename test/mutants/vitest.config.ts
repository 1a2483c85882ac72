import { defineConfig } from 'vitest/config'
import rooms from './rooms.json' with { type: 'json' }

const asked = process.env.MUTANTS ?? ''
const tests = Object.entries(rooms)
  .filter(([file]) => file.includes(asked))
  .flatMap(([, files]) => files)

/** The tests of the files that decide, and no other: each fault is looked for by its own room. */
export default defineConfig({
  test: { include: [...new Set(tests)], testTimeout: 120_000, hookTimeout: 120_000 },
})
