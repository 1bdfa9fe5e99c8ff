import type { DeviceText } from '../../submissions/typing/unsaved.ts'
import type { Language } from '../../vocabulary/language.ts'

/** What the tabs of one browser tell each other. */
export type Message =
  | { kind: 'typed'; records: readonly DeviceText[] }
  /** Saved by another tab, which showed version `from`. */
  | { kind: 'saved'; form: string; language: Language; from: number; version: number; texts: Record<string, string> }
  | { kind: 'signed-out' }

const NAME = '3p-tabs'
/** Browsers without channels tell of changed storage: enough to say that somebody has signed out. */
const SIGNED_OUT = '3p-signed-out'

const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(NAME)

export function tellTabs(message: Message): void {
  if (channel) channel.postMessage(message)
  else if (message.kind === 'signed-out') tellByStorage()
}

export function onMessage(act: (message: Message) => void): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => act(data))
  if (channel) return
  addEventListener('storage', ({ key, newValue }) => {
    if (key === SIGNED_OUT && newValue !== null) act({ kind: 'signed-out' })
  })
}

function tellByStorage(): void {
  try {
    localStorage.setItem(SIGNED_OUT, String(Date.now()))
    localStorage.removeItem(SIGNED_OUT)
  } catch {
    // Then the other tabs hear of it with the next answer they get.
  }
}
