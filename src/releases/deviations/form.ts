import { z } from 'zod'
import { readForm } from '../../forms/read.ts'
import { readText } from '../../language/plain-text.ts'
import type { Language } from '../../vocabulary/language.ts'
import type { ReleaseLanguage } from '../../vocabulary/release.ts'
import type { Explanation } from '../explanations/explanation.ts'
import { type Doubt, doubtsAbout } from '../ticks/tick.ts'
import { type Deviation, type DeviationTexts, languagesToExplain } from './deviation.ts'

/** Letters of an explanation in one language: it stands in a cell of a table. */
export const LONGEST_DEVIATION = 500

/** Why nothing was kept: too long, to be looked at again, or somebody else has written another text meanwhile. */
export type DeviationProblem = 'too-long' | 'unchecked' | 'overtaken'

/** What stands in the fields of one indicator; `seen`: what stood there when the form was made. */
export type TypedDeviation = {
  text: Partial<Record<Language, string>>
  seen: Partial<Record<Language, string>>
  checked: boolean
  doubts: Doubt[]
  problem: DeviationProblem | null
}

export type ReadDeviations = {
  typed: ReadonlyMap<string, TypedDeviation>
  /** What is to be kept: what was typed, and what others have written since in fields that were left alone. */
  texts: DeviationTexts
  confirmed: string[]
  /** Number of the comment that a text is to be begun with; nothing is kept then. */
  start: number | null
}

export type AskedDeviation = Deviation & Pick<Explanation, 'sensitive' | 'aboutPeople'>

export function deviationField(kind: 'text' | 'seen', language: Language, { indicator }: Pick<Deviation, 'indicator'>) {
  return `${kind}-${language}-${indicator}`
}

/**
 * Reads the explanations of a report's deviations. Whoever changed a field that somebody else has changed meanwhile is told; one that was
 * left alone stays as the other has it.
 * @param kept the texts as they stand now, those of indicators that are not asked about among them: they stay
 */
export function readDeviations(
  body: unknown,
  asked: readonly AskedDeviation[],
  kept: DeviationTexts,
  language: ReleaseLanguage,
): ReadDeviations {
  const languages = languagesToExplain(language)
  const names = asked.flatMap((one) =>
    languages.flatMap((spoken) => [deviationField('text', spoken, one), deviationField('seen', spoken, one)]),
  )
  const fields = Object.fromEntries(names.map((name) => [name, z.string()]))
  const read = readForm(z.object({ ...fields, checked: z.array(z.string()), start: z.string() }), body)
  const sent = read.typed as Readonly<Record<string, string>> & { checked: string[]; start: string }
  const typed = new Map(asked.map((one) => [one.indicator, typedOf(one, sent, kept, languages)]))
  return {
    typed,
    texts: new Map([...kept, ...[...typed].map(([code, one]) => [code, textOf(one, kept.get(code))] as const)]),
    confirmed: [...typed].flatMap(([code, { checked, doubts }]) => (checked && doubts.length > 0 ? [code] : [])),
    start: /^\d{1,15}$/.test(sent.start) ? Number(sent.start) : null,
  }
}

function typedOf(
  one: AskedDeviation,
  sent: Readonly<Record<string, unknown>> & { checked: string[] },
  kept: DeviationTexts,
  languages: readonly Language[],
): TypedDeviation {
  const [text, seen]: [TypedDeviation['text'], TypedDeviation['seen']] = [{}, {}]
  let problem: DeviationProblem | null = null
  for (const language of languages) {
    const given = String(sent[deviationField('text', language, one)])
    const before = String(sent[deviationField('seen', language, one)]).replace(/\r\n?/g, '\n')
    const now = kept.get(one.indicator)?.[language] ?? ''
    const line = readText(given, LONGEST_DEVIATION)
    const isLeft = line === before
    text[language] = isLeft ? now : (line ?? given)
    seen[language] = now
    if (line === null) problem = 'too-long'
    else if (!isLeft && now !== before && now !== line) problem ??= 'overtaken'
  }
  const checked = sent.checked.includes(one.indicator)
  const doubts = doubtsAbout({ ...one, text: Object.values(text).join('\n') })
  if (doubts.length > 0 && !checked) problem ??= 'unchecked'
  return { text, seen, checked, doubts, problem }
}

function textOf({ text }: TypedDeviation, before: { vi: string | null; en: string | null } | undefined) {
  const said = (language: Language) => {
    const one = text[language]
    return one === undefined ? (before?.[language] ?? null) : one === '' ? null : one
  }
  return { vi: said('vi'), en: said('en') }
}
