import { compareReaders } from './same.ts'

export interface Text {
  readonly name: string
  readonly text: string
}

/** What was compared. */
export interface Tally {
  texts: number
  characters: number
  markers: number
  entries: number
  different: number
}

/** Compares both readings of texts; a difference is printed with all that is needed to see it again. */
export function compareTexts(texts: Iterable<Text>): Tally {
  const tally: Tally = { texts: 0, characters: 0, markers: 0, entries: 0, different: 0 }
  for (const { name, text } of texts) {
    const { markers, entries, difference } = compareReaders(text)
    tally.texts++
    tally.characters += text.length
    tally.markers += markers
    tally.entries += entries
    if (!difference) continue
    tally.different++
    console.log(JSON.stringify({ name, ...difference, text: text.length > 2000 ? undefined : text }))
  }
  return tally
}

export function sumOf(one: Tally, other: Tally): Tally {
  return {
    texts: one.texts + other.texts,
    characters: one.characters + other.characters,
    markers: one.markers + other.markers,
    entries: one.entries + other.entries,
    different: one.different + other.different,
  }
}
