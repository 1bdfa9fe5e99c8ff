import { quarterCode } from '../../../../calendar/quarter.ts'
import type { Language } from '../../../../vocabulary/language.ts'
import type { LoadedSubmission } from '../../../page-state.ts'
import { schemeOfForm } from '../../template-key.ts'
import type { Upload } from '../../upload/upload.ts'
import type { OwnSheetRead } from './own-sheet.ts'

/** What was read of a sheet as an upload: what an Excel form would have held in the fields that the sheet speaks of. */
export function uploadOf(
  reports: readonly LoadedSubmission[],
  { forms, ...notes }: OwnSheetRead,
  language: Language,
  mapping: string,
): Omit<Upload, 'personId'> {
  const read = reports.flatMap(({ partner, place, quarter, stored, definition }, nth) => {
    const cells = forms[nth]!
    if (cells.size === 0) return []
    const named = { partner: partner.slug, place: place.slug, quarter: quarterCode(quarter) }
    return [{ key: { ...named, version: stored?.version ?? 0, scheme: schemeOfForm(definition) }, cells }]
  })
  return { language, forms: read, extra: [], own: { ...notes, mapping } }
}
