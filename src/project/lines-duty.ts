export async function beginLines(): Promise<(task: never) => Promise<unknown>> {
  return async () => undefined
}
