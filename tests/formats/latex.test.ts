import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLatex } from '../../src/document/formats/latex.ts'
import { fixtures } from '../fixture-files.ts'
import { growth, readSound, sliceOf, wordsOf } from './sound.ts'

const read = (text: string) => readSound(readLatex, 'latex', text)
/** U+FFFC is hard to tell from others. */
const words = (text: string) => wordsOf(read(text)).map((one) => one.replaceAll('\uFFFC', '¤').trim())

describe('blocks of LaTeX', () => {
  test.each([
    ['One\ntwo.\n\n  Three\\par four', ['One\ntwo.', 'Three', 'four']],
    ['\\usepackage{x}\n[1]\n\\begin{document}One\\end{document}[2]', ['One']],
    ['\\section*{One}Two\\subsection[x]{Three \\emph{four}}', ['One', 'Two', 'Three four']],
    ['One% two\n  three 50\\% of\n% four\nfive', ['Onethree 50% of\nfive']],
    [
      'One $x[1]$ two $$y[2]$$ \\(z[3]\\) \\[a \\\\[2pt] b\\] 5\\$ \\begin{align*}c[4]\\end{align*}',
      ['One ¤ two ¤ ¤ ¤ 5$ ¤'],
    ],
    ['One $ two\n\nthree $ four \\( five', ['One $ two', 'three $ four \\( five']],
    ['\\verb|x[1]| \\verb*+y+ \\lstinline{z} \\begin{verbatim}\n\\cite{a}\n\\end{verbatim}', []],
    ['\\begin{verbatim} One', ['One']],
    [
      'One \\textbf{two \\emph{three}} {\\it four} \\LaTeX{} \\noindent five \\foo[six]{seven} \\foo[8]',
      ['One two three four ¤ five seven ¤[8]'],
    ],
    [
      'M\\"uller \\c{c}a \\v Sk \\ss{}x \\o re \\\'{\\i} a~b\\ c\\,d e\\ldots f',
      ['Müller ça Šk ßx øre í a\u00A0b c\u202Fd e…f'],
    ],
    [
      '\\label{a}One \\ref{b} \\includegraphics[x=1]{c} \\url{d} \\vspace{1em}two \\href{e}{three}',
      ['One ¤ ¤ ¤ two three'],
    ],
    [
      '\\begin{itemize}\\item One\\item[x] Two\\end{itemize}\\begin{quote}Three\\end{quote}',
      ['One', '[x] Two', 'Three'],
    ],
    [
      '\\begin{tabular}[t]{lr}A & B \\\\[2pt] \\hline C & \\multicolumn{2}{c}{D}\\end{tabular} E \\& F & G',
      ['A', 'B', 'C', 'D', 'E & F & G'],
    ],
    ['\\begin{figure}[ht]\\caption[x]{One}\\end{figure}', ['One']],
    ['One\\footnote{Two \\cite{a}\\footnote{three}.} four', ['One¤ four', 'Two ¤¤.', 'three']],
    ['One \\cite[p.~2]{a, b} \\parencites(x)[1]{c}[2]{d} \\nocite{*} \\citep \\citetitle{e}', ['One ¤ ¤  ¤ ¤']],
    ['\\def\\x#1{One} Two\\\\ \\', ['Two']],
    ['{ } } { \\emph{', []],
    ['', []],
  ])('of %j are %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  test('have kinds, depths and items', () => {
    const { blocks } = read(
      '\\section{A}\\begin{enumerate}\\item B\\begin{itemize}\\item C\\end{itemize}\\item D\n\nE\\end{enumerate}\\begin{tabular}{l}F\\end{tabular}\n' +
        '\\begin{thebibliography}{9}\\bibitem{g} G\\bibitem[x]{h} H\\end{thebibliography}',
    )
    expect(blocks.map(({ text, kind, depth, item }) => [text, kind, depth, item?.number, item?.key])).toEqual([
      ['A', 'heading', 2, undefined, undefined],
      ['B', 'paragraph', undefined, 1, undefined],
      ['C', 'paragraph', undefined, undefined, undefined],
      ['D', 'paragraph', undefined, 2, undefined],
      ['E', 'paragraph', undefined, undefined, undefined],
      ['F', 'cell', undefined, undefined, undefined],
      ['G', 'paragraph', undefined, 1, 'g'],
      ['H', 'paragraph', undefined, 2, 'h'],
    ])
  })

  test('say what their marks are', () => {
    const text =
      'A\\cite[x]{one,\n two}\\footnote{n}\\footnotemark[3] \\textsuperscript{4} \\href{u}{v} \\cites{a}[2]{b}'
    const reading = read(text)
    const [block] = reading.blocks
    expect(
      block!.links.map(({ kind, keys, range }) => [
        kind,
        keys?.map((key) => key.label),
        text.slice(range!.start, range!.end),
      ]),
    ).toEqual([
      ['cite', ['one', 'two'], '\\cite[x]{one,\n two}'],
      ['inline-note', [], '\\footnote{n}'],
      ['note', ['3'], '\\footnotemark[3]'],
      ['superscript', undefined, '\\textsuperscript{4}'],
      ['inline', undefined, '\\href{u}{v}'],
      ['cite', ['a', 'b'], '\\cites{a}[2]{b}'],
    ])
    for (const { keys = [] } of block!.links) {
      for (const { label, start, end } of keys) expect(text.slice(start, end)).toBe(label)
    }
    expect(sliceOf(text, reading, '\uFFFC')).toBe('\\cite[x]{one,\n two}')
  })

  test('belong to their notes', () => {
    const text = 'A\\footnotemark[1]\\footnotetext[1]{One \\emph{two}.\n\nThree} B\\footnotetext{Four}'
    const { notes, blocks } = read(text)
    expect(
      notes.map(({ label, labelRange, text: own }) => [label, text.slice(labelRange.start, labelRange.end), own]),
    ).toEqual([['1', '\\footnotetext[1]', 'One \\emph{two}.\n\nThree']])
    expect(blocks.map((block) => [block.text.trim(), block.note?.label])).toEqual([
      ['A\uFFFC B', undefined],
      ['One two.', '1'],
      ['Three', '1'],
      ['Four', undefined],
    ])
  })

  test('stand beside comments', () => {
    const text = '% one\n\\begin{document}a\\%b %two\n\\verb|%|\\end{document}'
    expect(read(text).comments.map((one) => [text.slice(one.start, one.end), one.text])).toEqual([
      ['% one', ' one'],
      ['%two', 'two'],
    ])
  })
})

