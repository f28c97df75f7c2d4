import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { book, project } from './book-files.ts'
import { createFolder, run } from './world.ts'
import type { Files } from './world.ts'

const contentOf = (cwd: string, path: string) => readFileSync(join(cwd, path), 'utf8')
const contentsOf = (cwd: string, files: Files) =>
  Object.fromEntries(Object.keys(files).map((path) => [path, contentOf(cwd, path)]))

test('x', async () => {
  for (const a of [['--dry-run'], ['--diff'], ['-f', 'json'], []]) {
    const { code, stdout, stderr } = await run(['renumber', 'chapter-2.md', ...a], { files: book })
    console.log(code, stdout, stderr)
  }
})
