import { finderCode } from './finder-code.ts'

/** Bytes that are looked for. */
export type Sought = 'signs' | 'code'

/** Finds bytes of a text, in room of its own. */
export interface Finder {
  /** All that there is of memory. Right before a text in it is a zero, right behind it a space. */
  readonly memory: Uint8Array
  /** Where texts are put. */
  readonly room: Uint8Array
  /** Offsets into the memory, as many as were found last of either kind. */
  readonly places: Readonly<Record<Sought, Uint32Array>>
  /** Finds some bytes, and digits behind an `n`, in so much of the room; says how many. */
  readonly find: (sought: Sought, length: number) => number
}

/** Offset of the text in the memory. Before it stand the tables, two of sixteen for either kind. */
export const textStart = 128
const roomLength = 1 << 18
const tableStarts = { signs: 0, code: 32 }
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

/** Makes one. Throws where the engine cannot. */
export function createFinder(sought: Readonly<Record<Sought, Iterable<number>>>): Finder {
  const { Module, Instance } = (globalThis as unknown as Engine).WebAssembly
  const { m, f } = new Instance(new Module(Uint8Array.from(finderCode))).exports
  const memory = new Uint8Array(m.buffer)
  memory.set(halvesOf(sought.signs), tableStarts.signs)
  memory.set(halvesOf(sought.code), tableStarts.code)
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

/** Two tables of sixteen: a bit for each high half, at the low halves that it stands with and at itself. There is room for eight. */
function halvesOf(bytes: Iterable<number>): Uint8Array {
  const tables = new Uint8Array(32)
  let bit = 1
  for (const byte of bytes) {
    const high = 16 + (byte >> 4)
    if (tables[high] === 0) {
      if (bit > 128) throw new Error('too many bytes are looked for')
      tables[high] = bit
      bit <<= 1
    }
    tables[byte & 15]! |= tables[high]!
  }
  return tables
}
