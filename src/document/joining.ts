/** What stands between the numbers of a cluster, in the scripts that have signs of their own. */
export const delimiters = ',;،、，；'

/** What stands between the ends of a range. */
export const dashes = '-–—‑‒−'
