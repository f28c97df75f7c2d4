/** How often the cases of one kind do what they do. They differ in a few ways only. */
interface Tally {
  total: number
  readonly choices: string[]
  readonly counts: number[]
}

/** Of fewer cases nobody can say what most of them do. */
const fewest = 3

/**
 * House style: what at least three quarters of three cases or more do, for each kind of case by itself. Tells of a case
 * what its kind does; `undefined` where there is no house style.
 */
export function houseStyle<Case>(
  cases: readonly Case[],
  kindOf: (one: Case) => string,
  choiceOf: (one: Case) => string,
): (one: Case) => string | undefined {
  if (cases.length < fewest) return () => undefined
  const tallies = new Map<string, Tally>()
  for (const one of cases) {
    const kind = kindOf(one)
    let tally = tallies.get(kind)
    if (!tally) tallies.set(kind, (tally = { total: 0, choices: [], counts: [] }))
    count(tally, choiceOf(one))
  }
  return (one) => majority(tallies.get(kindOf(one)))
}

function count(tally: Tally, choice: string): void {
  const at = tally.choices.indexOf(choice)
  tally.total++
  if (at >= 0) tally.counts[at]!++
  else {
    tally.choices.push(choice)
    tally.counts.push(1)
  }
}

function majority({ total, choices, counts }: Tally = none): string | undefined {
  if (total < fewest) return undefined
  return choices[counts.findIndex((number) => number * 4 >= total * 3)]
}

const none: Tally = { total: 0, choices: [], counts: [] }
