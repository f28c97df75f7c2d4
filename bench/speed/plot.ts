const [width, height, margin] = [720, 420, 60]
const colours = ['#888', '#0a7', '#07c', '#c60', '#a3a', '#b22', '#553', '#36c', '#777']

/** Time against size, both by powers of ten, as SVG; one line for each tool. */
export function plot(lines: ReadonlyMap<string, readonly (readonly [size: number, seconds: number])[]>): string {
  const points = [...lines.values()].flat()
  const x = scale(
    points.map(([size]) => size),
    margin,
    width - 190,
  )
  const y = scale(
    points.map(([, seconds]) => seconds),
    height - margin,
    20,
  )
  const drawn = [...lines].map(([tool, line], index) => {
    const colour = colours[index % colours.length]!
    const path = line.map(([size, seconds]) => `${x.at(size).toFixed(1)},${y.at(seconds).toFixed(1)}`).join(' ')
    const [lastSize, lastSeconds] = line.at(-1)!
    return (
      `<polyline points="${path}" fill="none" stroke="${colour}" stroke-width="2"/>` +
      `<text x="${(x.at(lastSize) + 6).toFixed(1)}" y="${(y.at(lastSeconds) + 4).toFixed(1)}" fill="${colour}">${tool}</text>`
    )
  })
  const ticks = [
    ...x.powers.map(
      (power) =>
        `<text x="${x.at(power)}" y="${height - margin + 20}" text-anchor="middle">${power >= 1e6 ? `${power / 1e6} MB` : `${power / 1e3} kB`}</text>`,
    ),
    ...y.powers.map(
      (power) =>
        `<text x="${margin - 8}" y="${y.at(power) + 4}" text-anchor="end">${power} s</text><line x1="${margin}" x2="${width - 190}" y1="${y.at(power)}" y2="${y.at(power)}" stroke="#ddd"/>`,
    ),
  ]
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12">
<rect width="${width}" height="${height}" fill="#fff"/>
${[...ticks, ...drawn].join('\n')}
</svg>
`
}

/** Powers of ten laid out between two places. */
function scale(values: readonly number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)))
  const high = Math.ceil(Math.log10(Math.max(...values)))
  const at = (value: number) => from + ((Math.log10(value) - low) / Math.max(1, high - low)) * (to - from)
  return {
    at,
    powers: Array.from({ length: high - low + 1 }, (_, index) => Number((10 ** (low + index)).toPrecision(1))),
  }
}
