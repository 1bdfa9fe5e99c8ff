import { frameworkTriggers } from './triggers/framework.ts'
import { handoverTriggers } from './triggers/handover.ts'
import { intervalTriggers } from './triggers/intervals.ts'
import { placeTriggers } from './triggers/place.ts'
import { tallyTriggers } from './triggers/tally.ts'
import type { Trigger } from './triggers/trigger.ts'
import { unchangeableTriggers } from './triggers/unchangeable.ts'

/**
 * Every trigger of a database, by name, as the statement that makes it. They follow from the lists of `tables.ts` and the
 * columns of the schema; `migrate.ts` gives them to every database that is opened and has others.
 */
export function allTriggers(): ReadonlyMap<string, string> {
  const made = [
    ...unchangeableTriggers(),
    ...intervalTriggers(),
    ...handoverTriggers(),
    ...placeTriggers(),
    ...frameworkTriggers(),
    ...tallyTriggers(),
  ]
  return new Map(made.map((trigger) => [trigger.name, statement(trigger)]))
}

function statement({ name, on, when, does }: Trigger): string {
  return `CREATE TRIGGER \`${name}\` ${on}${when ? ` WHEN ${when}` : ''} BEGIN ${does}; END`
}
