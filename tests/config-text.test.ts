import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { defaultLoaders } from 'cosmiconfig'
import { describe, expect, it } from 'vitest'
import { rules as builtInRules } from '../rules/index.ts'
import { renderSchema } from '../scripts/schema-text.ts'
import { initText } from '../src/config/init.ts'
import { checkShape } from '../src/config/layer.ts'
import { printConfig } from '../src/config/print.ts'
import { layer, resolve } from './config-resolving.ts'
import { rules } from './config-rules.ts'

it('printConfig shows every value and its origin', () => {
  const config = layer({ rules: { spacing: ['warning', { before: 'one' }] }, language: 'en' })
  expect(printConfig('docs/a.md', resolve([config]))).toBe(`{
  "path": "docs/a.md",
  "layers": [
    ".footlintrc.yaml"
  ],
  "language": {
    "value": "en",
    "origin": ".footlintrc.yaml: language"
  },
  "format": {
    "value": null,
    "origin": "default"
  },
  "bibliography": {
    "value": null,
    "origin": "default"
  },
  "project": {
    "value": null,
    "origin": "default"
  },
  "directives": {
    "unused": {
      "value": "warning",
      "origin": "default"
    },
    "unknown": {
      "value": "error",
      "origin": "default"
    },
    "blanket": {
      "value": "off",
      "origin": "default"
    },
    "undescribed": {
      "value": "off",
      "origin": "default"
    }
  },
  "notations": {
    "bracket": {
      "value": "auto",
      "origin": "default"
    },
    "footnote": {
      "value": "auto",
      "origin": "default"
    },
    "superscript": {
      "value": "auto",
      "origin": "default"
    },
    "letter": {
      "value": "auto",
      "origin": "default"
    },
    "link": {
      "value": "auto",
      "origin": "default"
    },
    "inline-note": {
      "value": "auto",
      "origin": "default"
    },
    "citekey": {
      "value": "auto",
      "origin": "default"
    },
    "parenthesis": {
      "value": "off",
      "origin": "default"
    }
  },
  "rules": {
    "spacing": {
      "severity": {
        "value": "warning",
        "origin": ".footlintrc.yaml: rules.spacing"
      },
      "options": {
        "value": {
          "before": "one",
          "ignore": []
        },
        "origin": ".footlintrc.yaml: rules.spacing[1]"
      }
    },
    "gap": {
      "severity": {
        "value": "off",
        "origin": "default"
      },
      "options": {
        "value": {},
        "origin": "default"
      }
    }
  }
}
`)
})

describe('initText', () => {
  it('lists every rule, switched by nothing but taking away a "#"', () => {
    expect(initText(rules).split('\n').slice(23, 27)).toEqual([
      'rules:',
      '  # spacing: error  # Spaces have to be right',
      '  # gap: info       # No number may be missing',
      '',
    ])
  })

  it('is a configuration that says as much as none', () => {
    const value = defaultLoaders['.yaml']('', initText()) as Record<string, unknown>
    expect(value).toEqual({ extends: 'recommended', rules: null })
  })

  it('is a configuration with every rule taken in', () => {
    const text = initText().replace(/^ {2}# ([\w-]+: \w+)/gm, '  $1')
    const value = defaultLoaders['.yaml']('', text) as Record<string, unknown>
    expect(value['rules'] ?? {}).toEqual(Object.fromEntries(builtInRules.map((rule) => [rule.id, rule.recommended])))
  })
})

describe('schema.json', () => {
  const schema = JSON.parse(renderSchema()) as object
  const validate = new Ajv({ strict: false }).compile(schema)

  it('is up to date; otherwise run npm run schema', () => {
    expect(readFileSync(new URL('../schema.json', import.meta.url), 'utf8')).toBe(renderSchema())
  })

  it.each([
    [{}],
    [{ $schema: 'x', extends: 'strict', language: 'pt-BR', format: 'text', ignores: ['a'] }],
    [{ extends: ['strict', './a.yaml'], plugins: ['./a.mjs'], directives: { unused: 'off' } }],
    [{ rules: { 'house/dates': 'off', '@press/x/y': ['info', { any: 1 }] } }],
    [{ overrides: [{ files: '*.md', excludedFiles: ['a'], rules: { 'house/dates': 'off' } }] }],
    [{ rules: Object.fromEntries(builtInRules.map((rule) => [rule.id, rule.severity])) }],
    [{ rules: Object.fromEntries(builtInRules.map((rule) => [rule.id, [rule.severity, {}]])) }],
  ])('allows %j, as we do', (config) => {
    expect([validate(config), validate.errors]).toEqual([true, null])
    expect(() => checkShape(config, { name: '', place: [], folder: '' })).not.toThrow()
  })

  it.each([
    [{ rule: {} }],
    [{ language: 'en_US' }],
    [{ format: 'docx' }],
    [{ rules: { 'no-such-rule': 'off' } }],
    [{ rules: { 'house/dates': 'offf' } }],
    [{ rules: { 'house/dates': ['off'] } }],
    [{ rules: { 'house/dates': ['off', {}, 1] } }],
    [{ overrides: [{ rules: {} }] }],
    [{ overrides: [{ files: '*', rules: { 'no-such-rule': 'off' } }] }],
    [{ directives: { unsued: 'off' } }],
    [{ plugins: [{ name: 'x', rules: [] }] }],
  ])('does not allow %j', (config) => {
    expect(validate(config)).toBe(false)
  })

  it('describes every key and every rule', () => {
    const { properties, definitions } = schema as {
      properties: Record<string, { description?: string; $ref?: string }>
      definitions: { rules: { properties: Record<string, { description: string }> } }
    }
    for (const property of Object.values(properties)) expect(property.description ?? property.$ref).toBeTruthy()
    for (const rule of builtInRules) {
      expect(definitions.rules.properties[rule.id]!.description).toBe(
        `${rule.summary} (default: "${rule.recommended}")`,
      )
    }
  })
})
