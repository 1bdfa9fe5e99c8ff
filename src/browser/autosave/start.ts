import type { Conflict } from '../../submissions/autosave/answer.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import type { DeviceText } from '../../submissions/typing/unsaved.ts'
import type { Edits } from '../entry/edits.ts'
import { rowOf } from '../entry/inputs.ts'
import { forgetCopies } from '../offline/copies.ts'
import { sayLineIsBack } from '../offline/line.ts'
import { showBegun } from './begun.ts'
import { type Message, onMessage, tellTabs } from './channel.ts'
import { Fields } from './fields.ts'
import { ChoicePanel, type UnsavedField } from './panel.ts'
import { TypingQueue } from './queue.ts'
import { recover } from './recover.ts'
import { type SavedAnswer, Saver } from './saver.ts'
import { hiddenIn } from './send.ts'
import { SavingLine, type SavingState } from './status.ts'
import { sendWhenSaved } from './submitting.ts'

/** After a key; and after leaving a cell. */
const AFTER_KEY_MS = 900
const AFTER_CELL_MS = 150

/**
 * Saves what is typed while it is typed. It stands on the device until it is saved, so that neither a lost line nor a lost page
 * nor a session that ended loses it; what others changed meanwhile is shown, or asked about where both did.
 */
export async function saveWhileTyping(form: HTMLFormElement, edits: Edits, say: Say): Promise<void> {
  const typing = new Typing(form, edits, say)
  await typing.start()
}

class Typing {
  private readonly form: HTMLFormElement
  private readonly edits: Edits
  private readonly say: Say
  private readonly fields: Fields
  private readonly queue: TypingQueue
  private readonly status: SavingLine
  private readonly panel: ChoicePanel
  private readonly saver: Saver
  private readonly version: HTMLInputElement

  constructor(form: HTMLFormElement, edits: Edits, say: Say) {
    this.form = form
    this.edits = edits
    this.say = say
    this.fields = new Fields(form)
    this.queue = new TypingQueue(form.dataset.copy ?? '')
    this.status = new SavingLine(form, say)
    this.panel = new ChoicePanel(form, say, (conflict, whose) => this.choose(conflict, whose))
    this.version = hiddenIn(form, 'version')!
    this.saver = new Saver(form, this.queue, {
      answered: (answer, sent) => this.answered(answer, sent),
      stands: (standing, conflicts, refused) => this.stands(standing, conflicts, refused),
    })
  }

  async start(): Promise<void> {
    this.status.show({ kind: 'ready' })
    this.form.addEventListener('input', () => {
      this.note()
      this.saver.soon(AFTER_KEY_MS)
    })
    this.form.addEventListener('change', () => this.saver.soon(AFTER_CELL_MS))
    for (const sign of ['online', 'focus', 'pageshow'])
      addEventListener(sign, () => this.queue.isWaiting && this.saver.soon(0))
    addEventListener('beforeunload', (event) => {
      if (this.queue.isWaiting && !this.queue.isKept) event.preventDefault()
    })
    sendWhenSaved(this.form, this.saver, this.panel, () => this.note())
    const found = await this.queue.open()
    const [fields, queue, edits, say] = [this.fields, this.queue, this.edits, this.say]
    recover(this.form, found, { fields, queue, edits, version: Number(this.version.value), say })
    this.note()
    onMessage((message) => this.hear(message))
    if (this.queue.isWaiting) this.saver.soon(0)
  }

  /** What has been typed since this was asked last waits to be saved; what stands again as it is saved does not. */
  private note(): void {
    const [fields, { language }] = [this.fields, this.fields]
    for (const { control, isSaved } of fields.changes()) {
      const { name, value } = control
      if (!isSaved) this.queue.type(name, { text: value, before: fields.savedAt(name), language, at: Date.now() })
      else if (this.queue.waitingAt(name)) this.queue.forget([name])
    }
  }

  private async answered({ kept, newer, version, id }: SavedAnswer, sent: readonly DeviceText[]): Promise<void> {
    const [{ language }, from] = [sent[0]!, Number(this.version.value)]
    const texts = Object.fromEntries(
      sent.filter(({ name }) => kept.includes(name)).map(({ name, text }) => [name, text]),
    )
    for (const [name, text] of Object.entries(texts)) this.fields.setSaved(name, text, language)
    const shown = Object.entries(newer).map(([name, text]) => this.fields.showSaved(name, text, language))
    this.version.value = String(version)
    showBegun(this.form, id)
    sayLineIsBack(this.say)
    tellTabs({ kind: 'saved', form: this.queue.form, language, from, version, texts })
    for (const control of shown) redraw(control)
    // What stands in an input that was saved with another text meanwhile is typed once more.
    this.note()
  }

  private stands(standing: SavingState, conflicts: readonly Conflict[], refused: readonly UnsavedField[]): void {
    this.panel.show(conflicts, refused)
    const isOut = standing.kind === 'signed-out' || standing.kind === 'somebody-else'
    if (isOut) void forgetCopies().catch(() => undefined)
    if (isOut) this.status.show(standing, { text: this.say('sign-in'), href: '/sign-in' })
    else if (standing.kind !== 'unsaved') this.status.show(standing)
    else this.status.show(standing, { text: this.say('see'), act: () => this.panel.arrive() })
  }

  private choose({ name, theirs }: Conflict, whose: 'theirs' | 'mine'): void {
    const record = this.queue.waitingAt(name)
    const control = this.fields.control(name)
    this.saver.decided(name)
    this.fields.setSaved(name, theirs, record?.language ?? this.fields.language)
    if (whose === 'mine' && record) this.queue.insist(record, theirs)
    else this.queue.forget([name])
    if (control) {
      const text = whose === 'mine' && record ? record.text : this.fields.savedAt(name)
      this.edits.put([{ control, text }])
    }
    this.saver.soon(0)
  }

  private hear(message: Message): void {
    if (message.kind === 'typed') {
      for (const record of message.records.filter((one) => one.form === this.queue.form)) this.hearTyped(record)
    } else if (message.kind === 'saved' && message.form === this.queue.form) {
      for (const [name, text] of Object.entries(message.texts)) this.fields.setSaved(name, text, message.language)
      if (this.version.value === String(message.from)) this.version.value = String(message.version)
      this.saver.soon(AFTER_CELL_MS)
    }
  }

  /** The same form in another tab: both show what is typed in either, but for the input that is typed into here. */
  private hearTyped(record: DeviceText): void {
    this.queue.hear(record)
    const control = this.fields.control(record.name)
    if (!control || record.language !== this.fields.language || control === document.activeElement) return
    control.value = record.text
    redraw(control)
  }
}

function redraw(control: Element | null): void {
  rowOf(control)?.dispatchEvent(new Event('input', { bubbles: true }))
}
