import { quarterCode } from '../calendar/quarter.ts'
import type { OffTrack } from '../dashboards/off-track/off-track.ts'
import { RATINGS } from '../figures/marks.ts'
import { dates, quarter as quarterName } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import { type RatingWords, ratingInWords } from '../targets/in-words.ts'

/** The list of what is behind plan: the quarter it speaks of, how many there are, and the worst of them. */
export type OffTrackModel = {
  count: number
  quarter: string
  dates: string
  overview: string
  items: { code: string; name: string; href: string; ask: string; rag: RatingWords & { tone: string } }[]
}

declare module '../web/views/models.ts' {
  interface Parts {
    'home/off-track': { offTrack: OffTrackModel }
  }
}

/** The worst of what is behind plan, each with the way to its page. */
export function offTrackModel(offTrack: OffTrack | null, words: Words): OffTrackModel | null {
  if (!offTrack || offTrack.count === 0) return null
  const { quarter, count, worst } = offTrack
  return {
    count,
    quarter: quarterName(quarter, words.language),
    dates: dates({ from: quarter, to: quarter }, words.language),
    overview: `/overview?quarter=${quarterCode(quarter)}`,
    items: worst.map(({ indicator, progress }) => {
      const rating = ratingInWords(null, progress, words)
      return {
        code: indicator.code,
        name: words.of(indicator.name),
        href: `/indicators/${encodeURIComponent(indicator.code)}?to=${quarterCode(quarter)}`,
        ask: words.t('charts:overview.ask', { who: words.of(indicator.responsible) }),
        rag: { ...rating, tone: RATINGS[rating.rag].tone },
      }
    }),
  }
}
