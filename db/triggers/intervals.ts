import { CHAINS, type Chain, INTERVALS, type Interval, type TableName, tableNames } from '../tables.ts'
import { primaryKeyOf } from './columns.ts'
import { raiseAbort, type Trigger } from './trigger.ts'

/** What holds from one moment to another does so once at a time, and what lies under something is not above it too. */
export function intervalTriggers(): Trigger[] {
  const intervals = Object.entries(INTERVALS) as [TableName, Interval][]
  return [...intervals.flatMap(([table, interval]) => noOverlap(table, interval)), ...CHAINS.flatMap(noCircle)]
}

/** Two rows that are known at some instant together. */
export const KNOWN_TOGETHER =
  '(NEW.`known_to` IS NULL OR o.`known_from` < NEW.`known_to`) AND (o.`known_to` IS NULL OR NEW.`known_from` < o.`known_to`)'

function noOverlap(table: TableName, { of, from, to, included, only, known }: Interval): Trigger[] {
  const before = included ? '<=' : '<'
  const overlapping = (self: 'OLD' | 'NEW') => [
    ...of.map((column) => `o.\`${column}\` IS NEW.\`${column}\``),
    `(NEW.\`${to}\` IS NULL OR o.\`${from}\` ${before} NEW.\`${to}\`)`,
    `(o.\`${to}\` IS NULL OR NEW.\`${from}\` ${before} o.\`${to}\`)`,
    // The row itself: of a new one, another of its name is the primary key's business.
    `NOT (${primaryKeyOf(table)
      .map((column) => `o.\`${column}\` IS ${self}.\`${column}\``)
      .join(' AND ')})`,
    ...(only ? [`o.${only}`] : []),
    ...(known ? [KNOWN_TOGETHER] : []),
  ]
  const rule = (self: 'OLD' | 'NEW') =>
    `${only ? `NEW.${only} AND ` : ''}EXISTS (SELECT 1 FROM \`${table}\` o WHERE ${overlapping(self).join(' AND ')})`
  const does = raiseAbort(`${table}: two rows${of.length > 0 ? ` of one ${of.join(', ')}` : ''} at the same time`)
  const columns = [...of, from, to, ...(only ? [only.split(' ')[0]!] : [])].map((column) => `\`${column}\``).join(', ')
  const insert = { name: `${table}_no_overlap_insert`, on: `BEFORE INSERT ON \`${table}\``, when: rule('NEW'), does }
  if (onlyEnds(table)) return [insert]
  const update = `BEFORE UPDATE OF ${columns} ON \`${table}\``
  return [insert, { name: `${table}_no_overlap_update`, on: update, when: rule('OLD'), does }]
}

function noCircle({ table, within = [], from, to, known }: Chain): Trigger[] {
  const each = (write: (column: string, nth: number) => string, columns: readonly string[], by: string) =>
    columns.map(write).join(by)
  const at = (nth: number) => (nth === 0 ? 'at' : `at${nth}`)
  const next = [
    each((column, nth) => `o.\`${column}\` = way.${at(nth)}`, from, ' AND '),
    ...within.map((column) => `o.\`${column}\` = NEW.\`${column}\``),
    ...(known ? ['o.`known_to` IS NULL'] : []),
  ].join(' AND ')
  const start = each((column) => `NEW.\`${column}\``, to, ', ')
  const step = each((column) => `o.\`${column}\``, to, ', ')
  const way = `WITH RECURSIVE way(${each((_, nth) => at(nth), to, ', ')}) AS (SELECT ${start} UNION SELECT ${step} FROM \`${table}\` o JOIN way ON ${next})`
  const back = each((column, nth) => `${at(nth)} = NEW.\`${column}\``, from, ' AND ')
  const rule = `EXISTS (${way} SELECT 1 FROM way WHERE ${back})`
  const does = raiseAbort(`${table}: a way that leads back to where it began`)
  const changed = each((column) => `\`${column}\``, [...within, ...from, ...to], ', ')
  const insert = { name: `${table}_no_circle_insert`, on: `BEFORE INSERT ON \`${table}\``, when: rule, does }
  if (onlyEnds(table)) return [insert]
  return [
    insert,
    { name: `${table}_no_circle_update`, on: `BEFORE UPDATE OF ${changed} ON \`${table}\``, when: rule, does },
  ]
}

/** What stands for ever ends at most: that takes nobody's time, and leads nowhere new. */
function onlyEnds(table: TableName): boolean {
  return tableNames('append-only', 'version').includes(table)
}
