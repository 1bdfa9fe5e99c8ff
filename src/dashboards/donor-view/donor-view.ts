import type { FigureMask } from '../../figures/mask/masked-answer.ts'
import { both, type Text } from '../../language/text.ts'
import { wordsFor } from '../../language/words.ts'
import type { Donor } from '../../project/donor.ts'
import { maskOf, type ProspectiveReport } from '../../releases/prospective/prospective.ts'
import type { Failure } from '../../releases/release.ts'

/** As whom a page is looked at: a donor with the report that it would get, through which every figure of the page is seen. */
export type DonorView = {
  donor: Pick<Donor, 'code' | 'name'>
  report: ProspectiveReport
  mask: FigureMask
  /** An issued report of the same quarters that the donor has and that stands; null: it has none. */
  held: { id: number; title: string } | null
}

/** The views of a page's address that are not there yet: protecting takes seconds, and goes on beside requests. */
export class StillProtecting extends Error {
  constructor(
    readonly donor: Text,
    readonly progress: { done: number; of: number },
  ) {
    super('the report of a donor is being protected')
  }
}

/** Without a report there is nothing that a donor would see. */
export class NotProtected extends Error {
  constructor(
    readonly donor: Text,
    readonly failure: Failure,
    /** Of what it may be about, by slug. */
    readonly placeNames: ReadonlyMap<string, Text>,
    /** From when on it is tried again for whoever asks; null: only once something of it is another. */
    readonly again: number | null,
  ) {
    super(`the report of a donor could not be protected: ${failure.code}`)
  }
}

/** @param asAt of the page; null = now */
export function donorViewOf(
  donor: DonorView['donor'],
  report: ProspectiveReport,
  asAt: number | null,
  held: DonorView['held'],
): DonorView {
  return {
    donor,
    report,
    mask: {
      seenAs: both((language) =>
        wordsFor(language).t('charts:seen.goes-with', { donor: donor.name[language], k: report.release.threshold }),
      ),
      see: maskOf(report, asAt ?? undefined),
    },
    held,
  }
}
