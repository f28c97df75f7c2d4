import { placeIn } from './layer.ts'
import type { Layer } from './layer.ts'

/** Files that are read together, as a configuration names them. */
export interface BookConfig {
  /** Each with its place in the configuration, for messages. */
  readonly patterns: readonly { readonly pattern: string; readonly where: string }[]
  readonly scope: 'book' | 'chapter'
  /** What the patterns are relative to. */
  readonly folder: string | undefined
}

/** The books of the strongest layer that has any. */
export function booksOf(layers: readonly Layer[]): readonly BookConfig[] {
  const layer = layers.findLast(({ config }) => config.project !== undefined)
  const { project } = layer?.config ?? {}
  if (!layer || project === undefined) return []
  const isList = Array.isArray(project)
  // A file that numbers by itself and is read as if it did not is full of false alarms; the other way round some are missed.
  return [project].flat().map(({ files, scope = 'chapter' }, index): BookConfig => {
    const place = ['project', ...(isList ? [index] : []), 'files']
    const patterns = [files].flat().map((pattern, at) => ({
      pattern,
      where: placeIn(layer, typeof files === 'string' ? place : [...place, at]),
    }))
    return { patterns, scope, folder: layer.folder }
  })
}
