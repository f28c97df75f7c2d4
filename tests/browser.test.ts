import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rolldown } from 'rolldown'
import { afterEach, expect, test, vi } from 'vitest'

interface Manifest {
  readonly exports: Readonly<Record<string, object>> & { readonly '.': object }
}

afterEach(() => vi.unstubAllGlobals())

const entry = 'footlint-browser-entry'

/** Bundles a module that takes the given names from the public API. */
async function bundle(names: readonly string[], from: string): Promise<{ code: string; imports: string[] }> {
  const source = fileURLToPath(new URL(from, import.meta.url))
  const logs: string[] = []
  const build = await rolldown({
    input: entry,
    platform: 'browser',
    onLog: (_level, log) => logs.push(log.message),
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === entry ? `\0${entry}` : null),
        load: (id) => (id === `\0${entry}` ? `export { ${names.join(', ')} } from ${JSON.stringify(source)}` : null),
      },
    ],
  })
  // What is loaded when it is needed comes at once here.
  const { output } = await build.generate({ format: 'esm', codeSplitting: false })
  await build.close()
  // A `node:` module that is missing in browsers would be warned about.
  expect(logs).toEqual([])
  expect(output.filter((file) => file.type === 'chunk')).toHaveLength(1)
  const { code, imports, dynamicImports } = output[0]
  const others = [...imports, ...dynamicImports].filter((file) => file !== output[0].fileName)
  return { code, imports: others }
}

test('the core can be bundled for browsers, and works there', { timeout: 30_000 }, async () => {
  const { code, imports } = await bundle(['lint', 'defineRule', 'defineConfig', 'reporters'], '../src/browser.ts')
  expect(imports).toEqual([])
  // In browsers, micromark has the document decode character references.
  vi.stubGlobal('document', { createElement: () => ({ innerHTML: '', textContent: '' }) })
  const module = (await import(`data:text/javascript,${encodeURIComponent(code)}`)) as typeof import('../src/index.ts')
  const result = await module.lint('Text [1] and [2].\n', { path: 'a.md' })
  const report = module.reporters.json({ version: '1', files: [result], failures: [] }, { color: false })
  expect(JSON.parse(report)).toMatchObject({ files: [{ path: 'a.md' }] })
})

test('so can the plugin', { timeout: 30_000 }, async () => {
  expect((await bundle(['default'], '../src/remark.ts')).imports).toEqual([])
})

test('the browser gets all public names but the one for files', async () => {
  const names = Object.keys(await import('../src/index.ts')).filter((name) => name !== 'lintFiles')
  expect(Object.keys(await import('../src/browser.ts'))).toEqual(names)
  const { exports } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as Manifest
  expect(Object.keys(exports['.'])).toEqual(['browser', 'types', 'default'])
})
