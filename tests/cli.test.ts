import { describe, expect, test, vi } from 'vitest'
import { parseArguments } from '../src/cli/args.ts'
import { options } from '../src/cli/options.ts'
import { UsageError } from '../src/errors.ts'
import { run } from './world.ts'

vi.mock('../rules/index.ts', async () => ({ rules: (await import('./sample-rules.ts')).rules }))

describe('exit codes', () => {
  const cases: [name: string, argv: string[], text: string, code: number][] = [
    ['nothing found', [], 'fine', 0],
    ['an error', [], 'WRONG', 1],
    ['a warning', [], 'DOUBTFUL', 0],
    ['a warning too many', ['--max-warnings', '0'], 'DOUBTFUL', 1],
    ['as many warnings as are allowed', ['--max-warnings=1'], 'DOUBTFUL', 0],
    ['an info', ['--max-warnings', '0'], 'REMARK', 0],
    ['a warning too many that is not shown', ['--quiet', '--max-warnings', '0'], 'DOUBTFUL', 1],
    ['an error that the command line turns off', ['--rule', 'sample-wrong:off'], 'WRONG', 0],
    ['a warning that the command line makes an error', ['--rule', 'sample-doubtful:error'], 'DOUBTFUL', 1],
    ['a rule that breaks', [], 'CRASH', 2],
    ['a stale directive', [], '<!-- footlint-disable-next-line sample-wrong -->\nfine', 1],
    [
      'a stale directive of no weight',
      ['--report-unused-disable-directives-severity', 'info'],
      '<!-- footlint-disable-next-line sample-wrong -->\nfine',
      0,
    ],
    ['an obeyed directive', [], '<!-- footlint-disable-next-line sample-wrong -->\nWRONG', 0],
    ['a directive that is not obeyed', ['--no-inline-config'], '<!-- footlint-disable-file -->\n\nWRONG', 1],
  ]
  test.each(cases)('%s: %s', async (_name, argv, text, code) => {
    const outcome = await run([...argv, 'a.md'], { files: { 'a.md': text } })
    expect(outcome.code).toBe(code)
  })

  test('too many warnings are said on stderr', async () => {
    const { stderr } = await run(['--max-warnings', '0', 'a.md'], { files: { 'a.md': 'DOUBTFUL' } })
    expect(stderr).toBe('footlint: too many warnings: 1, --max-warnings allows 0\n')
  })
})

describe('usage errors', () => {
  const cases: [argv: string[], message: string][] = [
    [['--fromat', 'json'], 'footlint: unknown option --fromat, did you mean --format?'],
    [['--quite'], 'footlint: unknown option --quite, did you mean --quiet?'],
    [['--zzzzzz'], 'footlint: unknown option --zzzzzz\n'],
    [['-z'], 'footlint: unknown option -z'],
    [['--quiet=yes'], 'footlint: --quiet takes no value, found "yes"'],
    [['--format'], 'footlint: --format needs a value, expected --format <name>'],
    [
      ['--max-warnings', '-1'],
      '--max-warnings needs a value, expected --max-warnings <n>\n  if -1 is the value, write',
    ],
    [['--max-warnings=-1'], '--max-warnings -1, expected a whole number'],
    [['--max-warnings', 'few'], '--max-warnings few, expected a whole number'],
    [['--format', 'jsno'], 'unknown format jsno, did you mean json?'],
    [['--format', 'docbook'], 'unknown format docbook, expected pretty, json, unix, github, gitlab, sarif,'],
    [['--rule', 'sample-wrong'], '--rule sample-wrong: expected <rule>:<severity>'],
    [['--rule', 'sample-wrong:eror'], 'did you mean `error`?'],
    [['--rule', 'sample-wrnog:off', 'a.md'], 'did you mean `sample-wrong`?'],
    [['--debug', 'everything', 'a.md'], '--debug everything, expected --debug candidates'],
    [['--config', 'a.yaml', '--no-config'], '--config and --no-config exclude each other'],
    [['--stdin', 'a.md'], 'expected standard input or paths, found both: - and a.md'],
    [['--stdin-filename', 'a.md'], '--stdin-filename names a document on standard input, expected --stdin with it'],
    [['explian', 'sample-wrong'], 'there is no command and no file explian, did you mean `footlint explain`?'],
    [['explain'], 'expected one rule or one place (file:line:column) to explain, found none'],
    [['explain', 'sample-wrnog'], 'there is no rule sample-wrnog, did you mean sample-wrong?'],
    [
      ['explain', '--quiet', 'sample-wrong'],
      '--quiet has no meaning for `footlint explain`, expected it with `footlint check`',
    ],
    [['rules', 'a.md'], '`footlint rules` takes no paths, found a.md'],
    [['rules', '-f', 'unix'], 'unknown format unix, expected pretty or json'],
    [['init', 'a.md'], '`footlint init` takes no paths, found a.md'],
    [['--ignore-path', 'missing', 'a.md'], 'cannot read the ignore file missing'],
    [['-o', 'no/such/folder/report', 'a.md'], 'cannot write the report to no/such/folder/report'],
  ]
  test.each(cases)('%j', async (argv, message) => {
    const { code, stdout, stderr } = await run(argv, { files: { 'a.md': 'fine' } })
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })

  test('a configuration that cannot be used', async () => {
    const files = { 'a.md': 'fine', '.footlintrc.json': '{"rules": {"sample-wrnog": "off"}}' }
    const { code, stderr } = await run(['a.md'], { files })
    expect(stderr).toContain('.footlintrc.json: rules.sample-wrnog: unknown rule, did you mean `sample-wrong`?')
    expect(code).toBe(2)
  })

  test('a table of options that parses whatever it lists', () => {
    for (const [name, option] of Object.entries(options)) {
      const command = 'commands' in option ? [option.commands[0]] : []
      const { values } = parseArguments([...command, `--${name}`, ...('value' in option ? ['x'] : [])])
      expect(values).toEqual({ [name]: 'value' in option ? ('multiple' in option ? ['x'] : 'x') : true })
    }
  })

  test('words behind -- are paths', () => {
    expect(parseArguments(['--', '--quiet', 'explain'])).toEqual({
      command: 'check',
      operands: ['--quiet', 'explain'],
      values: {},
    })
    expect(parseArguments(['explain', 'rules']).operands).toEqual(['rules'])
    expect(() => parseArguments(['--__proto__'])).toThrow(UsageError)
  })
})
