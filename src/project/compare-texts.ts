import { resolve } from 'node:path'
import { changesInTranslation } from '../compare/translation.ts'
import { comparedWith, withChanges } from '../compare/with-changes.ts'
import { readDocument } from '../document/read.ts'
import { ReadError } from '../errors.ts'
import type { FileResult, Run } from '../finding.ts'
import { lintDocument } from '../lint.ts'
import type { Settings } from '../settings.ts'
import { version } from '../version.ts'
import { configurations } from './configurations.ts'
import { decodeSource, readOptions } from './read.ts'
import type { Change } from './change.ts'
import { lintFiles } from './lint-files.ts'
import { createShelf } from './shelf.ts'
import { attempt } from './visit-file.ts'
import type { ProjectOptions } from './visit.ts'

/** A text under its name, from wherever it came. */
export interface NamedText {
  readonly path: string
  readonly bytes: Buffer
}

/** What a text is compared with: an earlier version of it, or what it is a translation of. */
export type Relation = 'version' | 'translation'

const rule = 'marker-lost'

/** Compares two texts, each read by itself, and says of the second one what has become of the citations of the first. */
export async function compareTexts(
  [before, after]: readonly [NamedText, NamedText],
  relation: Relation,
  options: ProjectOptions,
): Promise<Run> {
  const cwd = resolve(options.cwd ?? process.cwd())
  const configurationOf = await configurations(cwd, options)
  const own = (await configurationOf(after.path)).resolve(after.path)
  const others = (await configurationOf(before.path)).resolve(before.path)
  const shelf = createShelf(cwd)
  const files: FileResult[] = []
  const take = () => decodeSource(after.path, after.bytes, readOptions(own))
  const failures = await attempt(
    { path: after.path, take, resolution: own, shelf },
    async (source, _, read, library) => {
      const earlier = decode(before, readOptions(others))
      const known = relation === 'version' ? library : await shelf.libraryOf(earlier, others.bibliography)
      const base = readDocument(earlier, await shelf.readerOf(earlier), { ...others.settings, library: known })
      const head = readDocument(source, read, { ...own.settings, library })
      const compared =
        relation === 'version' ? withChanges([base], [head])[0]! : comparedWith(head, changesInTranslation(base, head))
      files.push(lintDocument(compared, onlyComparing(own.settings)))
    },
  )
  return { version, files, failures }
}

/** A failure names the text that is at fault. */
function decode({ path, bytes }: NamedText, options: Parameters<typeof decodeSource>[2]) {
  try {
    return decodeSource(path, bytes, options)
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    throw new ReadError(`cannot be compared: ${path} ${error.message}`, { hint: error.hint, cause: error })
  }
}

/** Of all rules the one that compares; audits of directives are about the others. */
function onlyComparing({ rules, directives, ...settings }: Settings): Settings {
  const silent = { unused: 'off', unknown: 'off', blanket: 'off', undescribed: 'off' } as const
  return { ...settings, rules: rules.filter((one) => one.rule.id === rule), directives: directives && silent }
}

/** Compares what two commits hold, as far as the patterns name it. */
export async function compareCommits(
  patterns: readonly string[],
  change: Change,
  options: ProjectOptions,
): Promise<Run> {
  const run = await lintFiles(patterns, { ...options, change })
  const files = run.files.map((file) => ({
    ...file,
    findings: file.findings.filter((finding) => finding.rule === rule),
    suppressed: file.suppressed.filter(({ finding }) => finding.rule === rule),
  }))
  return { ...run, files }
}
