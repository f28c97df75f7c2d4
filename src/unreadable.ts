import type { Problem } from './document/document.ts'
import { renderMessage } from './finding.ts'
import type { Finding } from './finding.ts'

/** What is said of a document that its format's parser refuses, described like a rule for those who list or explain it. */
export const unreadable = {
  id: 'document-unreadable',
  summary: 'A document has to be what its format says',
  severity: 'error',
  fixable: undefined,
  messages: { syntax: 'This is no {{format}}: {{problem}}' },
} as const

const formatTitles: Readonly<Record<string, string>> = { mdx: 'MDX', notebook: 'notebook' }

/** One finding for a document, whatever else is wrong with it: what a parser says behind its first problem is guessed. */
export function unreadableFindings(format: string, [problem]: readonly Problem[]): Finding[] {
  if (!problem) return []
  const { id, severity, messages } = unreadable
  const data = { format: formatTitles[format] ?? format, problem: problem.message }
  return [
    {
      rule: id,
      messageId: 'syntax',
      severity,
      message: renderMessage(messages.syntax, data),
      data,
      range: { start: problem.start, end: problem.end },
      related: [],
    },
  ]
}
