/** Soft hyphens, spaces without width and other characters that nobody sees, for a set of characters in a pattern. */
export const invisible = String.raw`\u00AD\u180E\u200B-\u200D\u2060\uFEFF`
