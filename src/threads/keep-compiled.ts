import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'

const kept = new Map<string, Promise<WebAssembly.Module | null>>()

/**
 * Compiles WebAssembly and keeps it for as long as the program runs. What one thread has found worth optimising is then there for the
 * next one that loads the same bytes: it would be thrown away with the thread otherwise, and made anew each time.
 * @param file as it is imported, such as `package/file.wasm`
 */
export function keepCompiled(file: string): void {
  if (kept.has(file)) return
  const path = createRequire(import.meta.url).resolve(file)
  // Whoever needs it loads it by itself: without this it is slower, and no less right.
  const compiled = readFile(path).then((bytes) => WebAssembly.compile(bytes))
  kept.set(
    file,
    compiled.catch(() => null),
  )
}
