import { quarter } from '../../language/format.ts'
import type { Words } from '../../language/words.ts'
import type { EvidenceFile } from './evidence-file.ts'

/** A file by its name, and behind whose report of which quarter it stands. */
export function evidenceWords({ partner, place, quarter: of, text }: EvidenceFile, { t, of: said, language }: Words) {
  return {
    by: t('releases:evidence.by', { partner: said(partner), place: said(place), quarter: quarter(of, language) }),
    lines: [text],
  }
}
