/** What a person has set, and what is there. */
export interface Surroundings {
  /** `footlint.path`; empty where nothing is set. */
  readonly path: string
  readonly config: string
  readonly arguments: readonly string[]
  /** The folder is not trusted: nothing of it is run. */
  readonly isTrusted: boolean
  /** The footlint that is installed in a folder of the window, if it is to be used. */
  readonly installed: string | undefined
  /** The one that comes along. */
  readonly bundled: string
}

/** How the server is started: a module that Node runs, or a command. */
export interface Launch {
  readonly kind: 'module' | 'command'
  readonly target: string
  readonly args: readonly string[]
}

/** Decides which footlint serves. */
export function launchOf({ path, config, isTrusted, installed, bundled, ...set }: Surroundings): Launch {
  const chosen = isTrusted && path !== '' ? path : undefined
  const target = chosen ?? (isTrusted ? installed : undefined) ?? bundled
  return {
    kind: /\.[cm]?js$/.test(target) ? 'module' : 'command',
    target,
    args: ['lsp', ...(config === '' ? [] : ['--config', config]), ...(isTrusted ? set.arguments : ['--no-plugins'])],
  }
}
