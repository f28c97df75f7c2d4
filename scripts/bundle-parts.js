// Which modules of the command make which of its files, see bundle.js.

/**
 * What every command needs is one file, what every run over files needs another one, and what reads documents with care a third one:
 * most runs are over without it.
 */
export const parts = {
  basis: ['src/cli/process.ts'],
  run: [
    'src/cli/check.ts',
    'src/cli/report-run.ts',
    'src/project/lint-files.ts',
    'src/reporters/pretty.ts',
    'src/cli/rules.ts',
  ],
  closely: ['src/project/closely.ts', 'src/project/files-duty.ts'],
}

/**
 * Of that, what a run over a small document that is as it should be does without, and what is for many documents. A part is
 * loaded when something asks for it.
 */
export const apart = {
  seldom: [
    'node_modules/valibot/dist/index.mjs',
    'node_modules/picomatch/index.js',
    'node_modules/decode-named-character-reference/index.js',
    'node_modules/micromark-util-decode-string/index.js',
    'src/bibliography/bibliography.ts',
    'src/config/issue.ts',
    'src/config/match.ts',
    'src/config/place.ts',
    'src/config/plugin.ts',
    'src/config/presets/acs.ts',
    'src/config/presets/ama.ts',
    'src/config/presets/chicago-notes.ts',
    'src/config/presets/cjk.ts',
    'src/config/presets/french.ts',
    'src/config/presets/ieee.ts',
    'src/config/presets/mhra.ts',
    'src/config/presets/nature.ts',
    'src/config/presets/strict.ts',
    'src/config/presets/vancouver.ts',
    'src/config/presets/wikipedia.ts',
    'src/config/schema.ts',
    'src/config/syntax.ts',
    'src/document/classify/citekeys.ts',
    'src/document/classify/groups.ts',
    'src/document/classify/inline-notes.ts',
    'src/document/classify/parentheses.ts',
    'src/document/classify/run.ts',
    'src/document/classify/superscripts.ts',
    'src/document/entries/record-identifiers.ts',
    'src/document/formats/bibliography.ts',
    'src/document/formats/certain-cut.ts',
    'src/document/formats/flow/raw-html.ts',
    'src/document/formats/html-islands.ts',
    'src/document/formats/shift.ts',
    'src/document/formats/tags.ts',
    'src/document/formats/text.ts',
    'src/document/notations/cite-role.ts',
    'src/document/notations/citekey.ts',
    'src/document/notations/parenthesis.ts',
    'src/document/place.ts',
    'src/document/residue/quoted.ts',
    'src/document/residue/removal.ts',
    'src/document/series/keys.ts',
    'src/document/series/order.ts',
    'src/document/series/part.ts',
    'src/document/series/reordering.ts',
    'src/document/unread.ts',
    'src/identifiers/arxiv.ts',
    'src/identifiers/isbn.ts',
    'src/identifiers/issn.ts',
    'src/identifiers/orcid.ts',
    'src/identifiers/pmid.ts',
    'src/project/effective.ts',
    'src/project/held.ts',
    'src/project/places.ts',
    'src/project/write.ts',
    'src/renumber/fix.ts',
    'src/suppress/audits.ts',
    'src/suppress/cover.ts',
    'src/suppress/lines.ts',
    'src/suppress/removal.ts',
    'src/suppress/stale.ts',
  ],
  skim: ['src/project/skim.ts'],
}
