import { finderCode } from './finder-code.ts'

/** Bytes that are looked for where one of some others stands behind them. */
export interface Pairs {
  readonly bytes: Iterable<number>
  readonly next: Iterable<number>
}

/** What is looked for. */
export type Sought = 'signs' | 'code'

/** Finds bytes of a text, in room of its own. */
export interface Finder {
  /** All that there is of memory. Right before a text in it, and right behind it, is a zero. */
  readonly memory: Uint8Array
  /** Where texts are put. */
  readonly room: Uint8Array
  /** Offsets into the memory, as many as were found last of either kind. */
  readonly places: Readonly<Record<Sought, Uint32Array>>
  /** Finds bytes in so much of the room, all of those that are looked for and some others; says how many. */
  readonly find: (sought: Sought, length: number) => number
}

/** Offset of the text in the memory. Before it stand the tables. */
export const textStart = 192
const roomLength = 1 << 18
const tableStarts = { signs: 0, code: 64 }
const placeStarts = { signs: textStart + roomLength + 64, code: textStart + 5 * roomLength + 64 }

/** What is used of WebAssembly; engines without it, or without its vectors, have no part of it. */
interface Engine {
  readonly WebAssembly: {
    readonly Module: new (code: Uint8Array) => object
    readonly Instance: new (module: object) => { readonly exports: Exports }
  }
}

interface Exports {
  readonly m: { readonly buffer: ArrayBuffer }
  readonly f: (tables: number, text: number, end: number, places: number) => number
}

/** Makes one for up to eight lists of pairs of either kind. Throws where the engine cannot. */
export function createFinder(sought: Readonly<Record<Sought, readonly Pairs[]>>): Finder {
  const { Module, Instance } = (globalThis as unknown as Engine).WebAssembly
  const { m, f } = new Instance(new Module(Uint8Array.from(finderCode))).exports
  const memory = new Uint8Array(m.buffer)
  memory.set(tablesOf(sought.signs), tableStarts.signs)
  memory.set(tablesOf(sought.code), tableStarts.code)
  return {
    memory,
    room: memory.subarray(textStart, textStart + roomLength),
    places: {
      signs: new Uint32Array(m.buffer, placeStarts.signs, roomLength),
      code: new Uint32Array(m.buffer, placeStarts.code, roomLength),
    },
    find: (kind, length) => f(tableStarts[kind], textStart, textStart + length, placeStarts[kind]),
  }
}

/**
 * Four tables of sixteen, for the halves of both bytes, with a bit for each list. Of a list with `<` and `&`, `,` and `6` are
 * found as well: they have the same halves.
 */
function tablesOf(lists: readonly Pairs[]): Uint8Array {
  const tables = new Uint8Array(64)
  const add = (bytes: Iterable<number>, start: number, bit: number) => {
    for (const byte of bytes) {
      tables[start + (byte & 15)]! |= bit
      tables[start + 16 + (byte >> 4)]! |= bit
    }
  }
  for (const [index, { bytes, next }] of lists.entries()) {
    add(bytes, 0, 1 << index)
    add(next, 32, 1 << index)
  }
  return tables
}
