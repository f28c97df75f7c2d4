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
    const choices = kinds.get(kind)
    if (choices) choices.set(choice, (choices.get(choice) ?? 0) + 1)
    else kinds.set(kind, new Map([[choice, 1]]))
  }
  const styles = new Map<string, string | undefined>()
  for (const [kind, choices] of kinds) styles.set(kind, majority(choices))
  return (one) => styles.get(kindOf(one))
}

const fewest = 3

function majority(choices: ReadonlyMap<string, number>): string | undefined {
  let total = 0
  for (const count of choices.values()) total += count
  if (total < fewest) return undefined
  for (const [choice, count] of choices) if (count * 4 >= total * 3) return choice
  return undefined
}
