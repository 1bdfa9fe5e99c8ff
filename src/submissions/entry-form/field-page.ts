import type { DefinedIndicator } from '../../indicators/indicator.ts'
import * as format from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { Target } from '../../targets/target.ts'
import type { Finding } from '../checks/finding.ts'
import type { Hard } from '../checks/hard.ts'
import type { Previous } from '../checks/previous.ts'
import type { Entry } from '../entry.ts'
import { partText, problemInWords } from './in-words.ts'
import type { Problem } from './parsed-form.ts'

/** What the rows of a screen are drawn from. */
export type FieldContext = {
  words: Words
  entries: readonly Entry[]
  /** What was typed where it is not what is saved. */
  typed: Readonly<Record<string, string>>
  problems: readonly (Problem | Finding<Hard>)[]
  previous: ReadonlyMap<string, Previous>
  targets: ReadonlyMap<number, Target>
  inForce: readonly Entry[]
}

/** One input as it is drawn: the sentence beside it, the unit, and what it asks for, for those who hear the page. */
export type FieldView = {
  name: string
  text: string
  error: string | null
  unit: string
  label: string
  /** What is saved, where the text is what was typed and could not be saved. */
  saved?: string
  /** Ids of what stands beside it and is read out with it: the value before, the one in force. */
  describedBy?: string
}

declare module '../../web/views/models.ts' {
  interface Parts {
    'submissions/entry-form/box': { field: FieldView; kind: 'v' | 'd' }
    'submissions/entry-form/saved': { field: FieldView }
  }
}

/** An input with what is saved, or with what was typed where that could not be saved. */
export function drawField(
  name: string,
  saved: string,
  label: string,
  { typed, problems, words }: FieldContext,
): FieldView {
  const problem = problems.find((one) => one.field === name)
  const text = typed[name] ?? saved
  const isUnsaved = text !== saved
  const error = problem ? problemInWords(problem, words) : null
  return { name, text, error, unit: '', label, ...(isUnsaved ? { saved } : {}) }
}

/** An input of a number. @param label the cell in words */
export function drawNumber(
  name: string,
  part: 'v' | 'd',
  indicator: DefinedIndicator,
  saved: number | null,
  label: string,
  drawing: FieldContext,
): FieldView {
  const { words } = drawing
  const text = saved === null ? '' : format.typed(saved, words.language)
  const counted = part === 'v' ? indicator.countingUnit : indicator.baseUnit
  const unit = counted ? words.of(counted) : ''
  const what = partText(indicator.measure, part, words)
  const spoken = [indicator.code, label, what, unit && `(${unit})`].filter(Boolean).join(' ')
  return { ...drawField(name, text, spoken, drawing), unit }
}
