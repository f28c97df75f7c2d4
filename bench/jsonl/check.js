// Reads answers and says whether there is one for each document from 1 to the number that is given. Plain JavaScript.
// Usage: node bench/jsonl/check.js <count> < answers
import { createInterface } from 'node:readline'

const count = Number(process.argv[2])
const seen = new Uint8Array(count + 1)
const wrong = { doubled: 0, unknown: 0, errors: 0 }
let findings = 0
for await (const line of createInterface({ input: process.stdin })) {
  const { id, error, summary } = JSON.parse(line)
  if (error) wrong.errors++
  else findings += summary.errors + summary.warnings + summary.infos
  if (!(id >= 1 && id <= count)) wrong.unknown++
  else if (seen[id]++) wrong.doubled++
}
const lost = count - seen.reduce((sum, times) => sum + Math.min(times, 1), 0)
console.log(
  `${count} documents: ${lost} lost, ${wrong.doubled} doubled, ${wrong.unknown} unknown, ${wrong.errors} errors, ${findings} findings`,
)
process.exitCode = lost + wrong.doubled + wrong.unknown + wrong.errors > 0 ? 1 : 0
