import { LRUCache } from 'lru-cache'
import { IDLE_MS } from '../../access/session.ts'

/** The texts of a form by the names of its fields, as they were sent. */
export type SentForm = Readonly<Record<string, string | readonly string[]>>

/** A request of somebody who is signed in. */
type Visit = { session: { idHash: string } | null }

/** Characters of all forms together; those that were looked at longest ago go first. */
const MOST = 32 * 1024 * 1024

/**
 * What was typed into forms that could not be taken as they were, so that the page which says why has an address that opens
 * again: by reloading, by Back, in the other language. It is kept in memory, for the session it came with and no longer than
 * that lasts unused: nothing of it is in the database, in a copy of that, or in an address.
 */
export class ReturnedForms {
  readonly #forms = new LRUCache<string, SentForm>({
    maxSize: MOST,
    ttl: IDLE_MS,
    sizeCalculation: (form, name) => name.length + JSON.stringify(form).length,
  })

  /** @param name says which form it is, and of what: "entries 5" */
  give(visit: Visit, name: string, form: SentForm): void {
    this.#forms.set(keyOf(visit, name), form)
  }

  at(visit: Visit, name: string): SentForm | null {
    return this.#forms.get(keyOf(visit, name)) ?? null
  }

  forget(visit: Visit, name: string): void {
    this.#forms.delete(keyOf(visit, name))
  }
}

function keyOf(visit: Visit, name: string): string {
  return `${visit.session?.idHash} ${name}`
}
