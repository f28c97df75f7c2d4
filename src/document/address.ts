const written = /\bhttps?:\/\/[^\s<>"'`[\]{}|\\^«»“”]+/i

/** The first address in a text, without the punctuation of the sentence around it. */
export function addressIn(text: string): string | undefined {
  const found = written.exec(text)?.[0].replace(/[.,;:!?*_]+$/, '')
  return found?.endsWith(')') && !found.includes('(') ? found.slice(0, -1) : found
}

/** Parameters that say where a reader came from. */
const tracking = /^(?:utm_\w+|fbclid|gclid|dclid|msclkid|yclid|igshid|mc_[ce]id|_ga|_hs\w+)(?:=|$)/i

/**
 * Equal for all ways of writing one address: scheme, `www.`, case of the host, a slash at the end and the traces of a
 * click left out. Fragments count, but for those that mark words. `undefined` where it is no address.
 */
export function normalizeAddress(address: string): string | undefined {
  if (!address.includes('://')) return undefined
  const match = /^https?:\/\/([^/?#\s]+)([^?#\s]*)(\?[^#\s]*)?(#\S*)?$/i.exec(address.trim())
  if (!match) return undefined
  const [, host, path = '', query = '', fragment = ''] = match
  const kept = query
    .slice(1)
    .split('&')
    .filter((parameter) => parameter !== '' && !tracking.test(parameter))
  const place = fragment.replace(/:~:.*$/, '')
  return [
    host!
      .toLowerCase()
      .replace(/^www\./, '')
      .replace(/:(?:80|443)$/, ''),
    path.replace(/\/+$/, ''),
    kept.length > 0 ? `?${kept.join('&')}` : '',
    place === '#' ? '' : place,
  ].join('')
}
