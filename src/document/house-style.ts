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
  const kinds = new Map<string, Map<string, number>>()
  for (const one of cases) {
    const kind = kindOf(one)
    const choice = choiceOf(one)
    const choices = kinds.get(kind) ?? new Map<string, number>()
    kinds.set(kind, choices.set(choice, (choices.get(choice) ?? 0) + 1))
  }
  const styles = new Map([...kinds].map(([kind, choices]) => [kind, majority(choices)]))
  return (one) => styles.get(kindOf(one))
}

const fewest = 3

function majority(choices: ReadonlyMap<string, number>): string | undefined {
  let total = 0
  for (const count of choices.values()) total += count
  return total < fewest ? undefined : [...choices].find(([, count]) => count * 4 >= total * 3)?.[0]
}
