import type { ReportForm } from '../../vocabulary/release.ts'
import type { CellDifference } from '../workbook/file-check.ts'
import type { OlderFile } from './older-file.ts'

/**
 * How an issued file stands beside the database: `cells` were compared, of which some say another thing than what the database,
 * read as at the instant of the report, would say now; `forms`: its other files of which that is so, or which are not what was issued.
 * `older`: another version of the program issued it, and this one would write something else; its other files that this one would
 * write otherwise. `not-found`: there is no issued report of this number. `no-file`: it was issued before files were kept. `file-damaged`:
 * its bytes are not those that were issued. `ledger-damaged`: the record of what it or an earlier report showed is not what was written
 * then. `wording-damaged`: what it called things can't be read. `changed`: the values that it was made of are not there any more.
 */
export type Verified =
  | {
      sha256: string
      cells: number
      differences: CellDifference[]
      forms: ReportForm[]
      older: (Omit<OlderFile, 'cells' | 'differences'> & { forms: ReportForm[] }) | null
    }
  | 'not-found'
  | 'no-file'
  | 'file-damaged'
  | 'ledger-damaged'
  | 'wording-damaged'
  | 'changed'

export function isAsIssued(verified: Verified): boolean {
  return typeof verified === 'object' && verified.differences.length === 0 && verified.forms.length === 0
}
