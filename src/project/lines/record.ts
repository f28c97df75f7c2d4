import { isUtf8 } from 'node:buffer'
import { nearest } from '../../nearest.ts'
import { formatNames } from '../../source.ts'
import type { FormatName } from '../../source.ts'
import { firstInvalidByte } from '../read.ts'
import type { Line } from './lines.ts'

export type Id = string | number

/** What a text was written from. */
export interface TextSource {
  readonly id?: Id
  readonly title?: string
  readonly url?: string
}

/** A document of a stream. */
export interface LineRecord {
  readonly id: Id
  readonly text: string
  readonly format: FormatName
  readonly sources: readonly TextSource[] | undefined
}

/** Why a line is no document: `too-long`, `encoding`, `json`, `record`; or why it was not linted: `internal`. */
export interface Problem {
  readonly code: 'too-long' | 'encoding' | 'json' | 'record' | 'internal'
  readonly message: string
}

/** The document of a line, or what is wrong with it; the id comes along where it can be read. */
export type Parsed = { readonly record: LineRecord } | { readonly id?: Id; readonly problem: Problem }

export function parseLine(line: Line, limit: number): Parsed {
  if (!('bytes' in line)) {
    const message = `the line is of ${line.length} bytes, expected at most ${limit}; --jsonl-limit allows more`
    return { problem: { code: 'too-long', message } }
  }
  if (!isUtf8(line.bytes)) {
    const message = `byte ${firstInvalidByte(line.bytes) + 1} of the line is not UTF-8, expected UTF-8 text`
    return { problem: { code: 'encoding', message } }
  }
  try {
    return readRecord(JSON.parse(Buffer.from(line.bytes).toString('utf8')))
  } catch (error) {
    return { problem: { code: 'json', message: `the line is no JSON: ${(error as Error).message}` } }
  }
}

function readRecord(value: unknown): Parsed {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { problem: wrong('the line', 'an object with "id" and "text"', value) }
  const { id, text, format = 'markdown', sources } = value as Readonly<Record<string, unknown>>
  if (!isId(id)) return { problem: wrong('"id"', 'a string or a number', id) }
  if (typeof text !== 'string') return { id, problem: wrong('"text"', 'a string', text) }
  if (!isFormat(format)) return { id, problem: wrongFormat(format) }
  const list = sources === undefined || sources === null ? undefined : sources
  if (list === undefined) return { record: { id, text, format, sources: undefined } }
  if (!Array.isArray(list)) return { id, problem: wrong('"sources"', 'a list', list) }
  if (!mayHaveSources.has(format))
    return { id, problem: wrong('"format" of a text with sources', 'markdown or text', format) }
  const read = list.map(readSource)
  const at = read.indexOf(undefined)
  if (at === -1) return { record: { id, text, format, sources: read as TextSource[] } }
  const expected = 'a string or an object with "id", "title" or "url"'
  return { id, problem: wrong(`"sources[${at}]"`, expected, list[at]) }
}

function readSource(value: unknown): TextSource | undefined {
  if (typeof value === 'string') return { title: value }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const { id, title, url } = value as Readonly<Record<string, unknown>>
  const isRight = (id === undefined || isId(id)) && isText(title) && isText(url)
  if (!isRight) return undefined
  return { ...(id !== undefined && { id }), ...(title !== undefined && { title }), ...(url !== undefined && { url }) }
}

/** Formats in which a list of sources can stand below the text. */
const mayHaveSources = new Set<FormatName>(['markdown', 'text'])

const isText = (value: unknown): value is string | undefined => value === undefined || typeof value === 'string'
const isId = (value: unknown): value is Id => typeof value === 'string' || typeof value === 'number'
const isFormat = (value: unknown): value is FormatName => (formatNames as readonly unknown[]).includes(value)

function wrong(place: string, expected: string, found: unknown): Problem {
  return { code: 'record', message: `${place}: expected ${expected}, found ${show(found)}` }
}

function wrongFormat(format: unknown): Problem {
  const meant = typeof format === 'string' ? nearest(format, formatNames) : undefined
  const { code, message } = wrong('"format"', `one of ${formatNames.join(', ')}`, format)
  return { code, message: meant === undefined ? message : `${message}; did you mean ${meant}?` }
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59)}…` : text
}
