import { day, number } from '../../language/format.ts'
import { dayOfSerial } from '../../spreadsheet/serial-day.ts'
import type { Language } from '../../vocabulary/language.ts'

/**
 * A number as a spreadsheet program would show it by one of the formats that workbooks of reports have: whole or with decimals, per cent,
 * a sign for either side of zero, words in quotes beside it, days.
 * @param format absent: as it is
 */
export function formatted(value: number, format: string | undefined, language: Language): string {
  if (format === undefined) return number(value, language, 15)
  if (format.includes('yyyy')) return dayIn(value, format, language)
  const section = sectionFor(value, format)
  const pattern = /[#0][#0,]*(?:\.(0+))?(%)?/.exec(withoutWords(section))
  const decimals = pattern?.[1]?.length ?? 0
  const isPercent = pattern?.[2] !== undefined
  const size = number(Math.abs(isPercent ? value * 100 : value), language, decimals, true)
  const shown = `${isPercent ? `${size}%` : size}${wordsAfter(section)}`
  const hasSections = format !== section
  if (hasSections) return `${/^[+-]/.exec(section)?.[0] ?? ''}${shown}`
  return value < 0 ? `-${shown}` : shown
}

function dayIn(value: number, format: string, language: Language): string {
  const iso = dayOfSerial(value)
  return format.startsWith('yyyy') ? iso : day(iso, language)
}

/** Of a format of several the one for what is above, below, or at zero. */
function sectionFor(value: number, format: string): string {
  const [positive = format, negative = positive, zero = positive] = format.match(/(?:"[^"]*"|[^;"])+/g) ?? []
  if (value === 0) return zero
  return value < 0 ? negative : positive
}

function withoutWords(section: string): string {
  return section.replace(/"[^"]*"/g, '')
}

function wordsAfter(section: string): string {
  return [...section.matchAll(/"([^"]*)"/g)].map(([, words]) => words).join('')
}
