import { readJson } from '../bibliography/json.ts'
import type { Node } from '../bibliography/node.ts'
import { ConfigError } from '../errors.ts'
import { positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'
import type { Baseline } from './baseline.ts'

const version = 1
const conflict = /^(?:<{7}|={7}|>{7}|\|{7})(?: |\r?$)/m
const hint = 'Put back the last one that was whole, or delete it and run `footlint --suppress-all`'

/** A line for each fingerprint, all sorted: what two branches record merges by itself. */
export function renderBaseline(baseline: Baseline): string {
  const files = sorted(baseline).map(([path, rules]) => [
    path,
    Object.fromEntries(sorted(rules).map(([rule, all]) => [rule, [...all].toSorted()])),
  ])
  return `${JSON.stringify({ version, files: Object.fromEntries(files) }, undefined, 2)}\n`
}

function sorted<T>(map: ReadonlyMap<string, T>): [string, T][] {
  return [...map].toSorted(([one], [other]) => (one < other ? -1 : 1))
}

/** Reads a baseline; what is none is refused with its first mistake. A key that a merge left twice counts with all it has. */
export function parseBaseline(source: Source): Baseline {
  const { text } = source
  const mark = conflict.exec(text)
  if (mark) {
    throw mistake(source, mark.index, 'a merge conflict, expected JSON without one', {
      hint: 'Keep the lines of both sides, then run `footlint --prune-suppressions`',
    })
  }
  const { root, problems } = readJson(text)
  if (problems[0] || !root) throw mistake(source, problems[0]?.range.start ?? 0, 'JSON cannot be read from here on')
  const { version: number, files, ...others } = membersOf(source, root, 'a baseline')
  checkVersion(source, root, number)
  const [other] = Object.entries(others)
  if (other)
    throw mistake(source, other[1].range.start, `unexpected ${JSON.stringify(other[0])}, expected version and files`)
  if (!files) throw mistake(source, root.range.start, 'no `files`, expected an object of paths')
  return readFiles(source, files)
}

function checkVersion(source: Source, root: Node, node: Node | undefined): void {
  if (node?.kind === 'scalar' && !node.isString && node.text === String(version)) return
  const found = node?.kind === 'scalar' ? (node.isString ? JSON.stringify(node.text) : node.text) : 'none'
  throw mistake(source, (node ?? root).range.start, `version ${found.slice(0, 40)}, expected ${version}`, {
    hint: Number(found) > version ? 'A newer footlint wrote it; use that one' : hint,
  })
}

function readFiles(source: Source, node: Node): Baseline {
  const files = new Map<string, Map<string, Set<string>>>()
  for (const { key: path, value } of pairsOf(source, node, 'an object of paths')) {
    const rules = files.get(path) ?? new Map<string, Set<string>>()
    for (const { key: rule, value: list } of pairsOf(source, value, 'an object of rules')) {
      rules.set(rule, new Set([...(rules.get(rule) ?? []), ...fingerprintsOf(source, list)]))
    }
    files.set(path, rules)
  }
  return files
}

function fingerprintsOf(source: Source, node: Node): string[] {
  if (node.kind !== 'list') throw mistake(source, node.range.start, 'no list, expected one of fingerprints')
  return node.items.map((item) => {
    if (item.kind === 'scalar' && item.isString && /^[0-9a-f]{32}$/.test(item.text)) return item.text
    throw mistake(source, item.range.start, 'no fingerprint, expected a string of 32 hexadecimal digits')
  })
}

function membersOf(source: Source, node: Node, what: string): Record<string, Node> {
  return Object.fromEntries(pairsOf(source, node, what).map(({ key, value }) => [key, value]))
}

function pairsOf(source: Source, node: Node, what: string) {
  if (node.kind !== 'map') throw mistake(source, node.range.start, `no object, expected ${what}`)
  return node.pairs
}

function mistake(source: Source, offset: Range['start'], problem: string, options = { hint }): ConfigError {
  const { line, column } = positionAt(source, offset)
  return new ConfigError(`${source.path}:${line}:${column}: ${problem}`, options)
}
