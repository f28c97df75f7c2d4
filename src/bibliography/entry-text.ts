import type { EntryFields } from './identifiers.ts'

/** Author, year and title; where it has none of them, whatever it has. */
export function entryText({ author, year, title }: EntryFields, all: () => readonly string[]): string {
  const words = [author, year, title].flatMap((field) => (field ? [field.value] : []))
  return (words.length > 0 ? words : all().filter((value) => value.trim() !== '')).join('. ')
}
