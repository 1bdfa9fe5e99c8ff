/** A person's open forms on this device, and what these pages ask for: one cache a person. */
const CACHE = '3p-forms'

/** Null where the browser keeps none, as over plain http from another machine. */
const storage = (globalThis as { caches?: CacheStorage }).caches ?? null

export async function copiesOf(person: string): Promise<Cache> {
  await forgetCopies(person)
  return caches.open(nameOf(person))
}

/** Of everybody, or of everybody but one person. */
export async function forgetCopies(but?: string): Promise<void> {
  const names = (await storage?.keys()) ?? []
  const others = names.filter((name) => name.startsWith(CACHE) && (but === undefined || name !== nameOf(but)))
  await Promise.all(others.map((name) => storage!.delete(name)))
}

function nameOf(person: string): string {
  return `${CACHE} ${person}`
}
