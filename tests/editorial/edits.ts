import { articles } from './articles.ts'
import type { ArticleName } from './articles.ts'

/** What an editor did, and all that has to be said of it. */
export interface Edit {
  readonly name: string
  /** What the files say then; `undefined` for one that is gone. */
  readonly files: Readonly<Record<string, string | undefined>>
  /** `path:line:column severity message`, of what the rule that compares says. */
  readonly said: readonly string[]
  /** The same of other rules, where the edit brought something new. */
  readonly also?: readonly string[]
}

type Replacement = readonly [from: string | RegExp, to: string | ((text: string, number: string) => string)]

/** Replaces some texts, each of which has to be there. */
export function changed(name: ArticleName, ...replacements: readonly Replacement[]): string {
  let text: string = articles[name]
  for (const [from, to] of replacements) {
    const next = text.replace(from, to as string)
    if (next === text) throw new Error(`${name} does not hold ${String(from)}`)
    text = next
  }
  return text
}

export const edit = (name: ArticleName, ...replacements: readonly Replacement[]): Pick<Edit, 'files'> => ({
  files: { [name]: changed(name, ...replacements) },
})

/** Puts the paragraphs of an article in another order; those that are not named are gone. */
export function order(name: ArticleName, ...indices: readonly number[]): Pick<Edit, 'files'> {
  const paragraphs = articles[name].trimEnd().split('\n\n')
  return { files: { [name]: `${indices.map((index) => paragraphs[index]!).join('\n\n')}\n` } }
}

/** Changes all numbers in brackets. */
export function numbered(change: (number: number) => number): Replacement {
  return [/\[(\d+)\]/g, (_, number) => `[${change(Number(number))}]`]
}

/** Moves the numbers above one. */
export const above =
  (from: number, by: number) =>
  (number: number): number =>
    number > from ? number + by : number

/** Two texts change places. */
export function swap(one: string, other: string): Replacement[] {
  return [
    [one, '\u0001'],
    [other, one],
    ['\u0001', other],
  ]
}
