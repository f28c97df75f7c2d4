import type { Reader } from '../document/document.ts'
import { frontMatterLength } from '../document/formats/front-matter.ts'
import { parseMarkdown, readSegments } from '../document/formats/markdown.ts'
import { splitSegments } from '../document/formats/split.ts'
import { readBlocks } from '../document/read.ts'
import type { RuleSetting, Settings } from '../settings.ts'
import { lintDocument, readDocument } from './closely.ts'
import type { Closely, Stopwatch } from './stopwatch.ts'

type Watch = Pick<Stopwatch, 'time' | 'count'>

const timed = new WeakMap<Watch['time'], Closely>()

/** What looks at documents with care, each step of it timed. */
export function timedClosely(watch: Watch): Closely {
  const known = timed.get(watch.time) ?? createClosely(watch)
  timed.set(watch.time, known)
  return known
}

function createClosely({ time, count }: Watch): Closely {
  const builtIn = timedReader({ time, count })
  const settingsOf = timedSettings(time)
  return {
    readDocument(source, read, options) {
      count('close', 1)
      count('closeCharacters', source.text.length)
      const own: Reader | undefined = read && ((one) => time('segments', () => read(one)))
      return time('judge', () => readDocument(source, own, { ...options, builtIn }))
    },
    lintDocument: (document, settings) => time('directives', () => lintDocument(document, settingsOf(settings))),
  }
}

function timedReader({ time, count }: Watch): Reader {
  const parse = (text: string) => {
    count('parsed', text.length)
    return time('parse', () => parseMarkdown(text))
  }
  const markdown: Reader = ({ text }) => {
    const segments = time('split', () => splitSegments(text, frontMatterLength(text)))
    return readSegments(text, segments, parse)
  }
  return (source) => time('segments', () => readBlocks(source, markdown))
}

/** Settings whose rules are timed, made once for each. */
function timedSettings(time: Watch['time']): (settings: Settings) => Settings {
  const made = new WeakMap<Settings, Settings>()
  const timedRule = (setting: RuleSetting): RuleSetting => {
    const { rule } = setting
    const check: typeof rule.check = (...given) => time(`rule ${rule.id}`, () => [...rule.check(...given)])
    return { ...setting, rule: { ...rule, check } }
  }
  return (settings) => {
    const known = made.get(settings) ?? { ...settings, rules: settings.rules.map(timedRule) }
    made.set(settings, known)
    return known
  }
}
