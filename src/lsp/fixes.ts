import type { Edit, Finding, Fix } from '../finding.ts'
import { attemptOf } from '../fix/attempt.ts'
import { withoutDoubleBlankLines } from '../fix/blank-lines.ts'
import { lineEdits } from '../fix/diff.ts'
import { editsOf } from '../fix/edits.ts'
import { editsIn } from '../fix/verify-book.ts'
import type { FileEdits, Rewritten } from './rewrite.ts'
import type { View } from './view.ts'

/** The fix of a finding, be it in its file or in several of a book. */
export function fixOf({ reaching }: View, finding: Finding): Fix | undefined {
  return finding.fix ?? reaching.get(finding)
}

/** Makes one fix, through the verifier. */
export async function makeFix(view: View, finding: Finding): Promise<Rewritten> {
  return view.book ? fixInBook(view, finding) : fixAlone(view, finding)
}

function fixAlone(view: View, finding: Finding): Rewritten {
  const { source, settings, read, library, result } = view
  const { fix } = finding
  const [document] = view.documents
  if (!fix || fix.edits.length === 0 || !document) return nothing
  const trial = { settings, unsafe: !fix.safe, read, library }
  const outcome = attemptOf([{ finding, fix }], { document, result }, trial)
  if ('reason' in outcome) return { files: [], refusals: [outcome.message] }
  const edits = withoutDoubleBlankLines(editsOf([fix]), source.text)
  return { files: [{ source, edits }], refusals: [] }
}

const nothing: Rewritten = { files: [], refusals: ['there is nothing to change'] }

async function fixInBook(view: View, { rule, messageId, range }: Finding): Promise<Rewritten> {
  const { bookWork } = await import('../fix/fix-book.ts')
  const { texts: visited, scope, isWhole } = view.book!
  const texts = visited.map(({ resolution, ...text }) => ({ ...text, settings: resolution.settings }))
  const wanted = new Set(texts.map(({ source }) => source.path))
  const work = bookWork(texts, { scope, isWhole, unsafe: true, wanted })
  if (!work) return { files: [], refusals: ['another file of the book cannot be read'] }
  const offer = work
    .offers(work.before)
    .find(
      ({ path, finding }) =>
        path === view.source.path &&
        finding.rule === rule &&
        finding.messageId === messageId &&
        finding.range.start === range.start,
    )
  if (!offer || offer.fix.edits.length === 0) return nothing
  const outcome = work.attempt([offer], work.before)
  if ('reason' in outcome) return { files: [], refusals: [outcome.message] }
  const { book } = work.before
  const edits = withoutDoubleBlankLines(editsOf([offer.fix]), book.source.text)
  return {
    files: withEdits(book.parts.map((part) => ({ source: part.source, edits: editsIn(part, edits) }))),
    refusals: [],
  }
}

const withEdits = (files: readonly FileEdits[]) => files.filter(({ edits }) => edits.length > 0)

/** Makes all safe fixes of a text, as `--fix` does. */
export async function fixAll(view: View): Promise<readonly Edit[]> {
  const { source, settings, read, library, book } = view
  // Records are somebody else's matter.
  if (source.format === 'bibliography') return []
  if (book) {
    const { fixVisitedBook } = await import('../project/fix-visited-book.ts')
    const fixed = fixVisitedBook({ ...book, wanted: new Set([source.path]) }, false)
    const own = fixed?.replacements.find(({ before }) => before.path === source.path)
    return own ? lineEdits(source.text, own.text) : []
  }
  const { fixSource } = await import('../fix/rounds.ts')
  const { result } = fixSource(source, settings, { read, library })
  return lineEdits(source.text, result.source.text)
}
