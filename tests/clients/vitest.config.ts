import { defineConfig } from 'vitest/config'

/** What `npm test` leaves out, since it installs packages. */
export default defineConfig({
  test: { include: ['tests/clients/pre-commit.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
})
