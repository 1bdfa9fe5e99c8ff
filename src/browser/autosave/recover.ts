import { instant } from '../../language/format.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { type DeviceText, recoveryOf, writtenIn } from '../../submissions/typing/unsaved.ts'
import type { Edits } from '../entry/edits.ts'
import type { Control } from '../entry/inputs.ts'
import type { Fields } from './fields.ts'
import { tellRecovered } from './panel.ts'
import type { TypingQueue } from './queue.ts'

/**
 * What the device holds of this form, when its page opens: typing that was not saved stands in its inputs again, where nobody has
 * changed what is saved there, and is told with its values and its time; what is saved is forgotten.
 */
export function recover(
  form: HTMLFormElement,
  found: readonly DeviceText[],
  {
    fields,
    queue,
    edits,
    version,
    say,
  }: { fields: Fields; queue: TypingQueue; edits: Edits; version: number; say: Say },
): void {
  const page = { version, language: fields.language }
  const back: { control: Control; text: string; before: string; at: number }[] = []
  const over: string[] = []
  for (const kept of found) {
    const control = fields.control(kept.name)
    // Another screen's: it is sent from here all the same.
    if (!control) {
      queue.hear(kept)
      continue
    }
    const shown = fields.shown(kept.name)
    if (kept.language === page.language) queue.hear(kept)
    else queue.adopt(writtenIn(kept, page.language, shown.takes))
    const recovery = recoveryOf(kept, shown, page, Date.now())
    if (recovery.kind === 'newer') fields.showSaved(kept.name, recovery.text, page.language)
    // While the device was asked, its person may have gone on typing: that counts.
    else if (recovery.kind === 'show' && control.value === recovery.before)
      back.push({ control, text: recovery.text, before: recovery.before, at: kept.at })
    else if (recovery.kind === 'forget') over.push(kept.name)
  }
  queue.forget(over.filter((name) => fields.control(name)?.value === fields.savedAt(name)))
  if (back.length === 0) return
  back.sort((one, other) => (one.control.compareDocumentPosition(other.control) & FOLLOWING ? -1 : 1))
  edits.put(back)
  const textOf = (control: Control, text: string) => (text === '' ? say('nothing') : inWords(control, text))
  const items = back.map(({ control, text, before }) =>
    say('offered', { words: fields.nameOf(control), typed: textOf(control, text), shown: textOf(control, before) }),
  )
  const at = instant(Math.max(...back.map((one) => one.at)), fields.language)
  const takeBack = () => edits.put(back.map(({ control, before }) => ({ control, text: before })))
  tellRecovered(form, say('recovered', { n: String(back.length), at }), items, {
    text: say('take-back'),
    act: takeBack,
  })
}

const FOLLOWING = Node.DOCUMENT_POSITION_FOLLOWING

function inWords(control: Control, value: string): string {
  if (!(control instanceof HTMLSelectElement)) return value
  return [...control.options].find((option) => option.value === value)?.text ?? value
}
