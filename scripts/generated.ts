/** Puts text between `<!-- name -->` and `<!-- /name -->`; the markers have lines of their own. */
export function replaceGenerated(page: string, name: string, content: string): string {
  const opening = `<!-- ${name} -->`
  const closing = `<!-- /${name} -->`
  const start = page.indexOf(`${opening}\n`)
  const end = page.indexOf(closing, start)
  if (start < 0 || end < 0) throw new Error(`no place for "${name}": expected ${opening} and ${closing}`)
  return `${page.slice(0, start)}${opening}\n\n${content.trim()}\n\n${page.slice(end)}`
}

/** A Markdown table. Pipes in cells are escaped. */
export function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
