/** An article with two notes, and the same after an edit that lost the last marker; the words are still there. */
const notes = '\n\n[^1]: Orders of the governor.\n\n[^2]: Survey of the river.\n'
export const whole = `The road was begun in May.[^1] The stones came from the river.[^2]${notes}`
export const lost = `The road was begun in May.[^1] The stones came from the river.${notes}`
/** What has to be said of it. */
export const lostLine =
  'article.md:1:57: error `[^2]` is gone from its place by `river`, expected it as before the edit [marker-lost]'
