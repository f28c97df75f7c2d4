import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = `${root}/tests/types`

/** `rule.ts:30 TS2345` for each comment `// TS2345` in the snippets. */
function expectedErrors(): string[] {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'))
  return files.flatMap((file) =>
    readFileSync(`${folder}/${file}`, 'utf8')
      .split(/\r?\n/)
      .flatMap(
        (line, index) =>
          /\/\/ (TS\d+)$/
            .exec(line)
            ?.slice(1)
            .map((code) => `${file}:${index + 1} ${code}`) ?? [],
      ),
  )
}

function compilerErrors(): string[] {
  const { stdout } = spawnSync(
    process.execPath,
    ['node_modules/typescript/bin/tsc', '-p', folder, '--pretty', 'false'],
    {
      cwd: root,
      encoding: 'utf8',
    },
  )
  return [...stdout.matchAll(/([\w-]+\.ts)\((\d+),\d+\): error (TS\d+)/g)].map(
    ([, file, line, code]) => `${file}:${line} ${code}`,
  )
}

test('mistakes in a rule do not compile, each at its line', { timeout: 60_000 }, () => {
  const expected = expectedErrors()
  expect(expected.length).toBeGreaterThan(5)
  expect(compilerErrors().toSorted()).toEqual(expected.toSorted())
})
