import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    // One a core: half of what a test waits for is another program.
    maxWorkers: '100%',
    testTimeout: 120_000,
    hookTimeout: 120_000,
    globalSetup: 'test/setup/build.ts',
  },
})
