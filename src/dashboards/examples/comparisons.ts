import { changeText, noChangeText } from '../../figures/change.ts'
import { figureInWords } from '../../figures/in-words.ts'
import { PROJECT } from '../../figures/question.ts'
import { quarter } from '../../language/format.ts'
import { heldAgainstText, lifeText, planText, ratingInWords } from '../../targets/in-words.ts'
import { isFlow } from '../../targets/target.ts'
import { sizeOf } from '../overview/lists/changed.ts'
import { ratedUntil } from '../overview/question.ts'
import type { IndicatorStanding } from '../overview/standing.ts'
import { type Example, type ExampleView, exampleName, spanText } from './example.ts'

/** A sum held against what was planned by now, with the rule by which that was worked out. */
export function paceExample(view: ExampleView): Example | null {
  const rated = view.standings.filter(({ rated: { progress } }) => progress?.ofTarget != null && progress.plan)
  const standing = rated.find(({ rated: { own } }) => isFlow(own)) ?? rated[0]
  if (!standing) return null
  const { words, choice } = view.state
  const { own, figure, target, progress } = standing.rated
  const rating = ratingInWords(target, progress, words)
  const life = lifeText(figure, progress, own, words)
  const text = words.t('help:example.pace', {
    indicator: exampleName(own, words),
    until: quarter(choice.to, words.language),
    value: figureInWords(figure, own, words).text,
    planned: heldAgainstText(target!, figure, own, words),
    plan: planText(progress!.plan!, words),
    percent: rating.percent ?? '',
    rating: rating.text,
  })
  const whole = life === null ? '' : ` ${words.t('help:example.life', { life })}`
  return { text: text + whole, href: view.originOf(own.code, PROJECT, ratedUntil(view.state, choice.to).key) }
}

/** A change between the same reporters and, where there is one, a change that is not shown. */
export function changeExamples(view: ExampleView): Example[] {
  const changed = view.standings.filter(({ change }) => change !== null)
  const shown = changed.find((one) => 'size' in one.change!.found && sizeOf(one) !== 0)
  const not = changed.find(({ change }) => 'why' in change!.found && change!.found.why === 'reporters')
  return [...(shown ? [shownChange(shown, view)] : []), ...(not ? [changeNotShown(not, view)] : [])]
}

function shownChange(standing: IndicatorStanding, view: ExampleView): Example {
  const { words } = view.state
  const { latest, change } = standing
  const { since, before } = change!
  return {
    text: words.t('help:example.change', {
      indicator: exampleName(latest.own, words),
      was: figureInWords(before.figure, before.own, words).text,
      since: spanText(since, words),
      is: figureInWords(latest.figure, latest.own, words).text,
      period: spanText(latest.span, words),
      change: changeText(sizeOf(standing), latest.own, words),
    }),
    href: view.originOf(latest.own.code, PROJECT, latest.span.key),
  }
}

function changeNotShown({ latest, change }: IndicatorStanding, view: ExampleView): Example {
  const { words } = view.state
  const { since, before, found } = change!
  const why = 'why' in found ? noChangeText(found.why, latest.figure, before.figure, latest.own, words) : ''
  return {
    text: words.t('help:example.no-change', {
      indicator: exampleName(latest.own, words),
      period: spanText(latest.span, words),
      since: spanText(since, words),
      why,
    }),
    href: view.originOf(latest.own.code, PROJECT, latest.span.key),
  }
}

/** A value that covers more than a quarter, and stands under its own dates. */
export function spanExample(view: ExampleView): Example | null {
  const standing = view.standings.find(
    ({ latest: { span, figure } }) => span.from !== span.to && figure.state === 'reported',
  )
  if (!standing) return null
  const { words } = view.state
  const { own, figure, span } = standing.latest
  return {
    text: words.t('help:example.span', {
      indicator: exampleName(own, words),
      value: figureInWords(figure, own, words).text,
      period: spanText(span, words),
      quarter: quarter(span.to, words.language),
    }),
    href: view.originOf(own.code, PROJECT, span.key),
  }
}
