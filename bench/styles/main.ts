import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { renderTable } from '../../scripts/generated.ts'
import { readCslStyle } from '../../src/config/styles/csl.ts'
import type { CslStyle } from '../../src/config/styles/csl.ts'

const usage = `Usage: npm run bench:styles -- <folder>

Reads every CSL style of a folder, such as a copy of github.com/citation-style-language/styles, and counts what they say.
Exit code 1: a file that cannot be read as a style.

  --list  names the numeric styles without a number`

function main(): number {
  const [folder, ...flags] = process.argv.slice(2)
  if (folder === undefined || folder.startsWith('-')) {
    console.error(usage)
    return 2
  }
  const began = performance.now()
  const files = readdirSync(folder).filter((file) => file.endsWith('.csl'))
  const read = files.map((file) => ({ file, style: readCslStyle(readFileSync(join(folder, file), 'utf8')) }))
  const milliseconds = performance.now() - began
  const mistakes = read.filter(({ style }) => style.kind === 'mistake').map(({ file }) => file)
  const styles = read.flatMap(({ file, style }) => (style.kind === 'style' ? [{ ...style, file }] : []))
  const dependent = read.filter(({ style }) => style.kind === 'dependent').length
  console.log(`${files.length} files in ${milliseconds.toFixed(0)} ms: ${styles.length} styles, ${dependent} dependent`)
  console.log(`${mistakes.length} cannot be read${mistakes.length > 0 ? `: ${mistakes.join(', ')}` : ''}\n`)
  const numeric = styles.filter((style) => style.class === 'numeric')
  console.log(renderTable(['', 'styles'], rowsOf(styles, numeric)))
  if (flags.includes('--list')) for (const { file } of numeric.filter(({ form }) => form === 'none')) console.log(file)
  return mistakes.length === 0 ? 0 : 1
}

function rowsOf(styles: readonly CslStyle[], numeric: readonly CslStyle[]): string[][] {
  const count = (name: string, test: (style: CslStyle) => boolean) => [name, String(numeric.filter(test).length)]
  return [
    ...tally('class', styles, (style) => style.class),
    count('clusters ascending', (style) => style.clusterOrder === 'ascending'),
    count('collapsed', (style) => style.collapse),
    count('list not in order of citation', (style) => style.alphabeticalList),
    count('brackets for each number', (style) => style.each),
    ...tally('form', numeric, (style) => style.form),
    ...tally('delimiter', numeric, (style) => JSON.stringify(style.delimiter)),
  ]
}

function tally(name: string, styles: readonly CslStyle[], valueOf: (style: CslStyle) => string): string[][] {
  const counts = new Map<string, number>()
  for (const style of styles) counts.set(valueOf(style), (counts.get(valueOf(style)) ?? 0) + 1)
  const rows = [...counts].toSorted(([, one], [, other]) => other - one)
  return rows.map(([value, number]) => [`${name} ${value}`, String(number)])
}

process.exitCode = main()
