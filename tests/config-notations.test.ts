import { describe, expect, it } from 'vitest'
import { lintText } from '../src/api.ts'
import type { Config } from '../src/config/schema.ts'
import { layer, on, resolve } from './config-resolving.ts'
import { spacing } from './config-rules.ts'

describe('options alone', () => {
  it('keep the severity, and are off where the rule is', () => {
    const base = layer({ rules: { spacing: 'warning' } }, 'base.yaml')
    const own = layer({ rules: { spacing: { before: 'one' }, gap: {} } })
    expect(on([base, own])).toEqual([['spacing', 'warning', { before: 'one', ignore: [] }]])
    expect(resolve([base, own]).trace.rules[0]).toEqual({
      rule: spacing,
      severity: { value: 'warning', origin: 'base.yaml: rules.spacing' },
      options: { value: { before: 'one', ignore: [] }, origin: '.footlintrc.yaml: rules.spacing' },
    })
  })
})

describe('notations', () => {
  it('are what the document decides, parentheses apart', () => {
    expect(resolve({}).settings.notations).toEqual({
      bracket: 'auto',
      footnote: 'auto',
      superscript: 'auto',
      letter: 'auto',
      link: 'auto',
      'inline-note': 'auto',
      parenthesis: 'off',
    })
  })

  it('are overruled one by one, with their origin', () => {
    const layers = [
      layer({ notations: { bracket: 'off', letter: 'off' } }, 'base.yaml'),
      layer({ notations: { bracket: 'on' }, overrides: [{ files: 'a.md', notations: { link: 'off' } }] }),
    ]
    expect(resolve(layers).trace.notations).toMatchObject({
      bracket: { value: 'on', origin: '.footlintrc.yaml: notations.bracket' },
      letter: { value: 'off', origin: 'base.yaml: notations.letter' },
      link: { value: 'off', origin: '.footlintrc.yaml: overrides[0].notations.link' },
      footnote: { value: 'auto', origin: 'default' },
    })
    expect(resolve(layers, '/work/b.md').settings.notations).toMatchObject({ bracket: 'on', link: 'auto' })
  })

  it('reach the document, and a rule sees nothing of what is off', () => {
    const text = 'Wa.[1] Wb.[2] Wc.[3]'
    const found = (config: Config) => lintText(text, { config }).findings.map(({ rule }) => rule)
    expect(found({ extends: 'recommended' })).toEqual(['series-entries'])
    expect(found({ notations: { bracket: 'off' } })).toEqual([])
  })
})
