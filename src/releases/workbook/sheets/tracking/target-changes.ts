import { targetChangeText } from '../../../../targets/in-words.ts'
import type { Bilingual } from '../../bilingual.ts'
import type { Tracked } from './tracked.ts'

/** Which targets of an indicator are others than they were: the old and the new number, when, and why. Nothing of a figure that is hidden. */
export function targetChangeLines({ content, indicator, rated }: Tracked, { say }: Bilingual): string[] {
  if (rated.shown.kind === 'confidential') return []
  const changes = content.targetChanges.get(indicator.code) ?? []
  return changes.map((change) => say((words) => targetChangeText(change, indicator, words)))
}
