import { afterSaving, type DeviceText, type TypedText, whileSending } from '../../submissions/typing/unsaved.ts'
import { tellTabs } from './channel.ts'
import { Device } from './device.ts'

/**
 * What is still to be saved of one form, by the names of its fields: in this tab at once, on the device as soon as it takes it,
 * and what other tabs have put there with it.
 */
export class TypingQueue {
  private device: Device | null = null
  /** What this tab knows of; the device knows of the other tabs too. */
  private readonly own = new Map<string, DeviceText>()
  readonly form: string
  /** The device keeps it: without that, what is typed is lost with the page. */
  isKept = false

  constructor(form: string) {
    this.form = form
  }

  /** @returns all that the device holds of this form */
  async open(): Promise<DeviceText[]> {
    this.device = await Device.open()
    this.isKept = this.device !== null
    const found = (await this.device?.all(this.form)) ?? []
    if (this.own.size > 0) void this.put([...this.own.values()])
    return found
  }

  type(name: string, typed: TypedText): void {
    const known = this.own.get(name)
    if (known?.savedIn === null && known.text === typed.text) return
    const sent = known?.savedIn === null ? known.sent : []
    const record: DeviceText = { ...typed, form: this.form, name, savedIn: null, sent }
    this.own.set(name, record)
    void this.put([record])
    tellTabs({ kind: 'typed', records: [record] })
  }

  /** Of an earlier page, as this one writes it. */
  adopt(record: DeviceText): void {
    this.hear(record)
    void this.put([record])
  }

  /** Another tab has put it on the device, or an earlier page. */
  hear(record: DeviceText): void {
    this.own.set(record.name, record)
  }

  /** What waits of a field. */
  waitingAt(name: string): DeviceText | null {
    const record = this.own.get(name)
    return record?.savedIn === null ? record : null
  }

  get isWaiting(): boolean {
    return [...this.own.values()].some((one) => one.savedIn === null)
  }

  forget(names: readonly string[]): void {
    if (names.length === 0) return
    for (const name of names) this.own.delete(name)
    void this.device?.remove(this.form, names)
  }

  /** What is to be saved, of this tab and the others. */
  async waiting(): Promise<DeviceText[]> {
    const found = this.isKept ? await this.device!.all(this.form).catch(() => []) : []
    const all = new Map([...found, ...this.own.values()].map((one) => [one.name, one]))
    for (const one of found) all.set(one.name, newerOf(one, this.own.get(one.name)))
    return [...all.values()].filter((one) => one.savedIn === null)
  }

  /** These texts are about to be sent: the device knows it before the server does. */
  async sending(batch: readonly DeviceText[]): Promise<void> {
    await this.change(Object.fromEntries(batch.map(({ name, text }) => [name, text])), whileSending)
  }

  /** Some of it has been saved: what was typed over it meanwhile still waits. */
  async settle(texts: Readonly<Record<string, string>>, version: number): Promise<void> {
    await this.change(texts, (now, text) => afterSaving(now, text, version))
  }

  /** Its person has seen what is saved there, and wants their own all the same. */
  insist(record: DeviceText, seen: string): void {
    const insisting = { ...record, before: seen, sent: [], at: Date.now() }
    this.own.set(record.name, insisting)
    void this.put([insisting])
  }

  /** In this tab, and on the device as it is by then. */
  private async change(
    texts: Readonly<Record<string, string>>,
    to: (now: DeviceText, text: string) => DeviceText,
  ): Promise<void> {
    const changed = (now: DeviceText) => to(now, texts[now.name]!)
    for (const name of Object.keys(texts)) {
      const own = this.own.get(name)
      if (own) this.own.set(name, changed(own))
    }
    await this.device?.change(this.form, Object.keys(texts), changed)
  }

  private async put(records: readonly DeviceText[]): Promise<void> {
    if (this.device) this.isKept = await this.device.put(records)
  }
}

function newerOf(one: DeviceText, other: DeviceText | undefined): DeviceText {
  return other && other.at > one.at ? other : one
}
