import { defineConfig } from 'vitest/config'

/** What `npm test` leaves out, since it installs packages: footlint in the programs that run it. */
export default defineConfig({
  test: {
    include: ['tests/clients/*.test.ts', 'tests/editors/*.test.ts'],
    // Most of the time they wait for others, so that all may wait at once.
    maxWorkers: 3,
    globalSetup: ['tests/clients/pack.ts'],
    testTimeout: 300_000,
    hookTimeout: 300_000,
  },
})
