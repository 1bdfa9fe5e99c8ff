import { type DeviceText, isTooOld } from '../../submissions/typing/unsaved.ts'
import { answerOf, openDatabase, STORE } from './database.ts'

/**
 * What is typed and not saved yet, on this device: a record a field, so that neither another form nor another tab of this one
 * ever writes over what it does not hold. A form's name begins with its person.
 */
export class Device {
  private constructor(private readonly database: IDBDatabase) {}

  /** Null where the browser keeps nothing, as very old ones and some private windows. */
  static async open(): Promise<Device | null> {
    try {
      return new Device(await openDatabase())
    } catch {
      return null
    }
  }

  /** @returns whether the device has it for sure; when the page is left at once it is on its way */
  async put(records: readonly DeviceText[]): Promise<boolean> {
    return this.write((store) => {
      for (const one of records) store.put(one)
      // Not only once all has been answered, when the page may be gone; the oldest browsers know no other way.
      store.transaction.commit?.()
    })
  }

  async remove(form: string, names: readonly string[]): Promise<void> {
    await this.write((store) => {
      for (const name of names) store.delete([form, name])
    })
  }

  /** Changes records as they are by then, whichever tab wrote them. */
  async change(form: string, names: readonly string[], to: (now: DeviceText) => DeviceText): Promise<void> {
    await this.write((store) => {
      for (const name of names) {
        const asked: IDBRequest<DeviceText | undefined> = store.get([form, name])
        asked.onsuccess = () => asked.result && store.put(to(asked.result))
      }
    })
  }

  /** What is kept of a form, or of all forms whose name begins so. */
  async all(form: string): Promise<DeviceText[]> {
    const range = IDBKeyRange.bound([form], [`${form}\uffff`])
    const found = await answerOf<DeviceText[]>(this.store('readonly').getAll(range))
    const old = found.filter((one) => isTooOld(one, Date.now()))
    for (const one of old) void this.remove(one.form, [one.name])
    return found.filter((one) => !old.includes(one))
  }

  private store(mode: IDBTransactionMode): IDBObjectStore {
    return this.database.transaction(STORE, mode).objectStore(STORE)
  }

  private write(work: (store: IDBObjectStore) => void): Promise<boolean> {
    return new Promise((done) => {
      try {
        const store = this.store('readwrite')
        store.transaction.oncomplete = () => done(true)
        store.transaction.onabort = () => done(false)
        work(store)
      } catch {
        done(false)
      }
    })
  }
}
