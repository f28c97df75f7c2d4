import { describe, expect, it } from 'vitest'
import { commandLineLayer } from '../src/config/command-line.ts'
import type { Layer } from '../src/config/layer.ts'
import { createResolver } from '../src/config/resolve.ts'
import type { Config } from '../src/config/schema.ts'
import { createSource } from '../src/source.ts'
import type { Document } from '../src/rule.ts'
import { defaults, layer, on, problem, resolve } from './config-resolving.ts'
import { gap, rules, spacing } from './config-rules.ts'

describe('rules', () => {
  it('are off unless something switches them on', () => {
    expect(on({})).toEqual([])
  })

  it('take a severity, and options with their defaults', () => {
    expect(on({ rules: { gap: 'warning', spacing: ['error', { before: 'one' }] } })).toEqual([
      ['spacing', 'error', { before: 'one', ignore: [] }],
      ['gap', 'warning', {}],
    ])
  })

  it('keep the options of before where only a severity is said', () => {
    const layers = [
      layer({ rules: { spacing: ['error', { before: 'one' }] } }, 'a'),
      layer({ rules: { spacing: 'info' } }, 'b'),
    ]
    expect(on(layers)).toEqual([['spacing', 'info', { before: 'one', ignore: [] }]])
  })

  it('keep options also while they are off', () => {
    const configs: Config[] = [
      { rules: { spacing: ['error', { before: 'one' }] } },
      { rules: { spacing: 'off' } },
      { rules: { spacing: 'warning' } },
    ]
    expect(on(configs.slice(0, 2).map((config) => layer(config)))).toEqual([])
    expect(on(configs.map((config) => layer(config)))).toEqual([['spacing', 'warning', { before: 'one', ignore: [] }]])
  })

  it('have their options replaced as a whole', () => {
    const layers = [
      layer({ rules: { spacing: ['error', { before: 'one' }] } }, 'a'),
      layer({ rules: { spacing: ['error', { ignore: ['x'] }] } }, 'b'),
    ]
    expect(on(layers)).toEqual([['spacing', 'error', { before: 'house', ignore: ['x'] }]])
  })

  it('are all known, the ones that are off too', () => {
    expect([...resolve({ rules: { gap: 'off' } }).settings.knownRules]).toEqual(['spacing', 'gap'])
  })
})

describe('overrides', () => {
  const config: Config = {
    rules: { spacing: 'error' },
    overrides: [
      { files: '*.txt', rules: { spacing: 'off', gap: 'info' } },
      { files: ['drafts/**', '/top.md'], excludedFiles: 'final.*', rules: { spacing: 'warning' }, language: 'fr' },
      { files: 'docs/', format: 'text' },
    ],
  }

  it.each([
    ['/work/a.md', [['spacing', 'error', defaults]]],
    ['/work/deep/a.txt', [['gap', 'info', {}]]],
    ['/work/drafts/a.md', [['spacing', 'warning', defaults]]],
    ['/work/drafts/.hidden/a.md', [['spacing', 'warning', defaults]]],
    ['/work/drafts/final.md', [['spacing', 'error', defaults]]],
    ['/work/deep/drafts/a.md', [['spacing', 'error', defaults]]],
    ['/work/top.md', [['spacing', 'warning', defaults]]],
    ['/work/deep/top.md', [['spacing', 'error', defaults]]],
    ['/elsewhere/a.txt', [['spacing', 'error', defaults]]],
    ['/workshop/a.txt', [['spacing', 'error', defaults]]],
  ])('say what is different for %s', (path, expected) => {
    expect(on(config, path)).toEqual(expected)
  })

  it('apply in order, the later one winning', () => {
    expect(on(config, '/work/drafts/a.txt')).toEqual([
      ['spacing', 'warning', defaults],
      ['gap', 'info', {}],
    ])
  })

  it('can say language and format', () => {
    expect(resolve({ ...config, language: 'en', format: 'markdown' }, '/work/a.md')).toMatchObject({
      language: 'en',
      format: 'markdown',
    })
    expect(resolve(config, '/work/drafts/a.md').language).toBe('fr')
    expect(resolve(config, '/work/docs/deep/a.md').format).toBe('text')
    expect(resolve(config, '/work/a.md')).toMatchObject({ language: undefined, format: undefined })
  })

  it('are weaker than a later layer', () => {
    const layers = [layer(config, 'base'), layer({ rules: { spacing: 'info' } }, 'own')]
    expect(on(layers, '/work/drafts/a.md')).toEqual([['spacing', 'info', defaults]])
  })

  it('understand braces and negated patterns of a layer without a folder', () => {
    const layers = [layer({ overrides: [{ files: '*.{md,mdx}', rules: { gap: 'info' } }] }, 'value', undefined)]
    const anywhere: Layer[] = [{ ...layers[0]!, folder: undefined }]
    expect(on(anywhere, 'x/a.mdx')).toEqual([['gap', 'info', {}]])
    expect(on(anywhere, './a.md')).toEqual([['gap', 'info', {}]])
    expect(on(anywhere, 'a.txt')).toEqual([])
  })

  it('give the same object to documents to which the same ones apply', () => {
    const resolver = createResolver({ layers: [layer(config)], rules })
    expect(resolver.resolve('/work/a.md')).toBe(resolver.resolve('/work/b.md'))
    expect(resolver.resolve('/work/a.md')).not.toBe(resolver.resolve('/work/a.txt'))
  })
})

