import { quarter as quarterName } from '../../../../language/format.ts'
import { NOTHING } from '../../../../language/text.ts'
import type { Cell } from '../../plan.ts'
import type { Tracked } from './tracked.ts'

/** Names of the files that stand behind a figure and that a manager ticked, each with where and when it was attached. */
export function evidenceCell({ content, indicator, bilingual }: Tracked): Cell {
  const files = content.evidence.filter((one) => one.indicator === indicator.code)
  if (files.length === 0) return NOTHING
  const said = files.map(({ text, place, quarter }) => {
    const when = bilingual.say(({ language }) => quarterName(quarter, language))
    return `${text} (${bilingual.of(place)}, ${when})`
  })
  return said.join('\n')
}
