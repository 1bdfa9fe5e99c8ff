import { z } from 'zod'
import { RELEASE_AUDIENCES } from '../../../vocabulary/release.ts'
import { csvLines } from '../csv/csv-lines.ts'
import { readData } from '../data-sheet.ts'
import { type IssuedReport, NotAReport } from '../report.ts'
import { valuesSaid } from '../sayings.ts'
import { type DataForm, dataFormOfCsv, dataFormOfRows } from './data-sheet-of.ts'

type Said = Pick<IssuedReport, 'audience' | 'most'> & { release: number | null; asAt?: string }

/** The CSV file of a report, for programs or for people; null when it is another table, such as one of a page. */
export function readReportCsv(file: string, text: string): IssuedReport | null {
  const form = dataFormOfCsv(csvLines(text))
  if (!form) return null
  const [id] =
    form.above
      .map((line) => valuesSaid(line, 'releases:workbook.cover.version-value', ['id', 'when']))
      .find((one) => one !== null) ?? []
  const most = form.above.map(mostIn).find((one) => one !== null) ?? null
  return reportOf(file, form, { audience: null, most, release: wholeNumberSaid(id) })
}

/** What of a report's JSON is read: what is said of it, and the rows of *Data*. */
const document = z.object({
  id: z.int(),
  audience: z.enum(RELEASE_AUDIENCES),
  threshold: z.int(),
  as_at: z.string(),
  figures: z.array(z.record(z.string(), z.unknown())),
})

/**
 * What a program was answered at `/api/v1/releases/:id`.
 * @throws NotAReport
 */
export function readReportJson(file: string, text: string): IssuedReport {
  const { id, audience, threshold, as_at, figures } = parsed(file, text)
  const said = { audience, most: threshold - 1, release: id, asAt: as_at.slice(0, 10) }
  return reportOf(file, dataFormOfRows(figures), said)
}

function parsed(file: string, text: string): z.output<typeof document> {
  try {
    return document.parse(JSON.parse(text))
  } catch {
    throw new NotAReport(file)
  }
}

function reportOf(file: string, { sheet, languages }: DataForm, { asAt, ...said }: Said): IssuedReport {
  const data = readData(sheet)
  if (!data) throw new NotAReport(file)
  return {
    file,
    languages,
    ...said,
    span: null,
    asAt: asAt ?? data.asAt,
    map: 'as-reported',
    former: new Map(),
    rules: data.rules,
    overlapping: new Set(),
    told: data.told,
    beside: data.beside,
    changes: [],
    relations: [],
    untold: new Set(),
    codes: data.codes,
    measures: data.measures,
  }
}

/** Up to which count a report hides them, by the sentence that says so. */
export function mostIn(text: string): number | null {
  return wholeNumberSaid(valuesSaid(text, 'releases:workbook.cover.rule-value', ['most'])?.[0])
}

export function wholeNumberSaid(text: string | undefined): number | null {
  const digits = text?.replace(/\D/g, '') ?? ''
  return digits === '' ? null : Number(digits)
}