const pieces =
  '\\ { } [ ] $ $$ \\( \\) \\[ \\] % & ~ \\\\ \\cite{a} \\cite \\footnote{ \\footnotetext[1]{ \\footnotemark[1] \\item \\bibitem{a} \\section{ \\href{a}{ \\emph{ ' +
  "\\begin{tabular} \\end{tabular} \\begin{verbatim} \\end{verbatim} \\begin{document} \\end{document} \\'e \\verb| | One [1] . \\n \\n\\n ^ ^^ é😀"
const hostile = fc
  .array(
    fc.constantFrom(
      ...pieces
        .split(' ')
        .map((one) => one.replaceAll('^', ' ').replace(/^(\\n)+$/, (lines) => lines.replaceAll('\\n', '\n'))),
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''))

describe('any text', () => {
  test('gives no block for a link around nothing', () => {
    expect(read('\\href{a}{}\\item').blocks).toEqual([])
  })

  test('gives a sound reading', () => {
    fc.assert(
      fc.property(hostile, (text) => void read(text)),
      { numRuns: 2000 },
    )
  })

  test.each(fixtures.filter((one) => one.path.endsWith('.tex')).map((one) => [one.path, one.content]))(
    'made of %s is read soundly',
    (_, content) => {
      fc.assert(
        fc.property(
          fc.nat(content.length),
          fc.nat(5),
          fc.constantFrom('', '{', '}', '\\', '$', '%', '[', '\n\n'),
          (at, cut, put) => {
            read(content.slice(0, at) + put + content.slice(at + cut))
          },
        ),
        { numRuns: 500 },
      )
    },
  )

  test.each(
    [
      '\\',
      '{',
      '}',
      '{}',
      '$',
      '$a',
      '\\(',
      '\\[',
      '%',
      '%\n',
      '\\cite[',
      '\\cite{',
      '\\cite{a}',
      '\\cites{a}',
      '\\footnote{',
      '\\footnote{a}',
      '\\href{a}{',
    ].concat([
      '\\begin{verbatim}',
      '\\begin{tabular}',
      '\\item ',
      '\\verb|',
      '\\foo',
      '\\foo[',
      '~',
      '&',
      '\n\n',
      ' ',
      "\\'",
      'One \\emph{two}.\\cite{a}\n\n',
    ]),
  )('of many %j takes time that grows with it', (unit) => {
    expect(growth(readLatex, 'latex', (size) => unit.repeat(size / unit.length))).toBeLessThan(8)
  })

  test('of notes in notes takes time that grows with it', () => {
    const make = (size: number) => '\\footnote{'.repeat(size / 11) + '}'.repeat(size / 11)
    expect(growth(readLatex, 'latex', make)).toBeLessThan(8)
  })
})
