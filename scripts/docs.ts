import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { rules } from '../rules/index.ts'
import { renderPage } from './page.ts'
import { renderReadme } from './readme.ts'
import { renderSchema } from './schema-text.ts'

/** Writes what the docs say about the program anew; with `--check` only says which files are not up to date. */
const root = fileURLToPath(new URL('../../', import.meta.url))
const check = process.argv.includes('--check')

await update('schema.json', renderSchema)
await update('README.md', (readme) => renderReadme(readme, root))
for (const rule of rules) await update(`rules/${rule.id}.md`, (page) => renderPage(page, rule))

async function update(path: string, render: (text: string) => string | Promise<string>): Promise<void> {
  const before = readFileSync(`${root}${path}`, 'utf8')
  const after = await rendered(path, () => render(before))
  if (after === before) return
  if (check) {
    console.error(`${path} is not up to date: run npm run docs`)
    process.exitCode = 1
  } else {
    writeFileSync(`${root}${path}`, after)
    console.log(`${path} written`)
  }
}

async function rendered(path: string, render: () => string | Promise<string>): Promise<string> {
  try {
    return await render()
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
