import type { Db } from '../../../db/connection.ts'
import { provincesBefore } from '../../../fixtures/national/places.ts'
import { rebuildTally } from '../../../src/figures/tally/rebuild.ts'
import { copyOf, imageAndClose } from '../database.ts'
import { demoDb } from '../demo.ts'
import { onceARunSync } from '../once.ts'

/** The province whose reporters, reports and targets the others get. */
const MODEL = 'nghe-an'
/** Further apart than any two rows of the pilot, so that the nth copy of a row is found by adding. */
const APART = 10_000

/**
 * The pilot in as many provinces: its own, and Nghệ An again under the names of others, each with reporters of its own, whoever
 * reports there for the whole project, and what became of every report. A made-up country, to see whether pages bear it.
 */
export function manyProvincesDb(provinces: number): Db {
  return copyOf(
    onceARunSync(`pilot in ${provinces} provinces`, () => {
      const db = demoDb()
      db.tx(() => {
        const [own] = db
          .prepared(
            'select count(distinct place_id) from assignment a join place p on p.id = a.place_id where p.level = ?',
          )
          .get('province') as [number]
        const adding = provinceCopier(db)
        for (const [nth, { slug, name }] of namesFor(db, provinces - own).entries()) adding(nth + 1, slug, name)
      })
      rebuildTally(db)
      return imageAndClose(db)
    }),
  )
}

/** Names of provinces; beyond those that there were, of provinces that never were. */
function namesFor(db: Db, count: number): { slug: string; name: string }[] {
  const taken = new Set((db.prepared('select slug from place').all() as [string][]).map(([slug]) => slug))
  const free = provincesBefore().filter(({ slug }) => !taken.has(slug))
  return Array.from({ length: count }, (_, nth) => {
    const [{ slug, name }, round] = [free[nth % free.length]!, Math.floor(nth / free.length) + 1]
    return round === 1 ? { slug, name } : { slug: `${slug}-${round}`, name: `${name} ${round}` }
  })
}

/** Whoever reports for the model alone. */
const OWN = `id in (select id from temp.own_partner)`
const ITS_PARTNER = `iif(partner_id in (select id from temp.own_partner), partner_id + :more, partner_id)`
const ITS_REPORTS = 'submission_id in (select id from submission where place_id = :model)'
const OF_PLACE = { place_id: ':place', partner_id: ITS_PARTNER }

/** What is copied: of which rows, and what is another in the copy. */
const COPIED: readonly (readonly [table: string, of: string, other: Record<string, string>])[] = [
  ['place', 'id = :model', { id: ':place', slug: ':slug', code: ':slug', iso: 'null', position: 'position + :more' }],
  ['place_definition', 'place_id = :model', { place_id: ':place', name_vi: ':name', name_en: ':name' }],
  ['partner', OWN, { id: 'id + :more', slug: `replace(slug, '${MODEL}', :slug)`, position: 'position + :more' }],
  [
    'partner_name',
    'partner_id in (select id from temp.own_partner)',
    {
      partner_id: 'partner_id + :more',
      name_vi: "replace(name_vi, 'Nghệ An', :name)",
      name_en: "replace(name_en, 'Nghệ An', :name)",
    },
  ],
  ['assignment', 'place_id = :model', OF_PLACE],
  ['target', 'place_id = :model', { id: 'id + :more', place_id: ':place' }],
  ['baseline', 'place_id = :model', { id: 'id + :more', place_id: ':place' }],
  ['submission', 'place_id = :model', { ...OF_PLACE, id: 'id + :more' }],
  ...['submission_version', 'entry', 'entry_revision'].map(
    (table) => [table, ITS_REPORTS, { submission_id: 'submission_id + :more' }] as const,
  ),
  ['submission_fact', ITS_REPORTS, { id: 'id + :more', submission_id: 'submission_id + :more' }],
  ['fact', 'place_id = :model', OF_PLACE],
]

/** The rows of the model are found once, not again for each copy among those of all copies before it. */
function provinceCopier(db: Db): (nth: number, slug: string, name: string) => void {
  const [model] = db.prepared('select id from place where slug = ?').get(MODEL) as [number]
  const run = (text: string, given: Record<string, unknown>) => {
    const named = Object.entries(given).filter(([key]) => new RegExp(`:${key}\\b`).test(text))
    db.prepared(text).run(Object.fromEntries(named))
  }
  db.$client.exec(`create temp table own_partner as select partner_id as id from assignment
    group by partner_id having min(place_id) = ${model} and max(place_id) = ${model}`)
  const copies = COPIED.map(([table, of, other]) => {
    db.$client.exec(
      `create temp table model_${table} as select * from main.${table} where ${of.replaceAll(':model', String(model))}`,
    )
    const columns = (db.prepared('select name from pragma_table_info(?)').all(table) as [string][]).map(([one]) => one)
    const copied = columns.map((one) => other[one] ?? one).join()
    return `insert into main.${table} (${columns.join()}) select ${copied} from temp.model_${table}`
  })
  return (nth, slug, name) => {
    const given = { model, more: nth * APART, place: model + nth * APART, slug, name }
    for (const text of copies) run(text, given)
  }
}
