import { type PastedSheet, pastedSheet, type SheetField } from '../../submissions/typing/pasted-sheet.ts'
import { labelAt } from '../../submissions/typing/pasted-table.ts'
import type { Say } from '../../submissions/typing/sentences.ts'
import { blockOf, placeIn } from '../entry/blocks.ts'
import type { Edits } from '../entry/edits.ts'
import { type Control, rowOf } from '../entry/inputs.ts'
import { announce } from '../entry/notice.ts'
import { tellPasted } from './told.ts'

/**
 * A sheet of the Excel form that was copied whole fills all of the screen, as one step; nothing of it where it is another form's, or a
 * row is not what it says.
 * @param cell where it was pasted: what is said of it stands there
 * @returns whether it was such a sheet
 */
export function pasteSheet(cell: HTMLInputElement, cells: string[][], edits: Edits, say: Say): boolean {
  const form = cell.form!
  const sheet = pastedSheet(cells, JSON.parse(form.dataset.headings ?? '[]') as string[][])
  if (sheet === null) return false
  const row = rowOf(cell)!
  const refusal = refusalOf(sheet, form, say)
  if (refusal !== null) announce(row, [refusal])
  else if (sheet.kind === 'sheet') fillAll(sheet.fields, form, row, edits, say)
  return true
}

function refusalOf(sheet: PastedSheet, form: HTMLFormElement, say: Say): string | null {
  if (sheet.kind === 'other-form') return say('sheet-other', { words: sheet.heading.join(', ') })
  if (sheet.kind === 'moved') return say('sheet-moved', { words: sheet.at })
  const here = sheet.fields.flatMap((field) => controlOf(form, field) ?? [])
  // Each screen is a sheet.
  if (here.length === 0) return say('sheet-elsewhere')
  const strange = sheet.fields.find((field) => !isInItsRow(controlOf(form, field), field))
  return strange ? say('sheet-moved', { words: strange.label }) : null
}

function fillAll(fields: SheetField[], form: HTMLFormElement, row: HTMLElement, edits: Edits, say: Say): void {
  const texts = fields.map((field) => {
    const control = controlOf(form, field)!
    return {
      control,
      said: field.text,
      text: control instanceof HTMLSelectElement ? choiceOf(control, field.text) : field.text,
    }
  })
  const strange = texts.filter(({ text }) => text === null).map(({ said }) => said)
  const known = texts.flatMap(({ control, text }) => (text === null ? [] : [{ control, text }]))
  const filled = known.filter(({ control, text }) => text !== '' && control.value !== text)
  const spared = known.filter(({ control, text }) => text === '' && control.value !== '')
  edits.put(filled)
  const controls = (all: typeof known) => all.map(({ control }) => control)
  tellPasted(row, { filled: controls(filled), spared: controls(spared), leftOut: [], strange }, edits, say)
}

/** The value of what is chosen by its words, or by its number before them ("2. Draft law"); null: words that are none of them. */
function choiceOf({ options }: HTMLSelectElement, words: string): string | null {
  if (words === '') return ''
  const number = /^(\d+)\. /.exec(words)?.[1]
  const isChosen = ({ value, text }: HTMLOptionElement) => text.trim() === words || value === number
  return [...options].find(isChosen)?.value ?? null
}

function controlOf(form: HTMLFormElement, { name }: SheetField): Control | null {
  const found = form.elements.namedItem(name)
  return found instanceof HTMLInputElement || found instanceof HTMLSelectElement ? found : null
}

/** A field that the page does not have, or that stands beside the words of another row, makes the whole sheet doubtful. */
function isInItsRow(control: Control | null, { label }: SheetField): boolean {
  if (control === null) return false
  const block = control instanceof HTMLInputElement && control.dataset.part ? blockOf(control) : null
  if (!block) return true
  const names = block.labels.rows[placeIn(block, control as HTMLInputElement).row] ?? []
  return names.length === 0 || labelAt(label, [names]) !== -1
}
