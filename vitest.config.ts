import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  resolve: {
    // The README's examples import the package by its name; here that is the source, not the last build.
    alias: [
      { find: /^footlint$/, replacement: fromHere('./src/index.ts') },
      { find: /^footlint\/remark$/, replacement: fromHere('./src/remark.ts') },
    ],
  },
  test: {
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    // They install footlint and start the programs that run it, which takes a minute: `npm run test:clients`.
    exclude: ['tests/clients/**', 'tests/editors/**'],
    // Properties over generated texts take their time on a slow machine that measures coverage; what hangs is found all the same.
    testTimeout: 60_000,
    coverage: {
      // So that one run of the README's own command is enough for CI.
      enabled: process.env['COVERAGE'] === 'true',
      provider: 'v8',
      reportOnFailure: true,
      include: ['src/**/*.ts', 'rules/**/*.ts'],
      reporter: ['text-summary', 'json-summary'],
      thresholds: { lines: 95 },
    },
  },
})
