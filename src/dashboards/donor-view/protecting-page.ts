import type { Words } from '../../language/words.ts'
import { address } from '../addresses.ts'
import { asTexts, type Query } from '../choice.ts'
import type { StillProtecting } from './donor-view.ts'

declare module '../../web/views/models.ts' {
  interface Views {
    'dashboards/donor-view/protecting': ReturnType<typeof protectingPage>
  }
}

/**
 * What stands in the place of a page until the report that it is seen through is protected.
 * @param asked the address
 */
export function protectingPage(
  { donor, progress }: StillProtecting,
  { path, query }: { path: string; query: Query },
  { of }: Words,
) {
  const { donor: _, ...rest } = query
  return {
    donor: of(donor),
    progress: progress.of > 0 ? progress : null,
    again: address(path, asTexts(query)),
    everything: address(path, asTexts(rest)),
  }
}
