import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, test } from 'vitest'
import { splitFences } from '../scripts/fences.ts'
import { linesOf } from '../src/project/lines/lines.ts'
import { answerStream } from '../src/project/lines/stream.ts'
import { fixtures } from './fixture-files.ts'
import { run } from './world.ts'

const readJson = (path: string) => JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')) as object
const ajv = new Ajv({ strict: false, schemas: [readJson('schema/report.json')] })
const schema = readJson('schema/jsonl.json')
const isAnswer = ajv.compile(schema)

interface Answer {
  readonly id?: string | number
  readonly line?: number
  readonly summary?: object
  readonly findings?: readonly { readonly rule: string; readonly message: string; readonly source?: object }[]
  readonly error?: { readonly code: string; readonly message: string }
}

/** Runs the filter over bytes; every answer fits the schema. */
async function answer(stdin: string | Uint8Array, ...argv: string[]): Promise<Answer[]> {
  const { stdout, stderr, code } = await run(['--jsonl', '--concurrency', 'off', ...argv], { stdin })
  expect({ stderr, code }).toEqual({ stderr: '', code: 0 })
  const answers = stdout.split('\n').slice(0, -1)
  return answers.map((line) => {
    const value = JSON.parse(line) as Answer
    expect(isAnswer(value) ? undefined : ajv.errorsText(isAnswer.errors)).toBeUndefined()
    return value
  })
}

const document = (id: string | number, text: string, more: object = {}) => `${JSON.stringify({ id, text, ...more })}\n`
const said = ({ findings = [] }: Answer) => findings.map(({ rule, message }) => `${rule}: ${message}`)

