import { wholeOf } from '../../calendar/span.ts'
import { RELEASE_AUDIENCES } from '../../vocabulary/release.ts'
import { readChanges } from './changes-sheet.ts'
import { readTables } from './component-sheet.ts'
import { type DataSheet, readData } from './data-sheet.ts'
import { readDetails } from './detail-sheet.ts'
import { leftFollowing } from './following-cells.ts'
import { type Sheet, sheetsOf, textAt } from './read-xlsx.ts'
import { type IssuedReport, NotAReport } from './report.ts'
import { isSaying, languagesOf, spanIn, valuesSaid } from './sayings.ts'
import { readTracking } from './tracking-sheet.ts'

/**
 * Everything that an issued workbook says of counts, whatever sheet says it.
 * @param file what it is called, for addresses
 * @throws NotAReport
 */
export async function readReport(file: string, bytes: Uint8Array): Promise<IssuedReport> {
  const sheets = await sheetsOf(bytes).catch(() => {
    throw new NotAReport(file)
  })
  const read = sheets.map((sheet) => ({ sheet, data: readData(sheet) })).find(({ data }) => data !== null)
  if (!read?.data) throw new NotAReport(file)
  return assembled(file, sheets, read.sheet, read.data)
}

function assembled(file: string, sheets: readonly Sheet[], dataSheet: Sheet, data: DataSheet): IssuedReport {
  const { measures } = data
  const cover = coverOf(sheets[0]!)
  const earliest = Math.min(...data.told.map(({ span }) => span.from))
  const whole = cover.span && {
    period: cover.span,
    toDate: wholeOf([cover.span, { from: earliest, to: cover.span.to }]),
  }
  const tracking = sheets.map((sheet) => readTracking(sheet, measures, whole)).find((one) => one !== null)
  // Reports of earlier versions have each indicator in tables of its own.
  const tables = sheets.flatMap((sheet) => [readDetails(sheet, measures), readTables(sheet, measures)])
  const changes = sheets.map((sheet) => readChanges(sheet, measures)).find((one) => one !== null)
  return {
    file,
    ...cover,
    asAt: data.asAt,
    map: 'as-reported',
    former: new Map(),
    rules: new Map([...data.rules, ...(tracking?.rules ?? [])]),
    overlapping: new Set(tables.flatMap(({ overlapping }) => overlapping)),
    // Of years that are not over by the end of the report nothing is told but what is planned.
    told: [
      ...data.told.filter(({ span, absent }) => !absent || !cover.span || span.to <= cover.span.to),
      ...tables.flatMap(({ told }) => told),
      ...(tracking?.told ?? []),
    ],
    beside: [...data.beside, ...(tracking?.beside ?? []), ...leftFollowing(sheets, dataSheet, data)],
    changes: changes?.changes ?? [],
    relations: sheets.flatMap(({ rows }) => rows.flatMap((row) => relationIn(textAt(row, 1)))),
    untold: new Set(changes?.untold ?? []),
    release: releaseIn(sheets[0]!),
    codes: data.codes,
    measures,
  }
}

function coverOf({ rows }: Sheet): Pick<IssuedReport, 'languages' | 'audience' | 'most' | 'span'> {
  const cellBeside = (key: 'dates' | 'rule' | 'audience') => {
    const row = rows.find((one) => isSaying(textAt(one, 0), `releases:workbook.cover.${key}`))
    return row ? textAt(row, 1) : null
  }
  const title = rows.find((one) => languagesOf(textAt(one, 0), 'releases:workbook.cover.dates').length > 0)
  const most = valuesSaid(cellBeside('rule'), 'releases:workbook.cover.rule-value', ['most'])?.[0]
  return {
    languages: title ? languagesOf(textAt(title, 0), 'releases:workbook.cover.dates') : [],
    audience: RELEASE_AUDIENCES.find((one) => isSaying(cellBeside('audience'), `releases:audience.${one}`)) ?? null,
    most: most ? Number(most.replace(/\D/g, '')) : null,
    span: spanIn(cellBeside('dates')),
  }
}

/** Its number, as the cover says it. */
function releaseIn({ rows }: Sheet): number | null {
  const said = rows.flatMap((row) =>
    row.map(({ text }) => valuesSaid(text, 'releases:workbook.cover.version-value', ['id', 'when'])),
  )
  return Number(said.find((one) => one !== null)?.[0]) || null
}

function relationIn(text: string | null): IssuedReport['relations'] {
  const [indicator, counted] = valuesSaid(text, 'releases:workbook.notes.relation', ['indicator', 'counted']) ?? []
  return indicator && counted ? [{ indicator, counted }] : []
}
