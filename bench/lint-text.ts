import { layersOfValue } from '../src/config/layer.ts'
import { resolveSettings } from '../src/config/resolve.ts'
import type { Config } from '../src/config/schema.ts'
import type { FileResult } from '../src/finding.ts'
import { lintSource } from '../src/lint.ts'
import { createSource } from '../src/source.ts'

/** Lints a text with a configuration that is a value. Nothing is read from a disk. */
export function lintText(text: string, path: string, config: Config = {}): FileResult {
  const { settings, language, format } = resolveSettings(path, { layers: layersOfValue(config) })
  return lintSource(createSource(path, text, { ...(language && { language }), ...(format && { format }) }), settings)
}
