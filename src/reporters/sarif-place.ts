import { positionAt } from '../source.ts'
import type { Range, Source } from '../source.ts'

/** A place as SARIF says it: lines and columns count from 1, ends are exclusive. */
export function locationOf(source: Source, range: Range): object {
  return { physicalLocation: { artifactLocation: artifact(source.path), region: regionOf(source, range) } }
}

export function regionOf(source: Source, range: Range): object {
  const start = positionAt(source, range.start)
  const end = positionAt(source, range.end)
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column }
}

/** A file by its URI, relative to the working directory. */
export function artifact(path: string): object {
  const uri = path.split('/').map(encodeSegment).join('/')
  // `C:/texts/a.md`, on another drive than the working directory.
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${path[0]!}:${uri.slice(uri.indexOf('/'))}` }
  return { uri: path.startsWith('/') ? `file://${uri}` : uri }
}

/** UTF-8 cannot hold a lone surrogate, which `encodeURIComponent` throws at. */
function encodeSegment(segment: string): string {
  return encodeURIComponent(segment.replace(/\p{Cs}/gu, '\ufffd'))
}
