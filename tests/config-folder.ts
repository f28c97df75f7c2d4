import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect } from 'vitest'
import { createConfigLoader } from '../src/config/load.ts'
import type { LoadOptions } from '../src/config/load.ts'
import { ConfigError } from '../src/errors.ts'

let folder = ''

/** Gives each test an empty folder of its own that is the root of a repository. */
export function useFolder(): void {
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'footlint-')))
    mkdirSync(path.join(folder, '.git'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))
}

export const inFolder = (file: string) => path.join(folder, file)

/** Writes files, given by path; what is not text is written as JSON. */
export function write(files: Readonly<Record<string, unknown>>): void {
  for (const [file, content] of Object.entries(files)) {
    mkdirSync(path.dirname(inFolder(file)), { recursive: true })
    writeFileSync(inFolder(file), typeof content === 'string' ? content : JSON.stringify(content))
  }
}

export const load = (file: string, options: Partial<LoadOptions> = {}) =>
  createConfigLoader({ cwd: folder, ...options })(file)

/** The names of the layers for a document, without `recommended`, which lies beneath all. */
export async function layersFor(file: string, options: Partial<LoadOptions> = {}): Promise<string[]> {
  const { layers } = await load(file, options)
  return layers.map((layer) => layer.name).filter((name) => name !== 'preset recommended')
}

/** Message and hint of the mistake that loading ends with. */
export async function mistake(file: string, options: Partial<LoadOptions> = {}): Promise<string> {
  try {
    await load(file, options)
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError)
    const { message, hint } = error as ConfigError
    expect(message).not.toContain('\n')
    const whole = hint === undefined ? message : `${message} (${hint})`
    return whole.replaceAll(folder, '<folder>')
  }
  throw new Error('nothing was thrown')
}

/** The text of a module with rules that needs nothing else. */
export const ruleText = (id: string) =>
  `{ id: '${id}', summary: '', severity: 'error', messages: {}, *check() {},
     options: { kind: 'schema', type: 'object', '~run': (dataset) => ({ ...dataset, typed: true }) } }`
