import type { Language } from '../../../vocabulary/language.ts'
import type { FormKey } from '../template-key.ts'
import type { FilledCell } from './filled-template.ts'

/** An uploaded template whose changes are looked at before they are saved: what stood in its fields, and nothing else of it. */
export type Upload = {
  /** Who sent it; nobody else is shown it. */
  personId: number
  language: Language
  forms: { key: FormKey; cells: ReadonlyMap<string, FilledCell> }[]
  extra: readonly string[]
}

/** Minutes for which an upload is kept, in memory alone, unless it is saved or thrown away before. */
export const KEPT_MINUTES = 30
