import type { ReporterName } from './index.ts'

/** What each format is for, as the README's table says it. */
export const purposes: Readonly<Record<ReporterName, string>> = {
  pretty: 'people: each finding with its line; colours on a terminal',
  json: 'programs: everything there is, with offsets and fixes; its schema is `footlint/schema/report.json`',
  unix: 'editors, `grep` and problem matchers: `path:line:column: severity message [rule]`',
  github: 'annotations in GitHub Actions; the worst first, as GitHub shows ten of a kind',
  gitlab: 'Code Quality of GitLab',
  sarif: 'SARIF 2.1.0, for code scanning of GitHub and viewers',
  rdjson: 'reviewdog, with safe fixes as suggestions',
  rdjsonl: 'the same, a line for each finding',
  eslint: 'what reads `eslint --format json`: ALE, nvim-lint and others',
  junit:
    'test reports: a failed test for each finding, a skipped one for each that a directive or the baseline silenced',
  checkstyle: 'what reads the XML of Checkstyle',
  markdown: 'the summary of a CI step, or a comment: a table',
}
