import { readCslItems } from './csl-items.ts'
import type { CslFile } from './csl-items.ts'
import { readYaml } from './yaml.ts'

/**
 * Reads a bibliography in CSL-YAML: a list of items, or, as Pandoc writes it, a document with the list under
 * `references`. Takes the text of the file, offsets are UTF-16, and throws nothing. Brings the parser of YAML with it:
 * import it when a file asks for it.
 */
export function readCslYaml(text: string): CslFile {
  const { roots, problems } = readYaml(text)
  const files = (roots.length === 0 ? [undefined] : roots).map((root) => readCslItems(root))
  const items = files.flatMap((file) => file.items)
  // Of a file that cannot be read, it is not said that it holds no items; nor of the document behind the items.
  const isTold = items.length === 0 && problems.length > 0
  const found = files.flatMap((file) => file.problems).filter(({ kind }) => kind !== 'format' || items.length === 0)
  return { items, problems: isTold ? problems : [...found.slice(0, items.length === 0 ? 1 : undefined), ...problems] }
}
