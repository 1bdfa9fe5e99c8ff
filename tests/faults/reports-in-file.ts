import { createHash } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import type Database from 'better-sqlite3'

type ReportRow = { id: number; state: string; told: string | null }
type FileRow = { sha256: string; bytes: Buffer }

/**
 * What is half issued in a database, in a sentence each, read by itself: a report that is not issued has nothing that is written when one
 * is; an issued one has all of it, once, with the fingerprints that the trail tells.
 */
export function halfIssued(db: Database.Database): string[] {
  const integrity = db.pragma('integrity_check', { simple: true })
  const reports = db
    .prepare(
      `select r.id, r.state, (select group_concat(t.detail, char(10)) from trail t where t.verb = 'release.issued'
         and t.subject_kind = 'release' and t.subject_id = cast(r.id as text)) as told from release r`,
    )
    .all() as ReportRow[]
  return [
    ...(integrity === 'ok' ? [] : [`the file: ${String(integrity)}`]),
    ...reports.flatMap((report) =>
      wrongIn(db, report).map((wrong) => `report ${report.id} (${report.state}): ${wrong}`),
    ),
  ]
}

const PARTS = ['release_file', 'release_form', 'release_figure', 'release_atom'] as const

function wrongIn(db: Database.Database, { id, state, told }: ReportRow): string[] {
  const count = (part: (typeof PARTS)[number]) =>
    db.prepare(`select count(*) from ${part} where release_id = ?`).pluck().get(id) as number
  const there = PARTS.filter((part) => count(part) > 0)
  if (state !== 'issued') return [...there, ...(told === null ? [] : ['an event'])].map((part) => `has ${part}`)
  if (told === null || told.includes('\n')) return ['does not stand in the trail once']
  const said = JSON.parse(told) as { sha256: string; figures: number; atoms: number; forms: string[] }
  const file = db.prepare('select sha256, bytes from release_file where release_id = ?').get(id) as FileRow | undefined
  const forms = db
    .prepare('select form, sha256, packed as bytes from release_form where release_id = ? order by form')
    .all(id) as (FileRow & { form: string })[]
  const kept = forms.map(({ form, bytes }) => `${form} ${sha256(gunzipSync(bytes))}`)
  return [
    ...(file && file.sha256 === said.sha256 && sha256(file.bytes) === said.sha256
      ? []
      : ['its workbook is not that of the trail']),
    ...(kept.join() === said.forms.toSorted().join() ? [] : ['its other files are not those of the trail']),
    ...(count('release_figure') === said.figures && count('release_atom') === said.atoms
      ? []
      : ['its ledger is not as long as the trail says']),
    ...(db.prepare('select 1 from release_issuing where release_id = ?').get(id) ? ['is still being issued'] : []),
  ]
}

function sha256(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}
