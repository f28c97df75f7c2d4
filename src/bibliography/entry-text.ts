import type { EntryFields } from './identifiers.ts'

/** Author, year and title; where it has none of them, whatever it has. */
export function entryText({ author, year, title }: EntryFields, all: () => readonly string[]): string {
  const words = [author, year, title].flatMap((field) => (field ? [field.value.replace(/\.$/, '')] : []))
  return (words.length > 0 ? words : all().filter((value) => value.trim() !== '')).join('. ')
}

/** Whether one of some keywords (between commas or semicolons) keeps an entry that nobody cites. */
export function isKept(keywords = ''): boolean {
  return keywords.split(/[,;]/).some((keyword) => keyword.trim().toLowerCase() === 'footlint-keep')
}
