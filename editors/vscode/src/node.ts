import type { Range } from 'vscode-languageclient'

/** What the server says of a series, a label or a marker. */
export interface OutlineNode {
  readonly kind: 'series' | 'entry' | 'undefined' | 'marker'
  readonly label: string
  readonly detail: string
  readonly range?: Range
  readonly children: readonly OutlineNode[]
}

const icons = { series: 'list-ordered', entry: 'note', undefined: 'warning', marker: 'arrow-small-right' } as const

export const iconOf = ({ kind }: OutlineNode): string => icons[kind]

/** The sentence that shows when the mouse rests on a node. */
export function tooltipOf({ kind, label, detail, children }: OutlineNode): string {
  if (kind === 'undefined') return `${label} points nowhere`
  if (kind === 'entry' && children.length === 0) return `${detail}\n\nNothing cites it.`
  return detail
}
