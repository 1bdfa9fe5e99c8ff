/**
 * Keeps what was made of some inputs: made again when any of them is another one than it was. Whatever is made must rest on its
 * inputs alone, and neither may be changed; then nothing that is kept can be stale.
 */
export class KeptByInputs<T> {
  private readonly known: { inputs: readonly unknown[]; made: T }[] = []

  /** @param size how many are kept; the one that was made first goes first */
  constructor(private readonly size: number) {}

  get(inputs: readonly unknown[], make: () => T): T {
    const found = this.known.find((one) => isSame(one.inputs, inputs))
    if (found) return found.made
    const made = make()
    if (this.known.unshift({ inputs, made }) > this.size) this.known.pop()
    return made
  }
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((value, nth) => Object.is(value, other[nth]))
}

/** The same for what rests on two objects, and on a text besides: kept for as long as both objects are there. */
export class KeptBeside<T> {
  private readonly known = new WeakMap<object, WeakMap<object, Map<string, T>>>()

  get(one: object, other: object, name: string, make: () => T): T {
    const beside = this.known.get(one) ?? new WeakMap<object, Map<string, T>>()
    this.known.set(one, beside)
    const named = beside.get(other) ?? new Map<string, T>()
    beside.set(other, named)
    const found = named.get(name)
    if (found !== undefined) return found
    const made = make()
    named.set(name, made)
    return made
  }
}
