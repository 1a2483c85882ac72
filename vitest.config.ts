import { defineConfig } from 'vitest/config'
import deciding from './test/coverage/tests.json' with { type: 'json' }

/** What puts a module of its own in the place of one of ours; all others share what their worker has loaded. */
const replacing = [
  'test/library/renaming.test.ts',
  'test/texts/disk-full.test.ts',
  'test/draft/reads.test.ts',
]

// What ends a test that hangs. How long one takes beside other people's work says nothing, so no test has a shorter one.
const patience = { testTimeout: 300_000, hookTimeout: 300_000, expect: { poll: { timeout: 120_000 } } }

export default defineConfig({
  test: {
    // One a core: half of what a test waits for is another program.
    maxWorkers: '100%',
    globalSetup: 'test/setup/build.ts',
    projects: [
      {
        test: {
          ...patience,
          name: 'others',
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: [...replacing, ...deciding],
        },
      },
      { test: { ...patience, name: 'replacing', include: replacing } },
      // The rooms that decide: `npm run coverage` says what of them these run.
      { test: { ...patience, name: 'deciding', isolate: false, include: deciding } },
    ],
  },
})
