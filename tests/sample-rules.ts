import * as v from 'valibot'
import { defineRule } from '../src/rule.ts'
import type { Document, Range } from '../src/rule.ts'

/** Rules that find words rather than markers, so that tests of the command depend on no real rule. */

const options = v.strictObject({})

function places(document: Document, word: string): Range[] {
  const found = document.source.text.matchAll(new RegExp(word, 'g'))
  return [...found].map(({ index }) => ({ start: index, end: index + word.length }))
}

export const wrong = defineRule({
  id: 'sample-wrong',
  summary: 'No word is WRONG',
  severity: 'error',
  options,
  messages: { word: 'Unexpected `{{word}}`, expected a better word' },
  *check({ document, report }) {
    for (const range of places(document, 'WRONG')) yield report('word', range, { word: 'WRONG' })
  },
})

export const doubtful = defineRule({
  id: 'sample-doubtful',
  summary: 'No word is DOUBTFUL',
  severity: 'warning',
  fixable: 'safe',
  options,
  url: 'https://example.org/sample-doubtful',
  messages: { word: 'Unexpected `{{word}}`, expected `sure`' },
  *check({ document, report }) {
    for (const range of places(document, 'DOUBTFUL')) {
      const fix = { title: 'Replace it', safe: true, edits: [{ ...range, text: 'sure' }] }
      yield report('word', range, { word: 'DOUBTFUL' }, { fix })
    }
  },
})

export const remark = defineRule({
  id: 'sample-remark',
  summary: 'A REMARK is worth a mention',
  severity: 'info',
  options,
  messages: { word: 'There is a `{{word}}`' },
  *check({ document, report }) {
    for (const range of places(document, 'REMARK')) yield report('word', range, { word: 'REMARK' })
  },
})

export const again = defineRule({
  id: 'sample-again',
  summary: 'AGAIN is said once',
  severity: 'error',
  options,
  messages: { again: '`AGAIN` is said {{count}} times' },
  *check({ document, report }) {
    const [first, ...others] = places(document, 'AGAIN')
    for (const range of others) {
      const related = [{ message: 'first said here', range: first! }]
      yield report('again', range, { count: others.length + 1 }, { related })
    }
  },
})

export const crash = defineRule({
  id: 'sample-crash',
  summary: 'Breaks on CRASH',
  severity: 'error',
  options,
  messages: {},
  // oxlint-disable-next-line require-yield
  *check({ document }) {
    if (document.source.text.includes('CRASH')) throw new TypeError('no idea what CRASH means')
  },
})

export const rules = [wrong, doubtful, remark, again, crash]
