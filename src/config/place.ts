/** The keys and indexes that lead to a value. */
export type Place = readonly (string | number)[]

/** As one would write it in JavaScript: `rules.marker-spacing[1].before`, `rules["house/dates"]`. */
export function renderPlace(place: Place): string {
  return place.map((key, index) => renderKey(key, index === 0)).join('')
}

function renderKey(key: string | number, first: boolean): string {
  if (typeof key === 'number') return `[${key}]`
  if (!/^[\w$-]+$/.test(key)) return `[${JSON.stringify(key)}]`
  return first ? key : `.${key}`
}
