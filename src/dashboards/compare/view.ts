import type { PageState } from '../page-state.ts'
import type { WrongParameter } from '../parameters/parameter.ts'
import type { AskedComparison } from './address.ts'
import type { ComparedSide } from './side.ts'

/** What a comparison is shaped from. */
export type CompareView = {
  state: PageState
  asked: AskedComparison
  wrong: readonly WrongParameter[]
  sides: readonly [ComparedSide, ComparedSide]
}
