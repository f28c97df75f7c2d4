import { readFileSync, writeFileSync } from 'node:fs'
import { rules } from '../rules/index.ts'
import { renderPage } from './page.ts'
import { renderReadme } from './readme.ts'

/** Writes what the docs say about the program anew; with `--check` only says which files are not up to date. */
const check = process.argv.includes('--check')
const pages = rules.map((rule) => ({ path: `rules/${rule.id}.md`, render: (page: string) => renderPage(page, rule) }))
const files = [...pages, { path: 'README.md', render: renderReadme }]

for (const { path, render } of files) {
  const before = readFileSync(path, 'utf8')
  const after = rendered(path, before, render)
  if (after === before) continue
  if (check) {
    console.error(`${path} is not up to date: run npm run docs`)
    process.exitCode = 1
  } else {
    writeFileSync(path, after)
    console.log(`${path} written`)
  }
}

function rendered(path: string, before: string, render: (page: string) => string): string {
  try {
    return render(before)
  } catch (cause) {
    throw new Error(`${path}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
  }
}
