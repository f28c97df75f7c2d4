import { isDeepStrictEqual } from 'node:util'
import { fileURLToPath } from 'node:url'
import { rules } from '../dist/rules/index.js'
import { defaultOptions } from '../dist/src/config/default-options.js'

const source = fileURLToPath(new URL('../src/config/default-options.ts', import.meta.url))
const table = '\0default-options'

/**
 * The options of our rules that apply where nobody configured any, worked out when the command is built: most runs need
 * nothing else of what checks options.
 */
export const tableOfDefaults = {
  name: 'default-options',
  resolveId: (id, importer) => (id === './default-options.ts' && importer !== table ? table : null),
  load: (id) => (id === table ? code() : null),
}

function code() {
  const options = Object.fromEntries(rules.map((rule) => [rule.id, defaultOptions(rule)]))
  const written = JSON.stringify(options)
  if (!isDeepStrictEqual(JSON.parse(written), options)) throw new Error('options that JSON does not hold')
  return `import { defaultOptions as workedOut } from ${JSON.stringify(source)}
const known = ${written}
export const defaultOptions = (rule) => known[rule.id] ?? workedOut(rule)
`
}
