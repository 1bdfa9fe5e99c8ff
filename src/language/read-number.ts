import type { Language } from '../vocabulary/language.ts'
import { isStateWord } from './state-words.ts'

/** Nothing counted in a province comes near it: a larger one is a slip of the finger. */
export const LARGEST = 999_999_999

/** What a field takes: whole numbers only (people, cases, attendances) or decimals too, and whether below zero. */
export type NumberField = { whole: boolean; negative: boolean }

export const NUMBER_PROBLEMS = [
  'not-a-number',
  'several-cells',
  'state-word',
  'negative',
  'too-large',
  'not-whole',
] as const
export type NumberProblem = (typeof NUMBER_PROBLEMS)[number]

export type ReadNumber =
  | { kind: 'blank' }
  | { kind: 'number'; value: number }
  /** What it can have meant: one reading or two, at least one of which the field `takes`. */
  | { kind: 'ambiguous'; readings: number[] }
  | { kind: 'problem'; problem: NumberProblem }

/** Longer than any number; a longer text is not looked into. */
const LONGEST = 100

/**
 * Reads a number as the language of its form writes it: "1.234" is 1234 in Vietnamese and 1.234 in English.
 *
 * Taken is what this language writes that way, and what is the same number whatever its signs mean ("1,234,567").
 * Asked about, never guessed, is what only the other language writes that way ("1.5" in Vietnamese, where the point may
 * also be a slip of grouping: 15), and a decimal that this language would hardly write while the other groups it so:
 * "1,234" in Vietnamese where whole things are counted, "1,000" and "1,500" anywhere (Excel with English settings).
 */
export function readNumber(text: string, language: Language, field: NumberField): ReadNumber {
  const clean = text.trim()
  if (clean === '') return { kind: 'blank' }
  if (holdsSeveralCells(text)) return problem('several-cells')
  if (clean.length > LONGEST) return problem('not-a-number')
  const plain = inPlainSigns(clean)
  if (isStateWord(plain)) return problem('state-word')
  const [, sign, digits] = /^([-+]?) ?(.*)$/.exec(plain)!
  const meaning = meaningOf(digits!, language, field.whole)
  if (meaning === null) return problem('not-a-number')
  return judge(meaning.sure, sign === '-' ? meaning.readings.map(negated) : meaning.readings, field)
}

/** Why a field does not take this value; null when it does. */
export function refusalOf(field: NumberField, value: number): 'negative' | 'too-large' | 'not-whole' | null {
  if (value < 0 && !field.negative) return 'negative'
  if (Math.abs(value) > LARGEST) return 'too-large'
  return field.whole && !Number.isInteger(value) ? 'not-whole' : null
}

export function takes(field: NumberField, value: number): boolean {
  return refusalOf(field, value) === null
}

/** A tab or line break parts the cells of a pasted block; one at the very end, as after a cell copied from Excel, does not. */
function holdsSeveralCells(text: string): boolean {
  return /[\t\n\v\f\r\u0085\u2028\u2029]/.test(text.trimEnd())
}

/**
 * Full-width digits, minus signs, spaces and apostrophes as the plain ones they stand for; unseen marks around are dropped.
 * Superscripts, fractions and circled digits stand for something else and stay what they are.
 */
function inPlainSigns(text: string): string {
  return text
    .replace(/^\p{Cf}+|\p{Cf}+$/gu, '')
    .replace(/[０-９＋，－．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/[−–]/g, '-')
    .replace(/[\u00a0\u2007\u2009\u202f]/g, ' ')
    .replaceAll('’', "'")
}

type Notation = { group: '.' | ','; shape: RegExp }
const NOTATION: Record<Language, Notation> = { vi: notation('.', ','), en: notation(',', '.') }

/**
 * Groups are of three digits, the same sign between all of them, and no zero leads them: "0.500" is a decimal. A zero
 * before the decimal sign may be left out.
 */
function notation(group: '.' | ',', decimal: '.' | ','): Notation {
  const grouped = `[1-9]\\d{0,2}(?<sign>[${group} '])\\d{3}(?:\\k<sign>\\d{3})*`
  return { group, shape: new RegExp(`^(?=.)(?<units>${grouped}|\\d*)(?:[${decimal}](?<decimals>\\d+))?$`) }
}

function readAs(digits: string, { shape }: Notation): number | null {
  const found = shape.exec(digits)?.groups
  return found ? Number(`${found.units!.replace(/\D/g, '')}.${found.decimals ?? 0}`) : null
}

/** What digits and signs mean, larger ones than allowed among them; null when they are a number in neither language. */
function meaningOf(digits: string, language: Language, whole: boolean): { sure: boolean; readings: number[] } | null {
  const own = readAs(digits, NOTATION[language])
  const other = readAs(digits, NOTATION[language === 'vi' ? 'en' : 'vi'])
  if (own !== null) {
    const doubtful = whole || digits.endsWith('0')
    return doubtful && other !== null && other > own ? { sure: false, readings: [other, own] } : sureOf(own)
  }
  if (other === null) return null
  const unsigned = Number(digits.replace(/\D/g, ''))
  if (other === unsigned) return sureOf(other)
  return { sure: false, readings: isSlip(digits, NOTATION[language].group) ? [other, unsigned] : [other] }
}

function sureOf(reading: number) {
  return { sure: true, readings: [reading] }
}

/** Whether a grouping sign may have slipped in: "1.5" for 15. Nobody means that after a zero or beside another sign. */
function isSlip(digits: string, group: '.' | ','): boolean {
  const parts = digits.split(group)
  return parts.length === 2 && parts.every((part) => /^\d+$/.test(part)) && !digits.startsWith('0')
}

/** Readings that are too large are not offered; that one of two is not whole is said with the question. */
function judge(sure: boolean, readings: readonly number[], field: NumberField): ReadNumber {
  const within = readings.filter((value) => refusalOf(field, value) !== 'too-large')
  const [first] = within
  if (first === undefined) return problem('too-large')
  const refusals = within.map((value) => refusalOf(field, value))
  const refusal = refusals.includes(null) ? null : refusals[0]
  if (refusal) return problem(refusal)
  return sure ? { kind: 'number', value: first } : { kind: 'ambiguous', readings: within }
}

/** Zero has no sign. */
function negated(value: number): number {
  return value === 0 ? 0 : -value
}

function problem(name: NumberProblem): ReadNumber {
  return { kind: 'problem', problem: name }
}
