import { parseAst } from 'rolldown/parseAst'
import { children } from './scopes.js'

/** A script of the bundle cannot import by itself: what loads it gives it `$import`, see src/cli/start/bundle.ts. */
export const importsByLoader = {
  name: 'imports-by-loader',
  renderChunk(code) {
    if (!code.includes('import(')) return null
    return importsIn(parseAst(code))
      .toSorted((one, other) => other - one)
      .reduce((changed, at) => `${changed.slice(0, at)}$${changed.slice(at)}`, code)
  },
}

/** Where `import(…)` stands. */
function importsIn(node) {
  const own = node.type === 'ImportExpression' ? [node.start] : []
  return [...own, ...children(node).flatMap(([, child]) => importsIn(child))]
}
