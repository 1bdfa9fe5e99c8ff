import type { FastifyReply, FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { tracesIn } from '../../../../privacy/personal-data.ts'
import type { AppContext } from '../../../../web/context.ts'
import { personOf } from '../../../../web/guard.ts'
import { redirectTo } from '../../../../web/redirect.ts'
import { redirectWithNotice } from '../../../../web/render.ts'
import type { LoadedSubmission } from '../../../page-state.ts'
import { KEPT_MINUTES, type Upload } from '../../upload/upload.ts'
import { loadOwnReports } from '../load.ts'
import type { OwnMapping } from '../reading/mapping.ts'
import { readOwnSheet } from '../reading/own-sheet.ts'
import { uploadOf } from '../reading/own-upload.ts'
import { saveMapping } from '../save-mapping.ts'
import { mappingFrom, shownColumns } from './draft.ts'
import { countOfCells, type KeptSheets, MOST_CELLS_OF_ALL } from './kept-sheets.ts'

/** A file that is looked at: its cells, and the reports it may be read into. */
export type Looked = { name: string; kept: KeptSheets; reports: [LoadedSubmission, ...LoadedSubmission[]] }

/** Takes what was read of a sheet to its preview. */
export type ToPreview = (reply: FastifyReply, upload: Upload) => FastifyReply

/** The files on their way in: in memory alone, each for whoever sent it, for half an hour. */
export class SheetDesk {
  private readonly files = new LRUCache<string, KeptSheets>({
    maxSize: MOST_CELLS_OF_ALL,
    sizeCalculation: ({ sheets }) => 1 + countOfCells(sheets),
    ttl: KEPT_MINUTES * 60_000,
    ttlAutopurge: true,
  })

  constructor(
    private readonly context: Pick<AppContext, 'db' | 'now'>,
    private readonly toPreview: ToPreview,
  ) {}

  keep(name: string, kept: KeptSheets): void {
    this.files.set(name, kept)
  }

  /** A file of this person whose report can still be filled in; null: it is gone. */
  looked(request: FastifyRequest, name: string): Looked | null {
    const { db, now } = this.context
    const [kept, person] = [this.files.get(name), personOf(request)]
    if (kept?.personId !== person.id) return null
    const reports = loadOwnReports(db, person, kept.report, now())
    return reports && { name, kept, reports }
  }

  /** Keeps the mapping that was chosen, and reads the sheet by it. */
  remember(request: FastifyRequest, reply: FastifyReply, looked: Looked): FastifyReply {
    const { db, now } = this.context
    const { kept, reports } = looked
    const { name: sheet, cells } = kept.sheets[kept.draft.sheet]!
    const mapping = mappingFrom(kept.draft, shownColumns(cells, kept.draft.headings))
    const named = tracesIn(sheet).length > 0 ? '…' : sheet
    const by = { by: personOf(request), now: now() }
    kept.known = saveMapping(db, by, reports[0].partner, { sheet: named, mapping, replaces: kept.known })
    return this.read(request, reply, looked, mapping)
  }

  /** Reads a sheet and shows every change; where it has nothing for the report, the mapping is shown. */
  read(
    request: FastifyRequest,
    reply: FastifyReply,
    { name, kept, reports }: Looked,
    mapping: OwnMapping,
  ): FastifyReply {
    const { draft, sheets, personId } = kept
    const asked = { quarter: reports[0].quarter, reports }
    const read = readOwnSheet(sheets[draft.sheet]!, draft.headings, mapping, asked)
    const upload = uploadOf(reports, read, request.words.language, addressOfKept(name))
    if (upload.forms.length > 0) return this.toPreview(reply, { ...upload, personId })
    return redirectWithNotice(reply, addressOfKept(name), 'submissions:own-sheet.nothing-found')
  }
}

export function addressOfKept(name: string): string {
  return `/submissions/own-sheets/${name}`
}

export function sheetIsGone(reply: FastifyReply): FastifyReply {
  return redirectWithNotice(reply, '/submissions/own-sheet', 'submissions:workbook.gone', { minutes: KEPT_MINUTES })
}

/** Back to the page that says what cannot be taken as it is. */
export function backToProblems(reply: FastifyReply, address: string): FastifyReply {
  return redirectTo(reply, `${address}#problems`)
}
