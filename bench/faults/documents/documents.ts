import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createArticle } from './article.ts'
import { forms } from './formats.ts'
import { createChance } from './random.ts'

/** A document to put faults into. */
export interface Sample {
  readonly path: string
  readonly text: string
  /** Where it comes from, for the table. */
  readonly origin: string
}

/** Documents of every family and format, the same for the same seed. */
export function* generatedDocuments(each: number, seed: number): Generator<Sample> {
  for (const [index, { name, extension, family, write }] of forms.entries()) {
    for (let count = 0; count < each; count++) {
      const chance = createChance(seed + index * 1000 + count)
      const [least, most] = family.sources
      const sources = least + chance.below(most - least + 1)
      const article = createArticle(chance, { sources, reuse: family.reuse, clusters: family.clusters })
      const path = `${name.replaceAll(' ', '-')}-${count + 1}.${extension}`
      yield { path, text: write(article, chance), origin: `generated, ${name} (${extension})` }
    }
  }
}

/** The documents of a folder that are neither too long nor in a format that footlint does not read. */
export function* documentsIn(folder: string, origin: string): Generator<Sample> {
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).toSorted()) {
    if (!/\.(?:md|markdown|txt|html|xhtml|tex|org|ipynb|mdx|qmd)$/i.test(path)) continue
    if (!statSync(join(folder, path)).isFile()) continue
    const text = readFileSync(join(folder, path), 'utf8')
    if (text.length <= 100_000) yield { path, text, origin }
  }
}
