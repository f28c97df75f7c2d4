// `npm start`: lints the project's own article, or what is named: `npm start -- my-article.md`.
// Plain JavaScript, because it runs right after `npm ci`, which has built `dist` and nothing else.
import { spawnSync } from 'node:child_process'

const named = process.argv.slice(2)
const demo = named.length === 0
const args = ['dist/bin/footlint.js', ...(demo ? ['fixtures/article/paste.md'] : named)]
const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' })

// The article has faults on purpose. Exit code 1 would make npm print an error of its own below the report.
if (demo && status === 1) {
  console.error('\nThat was fixtures/article/paste.md. Try a text of yours: npm start -- path/to/article.md')
} else {
  process.exitCode = status ?? 2
}
