import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const fromHere = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const values = ['document', 'formats', 'rules', 'renumber', 'fix', 'bibliography'].map(
  (folder) => `tests/${folder}/**/*.test.ts`,
)

/** They install footlint and start the programs that run it, which takes a minute: `npm run test:clients`. */
const started = ['tests/clients/**', 'tests/editors/**']

export default defineConfig({
  resolve: {
    // The README's examples import the package by its name; here that is the source, not the last build.
    alias: [
      { find: /^footlint$/, replacement: fromHere('./src/index.ts') },
      { find: /^footlint\/remark$/, replacement: fromHere('./src/remark.ts') },
    ],
  },
  test: {
    projects: [
      // What works out values from values can share one process: to load the sources anew for every file takes longer than the tests.
      { extends: true, test: { name: 'values', include: values, isolate: false } },
      { extends: true, test: { name: 'whole', include: ['tests/**/*.test.ts'], exclude: [...started, ...values] } },
    ],
    setupFiles: ['tests/setup.ts'],
    // One core fewer than there are is half of them where there are two.
    maxWorkers: '100%',
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
