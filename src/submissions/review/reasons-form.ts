import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { type FreeText, readFreeText } from '../../privacy/free-text.ts'
import type { EntryFormDefinition } from '../entry-form/definition.ts'
import { LONGEST_TEXT, versionField } from '../form.ts'
import type { RowReasonGiven } from '../submission.ts'

/** What is sent besides the reasons of single indicators. */
const controls = z.object({
  version: versionField,
  text: z.string(),
  /** "yes": its writer has looked again and says that no reason names anybody. */
  keep: z.string(),
})

/** Why a submission is to be corrected, as it was sent: for the whole, and for the indicators of which something was written. */
export type ReturnForm = { version: number; whole: FreeText; rows: (RowReasonGiven & FreeText)[] }

/** Nothing has been written yet. @param version that is looked at */
export function emptyReturn(version: number): ReturnForm {
  return { version, whole: { text: '', keptOnWord: false, problem: null }, rows: [] }
}

/** A value that its indicator does not ask for is as if none had been named: the reason is about all of them. */
export function readReturn(body: unknown, { rows }: EntryFormDefinition): ReturnForm {
  const { version, text, keep } = controls.parse(readForm(controls, body).typed)
  const read = (typed: string) => readFreeText(typed, LONGEST_TEXT, keep === 'yes')
  const sent = textsIn(body)
  return {
    version,
    whole: read(text),
    rows: rows.flatMap(({ indicator: { code }, grids }) => {
      const typed = sent(reasonName(code))
      const cell = sent(reasonCellName(code))
      const isAsked = grids.some(({ cells }) => cells.includes(cell))
      return typed.trim() === '' ? [] : [{ indicator: code, cell: isAsked ? cell : '', ...read(typed) }]
    }),
  }
}

export function hasProblem({ whole, rows }: ReturnForm): boolean {
  return [whole, ...rows].some(({ problem }) => problem !== null)
}

/** The form as it was sent, to be shown again. */
export function writtenAgain({ whole, rows }: ReturnForm): Record<string, string> {
  const fields = rows.flatMap(({ indicator, cell, text }) => [
    [reasonName(indicator), text],
    [reasonCellName(indicator), cell],
  ])
  return { text: whole.text, ...Object.fromEntries(fields) }
}

export function reasonName(indicator: string): string {
  return `reason.${indicator}`
}

export function reasonCellName(indicator: string): string {
  return `cell.${indicator}`
}

/** Of a field that was sent twice the last text counts. */
function textsIn(body: unknown): (name: string) => string {
  const sent = (typeof body === 'object' && body !== null ? body : {}) as Readonly<Record<string, unknown>>
  return (name) => {
    const text: unknown = [sent[name]].flat().at(-1)
    return typeof text === 'string' ? text : ''
  }
}
