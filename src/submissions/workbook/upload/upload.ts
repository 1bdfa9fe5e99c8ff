import type { Language } from '../../../vocabulary/language.ts'
import type { OwnSheetRead } from '../own-sheet/reading/own-sheet.ts'
import type { FormKey } from '../template-key.ts'
import type { FilledCell } from './filled-template.ts'

/** An uploaded template whose changes are looked at before they are saved: what stood in its fields, and nothing else of it. */
export type Upload = {
  /** Who sent it; nobody else is shown it. */
  personId: number
  language: Language
  forms: { key: FormKey; cells: ReadonlyMap<string, FilledCell> }[]
  extra: readonly string[]
  /** It was read out of the partner's own sheet: what was left out, and where the mapping is looked at. */
  own?: Omit<OwnSheetRead, 'forms'> & { mapping: string }
}

/** Minutes for which an upload is kept, in memory alone, unless it is saved or thrown away before. */
export const KEPT_MINUTES = 30
