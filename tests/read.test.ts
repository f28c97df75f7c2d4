import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReadError } from '../src/errors.ts'
import { decodeSource, firstInvalidByte, readBytes, readSource } from '../src/project/read.ts'
import { createFolder } from './world.ts'

function complaintAbout(bytes: Uint8Array): string {
  try {
    decodeSource('a.md', Buffer.from(bytes))
  } catch (error) {
    expect(error).toBeInstanceOf(ReadError)
    return (error as ReadError).message
  }
  return 'none'
}

test('text is taken as it is, with format and language from the configuration', () => {
  const cwd = createFolder({ 'a.md': '\uFEFFünï 码 😀\r\n\u0000' })
  const source = readSource('a.md', cwd, { format: 'text', language: 'id' })
  expect(source).toMatchObject({
    path: 'a.md',
    text: 'ünï 码 😀\r\n\u0000',
    hasByteOrderMark: true,
    format: 'text',
    language: 'id',
  })
  expect(readSource('a.md', cwd).format).toBe('markdown')
})

test.each([2 ** 18 - 1, 2 ** 18, 2 ** 18 + 1, 700_000])('a file of %i bytes is taken whole', (length) => {
  const text = 'The quay.\n'.repeat(length / 10 + 1).slice(0, length)
  const cwd = createFolder({ 'a.md': text })
  expect(readBytes(join(cwd, 'a.md')).length).toBe(length)
  expect(readSource('a.md', cwd).text === text).toBe(true)
})

test('an empty file is a document', () => {
  expect(decodeSource('a.md', Buffer.alloc(0)).text).toBe('')
})

const broken: [name: string, bytes: number[], message: string][] = [
  [
    'Latin 1',
    [0x61, 0x0d, 0x0a, 0x0d, 0x62, 0xe9, 0x63],
    'is not UTF-8: byte 0xe9 at offset 5 (line 3), expected UTF-8 text',
  ],
  ['a lone continuation', [0x80], 'is not UTF-8: byte 0x80 at offset 0 (line 1)'],
  ['a sequence that is cut off', [0x0a, 0xe2, 0x82], 'is not UTF-8: byte 0xe2 at offset 1 (line 2)'],
  ['an overlong form', [0xc0, 0x80], 'byte 0xc0 at offset 0'],
  ['an overlong form of three', [0x61, 0xe0, 0x80, 0x80], 'byte 0xe0 at offset 1'],
  ['a surrogate', [0xed, 0xa0, 0x80], 'byte 0xed at offset 0'],
  ['beyond Unicode', [0xf4, 0x90, 0x80, 0x80], 'byte 0xf4 at offset 0'],
  ['far beyond Unicode', [0xf5, 0x80, 0x80, 0x80], 'byte 0xf5 at offset 0'],
  ['UTF-16, little end first', [0xff, 0xfe, 0x61, 0x00], 'is UTF-16 text, expected UTF-8'],
  ['UTF-16, big end first', [0xfe, 0xff, 0x00, 0x61], 'is UTF-16 text, expected UTF-8'],
  ['UTF-32', [0xff, 0xfe, 0x00, 0x00, 0x61, 0, 0, 0], 'is UTF-32 text, expected UTF-8'],
  ['UTF-16 without a mark', [0x61, 0x00, 0x62, 0x00], 'is a binary file, expected UTF-8 text'],
  [
    'a picture',
    [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d],
    'is a binary file, expected UTF-8 text',
  ],
]
test.each(broken)('%s', (_name, bytes, message) => {
  expect(complaintAbout(Uint8Array.from(bytes))).toContain(message)
})

test('the first bad byte is where a decoder stops', () => {
  const byte = fc.oneof(
    fc.constantFrom(0x61, 0x80, 0xbf, 0xc3, 0xe0, 0xa0, 0xed, 0x9f, 0xf0, 0x90, 0xf4, 0x8f),
    fc.nat(255),
  )
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), (bytes) => {
      const given = Uint8Array.from(bytes)
      const offset = firstInvalidByte(given)
      const fatal = (end: number, stream: boolean) => () =>
        new TextDecoder('utf-8', { fatal: true }).decode(given.subarray(0, end), { stream })
      expect(fatal(offset, false)).not.toThrow()
      if (offset < given.length) expect(fatal(given.length, false)).toThrow(TypeError)
    }),
  )
})

test('what cannot be opened is said in words', () => {
  const cwd = createFolder({ 'a.md': '' })
  mkdirSync(join(cwd, 'folder.md'))
  expect(() => readSource('folder.md', cwd)).toThrow('cannot be read: it is a folder, expected a file')
  expect(() => readSource('gone.md', cwd)).toThrow('cannot be read: there is no such file, expected a document')
  expect(() => readSource('a.md/b.md', cwd)).toThrow('cannot be read: a part of its path is a file')
  expect(() => readSource(`${'x'.repeat(300)}.md`, cwd)).toThrow('cannot be read: its name is too long')
  expect(() => readSource('nul\0.md', cwd)).toThrow('cannot be read: ')
})
