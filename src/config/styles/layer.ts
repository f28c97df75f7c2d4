import { ConfigError } from '../../errors.ts'
import { createSource, positionAt } from '../../source.ts'
import type { LayerTree } from '../layer.ts'
import { readCslStyle } from './csl.ts'
import type { CslDependent, CslMistake, CslStyle } from './csl.ts'
import { prescriptionOf } from './prescription.ts'

/** What has to be known about files to read a style. */
export interface StyleFiles {
  /** As messages call a file. */
  readonly name: (file: string) => string
  /** The text of a file; `undefined` where there is none. */
  readonly text: (file: string) => Promise<string | undefined>
  /** The file of that name in the same folder. */
  readonly beside: (file: string, name: string) => string
}

/** The layer that a CSL style makes. Of a dependent style, the parent is looked for beside it. */
export async function loadStyle(file: string, files: StyleFiles): Promise<LayerTree> {
  const name = files.name(file)
  const text = await files.text(file)
  if (text === undefined) throw new ConfigError(`${name}: no such file`)
  const style = readStyle(name, text)
  if (style.kind === 'style') return styleLayer(name, style)
  const parent = await parentOf(file, style, files)
  return styleLayer(`${name} (${style.parentFile})`, parent)
}

async function parentOf(file: string, { parent, parentFile }: CslDependent, files: StyleFiles): Promise<CslStyle> {
  const beside = files.beside(file, parentFile)
  const text = await files.text(beside)
  if (text === undefined) {
    const problem = `is another name of the style ${parent}, expected the file ${parentFile} beside it`
    throw new ConfigError(`${files.name(file)}: ${problem}`, { hint: `Put ${parentFile} there, or name it instead` })
  }
  const style = readStyle(files.name(beside), text)
  if (style.kind === 'style') return style
  throw new ConfigError(`${files.name(beside)}: expected a style of its own, found another name of ${style.parent}`)
}

function readStyle(name: string, text: string): CslStyle | CslDependent {
  const style = readCslStyle(text)
  if (style.kind !== 'mistake') return style
  throw new ConfigError(`${name}: ${explainMistake(style, text)}`)
}

/** `line 3, column 5: no CSL style, expected </info>`. */
function explainMistake({ offset, expected }: CslMistake, text: string): string {
  const { line, column } = positionAt(createSource('', text), Math.max(0, offset))
  const what = expected.startsWith('<') ? `no CSL style, expected ${expected}` : 'XML cannot be read from here on'
  return `line ${line}, column ${column}: ${what}`
}

/** A style as a layer; its name says it where numbers are none of its business. */
export function styleLayer(name: string, style: CslStyle): LayerTree {
  const note = style.numbered ? '' : `, ${style.class}: says nothing of numbers`
  return {
    name: `style ${name}${note}`,
    place: [],
    folder: undefined,
    config: prescriptionOf(style),
    extended: [],
    isWritten: false,
  }
}
