import { readCslItems } from './csl-items.ts'
import type { CslFile } from './csl-items.ts'
import { readJson } from './json.ts'

/**
 * Reads a bibliography in CSL-JSON. Takes the text of the file, offsets are UTF-16. Throws nothing: broken JSON gives the
 * items before the mistake, and a problem.
 */
export function readCslJson(text: string): CslFile {
  const { root, problems } = readJson(text)
  const file = readCslItems(root)
  // Of a file that cannot be read, it is not said that it holds no items.
  return problems.length === 0 ? file : { items: file.items, problems: [...keyProblems(file), ...problems] }
}

const keyProblems = ({ items, problems }: CslFile) => (items.length === 0 ? [] : problems)
