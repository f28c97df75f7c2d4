// Writes footlint.vsix.
import { copyFileSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createVSIX } from '@vscode/vsce'

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url))
await import('./build.js')
copyFileSync(here('../../LICENSE'), here('LICENSE'))
rmSync(here('footlint.vsix'), { force: true })
await createVSIX({ cwd: here('.'), packagePath: here('footlint.vsix'), dependencies: false })
