import { characterBefore, isBehindPlain, isWordCharacter } from '../characters.ts'

/** Words that are cut short with a full stop, without it, as far as they stand at the end of a sentence or before a name. */
const words = new Set(
  (
    'al etc ca cf vs viz approx est nos nr vol vols ed eds trans p pp fig figs eq ch sec ser repr dept univ ' +
    'inc ltd co corp bros dr mr mrs ms prof rev st ste mt ft jr sr gen col lt capt sgt hon gov sen rep pres ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'usw bzw ggf evtl vgl bd hrsg jh jhd abb tab str ' +
    'dll dsb dkk hlm ecc pag enz blz itd itp np tzv atd apod resp tj str č r ' +
    'т.д т.п т.е др пр гг вв руб тыс млн млрд см стр ул'
  ).split(' '),
)

const longest = Math.max(...[...words].map((word) => word.length))

/** Whether a full stop behind a text would belong to its last word: `etc`, `U.S`, `J`, `am 3` (a German ordinal). */
export function isAbbreviated(text: string): boolean {
  const word = lastWord(text)
  return (
    (word.length <= longest && words.has(word.toLowerCase())) ||
    ((word.length < 3 || word.includes('.')) && /\p{L}\.\p{L}+$|^[\p{Lu}\p{Ll}]$|^\d{1,2}$/u.test(word))
  )
}

/** The letters, digits and full stops that a text ends with. */
function lastWord(text: string): string {
  let at = text.length
  for (;;) {
    while (isBehindPlain(text, at)) at--
    const last = characterBefore(text, at)
    if (last !== '.' && !isWordCharacter(last)) return text.slice(at)
    at -= last!.length
  }
}
