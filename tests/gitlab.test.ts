import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv } from 'ajv'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { splitFences } from '../scripts/fences.ts'
import { codeQualityIssue } from './report-readers.ts'
import { run } from './world.ts'

interface Job {
  readonly script: string
  readonly artifacts: { readonly when: string; readonly reports: { readonly codequality: string } }
}

test('the job for GitLab in the README writes a report that GitLab reads', async () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const text = splitFences(readme).find(({ content }) => content.includes('codequality:'))
  const { footlint: job } = parse(text!.content) as { footlint: Job }
  const [npx, yes, footlint, ...argv] = job.script.split(' ')
  expect([npx, yes, footlint]).toEqual(['npx', '--yes', expect.stringMatching(/^footlint@\d/)])
  const files = {
    'a b.md': 'One.[^1] Two. [^2]\n\n[^1]: Adam\n',
    'docs/bad.md': Uint8Array.of(0xff),
    'twice.md': 'One.[9] Two.[9]\n\nOne.[9] Two.[9]\n\n[1]: Adam\n\n[2]: Eve\n',
  }
  const { code, stdout, cwd } = await run(argv, { files })
  expect([code, stdout]).toEqual([2, ''])
  // A job that fails keeps its report all the same.
  expect(job.artifacts.when).toBe('always')
  const issues = JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8')) as any[]
  const validate = new Ajv({ allErrors: true }).compile({ type: 'array', items: codeQualityIssue })
  validate(issues)
  expect(validate.errors).toBeNull()
  expect(new Set(issues.map(({ location }) => location.path))).toEqual(new Set(Object.keys(files)))
  expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length)
  expect(validate([{ ...issues[0], severity: 'error' }])).toBe(false)
})
