import type { BehindCode } from '../certain-code.ts'
import { signs, wide } from '../hints.ts'
import type { Sign } from '../hints.ts'

/** The places of all hints in a text, in its order; `undefined` where there are more than `most`. */
export function placesOf(text: string, behindCode: BehindCode, most: number): readonly number[] | undefined {
  const places: number[] = []
  for (const sign of signs) {
    addSign(places, text, { sign, behindCode, most })
    if (places.length > most) return undefined
  }
  // It goes on where somebody has stopped.
  wide.lastIndex = 0
  for (const { index } of text.matchAll(wide)) if (behindCode(index) === index) places.push(index)
  return places.length > most ? undefined : places.sort((one, other) => one - other)
}

interface Look {
  readonly sign: Sign
  readonly behindCode: BehindCode
  readonly most: number
}

function addSign(places: number[], text: string, { sign: { sign, isHint }, behindCode, most }: Look): void {
  for (let at = text.indexOf(sign); at >= 0 && places.length <= most; at = text.indexOf(sign, at)) {
    const end = isHint && !isHint(text, at) ? at + 1 : behindCode(at)
    if (end === at) places.push(at)
    at = Math.max(end, at + 1)
  }
}
