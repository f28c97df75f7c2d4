import { run } from './world.ts'
import type { Files } from './world.ts'

export const project = (config: object) => ({ '.footlintrc.json': JSON.stringify({ project: config }) })

/** `[2]` comes too late, `[7]` twice, and nobody cites `[5]`. */
export const book: Files = {
  ...project({ files: ['chapter-*.md', 'notes.md'], scope: 'book' }),
  'chapter-1.md': '# One\n\nThe gate was built.[1] Nobody paid.[3] It fell.[4]\n',
  'chapter-2.md': '# Two\n\nThe wall was built.[2] Nobody paid.[6] It fell.[7][7]\n',
  'notes.md': '# Notes\n\n[1] Fritz.\n\n[2] Adler.\n\n[3] Carl.\n\n[4] Berg.\n\n[5] Emil.\n\n[6] Dora.\n\n[7] Gerd.\n',
}

export const order =
  'chapter-2.md:3:20: error `[2]` is first cited after `[4]`, expected numbers in the order of their first citation; `[4]` is cited here (chapter-1.md:3:48) [marker-order]\n'
export const twice =
  'chapter-2.md:3:51: warning `[7]` is cited twice in one place, expected it once [marker-duplicate]\n'
export const unused = 'notes.md:11:1: warning `[5]` is cited nowhere, expected a marker for it [entry-unused]\n'

/** What a command line prints with `--format unix`. */
export const unix = async (argv: readonly string[], files: Files, stdin?: string) => {
  const outcome = await run([...argv, '--format', 'unix'], { files, ...(stdin !== undefined && { stdin }) })
  return { ...outcome, cwd: undefined }
}
