import { raiseAbort, type Trigger } from './trigger.ts'

/** A duty passes from an assignment that is there to one that is there: as known now, or at any time. */
export function handoverTriggers(): Trigger[] {
  const isThere = (place: string, partner: string, from: string) =>
    `EXISTS (SELECT 1 FROM \`assignment\` a WHERE a.\`indicator_id\` = NEW.\`indicator_id\` AND a.\`place_id\` = NEW.\`${place}\` AND a.\`partner_id\` = NEW.\`${partner}\` AND a.\`from_quarter\` = NEW.\`${from}\`)`
  const both = [
    isThere('place_id', 'partner_id', 'from_quarter'),
    isThere('predecessor_place_id', 'predecessor_partner_id', 'predecessor_from'),
  ]
  return [
    {
      name: 'handover_assigned_insert',
      on: 'BEFORE INSERT ON `handover`',
      when: `NOT (${both.join(' AND ')})`,
      does: raiseAbort('handover: nobody is assigned so'),
    },
  ]
}
