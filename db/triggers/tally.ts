import type { TableName } from '../tables.ts'
import type { Trigger } from './trigger.ts'

type Change = 'insert' | 'update' | 'delete'
const CHANGES: readonly Change[] = ['insert', 'update', 'delete']

/** Tables of one indicator each, on which its summary rests beside the facts. */
const OF_AN_INDICATOR: TableName[] = ['assignment', 'indicator_definition', 'scheme']

/** Tables of rows that belong to one of those. */
const OF_ONE_OF_THEM: [table: TableName, column: string, owner: TableName][] = [
  ['survey_round', 'definition_id', 'indicator_definition'],
  ['scheme_breakdown', 'scheme_id', 'scheme'],
]

/** Whatever else the tally rests on, with what can happen to it: a new place or cell has no facts yet. */
const OF_ALL: [table: TableName, on: string][] = [
  ['project_quarters', 'INSERT'],
  ['project_quarters', 'UPDATE'],
  ['phase', 'INSERT'],
  ['phase', 'UPDATE'],
  ['place_definition', 'UPDATE'],
  ['cell', 'UPDATE'],
  ['cell_category', 'UPDATE'],
  ['cell_category', 'DELETE'],
]

/**
 * A summary that may differ from the facts is not read: whatever changes either marks the indicator as stale, except for the
 * transaction that keeps the summary itself (which has a row in `tally_keeping` meanwhile).
 */
export function tallyTriggers(): Trigger[] {
  return [
    ...(['insert', 'update'] as const).map((change) => ({
      ...named('fact', change),
      when: 'NOT EXISTS (SELECT 1 FROM `tally_keeping`)',
      does: 'INSERT OR IGNORE INTO `tally_stale` VALUES (NEW.`indicator_id`)',
    })),
    ...OF_AN_INDICATOR.flatMap((table) =>
      CHANGES.map((change) => ({
        ...named(table, change),
        does: marking(`\`id\` IN (${rows(change, 'indicator_id')})`),
      })),
    ),
    ...OF_ONE_OF_THEM.flatMap(([table, column, owner]) =>
      CHANGES.map((change) => ({
        ...named(table, change),
        does: marking(
          `\`id\` IN (SELECT \`indicator_id\` FROM \`${owner}\` WHERE \`id\` IN (${rows(change, column)}))`,
        ),
      })),
    ),
    ...OF_ALL.map(([table, on]) => ({
      name: `${table}_${on.split(' ')[0]!.toLowerCase()}_tally`,
      on: `AFTER ${on} ON \`${table}\``,
      does: marking('true'),
    })),
  ]
}

function named(table: TableName, change: Change): Pick<Trigger, 'name' | 'on'> {
  return { name: `${table}_${change}_tally`, on: `AFTER ${change.toUpperCase()} ON \`${table}\`` }
}

/** What a changed row belonged to and belongs to. */
function rows(change: Change, column: string): string {
  const sides = change === 'insert' ? ['NEW'] : change === 'delete' ? ['OLD'] : ['OLD', 'NEW']
  return sides.map((side) => `${side}.\`${column}\``).join(', ')
}

/** Marks those of some indicators that have facts. */
function marking(which: string): string {
  const known = 'EXISTS (SELECT 1 FROM `fact` WHERE `fact`.`indicator_id` = `indicator`.`id`)'
  return `INSERT OR IGNORE INTO \`tally_stale\` SELECT \`id\` FROM \`indicator\` WHERE ${which} AND ${known}`
}
