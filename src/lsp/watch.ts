/** The files besides texts that decide what is found. */
export const watchedFiles = [
  '**/{.footlintrc,.footlintrc.*,footlintrc,footlintrc.*,footlint.config.*,package.json}',
  '**/{.footlintignore,.gitignore,.footlint-baseline.json}',
  '**/{_quarto.yml,_quarto.yaml,_metadata.yml,_bookdown.yml,myst.yml}',
  '**/*.{bib,bibtex,biblatex,csljson,csl,json,yaml,yml}',
] as const

const configuration =
  /(?:^|\/)(?:\.?footlintrc(?:\.\w+)?|footlint\.config\.\w+|package\.json|\.footlintignore|\.gitignore|\.footlint-baseline\.json|_quarto\.ya?ml|_metadata\.yml|_bookdown\.yml|myst\.yml|[^/]+\.csl)$/

/** What has to be read anew after files have changed. */
export function whatChanged(uris: readonly string[]): 'bibliographies' | 'all' | undefined {
  if (uris.length === 0) return undefined
  return uris.some((uri) => configuration.test(uri)) ? 'all' : 'bibliographies'
}
