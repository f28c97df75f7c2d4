import type { Range } from '../../../source.ts'

/** A piece of LaTeX that is not just words; what stands between two pieces is. */
export interface Token extends Range {
  /** `opaque` is code or maths, `space` the end of a paragraph, `tie` a `~`, `cell` an `&`. */
  readonly kind:
    | 'word'
    | 'symbol'
    | 'begin'
    | 'end'
    | 'open'
    | 'close'
    | 'comment'
    | 'opaque'
    | 'space'
    | 'tie'
    | 'cell'
  /** Of a command or an environment. */
  readonly name: string
}

/** Environments that hold no prose: code, maths, drawings, what is written to files. */
const opaqueEnvironments = new Set(
  (
    'verbatim Verbatim BVerbatim LVerbatim SaveVerbatim Highlighting lstlisting minted alltt Sinput Soutput CodeInput CodeOutput comment ' +
    'filecontents equation align alignat flalign ' +
    'gather multline eqnarray displaymath math subequations tikzpicture pgfpicture picture algorithmic forest dmath IEEEeqnarray'
  ).split(' '),
)

const special = /[\\%${}~&]|\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g
const commandName = /[A-Za-z@]+\*?/y
const environmentName = /[ \t]*\{([^{}\r\n\\]{1,60})\}/y

/** Cuts LaTeX up. Each letter is looked at a fixed number of times; what is opened and never closed is words. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const unclosed = new Set<string>()
  const seek = new RegExp(special)
  for (let match = seek.exec(text); match; match = seek.exec(text)) {
    const token = tokenAt(text, match.index, match[0])
    if (!token) continue
    const whole = token.kind === 'begin' ? skipEnvironment(text, token, unclosed) : token
    tokens.push(whole)
    seek.lastIndex = whole.end
  }
  return tokens
}

const simple: Readonly<Record<string, Token['kind']>> = { '{': 'open', '}': 'close', '~': 'tie', '&': 'cell' }

function tokenAt(text: string, start: number, written: string): Token | undefined {
  const kind = simple[written]
  if (kind) return { kind, name: '', start, end: start + 1 }
  if (written === '%') return { kind: 'comment', name: '', start, end: find(text, /[\r\n]/g, start) }
  if (written === '$') return opaque(start, mathsEnd(text, start))
  if (written === '\\') return commandAt(text, start)
  return { kind: 'space', name: '', start, end: start + written.length }
}

function opaque(start: number, end: number | undefined): Token | undefined {
  return end === undefined ? undefined : { kind: 'opaque', name: '', start, end }
}

/** Where a pattern matches next, or the end of the text. */
function find(text: string, pattern: RegExp, from: number): number {
  pattern.lastIndex = from
  return pattern.exec(text)?.index ?? text.length
}

/** Behind the `$` or `$$` that closes one; it stands in the same paragraph. */
function mathsEnd(text: string, start: number): number | undefined {
  const sign = text[start + 1] === '$' ? '$$' : '$'
  const seek = /\\|\$|\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g
  seek.lastIndex = start + sign.length
  for (let match = seek.exec(text); match; match = seek.exec(text)) {
    if (match[0] === '$') return match.index + (text[match.index + 1] === '$' ? sign.length : 1)
    if (match[0] !== '\\') return undefined
    seek.lastIndex = match.index + 2
  }
  return undefined
}

function commandAt(text: string, start: number): Token {
  commandName.lastIndex = start + 1
  const name = commandName.exec(text)?.[0]
  if (name === undefined) return symbolAt(text, start)
  const end = start + 1 + name.length
  if (name === 'verb' || name === 'verb*' || name === 'lstinline') return verbatim(text, { start, end, name })
  if (name !== 'begin' && name !== 'end') return { kind: 'word', name, start, end }
  environmentName.lastIndex = end
  const environment = environmentName.exec(text)?.[1]
  if (environment === undefined) return { kind: 'word', name, start, end }
  return { kind: name, name: environment, start, end: environmentName.lastIndex }
}

/** `\%`, `\\`; `\(…\)` and `\[…\]`, which are maths. */
function symbolAt(text: string, start: number): Token {
  const name = start + 1 < text.length ? String.fromCodePoint(text.codePointAt(start + 1)!) : ''
  const end = start + 1 + name.length
  const close = name === '(' || name === '[' ? displayEnd(text, end, name) : undefined
  return opaque(start, close) ?? { kind: 'symbol', name, start, end }
}

/** Behind the `\)` or `\]` that closes maths in the same paragraph; `\\[2pt]` opens none. */
function displayEnd(text: string, from: number, sign: '(' | '['): number | undefined {
  const seek = /\\([^])|\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)/g
  seek.lastIndex = from
  for (let match = seek.exec(text); match; match = seek.exec(text)) {
    if (match[1] === (sign === '(' ? ')' : ']')) return seek.lastIndex
    if (match[1] === undefined || match[1] === sign) return undefined
  }
  return undefined
}

function verbatim(text: string, { start, end, name }: Range & { readonly name: string }): Token {
  const brace = /(?:\[[^\]\r\n]*\])?([^A-Za-z*\s])/y
  brace.lastIndex = end
  const sign = brace.exec(text)?.[1]
  if (sign === undefined) return { kind: 'word', name, start, end }
  const [line = ''] = /^[^\r\n]{0,1000}/.exec(text.slice(brace.lastIndex, brace.lastIndex + 1000)) ?? []
  const at = line.indexOf(sign === '{' ? '}' : sign)
  return at < 0 ? { kind: 'word', name, start, end } : opaque(start, brace.lastIndex + at + 1)!
}

/** An environment whose content is no prose. Where nothing ends it, nothing of its name is looked for again. */
function skipEnvironment(text: string, token: Token, unclosed: Set<string>): Token {
  const { name, start, end } = token
  if (!opaqueEnvironments.has(name.replace(/\*$/, '')) || unclosed.has(name)) return token
  const closing = `\\end{${name}}`
  const close = text.indexOf(closing, end)
  if (close < 0) unclosed.add(name)
  return opaque(start, close < 0 ? undefined : close + closing.length) ?? token
}
