/** How many arguments of a command are no prose, by its name; what follows them is. */
const argumentCounts: readonly (readonly [number, string])[] = [
  [
    1,
    'label vspace hspace stepcounter refstepcounter pagestyle thispagestyle pagenumbering usepackage RequirePackage documentclass theoremstyle ' +
      'bibliographystyle bibliography addbibresource hypersetup index graphicspath input include includeonly color captionsetup phantom ' +
      'hphantom vphantom markright nocite geometry bibinfo bibfield selectlanguage foreignlanguage raisebox parbox textcolor colorbox ' +
      'scalebox rotatebox cline cmidrule hyperlink hypertarget lstset tikzset pgfplotsset usetikzlibrary glsadd bibnamefont setmainfont ' +
      'setsansfont setmonofont newcounter newlength fancyhead fancyfoot lhead rhead chead lfoot rfoot cfoot author date affiliation email ' +
      'institute keywords todo extrarowheight hyphenation',
  ],
  [
    2,
    'setlength addtolength setcounter addtocounter newcommand renewcommand providecommand DeclareMathOperator newtheorem rule resizebox ' +
      'multicolumn multirow markboth pdfbookmark fontsize PassOptionsToPackage colorlet DeclareRobustCommand',
  ],
  [3, 'newenvironment renewenvironment definecolor addcontentsline newacronym'],
]

/** Commands with arguments that are no prose and leave nothing behind. */
export const droppedArguments = countsOf(argumentCounts)

/** Commands that stand for a word or a picture, and how many arguments that takes. */
export const objects = countsOf([
  [0, 'today LaTeX TeX LaTeXe BibTeX thepage'],
  [
    1,
    'ref eqref pageref autoref nameref cref Cref vref subref labelcref url path nolinkurl includegraphics includesvg gls Gls glspl Glspl ac acs ' +
      'acl acf acp num si unit ang ce ensuremath lstinputlisting footref tikz texttt code',
  ],
  [2, 'SI qty mintinline numrange'],
])

/** Commands that change how something looks and leave nothing behind. */
export const switches = wordsOf(
  'noindent indent centering raggedright raggedleft bfseries itshape slshape scshape ttfamily sffamily rmfamily upshape mdseries normalfont em ' +
    'it bf sl sc tt rm tiny scriptsize footnotesize small normalsize large Large LARGE huge Huge smallskip medskip bigskip vfill protect relax ' +
    'sloppy fussy hline toprule midrule bottomrule makeatletter makeatother leavevmode unskip ignorespaces nobreak allowbreak doublespacing ' +
    'onehalfspacing singlespacing selectfont strut newblock begingroup endgroup boldmath flushbottom xspace nolinebreak null columnbreak ' +
    'frontmatter mainmatter backmatter appendix maketitle tableofcontents listoffigures listoftables printbibliography printindex makeindex sep',
)

/** Commands that end a paragraph. */
export const breaks = wordsOf('par newpage clearpage cleardoublepage pagebreak bigbreak medbreak smallbreak')

export const headingDepths: Readonly<Record<string, number>> = {
  title: 1,
  part: 1,
  chapter: 1,
  section: 2,
  frametitle: 2,
  subsection: 3,
  framesubtitle: 3,
  subsubsection: 4,
  paragraph: 5,
  subparagraph: 6,
}

/** Commands whose argument is a note. */
export const noteCommands = wordsOf('footnote endnote sidenote tablefootnote thanks')
/** Commands whose argument is prose that stands somewhere else. */
export const asides = wordsOf('caption marginpar marginnote subcaption captionof footnotetext')

export const tables = wordsOf('tabular tabularx tabulary tabu longtable supertabular array tblr longtblr')

/** Environments with arguments that are no prose. */
export const environmentArguments = countsOf([
  [
    1,
    'tabular longtable supertabular array tblr longtblr tabu minipage thebibliography multicols adjustbox spacing list otherlanguage frame',
  ],
  [2, 'tabularx tabulary tabular* wrapfigure floatingfigure'],
])

/** What a command or a sign means as text. */
export const characters: ReadonlyMap<string, string> = new Map([
  ...pairsOf(
    'ss ß o ø O Ø ae æ AE Æ oe œ OE Œ aa å AA Å l ł L Ł i ı j ȷ S § P ¶ copyright © ldots … dots … textellipsis … textendash – textemdash — ' +
      'textquoteright ’ textquoteleft ‘ textbackslash \\ textasciitilde ~ lbrack [ rbrack ] slash / % % & & $ $ # # _ _ { { } }',
  ),
  ...['quad', 'qquad', 'hfill', 'enspace', ' ', '\n', '\r', '\t'].map((name) => [name, ' '] as const),
  ...['thinspace', ',', ';', ':', '>'].map((name) => [name, '\u202F'] as const),
  ...['newline', 'linebreak', '\\'].map((name) => [name, '\n'] as const),
])

/** Accents, as the character that is put behind a letter. */
export const accents: ReadonlyMap<string, string> = new Map(
  pairsOf(
    '\' \u0301 ` \u0300 ^ \u0302 " \u0308 ~ \u0303 = \u0304 . \u0307 c \u0327 v \u030C u \u0306 H \u030B r \u030A d \u0323 b \u0331 k \u0328',
  ),
)

/** Commands that cite: those of LaTeX, natbib and biblatex. */
export function isCitation(name: string): boolean {
  return /^(?!no)[A-Za-z]*cite[a-z]*\*?$/i.test(name) && !/^(?:cite(?:style|index|reset)|defcite|cites?text)/.test(name)
}

/** `\cites[1]{a}[2]{b}`. */
export const isMulticite = (name: string): boolean => /cites$/i.test(name)

function wordsOf(list: string): ReadonlySet<string> {
  return new Set(list.split(' '))
}

function countsOf(lists: readonly (readonly [number, string])[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap(([count, names]) => names.split(' ').map((name) => [name, count] as const)))
}

/** Names and what each means, one behind the other. */
function pairsOf(list: string): (readonly [string, string])[] {
  return [...list.matchAll(/(\S+) (\S+)/g)].map(([, name, text]) => [name!, text!] as const)
}
