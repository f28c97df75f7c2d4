import type { Counted, Measured, Spent, Step } from '../project/stopwatch.ts'
import { createTiming } from '../project/timing.ts'
import type { Timing } from '../project/timing.ts'
import type { Values } from './args.ts'
import { refuseBeside } from './exclusions.ts'
import type { OptionName } from './options.ts'
import type { Output } from './streams.ts'

/** Times a run, and says what came of it. */
export interface RunTiming {
  readonly stopwatch: Timing
  readonly print: (stderr: Output) => void
}

/** What is a run of another kind. */
const others = new Set<OptionName>(['fix', 'fix-dry-run', 'diff', 'print-config', 'debug'])

/** `now` gives milliseconds since the process began. */
export function timeRun(values: Values, now: () => number): RunTiming {
  refuseBeside('timing', values, (other) => others.has(other))
  const began = now()
  const stopwatch = createTiming(now)
  return {
    stopwatch,
    print: (stderr) => void stderr.write(renderTiming(stopwatch.take(), { began, ended: now() })),
  }
}

/** What the steps are called, in the order in which a file goes through them. */
const names: Readonly<Record<Exclude<Step, `rule ${string}`>, string>> = {
  find: 'finding files',
  configure: 'configuration',
  cache: 'cache',
  read: 'reading files',
  bibliographies: 'bibliographies',
  look: 'looking for signs of markers',
  load: 'loading what reads with care',
  split: 'splitting into segments',
  segments: 'reading segments',
  parse: 'parsing with remark',
  judge: 'finding and judging markers',
  compare: 'comparing with the version before',
  directives: 'directives and sorting',
  books: 'books',
  threads: 'sharing among threads',
  report: 'reporting',
}

interface Row {
  readonly name: string
  readonly milliseconds: number
  readonly times?: number
}

/** A table of what everything took. `began` and `ended` are milliseconds since the process began. */
export function renderTiming({ steps, counts }: Measured, clock: Clock): string {
  const { began, ended } = clock
  const threads = counts.get('threads') ?? 0
  const waited = threads > 0 ? (steps.get('threads')?.milliseconds ?? 0) : 0
  const own = Object.entries(names).flatMap(([step, name]) => {
    const spent = steps.get(step as Step)
    if (step === 'directives') return [...rulesOf(steps), ...rowOf(name, spent)]
    return threads > 0 && step === 'threads' ? [] : rowOf(name, spent)
  })
  const known: Row[] = [{ name: 'starting the command', milliseconds: began }, ...own]
  // What threads do stands beside what the command does meanwhile, which is to wait.
  const rest = threads > 0 ? 0 : Math.max(0, ended - sumOf(known))
  const rows = threads > 0 ? known : [...known, { name: 'everything else', milliseconds: rest }]
  const total = sumOf(rows)
  const lines = [
    ['', 'ms', 'share', 'times'],
    ...[...rows, { name: 'all of it', milliseconds: total }].map(({ name, milliseconds, times }: Row) => [
      name,
      milliseconds.toFixed(1),
      `${((100 * milliseconds) / total).toFixed(1)} %`,
      times === undefined ? '' : counted(times),
    ]),
  ]
  const ofThreads = `The times of ${threads} threads are added up; the run took ${ended.toFixed(1)} ms and waited ${waited.toFixed(1)} of them for the threads.`
  return `\n${table(lines)}\n${summary(counts)}${threads > 0 ? `${ofThreads}\n` : ''}`
}

interface Clock {
  readonly began: number
  readonly ended: number
}

/** The slowest first. */
function rulesOf(steps: Measured['steps']): Row[] {
  return [...steps]
    .filter(([step]) => step.startsWith('rule '))
    .map(([step, { milliseconds, times }]) => ({ name: step, milliseconds, times }))
    .toSorted((one, other) => other.milliseconds - one.milliseconds)
}

const rowOf = (name: string, spent: Spent | undefined): Row[] => (spent ? [{ name, ...spent }] : [])

const sumOf = (rows: readonly Row[]) => rows.reduce((sum, { milliseconds }) => sum + milliseconds, 0)

function table(lines: readonly (readonly string[])[]): string {
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]!.length)))
  return lines
    .map((line) =>
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!))),
    )
    .map((line) => `${line.join('  ').trimEnd()}\n`)
    .join('')
}

function summary(counts: ReadonlyMap<Counted, number>): string {
  const of = (what: Counted, noun: string) => {
    const number = counts.get(what) ?? 0
    return `${counted(number)} ${noun}${number === 1 ? '' : 's'}`
  }
  const recalled = counts.has('recalled') ? `; ${of('recalled', 'more file')} known from the cache` : ''
  return [
    `Read: ${of('files', 'file')}, ${of('characters', 'character')}${recalled}.`,
    `Read with care: ${of('close', 'file')}, ${of('closeCharacters', 'character')}; of these, the parser got ${of('parsed', 'character')}.`,
    '',
  ].join('\n')
}

const counted = (number: number) => String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
