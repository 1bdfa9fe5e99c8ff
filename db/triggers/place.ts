import { KNOWN_TOGETHER } from './intervals.ts'
import { raiseAbort, type Trigger } from './trigger.ts'

/**
 * What only the place and what is known of it say together: what is below the areas that figures are compared by lies in something
 * of the level above, as communes do in provinces, and a code is one place's at a time.
 */
export function placeTriggers(): Trigger[] {
  const isBelow = `SELECT l.\`depth\` > 1 FROM \`place\` p JOIN \`place_level\` l ON l.\`code\` = p.\`level\` WHERE p.\`id\` = NEW.\`place_id\``
  const sameCode = `EXISTS (SELECT 1 FROM \`place\` me JOIN \`place\` p ON p.\`level\` = me.\`level\` AND p.\`code\` = me.\`code\` AND p.\`id\` <> me.\`id\`
    JOIN \`place_definition\` o ON o.\`place_id\` = p.\`id\` WHERE me.\`id\` = NEW.\`place_id\`
    AND (NEW.\`valid_to\` IS NULL OR o.\`valid_from\` < NEW.\`valid_to\`) AND (o.\`valid_to\` IS NULL OR NEW.\`valid_from\` < o.\`valid_to\`)
    AND ${KNOWN_TOGETHER})`
  const notAbove = `(SELECT above.\`depth\` - own.\`depth\` FROM \`place\` me JOIN \`place_level\` own ON own.\`code\` = me.\`level\`,
    \`place\` p JOIN \`place_level\` above ON above.\`code\` = p.\`level\` WHERE me.\`id\` = NEW.\`place_id\` AND p.\`id\` = NEW.\`parent_id\`) <> -1`
  const on = 'BEFORE INSERT ON `place_definition`'
  return [
    {
      name: 'place_definition_parent_insert',
      on,
      when: `(${isBelow}) IS NOT (NEW.\`parent_id\` IS NOT NULL)`,
      does: raiseAbort('place_definition: a commune lies in another place, and nothing else does'),
    },
    {
      name: 'place_definition_level_insert',
      on,
      when: notAbove,
      does: raiseAbort('place_definition: a place lies in one of the level above'),
    },
    {
      name: 'place_definition_code_insert',
      on,
      when: sameCode,
      does: raiseAbort('place_definition: two places of one level, code at the same time'),
    },
  ]
}
