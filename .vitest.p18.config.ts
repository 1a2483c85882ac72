import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One a core: half of what a test waits for is another program.
    maxWorkers: '100%',
    // What ends a test that hangs. How long one takes beside other people's work says nothing, so no test has a shorter one.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 120_000 } },
  },
})
