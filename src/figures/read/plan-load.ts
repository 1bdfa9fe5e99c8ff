import type { Db } from '../../../db/connection.ts'
import { dayAt } from '../../calendar/day.ts'
import type { Quarter } from '../../calendar/quarter.ts'
import { wholeOf } from '../../calendar/span.ts'
import { breakdownOver } from '../../indicators/breakdown.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import { historiesAsAt } from '../../indicators/store.ts'
import { partners } from '../../partners/store.ts'
import { placesOn } from '../../places/store.ts'
import { beginningsOf } from '../../project/phase.ts'
import { spanOf } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import { understand } from '../check-question.ts'
import { Listing } from '../listing.ts'
import { isAskedOf, type Question, Refused, type SpanGroup } from '../question.ts'
import { bucketsOf, indicatorPlansOf, type QuestionPlan, type ReadSpans, readSpans } from './plan.ts'

/** @throws Refused */
export function planOf(db: Db, question: Question, now: number): QuestionPlan {
  const at = question.asAt ?? now
  const today = dayAt(now)
  const card = projectCard(db, question.asAt)
  const catalogue = {
    indicators: historiesAsAt(db, question.asAt),
    places: placesOn(db, question.map ?? 'as-reported', question.asAt),
    breakdowns: breakdowns(db, question.asAt),
    project: spanOf(card),
  }
  const { indicators, named, split } = understand(question, catalogue, today)
  const listing = new Listing(catalogue.breakdowns, split)
  const begins = card ? beginningsOf(card) : []
  const spansOf = spansByIndicator(question.spans, listing.turns)
  const partnerOf = question.groups.map(({ partner }) => (partner === undefined ? null : partnerNamed(db, partner)))
  const apart = partnerOf.some((id) => id !== null)
  const options = { turns: listing.turns, begins, apart }
  return {
    question,
    at,
    plans: indicators.flatMap((history) => indicatorPlansOf(history, spansOf(history.code), options)),
    split,
    breakdowns: catalogue.breakdowns
      .filter(({ code }) => split.by.includes(code))
      .map((one) => breakdownOver(one, wholeOf(question.spans))),
    listing,
    lists: catalogue.breakdowns,
    first: catalogue.project?.from ?? 0,
    partnerOf,
    ...bucketsOf(catalogue.places, named, question.map === 'today' ? today : null),
  }
}

/** @throws Refused unknown-partner */
function partnerNamed(db: Db, slug: string): number {
  const found = partners(db).find((one) => one.slug === slug)
  if (!found) throw new Refused('unknown-partner', slug)
  return found.id
}

/** The spans asked of an indicator; they are cut into runs once for all of whom the same are asked. */
function spansByIndicator(spans: readonly SpanGroup[], turns: readonly Quarter[]): (code: string) => ReadSpans {
  const known = new Map<string, ReadSpans>()
  return (code) => {
    const mine = spans.filter(isAskedOf(code))
    const name = mine.map(({ key }) => key).join('\n')
    const found = known.get(name) ?? readSpans(mine, turns)
    known.set(name, found)
    return found
  }
}
