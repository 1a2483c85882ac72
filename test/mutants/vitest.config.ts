import { defineConfig } from 'vitest/config'
import rooms from './rooms.json' with { type: 'json' }

/** The tests of the files that decide, and no other: each fault is looked for by its own room. */
export default defineConfig({
  test: { include: [...new Set(Object.values(rooms).flat())], testTimeout: 120_000, hookTimeout: 120_000 },
})
