/** Why the database could not be read or written. */
export type StorageFault = 'full' | 'busy' | 'unwritable' | 'damaged'

/** The one place where its codes are read: by SQLite's primary result code; its extended ones begin with it, as in SQLITE_READONLY_DBMOVED. */
const FAULTS: readonly [code: string, fault: StorageFault][] = [
  ['SQLITE_FULL', 'full'],
  ['SQLITE_BUSY', 'busy'],
  ['SQLITE_LOCKED', 'busy'],
  ['SQLITE_READONLY', 'unwritable'],
  ['SQLITE_IOERR', 'unwritable'],
  ['SQLITE_CANTOPEN', 'unwritable'],
  ['SQLITE_PERM', 'unwritable'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_NOTADB', 'damaged'],
]

export function storageFaultOf(error: unknown): StorageFault | null {
  for (let one = error; one instanceof Error; one = one.cause) {
    const { code } = one as { code?: unknown }
    const found = FAULTS.find(([name]) => code === name || (typeof code === 'string' && code.startsWith(`${name}_`)))
    if (found) return found[1]
  }
  return null
}

/** Whether a page of the file turned out not to be what SQLite wrote. */
export function isDamage(error: unknown): boolean {
  return storageFaultOf(error) === 'damaged'
}
