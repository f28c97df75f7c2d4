/** The version of the package; a test compares it with package.json, which a browser cannot read. */
export const version = '0.1.0'

/** Where a person reports a mistake of the program. */
export const issuesUrl = 'https://github.com/footlint/footlint/issues'

/** Where the program is at home; reports for other programs name it. */
export const homepage = 'https://github.com/footlint/footlint'
