/** Combining characters of TeX's accent commands (`\"o`, `\c{c}`). */
const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  '=': '\u0304',
  u: '\u0306',
  '.': '\u0307',
  '"': '\u0308',
  r: '\u030A',
  H: '\u030B',
  v: '\u030C',
  d: '\u0323',
  c: '\u0327',
  k: '\u0328',
  b: '\u0331',
}

/** Commands that are letters or signs of their own. */
const letters: Readonly<Record<string, string>> = {
  ss: 'ß',
  o: 'ø',
  O: 'Ø',
  l: 'ł',
  L: 'Ł',
  ae: 'æ',
  AE: 'Æ',
  oe: 'œ',
  OE: 'Œ',
  aa: 'å',
  AA: 'Å',
  i: 'i',
  j: 'j',
  dh: 'ð',
  DH: 'Ð',
  th: 'þ',
  TH: 'Þ',
  dj: 'đ',
  DJ: 'Đ',
  textendash: '–',
  textemdash: '—',
  textasciitilde: '~',
  textunderscore: '_',
  slash: '/',
}

const accented = /\\(?:([`'^~=."])\s*|([uvHcdbkr])(?:\s+|(?=[{\\])))(?:\{(\\?[\p{L}])\}|(\\?[\p{L}]))/gu
const command = /\\([A-Za-z]+)[ \t]*(?:\{\})?/g

/**
 * The words of a value in TeX, as they are read: accents composed, braces and commands left out, white space made one.
 * Commands that are not known leave what they are about.
 */
export function plainTex(value: string): string {
  if (!/[\\{}~\s-]/.test(value)) return value
  return value
    .replace(accented, compose)
    .replace(command, (_, name: string) => letters[name] ?? '')
    .replace(/\\([&%$#_{} ])/g, '$1')
    .replace(/~/g, ' ')
    .replace(/---/g, '—')
    .replace(/--/g, '–')
    .replace(/[{}\\]/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ')
    .trim()
}

/** A command's sign or name, and its letter in braces or bare: `\"{o}`, `\c c`. */
function compose(_: string, ...[sign, name, braced, bare]: readonly (string | undefined)[]): string {
  return (braced ?? bare ?? '').replace('\\', '') + accents[sign ?? name ?? '']
}
