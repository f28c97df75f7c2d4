import { isAbsolute } from 'node:path'
import type { Bibliography } from '../bibliography/bibliography.ts'
import type { MissingBibliography } from '../document/document.ts'
import { createLibrary, isSound } from '../document/library.ts'
import type { Library } from '../document/library.ts'
import type { Named } from '../document/named.ts'
import type { Place } from './places.ts'

/** What came of a name: a bibliography, or why there is none; no reason where it is of a kind that is not read. */
export type Found = { readonly volume: Bibliography } | { readonly reason: string | undefined }

export const isUnreadable = (found: Found): found is { readonly reason: string } =>
  !('volume' in found) && found.reason !== undefined

/** Puts together what was found at the places that a document, its project and its configuration name. */
export function holdLibrary(named: Named, places: readonly Place[], found: readonly Found[]): Library {
  const bibliographies = [...new Set(found.flatMap((one) => ('volume' in one ? [one.volume] : [])))]
  const missing = places
    .flatMap((place, index) => missingAt(place, found[index]!))
    .filter(({ path }) => named.isMistake(path))
  return createLibrary(named, {
    bibliographies,
    isWhole: found.every((one) => 'volume' in one && isSound(one.volume)),
    missing,
  })
}

/** Addresses, places on another machine and formats that are not read are nobody's mistake. */
function missingAt({ name }: Place, found: Found): MissingBibliography[] {
  if (!name || !isUnreadable(found) || isAbsolute(name.value) || /^[a-z][a-z\d+.-]*:/i.test(name.value)) return []
  const isBibliography = /\.(?:bib|bibtex|biblatex|json|csljson|ya?ml)$/i.test(name.value)
  return isBibliography ? [{ ...name.range, path: name.value, reason: found.reason }] : []
}
