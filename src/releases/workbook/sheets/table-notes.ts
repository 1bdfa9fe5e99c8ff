import type { PublishableCell, PublishableTable } from '../../../disclosure/publishable.ts'
import { markText, whyText } from '../../../figures/in-words.ts'
import { NOTHING } from '../../../language/text.ts'
import type { Bilingual } from '../bilingual.ts'

/** What can't be added over a change, is partial, carried, without those who left, or broken, in words, with the periods in which it is. */
export function noteOn({ columns }: PublishableTable, cells: readonly PublishableCell[], bilingual: Bilingual): string {
  const notes = (['held', 'partial', 'carried', 'ended', 'break'] as const).flatMap((flag) => {
    const found = cells.flatMap(({ shown }, at) => {
      if (shown.kind === 'confidential' || !shown.figure.flags.includes(flag)) return []
      const period = bilingual.short(columns[at]!.label)
      return [flag === 'partial' ? `${period} ${shown.figure.coverage.join('/')}` : period]
    })
    return found.length === 0
      ? []
      : [`${oneLine(bilingual.say((words) => markText(flag, words)))}: ${found.join(', ')}`]
  })
  const apart = cells.flatMap(({ shown }, at) =>
    shown.kind === 'figure' && shown.figure.why === 'definitions' ? [bilingual.short(columns[at]!.label)] : [],
  )
  const why =
    apart.length === 0
      ? []
      : [`${oneLine(bilingual.say((words) => whyText('definitions', words)))} (${apart.join(', ')})`]
  return [...why, ...notes].length === 0 ? NOTHING : [...why, ...notes].join('\n')
}

function oneLine(text: string): string {
  return text.replaceAll('\n', ' / ')
}
