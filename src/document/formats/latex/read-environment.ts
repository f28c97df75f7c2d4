import { argumentsAt, optionAt } from './arguments.ts'
import { environmentArguments, tables } from './commands.ts'
import { cut, endBibitem } from './page.ts'
import type { Flow } from './page.ts'
import type { Token } from './tokens.ts'

const lists = new Set(['enumerate', 'itemize', 'description', 'thebibliography', 'list', 'compactenum', 'compactitem'])

/** `\begin{…}` and `\end{…}` end a block; what stands in between is prose like any other. */
export function readEnvironment(flow: Flow, { kind, name, start, end }: Token): number {
  const { text, pairs } = flow.page
  const isTable = tables.has(name.replace(/\*$/, ''))
  if (kind === 'end') {
    cut(flow, start, end)
    endBibitem(flow)
    if (isTable) flow.tables = Math.max(0, flow.tables - 1)
    if (lists.has(name)) flow.lists.pop()
    flow.item = undefined
    return end
  }
  const option = optionAt(text, end)
  const from = option ? option.end + 1 : end
  const last = argumentsAt(text, pairs, from, environmentArguments.get(name) ?? 0).end
  cut(flow, start, last)
  if (isTable) flow.tables++
  if (lists.has(name)) flow.lists.push({ ordered: /^(?:enumerate|compactenum|thebibliography)$/.test(name), count: 0 })
  return last
}
