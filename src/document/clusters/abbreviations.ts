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

/** Whether a full stop behind a text would belong to its last word: `etc`, `U.S`, `J`, `am 3` (a German ordinal). */
export function isAbbreviated(text: string): boolean {
  const word = /[\p{L}\p{N}.]+$/u.exec(text)?.[0] ?? ''
  return words.has(word.toLowerCase()) || /\p{L}\.\p{L}+$|^[\p{Lu}\p{Ll}]$|^\d{1,2}$/u.test(word)
}
