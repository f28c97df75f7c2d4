import { readFileSync } from 'node:fs'
import type { ReporterName } from '../src/reporters/index.ts'
import { printable } from '../src/reporters/terminal.ts'
import { elementsOf, readLog, readTable, readXml } from './report-readers.ts'

/** A finding, or why a file could not be checked, as the reader of a format gets it. */
export interface Said {
  readonly path: string
  readonly message: string
}

const matcherFile = readFileSync(new URL('../.github/footlint-matcher.json', import.meta.url), 'utf8')
const matcher = JSON.parse(matcherFile) as { problemMatcher: [{ pattern: [{ regexp: string }] }] }
const unixLine = new RegExp(matcher.problemMatcher[0].pattern[0].regexp)
const linesOf = (report: string) => report.split('\n').filter((line) => line !== '')
const fromUri = (location: any) => decodeURIComponent(location.physicalLocation.artifactLocation.uri as string)
const ofDiagnostic = (one: any): Said => ({ path: one.location.path, message: one.message })

/** What the format's own reader finds in a report; a line or an element that is none throws. */
export const saidIn: Readonly<Record<ReporterName, (report: string) => Said[]>> = {
  pretty(report) {
    let path = ''
    return linesOf(report).flatMap((line) => {
      if (/^\S/.test(line)) path = line
      const [, message] = /^ {2}\d+:\d+ {2}(?:error|warning|info) {2}(.*) {2}\S+$/.exec(line) ?? []
      return message === undefined ? [] : [{ path, message }]
    })
  },
  json(report) {
    const { files, failures } = JSON.parse(report) as { files: any[]; failures: Said[] }
    return [
      ...failures,
      ...files.flatMap(({ path, findings }) => findings.map(({ message }: Said) => ({ path, message }))),
    ]
  },
  unix: (report) =>
    linesOf(report).map((line) => {
      const found = unixLine.exec(line)
      if (!found) throw new Error(`no problem: ${line}`)
      return { path: found[1]!, message: found[5]! }
    }),
  github: (report) => readLog(report).map(({ properties, message }) => ({ path: properties['file']!, message })),
  gitlab: (report) =>
    (JSON.parse(report) as any[]).map(({ description, location }) => ({ path: location.path, message: description })),
  sarif(report) {
    const [{ results, invocations }] = (JSON.parse(report) as { runs: any }).runs
    const all = [...invocations[0].toolExecutionNotifications, ...results]
    return all.map(({ locations, message }) => ({ path: fromUri(locations[0]), message: message.text }))
  },
  rdjson: (report) => (JSON.parse(report) as { diagnostics: any[] }).diagnostics.map(ofDiagnostic),
  rdjsonl: (report) => linesOf(report).map((line) => ofDiagnostic(JSON.parse(line))),
  eslint: (report) =>
    (JSON.parse(report) as any[]).flatMap(({ filePath, messages }) =>
      messages.map(({ message }: Said) => ({ path: filePath, message })),
    ),
  junit: (report) =>
    readXml(report).children.flatMap((suite) =>
      [...elementsOf(suite, 'error'), ...elementsOf(suite, 'failure')].map(({ attributes }) => ({
        path: suite.attributes['name']!,
        message: attributes['message']!,
      })),
    ),
  checkstyle: (report) =>
    readXml(report).children.flatMap(({ attributes, children }) =>
      children.map((error) => ({ path: attributes['name']!, message: error.attributes['message']! })),
    ),
  markdown: (report) =>
    readTable(report).map(([place, , message]) => ({ path: place!.replace(/:\d+:\d+$/, ''), message: message! })),
}

/** What XML 1.0 cannot hold is written out. */
const inXml = (text: string) =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]|\p{Cs}/gu, printable).replaceAll('\ufffe', '\\ufffe')
/** The runner takes back line ends and nothing else. */
const inCommand = (text: string) => text.replace(/[^\r\n]+/g, printable)
const inUri = (text: string) => text.replace(/\p{Cs}/gu, '\ufffd')
const same = (text: string) => text
const onTerminal = { path: printable, message: printable }
const exact = { path: same, message: same }

/** How a format gives text back that it cannot hold, or would not print. */
export const asSaid: Readonly<Record<ReporterName, Readonly<Record<keyof Said, (text: string) => string>>>> = {
  pretty: onTerminal,
  unix: onTerminal,
  // Backquotes say what is code, and are not shown.
  markdown: { path: printable, message: (text) => printable(text).replaceAll('`', '') },
  github: { path: inCommand, message: inCommand },
  sarif: { path: inUri, message: same },
  junit: { path: inXml, message: inXml },
  checkstyle: { path: inXml, message: inXml },
  json: exact,
  gitlab: exact,
  rdjson: exact,
  rdjsonl: exact,
  eslint: exact,
}
