/** What a model calls a page that it has seen: `turn0search1`. */
export const turn = String.raw`turn\d{1,3}(?:search|view|news|image|file|fetch|academia|product|reddit|forecast|sports|finance|click|open|maps|business|video|ref)\d{1,4}`

const turnAt = new RegExp(turn, 'y')

/** Whether one stands at an offset. */
export function isTurnAt(text: string, at: number): boolean {
  turnAt.lastIndex = at
  return at >= 0 && turnAt.test(text)
}
