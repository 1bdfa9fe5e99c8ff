import { datesOf, type Span } from '../../../../calendar/span.ts'
import { monthAlone, monthIn } from '../../../../language/format.ts'
import { NO_BREAK_SPACE } from '../../../../spreadsheet/text-width.ts'
import type { Language } from '../../../../vocabulary/language.ts'
import type { Bilingual } from '../../bilingual.ts'

/** The name of a year without its word, the same in both languages: "FY2019/20" and "Năm tài chính 2019/20" are "2019/20". */
export function yearDigits(name: string): string {
  return /\d[\d/]*$/.exec(name)?.[0] ?? name
}

/**
 * A label is never shown without its dates. As every period is of whole months, these are said: by themselves where the label has their
 * years, "2019" or "2019/20"; else with them. A column parts them after the dash, if anywhere.
 */
export function datesUnder(label: string, span: Span, { main }: Bilingual): string {
  const { first, last } = datesOf(span)
  const [year, other] = [first.slice(0, 4), last.slice(0, 4)]
  const name = year === other ? year : `${year}/${other.slice(2)}`
  // Of a fiscal year, "2021/22", the year of a part of it is only one of two.
  if (new RegExp(`\\b${name}\\b(?!/)`).test(label)) return monthsAcross(span, main)
  return ranging(year === other ? monthAlone(first, main) : monthIn(first, main), monthIn(last, main))
}

/** "01 – 12", "Apr – Mar". */
export function monthsAcross(span: Span, language: Language): string {
  const { first, last } = datesOf(span)
  return ranging(monthAlone(first, language), monthAlone(last, language))
}

function ranging(from: string, to: string): string {
  return `${whole(`${from} –`)} ${whole(to)}`
}

function whole(text: string): string {
  return text.replaceAll(' ', NO_BREAK_SPACE)
}
