import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'

/** A part of the build, which is plain JavaScript. */
const script = new URL('../scripts/made-late.js', import.meta.url).href
const { makeLate } = (await import(script)) as { makeLate: (code: string, soon?: readonly string[]) => string }

const own = (code: string) => makeLate(`//#region src/a.ts\n${code}\n`).split('\n').slice(1).join('\n').trim()

describe('what is made late', () => {
  test.each([
    ['const dash = /-/u;', 'var dash;function dash$made(){return /-/u}'],
    [
      "let node_fs = require('node:fs');",
      "var node_fs;function node_fs$made(){return process.getBuiltinModule('node:fs')}",
    ],
    [
      "const require_run = require('./run.js');",
      "var require_run;function require_run$made(){return require('./run.js')}",
    ],
    [
      'var import_picomatch = /* @__PURE__ */ runtime.a(require_seldom.b(), 1);',
      'var import_picomatch;function import_picomatch$made(){return runtime.a(require_seldom.b(), 1)}',
    ],
    [
      'var import_ignore = /* @__PURE__ */ runtime.a(require_ignore(), 1);',
      'var import_ignore;function import_ignore$made(){return runtime.a(require_ignore(), 1)}',
    ],
    [
      'const all = new Set(["a"].map((one) => one));',
      'var all;function all$made(){return new Set(["a"].map((one) => one))}',
    ],
  ])('%s', (code, late) => {
    expect(own(code)).toBe(late)
  })

  test.each([
    'const five = 5;',
    'const list = [1, 2];',
    'const table = new Uint8Array(65536);',
    'const now = Date.now();',
    'const all = new Map();',
    'let dash = /-/u;',
    'const made = () => /-/u;',
    'const home = new Set([process.env.HOME]);',
    'let count = 0;\nconst list = new Set([count]);',
  ])('not %s', (code) => {
    expect(own(code)).toBe(code)
  })

  test('what checks the options of a rule, but for what may do more than that', () => {
    const rule = (options: string) =>
      `function object() {}\nvar gap = defineRule({ id: "gap", options: ${options}, messages: {} });`
    expect(own(rule('object({})')).split('\n')[1]).toBe(
      'var gap = defineRule({ id: "gap", get options(){return object({})}, messages: {} });',
    )
    expect(own(rule('process.env.OPTIONS'))).toBe(rule('process.env.OPTIONS'))
  })

  test('an export of what is late is late', () => {
    expect(own('const dash = /-/u;\nexports.d = dash;').split('\n')[1]).toBe(
      'Object.defineProperty(exports,"d",{enumerable:true,get(){return (dash??=dash$made())}});',
    )
    expect(own('const five = 5;\nexports.d = five;').split('\n')[1]).toBe('exports.d = five;')
  })

  test('modules of Node come by a shorter way, late or not', () => {
    const changed = "let node_path = require('node:path');\nnode_path = wrapped(node_path);"
    expect(own(changed)).toBe(changed.replace('require', 'process.getBuiltinModule'))
    const needed = "let node_fs = require('node:fs');"
    expect(makeLate(needed, ['node:fs'])).toBe(needed.replace('require', 'process.getBuiltinModule'))
  })

  test('nothing of modules of others, which may do more than they say', () => {
    const code = '//#region node_modules/a/index.js\nconst dash = /-/u;\n'
    expect(makeLate(code)).toBe(code)
  })

  test.each([
    ['() => dash.test("")', '() => (dash??=dash$made()).test("")'],
    ['() => ({ dash })', '() => ({ dash:(dash??=dash$made()) })'],
    ['() => ({ dash: 1, b: a.dash, c: a[dash] })', '() => ({ dash: 1, b: a.dash, c: a[(dash??=dash$made())] })'],
    ['(dash) => dash', '(dash) => dash'],
    ['({ a: [dash = 1] }) => dash', '({ a: [dash = 1] }) => dash'],
    ['(a = dash) => a', '(a = (dash??=dash$made())) => a'],
    [
      '() => { { const dash = 1; b(dash) } return dash }',
      '() => { { const dash = 1; b(dash) } return (dash??=dash$made()) }',
    ],
    ['() => { if (a) { var dash = 1 } return dash }', '() => { if (a) { var dash = 1 } return dash }'],
    ['() => { try {} catch (dash) { b(dash) } }', '() => { try {} catch (dash) { b(dash) } }'],
    [
      '() => { for (const dash of a) b(dash); c(dash) }',
      '() => { for (const dash of a) b(dash); c((dash??=dash$made())) }',
    ],
    ['() => { const a = function dash() { return dash } }', '() => { const a = function dash() { return dash } }'],
    ['() => { dash: for (;;) break dash }', '() => { dash: for (;;) break dash }'],
    [
      '() => { switch (a) { case dash: let b = dash } }',
      '() => { switch (a) { case (dash??=dash$made()): let b = (dash??=dash$made()) } }',
    ],
  ])('where it is meant: %s', (code, late) => {
    expect(own(`const dash = /-/u;\nexport const f = ${code};`).split('\n')[1]).toBe(`export const f = ${late};`)
  })

  test.each([
    ['function f() {}', 'exports.f=f;'],
    ['const f = 5;', 'exports.f=f;'],
    ['let f = 5;', undefined],
    ['const f = /-/u;', 'Object.defineProperty(exports, "f", { get: function () { return (f??=f$made()); } });'],
  ])('what is exported as what it is, and what is not: %s', (declared, exported) => {
    const getter = 'Object.defineProperty(exports, "f", { get: function () { return f; } });'
    expect(own(`${declared}\n${getter}`).split('\n')[1]).toBe(exported ?? getter)
  })

  test('of one another', () => {
    const code = 'const word = String.raw`[a-z]`;\nconst words = new RegExp(`${word}+`);\nreturned = () => words;'
    expect(runInNewContext(`let returned; ${own(code)}; returned()`)).toEqual(/[a-z]+/)
  })
})
