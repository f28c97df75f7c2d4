import { expect, test } from 'vitest'
import { createShelf } from '../src/project/shelf.ts'
import { idle } from '../src/project/stopwatch.ts'
import { visitAlone } from '../src/project/visit-alone.ts'
import type { Share } from '../src/project/visit-alone.ts'
import type { VisitedFile } from '../src/project/visit.ts'
import { resolverOfValue } from '../src/value-config.ts'
import { createFolder } from './world.ts'

/** Visits four files, one of which a glance is enough for; threads leave one to the main one, and fail at another. */
async function visit(worthwhile: number) {
  const cwd = createFolder({ 'a.md': 'One.[1]', 'b.md': 'Nothing.', 'c.md': 'Two.[2]', 'd.md': 'Three.[3]' })
  const resolution = resolverOfValue({}).resolve('a.md')
  const visited: string[] = []
  const shared: VisitedFile[] = []
  const sizes: number[] = []
  let ended = 0
  let done = 0
  const share: Share = {
    worthwhile,
    begin: async () => ({
      async add(file, size) {
        shared.push(file)
        sizes.push(size)
      },
      async finish(work) {
        const [first] = shared
        return new Map([
          ['d.md', [{ path: 'd.md', message: 'is lost' }]],
          [first!.path, await work(first!)],
        ])
      },
      async end() {
        ended++
      },
    }),
  }
  const failures = await visitAlone(
    ['a.md', 'b.md', 'c.md', 'd.md', 'e.md'].map((path) => ({ path, resolution })),
    {
      cwd,
      change: undefined,
      shelf: createShelf(cwd),
      stopwatch: idle,
      progress: (count) => void (done += count),
      visitor: {
        share: () => share,
        file: ({ path }) => void visited.push(path),
        book: () => {},
        glance: ({ path }) => path === 'b.md',
      },
    },
  )
  return {
    visited,
    shared: shared.map(({ path }) => path),
    sizes,
    ended,
    done,
    failures: failures.map((one) => one.path),
  }
}

test('too few characters are not shared', async () => {
  const all = { shared: [], sizes: [], ended: 0, done: 5, failures: ['e.md'] }
  expect(await visit(1000)).toEqual({ ...all, visited: ['a.md', 'c.md', 'd.md'] })
})

test('enough are, from where there were so many', async () => {
  const shared = ['c.md', 'd.md', 'e.md']
  const rest = { shared, sizes: [7, 9, 0], ended: 1, done: 3, failures: ['d.md'] }
  expect(await visit(10)).toEqual({ ...rest, visited: ['a.md', 'c.md'] })
})

test('all are, where somebody asks for it', async () => {
  const shared = ['a.md', 'c.md', 'd.md', 'e.md']
  const rest = { shared, sizes: [7, 7, 9, 0], ended: 1, done: 2, failures: ['d.md'] }
  expect(await visit(0)).toEqual({ ...rest, visited: ['a.md'] })
})
