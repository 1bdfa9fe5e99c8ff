import { readSnapshot, type SnapshotSource } from '../../../db/snapshot.ts'
import { DamagedLedger } from '../../disclosure/earlier/ledger.ts'
import { CannotProtect } from '../../disclosure/request.ts'
import type { WorkProgress } from '../../threads/jobs.ts'
import type { Task } from '../../threads/tasks.ts'
import { performTask } from '../../threads/thread.ts'
import type { SmallChanges } from '../../vocabulary/release.ts'
import { protectedContentOf } from '../content/publish.ts'
import { loadSource } from '../content/source-load.ts'
import { type Deviation, type DeviationTexts, unexplainedIn } from '../deviations/deviation.ts'
import type { Explanation } from '../explanations/explanation.ts'
import type { PackedForm } from '../forms/packed-form.ts'
import { finishedForms } from '../forms/read-back/finished-forms.ts'
import { changedSince } from '../reasons/reopening.ts'
import { previewOf, releaseById } from '../store.ts'
import type { Ticked } from '../ticks/tick.ts'
import { workbookOf } from '../workbook/assemble.ts'
import { type FinishedFile, finishedFile, type UnlikeFile } from '../workbook/finished-file.ts'
import type { WorkbookPlan } from '../workbook/plan.ts'
import { writeXlsx } from '../workbook/write-xlsx.ts'
import { checksumOf, ledgerOf, type SentLedger } from './ledger-rows.ts'

/**
 * @param at instant printed as the version
 * @param ticked what to put in of what others wrote, by number
 * @param nextReport the day about to be set; absent = what is kept
 */
export type AssembleOrder = {
  source: SnapshotSource
  releaseId: number
  at: number
  draft: boolean
  ticked: Ticked
  nextReport: string | null | undefined
  smallChanges: SmallChanges
  /** What is about to be said of deviations; null = what is kept. */
  deviationTexts: DeviationTexts | null
}
export type AssembleAnswer =
  /** What was protected is no longer what would be shown. */
  | 'changed'
  /** The record of earlier releases can't be relied on. */
  | 'ledger-damaged'
  /**
   * Plan (of a draft; that of a finished file is beside it) and preview as JSON; the preview says what will stand in the ledger, and
   * `written` how much that is.
   */
  | {
      plan: string
      preview: string
      ledger: SentLedger
      written: WrittenCounts
      explanations: Explanation[]
      /** What has to be explained of it. */
      deviations: readonly Deviation[]
      /** People who approved what has changed, by number: they are named in it. */
      approvers: number[]
      /** Indicators of which a manager's explanation stands in it. */
      told: string[]
      /** The file that is issued; a draft is written when somebody asks for it. */
      file: FinishedFile | UnlikeFile | null
      /** The other files it is issued as. */
      forms: PackedForm[] | UnlikeFile
    }
type WrittenCounts = { figures: number; atoms: number }

declare module '../../threads/tasks.ts' {
  interface ThreadTasks {
    'releases/protection/assemble': Task<AssembleOrder, AssembleAnswer, WorkProgress>
  }
}

/** Reads a protected release again and writes its workbook's plan, with the figures hidden that were found to have to go. */
performTask('releases/protection/assemble', async (order, say) => {
  try {
    return await assembleRelease(order, (done) => say({ done, of: STEPS }))
  } catch (error) {
    if (error instanceof DamagedLedger) return 'ledger-damaged'
    if (error instanceof CannotProtect) return 'changed'
    throw error
  }
})

/** Of issuing: the figures are read again, the file is written, and read back. */
const STEPS = 3

async function assembleRelease(
  { source: from, releaseId, at, draft, ticked, nextReport, smallChanges, deviationTexts }: AssembleOrder,
  say: (done: number) => void,
): Promise<AssembleAnswer> {
  say(0)
  const read = readSnapshot(from, (db) => {
    const [release, preview] = [releaseById(db, releaseId), previewOf(db, releaseId)]
    if (!release || !preview) return null
    const source = loadSource(db, { ...release, smallChanges }, at, ticked)
    const written = {
      ...(deviationTexts ? { deviationTexts } : {}),
      ...(nextReport === undefined ? {} : { nextReport }),
    }
    return { preview, source: { ...source, ...written } }
  })
  if (!read) return 'changed'
  const { source, preview } = read
  const protectedContent = protectedContentOf(source, preview, { draft, at })
  if (!protectedContent) return 'changed'
  const { content, problem } = protectedContent
  const { deviations, deviationTexts: told } = content
  // What was protected before explanations were asked for is shown again with what has to be explained.
  if (!draft && unexplainedIn(deviations, told, content.release.language).length > 0) return 'changed'
  const ledger = ledgerOf(
    content.tables.map(({ table }) => table),
    problem,
    preview.suppressed,
  )
  const written = {
    figures: ledger.figures.length,
    atoms: ledger.atoms.length,
    checksum: checksumOf(ledger.atoms, ledger.figures),
  }
  const plan = workbookOf(content)
  say(1)
  const writing = async (one: WorkbookPlan) => {
    const bytes = await writeXlsx(one)
    say(2)
    return bytes
  }
  return {
    plan: draft ? JSON.stringify(plan) : '',
    preview: JSON.stringify({ ...preview, deviations, changed: changedSince(content), ledger: written }),
    ledger: { atoms: JSON.stringify(ledger.atoms), figures: JSON.stringify(ledger.figures) },
    written: { figures: written.figures, atoms: written.atoms },
    explanations: source.explanations,
    deviations,
    approvers: [...new Set(content.changes.flatMap(({ approvals }) => approvals.flatMap(({ byId }) => byId ?? [])))],
    told: [...told.keys()],
    file: draft ? null : await finishedFile(plan, content, writing),
    forms: draft ? [] : finishedForms(content),
  }
}
