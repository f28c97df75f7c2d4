import { describe, expect, test } from 'vitest'
import { renderTiming } from '../src/cli/timing.ts'
import { createTiming } from '../src/project/timing.ts'
import { run } from './world.ts'

/** A clock that is put forward by hand. */
function createClock() {
  let time = 0
  return { now: () => time, pass: (milliseconds: number) => void (time += milliseconds) }
}

const faulty = 'One.[^1] Two.[^2]\n\n[^1]: Adam\n'

describe('a stopwatch', () => {
  test('takes the time of a step without that of the steps inside of it', async () => {
    const { now, pass } = createClock()
    const timing = createTiming(now)
    timing.time('judge', () => {
      pass(1)
      timing.time('segments', () => {
        pass(10)
        timing.time('parse', () => pass(100))
        timing.time('parse', () => pass(200))
      })
      pass(2)
    })
    await timing.time('books', async () => {
      pass(1000)
      await timing.time('read', async () => pass(2000))
      pass(4000)
    })
    const { steps } = timing.take()
    expect(Object.fromEntries(steps)).toEqual({
      judge: { milliseconds: 3, times: 1 },
      segments: { milliseconds: 10, times: 1 },
      parse: { milliseconds: 300, times: 2 },
      books: { milliseconds: 5000, times: 1 },
      read: { milliseconds: 2000, times: 1 },
    })
    expect(timing.take().steps.size).toBe(0)
  })

  test('goes on behind a step that fails, and adds what others have measured', () => {
    const { now, pass } = createClock()
    const timing = createTiming(now)
    const fail = () => {
      pass(5)
      throw new Error('no')
    }
    expect(() => timing.time('look', () => timing.time('read', fail))).toThrow('no')
    timing.add({ steps: new Map([['read', { milliseconds: 7, times: 2 }]]), counts: new Map([['files', 3]]) })
    const { steps, counts } = timing.take()
    expect([steps.get('read'), steps.get('look')]).toEqual([
      { milliseconds: 12, times: 3 },
      { milliseconds: 0, times: 1 },
    ])
    expect(counts.get('files')).toBe(3)
  })
})

describe('--timing', () => {
  test('says behind the report, on standard error, how long everything took and how much was read', async () => {
    const files = { 'a.md': faulty, 'b.md': 'Nothing.\n', 'c.md': `${faulty}\n$$\nx[1]\n$$\n` }
    const plain = await run(['.'], { files })
    const { code, stdout, stderr } = await run(['.', '--timing'], { files })
    expect({ code, stdout }).toEqual({ code: plain.code, stdout: plain.stdout })
    const rows = stderr.split('\n').map((line) => line.replace(/ {2,}.*/, ''))
    expect(rows).toEqual(
      expect.arrayContaining(['starting the command', 'reading files', 'everything else', 'all of it']),
    )
    for (const row of ['splitting into segments', 'reading segments', 'finding and judging markers', 'rule marker-gap'])
      expect(stderr).toMatch(new RegExp(`^${row} +[\\d.]+ +[\\d.]+ % +2$`, 'm'))
    expect(stderr).toMatch(/^reading files +[\d.]+ +[\d.]+ % +3$/m)
    expect(stderr).toContain('Read: 3 files, 81 characters.\n')
    expect(stderr).toMatch(/Read with care: 2 files, 72 characters; of these, the parser got \d+ characters\.\n$/)
  })

  test('counts what comes from the cache', async () => {
    const first = await run(['.', '--cache'], { files: { 'a.md': faulty } })
    const { stderr } = await run(['.', '--cache', '--timing'], { cwd: first.cwd })
    expect(stderr).toContain('Read: 0 files, 0 characters; 1 more file known from the cache.\n')
  })

  test.each(['--fix', '--fix-dry-run', '--diff'])('is about a run that reports, not about %s', async (option) => {
    const { code, stderr } = await run(['a.md', '--timing', option], { files: { 'a.md': faulty } })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `footlint: --timing and ${option} exclude each other, expected one of them\n`,
    })
  })

  test('adds up what threads say', () => {
    const steps = new Map([
      ['read', { milliseconds: 30, times: 2 }],
      ['rule marker-gap', { milliseconds: 10, times: 2 }],
      ['rule marker-order', { milliseconds: 20, times: 2 }],
      ['directives', { milliseconds: 5, times: 2 }],
      ['threads', { milliseconds: 40, times: 1 }],
    ] as const)
    const counts = new Map([
      ['files', 2],
      ['characters', 12_345],
      ['close', 1],
      ['closeCharacters', 12_000],
      ['threads', 3],
    ] as const)
    expect(renderTiming({ steps, counts }, { began: 35, ended: 90 })).toBe(`
                           ms    share  times
starting the command     35.0   35.0 %
reading files            30.0   30.0 %      2
rule marker-order        20.0   20.0 %      2
rule marker-gap          10.0   10.0 %      2
directives and sorting    5.0    5.0 %      2
all of it               100.0  100.0 %

Read: 2 files, 12,345 characters.
Read with care: 1 file, 12,000 characters; of these, the parser got 0 characters.
The times of 3 threads are added up; the run took 90.0 ms and waited 40.0 of them for the threads.
`)
  })
})
