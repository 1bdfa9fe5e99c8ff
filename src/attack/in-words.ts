import { dates } from '../language/format.ts'
import type { Words } from '../language/words.ts'
import type { Attack, AttackFinding } from './attack.ts'
import type { IssuedReport } from './read/report.ts'
import type { KnownCount } from './working/known-count.ts'

/** More cells than this say no more than the first ones. */
const MOST_CELLS = 12

/** What was read, what can be worked out from it, and where it follows from, line by line. */
export function attackInWords(attacks: readonly Attack[], words: Words): string[] {
  const read = attacks[0]?.reports.map((report) => readLine(report, words)) ?? []
  return [...read, ...attacks.flatMap((attack) => linesOf(attack, words))]
}

function readLine({ file, told, most, audience }: IssuedReport, { t }: Words): string {
  const said = {
    file,
    counts: told.length,
    audience: audience ? t(`releases:audience.${audience}`) : t('attack:unsaid'),
  }
  return most === null ? t('attack:read-unsaid', said) : t('attack:read', { ...said, most })
}

function linesOf(attack: Attack, words: Words): string[] {
  const { readers, reports, k, hidden, findings, open, unfit } = attack
  const { t } = words
  const files = reports.map(({ file }) => file).join(', ')
  return [
    '',
    t(`attack:readers.${readers}`, { files, most: k - 1, hidden }),
    ...(findings.length === 0
      ? [`  ${t('attack:nothing')}`]
      : findings.map((one) => `  ${findingText(one, attack, words)}`)),
    ...(open.length > 0 ? [`  ${t('attack:open', { codes: open.join(', ') })}`] : []),
    ...(unfit.length > 0 ? [`  ${t('attack:unfit', { codes: unfit.join(', ') })}`] : []),
  ]
}

/** One finding as a sentence, with the cells that it follows from. */
export function findingText(finding: AttackFinding, { reports }: Pick<Attack, 'reports'>, words: Words): string {
  const { t } = words
  const says = (sentence: string, at: readonly string[]) => {
    const cells = [...new Set(at)]
    const listed = [...cells.slice(0, MOST_CELLS), ...(cells.length > MOST_CELLS ? ['…'] : [])].join(', ')
    return `${sentence} (${t('attack:from', { cells: listed })})`
  }
  const at = (fact: KnownCount) => addressOf(reports[fact.report]!, fact.at)
  switch (finding.kind) {
    case 'shown':
      return says(t('attack:shown', { what: factText(finding.fact, words), count: finding.fact.shown! }), [
        at(finding.fact),
      ])
    case 'hidden':
    case 'group': {
      const { facts, least, most, because } = finding
      const [first] = facts
      const what = first
        ? `${factText(first, words)}, ${at(first)}`
        : t('attack:group', { indicator: because[0]?.indicator ?? '' })
      return says(t(least === most ? 'attack:exact' : 'attack:narrowed', { what, least, most }), because.map(at))
    }
    case 'rest': {
      const { whole, less, count } = finding
      const values = { whole: factText(whole, words), less: factText(less, words), count }
      return says(t('attack:rest', values), [at(whole), at(less)])
    }
    case 'change': {
      const { whole, less, count } = finding
      return says(t('attack:change', { what: factText(whole, words), count: signed(count) }), [at(less), at(whole)])
    }
    case 'beside': {
      const { indicator, hidden, at: cell, column } = finding.beside
      const report = reports[finding.report]!
      const title = t(`releases:workbook.column.${column}`)
      const sentence = t('attack:beside', { indicator, hidden: addressOf(report, hidden), column: title })
      return says(sentence, [addressOf(report, cell)])
    }
    case 'told-change': {
      const { indicator, about, difference, at: cell } = finding.change
      const sentence = t('attack:told-change', { indicator, about, count: signed(difference) })
      return says(sentence, [addressOf(reports[finding.report]!, cell)])
    }
  }
}

/** "V3, numerator, Hà Tĩnh, Sex: Female, 1 Jan 2021 – 31 Mar 2021". */
function factText({ indicator, part, place, breakdown, category, span }: KnownCount, words: Words): string {
  const { t, language } = words
  const group = breakdown ? [`${breakdown}: ${category}`] : []
  return [
    indicator,
    t(`attack:part.${part}`),
    place ?? t('attack:whole-project'),
    ...group,
    dates(span, language),
  ].join(', ')
}

/** As a spreadsheet writes the address of a cell of another file. */
function addressOf({ file }: IssuedReport, at: string): string {
  return `[${file}]${at}`
}

function signed(count: number): string {
  return count > 0 ? `+${count}` : String(count)
}
