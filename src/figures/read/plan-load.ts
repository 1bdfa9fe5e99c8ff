import type { Db } from '../../../db/connection.ts'
import { dayAt } from '../../calendar/day.ts'
import { breakdowns } from '../../indicators/breakdown-store.ts'
import { indicatorsAsAt } from '../../indicators/store.ts'
import { places } from '../../places/store.ts'
import { spanOf } from '../../project/project.ts'
import { projectCard } from '../../project/store.ts'
import { understand } from '../check-question.ts'
import type { Question } from '../question.ts'
import type { Split } from '../split.ts'
import { type Bucket, bucketsOf, type IndicatorPlan, indicatorPlanOf } from './plan.ts'

/** A question understood: what is read how, and which place belongs to which of its groups. */
export type QuestionPlan = {
  question: Question
  /** The instant the answer is as at, ms. */
  at: number
  indicators: IndicatorPlan[]
  split: Split
  buckets: Bucket[]
  /** Place to bucket; places of no group are not there. */
  bucketOf: Map<number, number>
}

/** @throws Refused */
export function planOf(db: Db, question: Question, now: number): QuestionPlan {
  const at = question.asAt ?? now
  const today = dayAt(now)
  const catalogue = {
    indicators: indicatorsAsAt(db, at),
    places: places(db),
    breakdowns: breakdowns(db),
    project: spanOf(projectCard(db)),
  }
  const { indicators, named, split } = understand(question, catalogue, today)
  return {
    question,
    at,
    indicators: indicators.map((indicator) => indicatorPlanOf(indicator, question.spans)),
    split,
    ...bucketsOf(catalogue.places, named, question.map === 'today' ? today : null),
  }
}
