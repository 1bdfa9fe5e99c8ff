/** What the browser keeps what is typed in. */
export const STORE = 'typed'

/** @throws where the browser keeps nothing, as very old ones and some private windows */
export async function openDatabase(): Promise<IDBDatabase> {
  const asked = indexedDB.open('3p-typing', 1)
  asked.onupgradeneeded = () => asked.result.createObjectStore(STORE, { keyPath: ['form', 'name'] })
  return answerOf(asked)
}

export function answerOf<T>(asked: IDBRequest<T>): Promise<T> {
  return new Promise((done, failed) => {
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => failed(asked.error)
  })
}
