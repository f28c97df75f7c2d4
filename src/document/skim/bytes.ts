/** Bytes of UTF-8, and where one of them stands. */
export type IsSign = (bytes: Uint8Array, at: number) => boolean

/** White space, and the marks that may stand between a bracket or a caret and its words. */
const blanks = ' \t\n\v\f\r\\*_`~'

const plain = 1
const blank = 2
const kinds = new Uint8Array(256)
for (let code = 48; code < 123; code++) if (/[\dA-Za-z]/.test(String.fromCharCode(code))) kinds[code] = plain
for (const character of blanks) kinds[character.charCodeAt(0)] = blank

/** A letter or digit of ASCII. */
export const isPlain = (byte: number): boolean => kinds[byte] === plain
export const isBlank = (byte: number): boolean => kinds[byte] === blank
export const isDigit = (byte: number): boolean => byte >= 48 && byte <= 57
export const isSmall = (byte: number): boolean => byte >= 97 && byte <= 122
export const isLetter = (byte: number): boolean => isSmall(byte | 32)

/** The offset of what stands behind white space and marks. */
export function behindBlanks(bytes: Uint8Array, at: number): number {
  let end = at
  while (kinds[bytes[end]!] === blank) end++
  return end
}

/** Whether a byte may begin white space that is none of ASCII, or a character that is not seen. */
export const mayBeBlank = (byte: number): boolean =>
  byte === 0xc2 || byte === 0xe1 || byte === 0xe2 || byte === 0xe3 || byte === 0xef

export const everything: readonly number[] = Array.from({ length: 256 }, (_, byte) => byte)

const encoder = new TextEncoder()
export const bytesOf = (text: string): Uint8Array => encoder.encode(text)

/** Whether some bytes stand at an offset. */
export function standAt(bytes: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let index = 0; index < sought.length; index++) if (bytes[at + index] !== sought[index]) return false
  return true
}

/** The same in whichever case; the bytes that are sought are small letters. */
export function smallStandAt(bytes: Uint8Array, at: number, sought: Uint8Array): boolean {
  for (let index = 0; index < sought.length; index++) {
    const byte = bytes[at + index]!
    if (byte !== sought[index] && (!isLetter(byte) || (byte | 32) !== sought[index])) return false
  }
  return true
}
