/**
 * Gives a function that adds to an object what is worked out all at once when somebody asks for a part of it. All objects
 * share the getters: those of an object literal would be new ones each time, which V8 keeps, with all that they see, until
 * it collects the garbage of the whole heap.
 */
export function createLazy<Parts extends object>(...names: readonly (keyof Parts & string)[]) {
  const hidden = Symbol('what is worked out')
  type Held = { readonly [hidden]: () => Parts }
  const accessorOf = (name: keyof Parts & string): PropertyDescriptor => ({
    enumerable: true,
    get(this: Held) {
      return this[hidden]()[name]
    },
  })
  const accessors = Object.fromEntries(names.map((name) => [name, accessorOf(name)]))
  return <T extends object>(object: T, workOut: () => Parts): T & Parts => {
    Object.defineProperty(object, hidden, { value: once(workOut) })
    return Object.defineProperties(object, accessors) as T & Parts
  }
}

/** Forgets how a value is worked out, and what that needs, when it is there. */
export function once<T>(workOut: () => T): () => T {
  let open: (() => T) | undefined = workOut
  let value: T | undefined
  return () => {
    if (open) value = open()
    open = undefined
    return value as T
  }
}
