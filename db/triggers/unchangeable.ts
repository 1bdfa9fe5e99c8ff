import { TABLES, type TableName, type TableRules, tableNames } from '../tables.ts'
import { columnNames, uniquesOf } from './columns.ts'
import { raiseAbort, type Trigger } from './trigger.ts'

/**
 * What stands for ever is refused every statement that would change it. `INSERT OR REPLACE` removes a row without a word to
 * the triggers of deletion (unless a connection has `recursive_triggers` on, as `open.ts` sets it), so a row that would take
 * the place of one that stands is refused before it is inserted: that holds for any connection.
 */
export function unchangeableTriggers(): Trigger[] {
  return [
    ...tableNames('append-only', 'version').flatMap(forEver),
    ...tableNames('issued').flatMap(onceIssued),
    ...(Object.keys(TABLES) as TableName[]).flatMap(onceFilled),
  ]
}

function forEver(table: TableName): Trigger[] {
  const { fill }: TableRules = TABLES[table]
  const changed = columnNames(table)
    .filter((column) => !fill?.includes(column))
    .map((column) => `NEW.\`${column}\` IS NOT OLD.\`${column}\``)
  const rewritten = fill && [`OLD.\`${fill[0]}\` IS NOT NULL`, `NEW.\`${fill[0]}\` IS NULL`, ...changed].join(' OR ')
  const message = (done: string) => raiseAbort(`${table} is append-only: what stands is never ${done}`)
  return [
    { name: `${table}_no_update`, on: `BEFORE UPDATE ON \`${table}\``, ...when(rewritten), does: message('rewritten') },
    { name: `${table}_no_delete`, on: `BEFORE DELETE ON \`${table}\``, does: message('removed') },
    { name: `${table}_no_replace`, on: `BEFORE INSERT ON \`${table}\``, when: taken(table), does: message('replaced') },
  ]
}

/** A row that stands already has what must be the new one's alone. */
function taken(table: TableName): string {
  const each = uniquesOf(table).map(({ columns, where }) => {
    const same = columns.map((column) => `\`${column}\` = NEW.\`${column}\``)
    const both = where ? [where, where.replaceAll(`"${table}".`, 'NEW.')] : []
    return `EXISTS (SELECT 1 FROM \`${table}\` WHERE ${[...same, ...both].join(' AND ')})`
  })
  return each.join(' OR ')
}

/**
 * A release is found by its own id, what belongs to it by the release's; neither is ever given another one. A row that names no release is
 * refused: where the id is its key, SQLite would choose the next one after it is asked here (as -1), which may be of an issued release.
 */
function onceIssued(table: TableName): Trigger[] {
  const column = table === 'release' ? 'id' : 'release_id'
  const issued = (row: 'OLD' | 'NEW') =>
    `EXISTS (SELECT 1 FROM \`release\` WHERE \`id\` = ${row}.\`${column}\` AND \`state\` = 'issued')`
  const does = raiseAbort(`${table} is frozen: the release has been issued`)
  const ofNone = table === 'release' ? '' : ` OR coalesce(NEW.\`${column}\`, -1) < 0`
  const moved = `NEW.\`${column}\` IS NOT OLD.\`${column}\``
  return [
    { name: `${table}_no_update`, on: `BEFORE UPDATE ON \`${table}\``, when: `${issued('OLD')} OR ${moved}`, does },
    { name: `${table}_no_delete`, on: `BEFORE DELETE ON \`${table}\``, when: issued('OLD'), does },
    { name: `${table}_no_insert`, on: `BEFORE INSERT ON \`${table}\``, when: `${issued('NEW')}${ofNone}`, does },
  ]
}

/** Columns of a row that may change otherwise, but in which what has been written stands, also where another row would replace it. */
function onceFilled(table: TableName): Trigger[] {
  const { once }: TableRules = TABLES[table]
  if (!once) return []
  const changed = once.map((column) => `NEW.\`${column}\` IS NOT OLD.\`${column}\``).join(' OR ')
  const does = raiseAbort(`${table}: ${once.join(', ')} is written once`)
  return [
    { name: `${table}_${once[0]}_no_replace`, on: `BEFORE INSERT ON \`${table}\``, when: taken(table), does },
    {
      name: `${table}_${once[0]}_once`,
      on: `BEFORE UPDATE OF ${once.map((column) => `\`${column}\``).join(', ')} ON \`${table}\``,
      when: `OLD.\`${once[0]}\` IS NOT NULL AND (${changed})`,
      does,
    },
  ]
}

function when(condition: string | undefined): Pick<Trigger, 'when'> {
  return condition ? { when: condition } : {}
}
