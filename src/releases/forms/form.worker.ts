import { readSnapshot, type SnapshotSource } from '../../../db/snapshot.ts'
import { DamagedLedger } from '../../disclosure/earlier/ledger.ts'
import { CannotProtect } from '../../disclosure/request.ts'
import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'
import type { ReportForm } from '../../vocabulary/release.ts'
import { protectedContentOf } from '../content/publish.ts'
import { loadSource } from '../content/source-load.ts'
import { previewOf, releaseById } from '../store.ts'
import { formOf } from './form.ts'
import { type PackedForm, packedForm } from './packed-form.ts'

/** @param at instant printed as the version */
export type FormOrder = { source: SnapshotSource; releaseId: number; at: number; form: ReportForm }
/** Why there is none: it is no longer what was protected, the record of earlier reports is damaged, the project is not published. */
export type NoForm = 'changed' | 'ledger-damaged' | 'no-iati'

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'releases/forms/form': Task<FormOrder, PackedForm | NoForm>
  }
}

/** Writes a file of a draft, or of a report that was issued before they were kept: from what is read, with the same figures hidden. */
performTask('releases/forms/form', async (order) => {
  try {
    return writtenForm(order)
  } catch (error) {
    if (error instanceof DamagedLedger) return 'ledger-damaged'
    if (error instanceof CannotProtect) return 'changed'
    throw error
  }
})

function writtenForm({ source: from, releaseId, at, form }: FormOrder): PackedForm | NoForm {
  const content = readSnapshot(from, (db) => {
    const [release, preview] = [releaseById(db, releaseId), previewOf(db, releaseId)]
    if (!release || !preview) return null
    const made = protectedContentOf(loadSource(db, release, at), preview, { draft: release.state !== 'issued', at })
    return made?.content ?? null
  })
  if (!content) return 'changed'
  const pieces = formOf(form, content)
  return pieces ? packedForm(form, pieces) : 'no-iati'
}
