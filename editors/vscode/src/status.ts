/** How many findings of each severity a text has, the worst first. */
export interface Counts {
  readonly errors: number
  readonly warnings: number
  readonly infos: number
}

/** What the status bar says of a text. */
export function statusOf({ errors, warnings, infos }: Counts): { readonly text: string; readonly tooltip: string } {
  const parts = [counted(errors, 'error'), counted(warnings, 'warning'), counted(infos, 'hint')].filter(
    (part) => part !== undefined,
  )
  if (parts.length === 0) return { text: '$(check) footlint', tooltip: 'footlint has nothing to object to' }
  const icon = errors > 0 ? '$(error)' : warnings > 0 ? '$(warning)' : '$(info)'
  return { text: `${icon} footlint ${errors + warnings + infos}`, tooltip: `footlint: ${parts.join(', ')}` }
}

const counted = (number: number, word: string) =>
  number === 0 ? undefined : `${number} ${word}${number === 1 ? '' : 's'}`
