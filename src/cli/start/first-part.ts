import type { Loader } from './loader.ts'
import type { Parts } from './parts.ts'

/** Compiles the part that is loaded first, and gives what comes with it: what loads the others. */
export function loaderIn(parts: Parts, first: string): Loader {
  const [make] = parts.compile(first).value as [(exports: object) => void, unknown]
  const loader = {}
  make(loader)
  return loader as Loader
}
