import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import type { ValidateFunction } from 'ajv'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { SaxesParser } from 'saxes'
import { unified } from 'unified'

/** A workflow command as the runner of GitHub reads it (ActionCommand.cs). */
export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** The commands of GitHub's runner that matter here. */
const registered = new Set(['error', 'warning', 'notice', 'debug', 'group', 'add-mask', 'add-matcher', 'stop-commands'])

/**
 * The commands that the runner finds in a log (ActionCommand.cs, ActionCommandManager.cs): those of the second version at
 * the beginning of a line, and of the first, `##[error]…`, anywhere in one. None behind `::stop-commands::token`, until
 * `::token::`.
 */
export function readLog(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = []
  let token: string | undefined
  for (const line of lines(log)) {
    if (token !== undefined) {
      if (line.trim() === `::${token}::`) token = undefined
      continue
    }
    const command = commandIn(line.trimStart())
    if (command?.command === 'stop-commands') token = command.message
    else if (command) commands.push(command)
  }
  return commands
}

function commandIn(line: string): WorkflowCommand | undefined {
  const second = /^::(?:(?!::).)*::/s.test(line) ? readWorkflowCommands(line)[0] : undefined
  if (second && registered.has(second.command)) return second
  const [, name = '', message = ''] = /##\[([^\] ]*)[^\]]*\](.*)/s.exec(line) ?? []
  return registered.has(name) ? { command: name, properties: {}, message } : undefined
}

export function readWorkflowCommands(report: string): WorkflowCommand[] {
  return lines(report).map((line) => {
    const end = line.indexOf('::', 2)
    if (!line.startsWith('::') || end < 0) throw new Error(`no command: ${line}`)
    const [, command = '', rest = ''] = /^(\S+) ?(.*)$/s.exec(line.slice(2, end))!
    const pairs = rest.split(',').map((pair) => pair.split('='))
    const properties = Object.fromEntries(pairs.map(([key, ...value]) => [key, unescape(value.join('='))]))
    return { command, properties, message: unescape(line.slice(end + 2)) }
  })
}

const lines = (text: string) => text.split('\n').filter((line) => line !== '')

function unescape(text: string): string {
  const codes = { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',' }
  const plain = Object.entries(codes).reduce((all, [code, sign]) => all.replaceAll(code, sign), text)
  return plain.replaceAll('%25', '%')
}

/** An element of an XML document. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Parses with saxes, which refuses what XML 1.0 does not allow. */
export function readXml(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)!.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => void (open.at(-1)!.text += text))
  parser.on('closetag', () => void open.pop())
  parser.write(xml).close()
  return root.children[0]!
}

/** All elements of a name below another. */
export function elementsOf(element: Element, name: string): Element[] {
  return element.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elementsOf(child, name)])
}

interface Node {
  readonly type: string
  readonly value?: string
  readonly children?: readonly Node[]
}

/** The cells of the first table, as a reader sees them, without its head; anything but text and code in one is an error. */
export function readTable(markdown: string): string[][] {
  const tree = unified().use(remarkParse).use(remarkGfm).parse(markdown) as Node
  const blocks = tree.children!.map((node) => node.type)
  if (blocks.some((type) => !['heading', 'paragraph', 'table'].includes(type))) throw new Error(blocks.join(', '))
  const table = tree.children!.find((node) => node.type === 'table')
  return (table?.children ?? []).slice(1).map((row) => row.children!.map((cell) => cell.children!.map(textOf).join('')))
}

function textOf({ type, value = '' }: Node): string {
  if (type === 'text') return value
  if (type === 'html' && /^(<\/?code>|<!-- -->)$/.test(value)) return ''
  throw new Error(`${type} in a cell: ${value}`)
}

/** The schema of SARIF 2.1.0 (draft 4, which Ajv takes for draft 7 but for the name of its id). */
export function sarifValidator(): ValidateFunction {
  const file = '../node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'
  const schema = JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as Record<string, unknown>
  const { id: _id, $schema: _draft, ...rest } = schema
  const formats = { uri: true, 'uri-reference': true, 'date-time': true } as const
  return new Ajv({ allErrors: true, strict: false, unicodeRegExp: false, formats }).compile(rest)
}

const position = {
  type: 'object',
  required: ['line', 'column'],
  properties: { line: { type: 'integer', minimum: 1 }, column: { type: 'integer', minimum: 1 } },
  additionalProperties: false,
}
const range = {
  type: 'object',
  required: ['start', 'end'],
  properties: { start: position, end: position },
  additionalProperties: false,
}
const location = {
  type: 'object',
  required: ['path'],
  properties: { path: { type: 'string', minLength: 1 }, range },
  additionalProperties: false,
}
const source = {
  type: 'object',
  required: ['name'],
  properties: { name: { type: 'string' }, url: { type: 'string' } },
  additionalProperties: false,
}

/** What reviewdog.proto says of a Diagnostic, as far as we write one. */
export const rdfDiagnostic = {
  type: 'object',
  required: ['message', 'location', 'severity'],
  additionalProperties: false,
  properties: {
    message: { type: 'string', minLength: 1 },
    location,
    severity: { enum: ['ERROR', 'WARNING', 'INFO'] },
    source,
    code: {
      type: 'object',
      required: ['value'],
      properties: { value: { type: 'string' }, url: { type: 'string' } },
      additionalProperties: false,
    },
    suggestions: {
      type: 'array',
      items: {
        type: 'object',
        required: ['range', 'text'],
        properties: { range, text: { type: 'string' } },
        additionalProperties: false,
      },
    },
    relatedLocations: {
      type: 'array',
      items: {
        type: 'object',
        required: ['message', 'location'],
        properties: { message: { type: 'string' }, location },
        additionalProperties: false,
      },
    },
  },
}

/** What reviewdog.proto says of a DiagnosticResult. */
export const rdfResult = {
  type: 'object',
  required: ['source', 'diagnostics'],
  properties: { source, diagnostics: { type: 'array', items: rdfDiagnostic } },
  additionalProperties: false,
}

/** What GitLab's parser and its documentation ask of an issue of a Code Quality report. */
export const codeQualityIssue = {
  type: 'object',
  required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
  additionalProperties: false,
  properties: {
    description: { type: 'string', minLength: 1 },
    check_name: { type: 'string', minLength: 1 },
    fingerprint: { type: 'string', pattern: '^[0-9a-f]{32}$' },
    severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
    location: {
      type: 'object',
      required: ['path', 'lines'],
      additionalProperties: false,
      properties: {
        path: { type: 'string', minLength: 1, not: { pattern: '^\\./' } },
        lines: {
          type: 'object',
          required: ['begin'],
          additionalProperties: false,
          properties: { begin: { type: 'integer', minimum: 1 }, end: { type: 'integer', minimum: 1 } },
        },
      },
    },
  },
}
