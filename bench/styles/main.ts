import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { renderTable } from '../../scripts/generated.ts'
import { presetLayer } from '../../src/config/layer.ts'
import { createResolver } from '../../src/config/resolve.ts'
import { readCslStyle } from '../../src/config/styles/csl.ts'
import type { CslStyle } from '../../src/config/styles/csl.ts'
import { loadStyle, styleLayer } from '../../src/config/styles/layer.ts'

const usage = `Usage: npm run bench:styles -- <folder>

Reads every CSL style of a folder, such as a copy of github.com/citation-style-language/styles, counts what they say, and
makes settings of each, and of the dependent ones in the folder \`dependent\`, with their parents.
Exit code 1: a file that cannot be read as a style, or makes no settings.

  --list  names the numeric styles without a number`

async function main(): Promise<number> {
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
  const refused = [...refusals(styles), ...(await dependentRefusals(join(folder, 'dependent')))]
  for (const line of refused) console.log(line)
  return mistakes.length + refused.length === 0 ? 0 : 1
}

/** Makes settings of every style, as a configuration with `style` does, and counts what they prescribe. */
function refusals(styles: readonly (CslStyle & { readonly file: string })[]): string[] {
  const prescribed = new Map<string, number>()
  const refused = styles.flatMap(({ file, ...style }): string[] => {
    try {
      const layers = [presetLayer('recommended')!, styleLayer(file, style)]
      const { trace } = createResolver({ layers }).resolve('a.md')
      const ours = trace.rules.filter(({ options, severity }) =>
        [options.origin, severity.origin].includes(layers[1]!.name),
      )
      for (const { rule } of ours) prescribed.set(rule.id, (prescribed.get(rule.id) ?? 0) + 1)
      return ours.length > 0 === style.numbered ? [] : [`${file}: prescribes ${ours.length} rules`]
    } catch (error) {
      return [`${file}: ${(error as Error).message}`]
    }
  })
  console.log(`\n${styles.length - refused.length} of ${styles.length} styles make settings\n`)
  console.log(
    renderTable(
      ['rule', 'styles that prescribe it'],
      [...prescribed].map(([id, count]) => [id, String(count)]),
    ),
  )
  return refused
}

async function dependentRefusals(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return []
  const text = async (path: string) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined)
  // In the repository, the parents of the dependent styles stand one folder above.
  const beside = (_file: string, name: string) => join(folder, '..', name)
  const files = readdirSync(folder).filter((file) => file.endsWith('.csl'))
  const found = await Promise.all(
    files.map((file) =>
      loadStyle(join(folder, file), { name: basename, text, beside }).then(
        () => [],
        (error: Error) => [error.message],
      ),
    ),
  )
  const refused = found.flat()
  console.log(
    `\n${files.length - refused.length} of ${files.length} dependent styles find their parent and make settings`,
  )
  return refused
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

process.exitCode = await main()
