import { tableNames } from '../tables.ts'
import type { Trigger } from './trigger.ts'

/**
 * What is read of the framework may be kept in memory until this number changes. It is random, not counted, so that a change
 * that was rolled back and the next one never share a number.
 */
const BUMP = 'UPDATE `framework_version` SET `nth` = abs(random() % 9007199254740991)'

/** Every change of the framework, by whatever statement and connection, gives it another version. */
export function frameworkTriggers(): Trigger[] {
  return tableNames('framework', 'version').flatMap((table) =>
    ['insert', 'update', 'delete'].map((change) => ({
      name: `${table}_${change}_framework`,
      on: `AFTER ${change.toUpperCase()} ON \`${table}\``,
      does: BUMP,
    })),
  )
}
