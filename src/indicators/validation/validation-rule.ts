import type { Text } from '../../language/text.ts'
import type { ComparedPart, RuleReach, RuleTime } from '../../vocabulary/validation.ts'

/**
 * What one indicator counts is not more than what another one counts, by their codes: nobody is tested who was not trained.
 * `to-date` adds up flows from the beginning on; of a stock it takes what it was last.
 */
export type ValidationRule = {
  lesser: string
  part: ComparedPart
  greater: string
  within: RuleReach
  over: RuleTime
  /** Why it can't be more. */
  why: Text
}