describe('ignores', () => {
  const layers = [layer({ ignores: ['vendor/', '*.tmp.md', '!keep.tmp.md'] }), layer({}, 'own')]
  const { isIgnored } = createResolver({ layers, rules })

  it.each([
    ['/work/a.md', false],
    ['/work/vendor/a.md', true],
    ['/work/deep/vendor/a.md', true],
    ['/work/deep/a.tmp.md', true],
    ['/work/keep.tmp.md', false],
    ['/elsewhere/a.tmp.md', false],
    ['/work', false],
  ])('%s: %s', (path, ignored) => {
    expect(isIgnored(path)).toBe(ignored)
  })
})

describe('directives', () => {
  const { directives } = resolve({}).settings

  it('are audited by default', () => {
    expect(directives).toEqual({ unused: 'warning', unknown: 'error', blanket: 'off', undescribed: 'off' })
  })

  it('can be configured one by one', () => {
    const layers = [
      layer({ directives: { unused: 'error', blanket: 'info' } }),
      layer({ directives: { unused: 'off' } }),
    ]
    expect(resolve(layers).settings.directives).toEqual({ ...directives, unused: 'off', blanket: 'info' })
  })

  it('are not obeyed on request', () => {
    expect(resolve({}, '/work/a.md', { obeyDirectives: false }).settings.directives).toBeUndefined()
  })
})

describe('plugins', () => {
  const plugin = { name: 'house', rules: [spacing] }
  const document = { source: createSource('a.md', 'text') } as Document

  it('bring rules under their own name, which findings carry', () => {
    const [one] = resolve({ rules: { 'house/spacing': 'info' } }, '/work/a.md', { plugins: [plugin] }).settings.rules
    expect([...one!.rule.check(document, one!.options, one!.severity)]).toEqual([
      {
        rule: 'house/spacing',
        messageId: 'space',
        severity: 'info',
        message: 'Space before `house`',
        data: { marker: 'house' },
        range: { start: 0, end: 4 },
        related: [],
      },
    ])
  })

  it('may be named twice, but two cannot have one name', () => {
    expect(() => resolve({}, '/work/a.md', { plugins: [plugin, plugin] })).not.toThrow()
    expect(problem(() => resolve({}, '/work/a.md', { plugins: [plugin, { ...plugin }] }))).toBe(
      'plugins: two plugins are named `house`',
    )
  })
})

describe('origins', () => {
  it('are kept for every value', () => {
    const layers = [
      layer({ rules: { spacing: ['error', { before: 'one' }], gap: 'info' }, language: 'en' }, 'base.yaml'),
      layer({ overrides: [{ files: '*', rules: { spacing: 'warning' } }], directives: { unused: 'off' } }),
      commandLineLayer({ rules: ['gap:off'] }),
    ]
    const { trace } = resolve(layers)
    expect(trace.layers).toEqual(['base.yaml', '.footlintrc.yaml', 'command line'])
    expect(trace.rules).toEqual([
      {
        rule: spacing,
        severity: { value: 'warning', origin: '.footlintrc.yaml: overrides[0].rules.spacing' },
        options: { value: { before: 'one', ignore: [] }, origin: 'base.yaml: rules.spacing[1]' },
      },
      {
        rule: gap,
        severity: { value: 'off', origin: 'command line: rules.gap' },
        options: { value: {}, origin: 'default' },
      },
    ])
    expect(trace.directives.unused).toEqual({ value: 'off', origin: '.footlintrc.yaml: directives.unused' })
    expect(trace.directives.unknown).toEqual({ value: 'error', origin: 'default' })
    expect(trace.language).toEqual({ value: 'en', origin: 'base.yaml: language' })
    expect(trace.format).toEqual({ value: undefined, origin: 'default' })
  })

  it('name the place in package.json', () => {
    const one: Layer = { ...layer({ rules: { gap: 'info' } }, 'package.json'), place: ['footlint'] }
    expect(resolve([one]).trace.rules[1]!.severity.origin).toBe('package.json: footlint.rules.gap')
  })
})