describe('--jsonl', () => {
  test('answers each document with what a run over it as a file finds, in the order of the lines', async () => {
    const some = fixtures.filter(({ path }, index) => index % 9 === 0 && /\.(?:md|txt)$/.test(path))
    const input = some.map(({ path, content }) => {
      return document(path, content, { format: path.endsWith('.txt') ? 'text' : 'markdown' })
    })
    const answers = await answer(input.join(''))
    expect(answers.map(({ id }) => id)).toEqual(some.map(({ path }) => path))
    const files = Object.fromEntries(
      some.map(({ path, content }, index) => [
        `${index}-${path.replace(/\W/g, '-')}.${path.endsWith('.txt') ? 'txt' : 'md'}`,
        content,
      ]),
    )
    const { stdout } = await run(['.', '-f', 'json', '--concurrency', 'off'], { files })
    const report = JSON.parse(stdout) as { files: { path: string; findings: { message: string }[] }[] }
    const byIndex = report.files.toSorted((one, other) => parseInt(one.path, 10) - parseInt(other.path, 10))
    expect(answers.map((one) => one.findings!.map(({ message }) => message))).toEqual(
      byIndex.map(({ findings }) => findings.map(({ message }) => message)),
    )
  })

  test.each([
    ['{"id": 1', undefined, 'json', /^the line is no JSON: /],
    ['[]', undefined, 'record', /^the line: expected an object with "id" and "text", found \[\]$/],
    ['{"text":"a"}', undefined, 'record', /^"id": expected a string or a number, found nothing$/],
    ['{"id":null,"text":"a"}', undefined, 'record', /^"id": expected a string or a number, found null$/],
    ['{"id":"a"}', 'a', 'record', /^"text": expected a string, found nothing$/],
    ['{"id":7,"text":"","format":"markdwn"}', 7, 'record', /found "markdwn"; did you mean markdown\?$/],
    ['{"id":7,"text":"","sources":{}}', 7, 'record', /^"sources": expected a list, found \{\}$/],
    ['{"id":7,"text":"","sources":["a",5]}', 7, 'record', /^"sources\[1\]": expected a string or an object with /],
    ['{"id":7,"text":"","format":"html","sources":["a"]}', 7, 'record', /^"format" of a text with sources: /],
  ])('answers the line %s with an error and goes on', async (line, id, code, message) => {
    const [before, error, after] = await answer(`${document('x', 'One.')}${line}\n${document('y', 'Two.')}`)
    expect([before!.id, after!.id]).toEqual(['x', 'y'])
    expect(error).toMatchObject({ line: 2, error: { code } })
    expect(error!.id).toBe(id)
    expect(error!.error!.message).toMatch(message)
  })

  test('reads bytes as they come: byte order mark, carriage returns, empty lines, no end of the last line', async () => {
    const text = `\uFEFF${document('a', 'One.').replace('\n', '\r\n')}\n \t\r\n${document('b', 'Zwölf.').trimEnd()}`
    expect((await answer(text)).map(({ id }) => id)).toEqual(['a', 'b'])
    expect(await answer('')).toEqual([])
  })

  test('answers a line that is not UTF-8 with the place of it', async () => {
    const bytes = Buffer.concat([Buffer.from('{"id":"a","text":"'), Buffer.from([0xff]), Buffer.from('"}\n')])
    const [error, next] = await answer(Buffer.concat([bytes, Buffer.from(document('b', 'One.'))]))
    expect(error).toEqual({
      line: 1,
      error: { code: 'encoding', message: 'byte 19 of the line is not UTF-8, expected UTF-8 text' },
    })
    expect(next!.id).toBe('b')
  })

  test('answers a line beyond the limit without holding it', async () => {
    const answers = await answer(`${document('a', 'x'.repeat(400))}${document('b', 'One.')}`, '--jsonl-limit', '300')
    expect(answers[0]!.error).toEqual({
      code: 'too-long',
      message: 'the line is of 420 bytes, expected at most 300; --jsonl-limit allows more',
    })
    expect(answers[1]!.id).toBe('b')
    // A hundred megabytes in pieces of one: what is held stays far below that.
    const piece = Buffer.alloc(1_000_000, 'x')
    const before = process.memoryUsage().arrayBuffers
    let most = 0
    async function* stream() {
      for (let count = 0; count < 100; count++) {
        yield Buffer.from(piece)
        if (count % 25 === 24) {
          globalThis.gc?.()
          most = Math.max(most, process.memoryUsage().arrayBuffers - before)
        }
      }
      yield Buffer.from(`\n${document('c', 'One.')}`)
    }
    const lines = []
    for await (const some of linesOf(stream(), 5_000_000)) lines.push(...some)
    expect(lines).toMatchObject([{ number: 1, length: 100_000_000 }, { number: 2 }])
    if (globalThis.gc) expect(most).toBeLessThan(50_000_000)
  })

  test('cuts lines wherever chunks end', async () => {
    const bytes = Buffer.from(`\uFEFF${document('ä', 'Ö')}\n${document('b', '€')}last`)
    for (let size = 1; size < bytes.length; size++) {
      async function* stream() {
        for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
      }
      const lines = []
      // oxlint-disable-next-line no-await-in-loop
      for await (const some of linesOf(stream(), 1000)) lines.push(...some)
      const texts = lines.map((line) => ('bytes' in line ? `${line.number} ${Buffer.from(line.bytes).toString()}` : ''))
      expect(texts).toEqual(['1 {"id":"ä","text":"Ö"}', '3 {"id":"b","text":"€"}', '4 last'])
    }
  })

  test('reads no more than it can write, and stops when nobody wants more', async () => {
    let given = 0
    async function* stream() {
      for (; given < 1000; given++) yield Buffer.from(document(given, 'One.'))
    }
    const written: string[] = []
    const options = { cwd: process.cwd(), config: false as const, limit: 1000, concurrency: 'off' as const }
    await answerStream(
      stream(),
      async (text) => {
        await new Promise((resolve) => setImmediate(resolve))
        written.push(text)
        expect(given).toBeLessThan(written.length + 3)
        return written.length < 5
      },
      options,
    )
    expect(written.length).toBe(5)
    expect(given).toBeLessThan(8)
  })

  test.each([
    ['two of three', 'Water boils at 100 degrees [1]. Ice floats [3].', ['Nothing cites source 2']],
    ['one beyond them', 'It does [1][2][3]. So [4].', ['`[4]` names no source, 3 sources are given']],
    ['one alone, beyond them', 'It does [7].', ['`[7]` names no source, 3 sources are given', 1, 2, 3]],
    ['none', 'It does.', [1, 2, 3]],
    ['notes', 'It does.[^1] So.[^2] And so.[^9]', ['`[^9]` names no source, 3 sources are given', 3]],
    ['them in the order of the text', 'It does [3]. So [1]. And so [2].', []],
    ['them before a block that is left open', 'It does [1][2][3].\n\n```\ncode', []],
  ])('compares a text with its sources: %s', async (_, text, expected) => {
    const [one] = await answer(
      document('a', text, { sources: ['Steam', { title: 'Ice', url: 'https://example.org' }, 'Floes'] }),
    )
    const messages = expected.map((item) => (typeof item === 'number' ? `Nothing cites source ${item}` : item))
    expect(one!.findings!.map(({ message }) => message)).toEqual(messages)
  })

  test('knows sources by their ids', async () => {
    const sources = [{ id: 'a1', title: 'Steam' }, { id: 12 }, 'Floes']
    const [one] = await answer(document('a', 'It does [12].', { sources }))
    expect(one!.findings!.map(({ source }) => source)).toEqual([{ number: 1, id: 'a1' }, { number: 3 }])
  })

  test('goes by the configuration, and by the severity of rules', async () => {
    const [one] = await answer(document('a', 'It does.', { sources: ['A'] }), '--rule', 'entry-unused:error')
    expect(one!.summary).toEqual({ errors: 1, warnings: 0, infos: 0 })
    const [other] = await answer(document('a', 'It does.', { sources: ['A'] }), '--rule', 'entry-unused:off')
    expect(said(other!)).toEqual([])
  })

  test.each([
    [['--fix'], '--jsonl and --fix exclude each other, expected one of them'],
    [['--staged'], '--jsonl and --staged exclude each other, expected one of them'],
    [['--changed-since', 'main'], '--jsonl and --changed-since exclude each other, expected one of them'],
    [['--suppress-all'], '--jsonl and --suppress-all exclude each other, expected one of them'],
    [['--timing'], '--jsonl and --timing exclude each other, expected one of them'],
    [['a.md'], '--jsonl reads standard input, expected no paths, found a.md'],
    [['--jsonl-limit', '0'], '--jsonl-limit 0, expected a number of bytes from 1 to 524288000'],
  ])('refuses %j', async (argv, message) => {
    expect(await run(['--jsonl', ...argv])).toMatchObject({ code: 2, stderr: `footlint: ${message}\n` })
  })
})

describe('docs/jsonl.md', () => {
  const pieces = splitFences(readFileSync(new URL('../docs/jsonl.md', import.meta.url), 'utf8'))
  const examples = pieces.flatMap(({ info, content }, index) =>
    info === 'jsonl input'
      ? [{ input: content, output: pieces.slice(index).find((one) => one.info === 'jsonl output')! }]
      : [],
  )

  test.each(examples)('shows what $input is answered with', async ({ input, output }) => {
    const { stdout } = await run(['--jsonl', '--concurrency', 'off'], { stdin: input })
    expect(stdout).toBe(output.content)
    const isDocument = ajv.compile({ $ref: `${(schema as { $id: string }).$id}#/definitions/document` })
    const answers = stdout.split('\n')
    for (const [index, line] of input.trimEnd().split('\n').entries())
      expect(isDocument(JSON.parse(line))).toBe(!answers[index]!.includes('"error":'))
  })

  test('has examples', () => {
    expect(examples.length).toBeGreaterThan(1)
  })
})
