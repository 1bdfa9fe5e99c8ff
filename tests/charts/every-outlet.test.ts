import { describe, expect, it } from 'vitest'
import { cellModel } from '../../src/charts/card.ts'
import { gapOf, tip } from '../../src/charts/point.ts'
import type { PublishableCell, PublishableTable } from '../../src/disclosure/publishable.ts'
import { FIGURE_STATES, type Figure, FLAGS, WITHHELD } from '../../src/figures/figure.ts'
import { markText, markWord } from '../../src/figures/in-words.ts'
import { GAPS, type Gap, MARK_NAMES, MARKS, RATINGS, SIGNS } from '../../src/figures/marks.ts'
import { wordsFor } from '../../src/language/words.ts'
import { bilingualIn } from '../../src/releases/workbook/bilingual.ts'
import { ragCell, statusText, valueCell } from '../../src/releases/workbook/cells.ts'
import { legend } from '../../src/releases/workbook/sheets/notes.ts'
import { drawRows } from '../../src/submissions/entry-form/rows-page.ts'
import { LANGUAGES } from '../../src/vocabulary/language.ts'
import { RAG } from '../../src/vocabulary/rag.ts'
import { ENTRY_STATES } from '../../src/vocabulary/submission.ts'
import { COUNT, csvOf, table } from '../charts/tables.ts'
import { filesIn, textOf } from '../house/sources.ts'
import { indicator, row } from '../submissions/entry-form/definitions.ts'

const figure = (given: Partial<Figure>): Figure => ({
  state: 'reported',
  value: 7,
  coverage: [4, 5],
  flags: [],
  ...given,
})

/** A table of one cell that shows a figure, or hides it. */
function tableOf(gap: Gap, flags: Figure['flags'] = []): PublishableTable {
  const state = gap === 'confidential' ? 'reported' : gap
  const open = table([[figure({ state, value: null, flags })]])
  if (gap !== 'confidential') return open
  const cells = open.cells.map((line) => line.map((cell) => ({ ...cell, shown: { kind: 'confidential' } })))
  return { ...open, cells } as unknown as PublishableTable
}
const cellOf = (given: PublishableTable): PublishableCell => given.cells[0]![0]!
const lineOf = (csv: string) => csv.trimEnd().split('\r\n').at(-1)!.split(/[,;]/)

describe('the table of marks', () => {
  it('has a line for every state, every flag, and what is kept from whoever looks', () => {
    expect([...MARK_NAMES].sort()).toEqual([...FIGURE_STATES, ...FLAGS, ...WITHHELD].sort())
    expect([...GAPS].sort()).toEqual([...FIGURE_STATES.filter((one) => one !== 'reported'), ...WITHHELD].sort())
  })

  it('gives every sign to one thing only, and every place without a number a sign', () => {
    const used = MARK_NAMES.flatMap((name) => MARKS[name].sign ?? [])
    expect([...used].sort()).toEqual([...SIGNS].sort())
    for (const gap of GAPS) expect(MARKS[gap].sign).toMatch(/^\[[a-z]\]$/)
  })

  it('has different words for different things, in both languages', () => {
    for (const language of LANGUAGES) {
      const { t } = wordsFor(language)
      for (const said of ['word', 'meaning'] as const)
        expect(new Set(MARK_NAMES.map((name) => t(MARKS[name][said]))).size).toBe(MARK_NAMES.length)
    }
  })

  it('is the only place where a sign is written', () => {
    const code = (file: string) => textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
    const writing = filesIn('src', '.ts').filter((file) => /['"`]\[[a-z]\]/.test(code(file)))
    expect(writing).toEqual(['src/figures/marks.ts'])
  })
})

describe.each(LANGUAGES)('every outlet says the same (%s)', (language) => {
  const words = wordsFor(language)
  const bilingual = bilingualIn(language)

  it.each(GAPS)('in the place of a number: %s', (gap) => {
    const { sign } = MARKS[gap]
    const word = markWord(gap, words)
    const shown = tableOf(gap)
    const cell = cellOf(shown)
    expect(cellModel(cell, shown, { words, originOf: () => '' })).toMatchObject({ text: sign, says: word, exact: null })
    expect([gapOf(cell.shown, 'line'), gapOf(cell.shown, 'bar')]).toEqual([sign, sign])
    expect(tip(cell, shown, words)).toMatch(new RegExp(`^\\${sign.slice(0, -1)}\\] · ${word}`))
    expect(lineOf(csvOf(shown, '', words)).slice(4, 6)).toEqual([sign, word])
    expect(valueCell(cell, COUNT)).toEqual({ mark: sign })
    const explained = legend({ held: [] }, bilingual).find(
      ({ cells: [first] }) => (first as { text: string }).text === sign,
    )
    // In a report there is nothing that is not in it.
    expect(explained?.cells[1]).toBe(gap === 'outside' ? undefined : `${word}: ${words.t(MARKS[gap].meaning)}`)
  })

  it.each(FLAGS)('beside a number: %s', (flag) => {
    const { sign } = MARKS[flag]
    const word = markWord(flag, words)
    const given = table([[figure({ flags: [flag] })]])
    const cell = cellOf(given)
    const { marks, notes } = cellModel(cell, given, { words, originOf: () => '' })
    if (sign === null) expect(notes[0]).toContain(word)
    else expect(marks).toEqual([sign])
    expect(tip(cell, given, words)).toContain(word)
    expect(lineOf(csvOf(given, '', words))[13]).toBe(word)
    expect(statusText(cell, COUNT, bilingual, false)).toContain(markText(flag, words))
  })

  it.each(RAG)('of a rating: %s', (rag) => {
    const word = words.t(RATINGS[rag].word)
    const progress = { variance: 1, ofTarget: 0.5, rag }
    const given = table([[figure({})]], { targets: [{ target: 5, progress }] })
    const cell = cellOf(given)
    expect(cellModel(cell, given, { words, originOf: () => '' }).rag).toMatchObject({ rag, text: word })
    expect(lineOf(csvOf(given, '', words))[16]).toBe(word)
    expect(ragCell(cell, bilingual)).toEqual({ text: word, tone: rag })
  })

  it('in the entry form: the states a row can have, and what was left blank', () => {
    const nothing = {
      entries: [],
      typed: {},
      problems: [],
      previous: new Map(),
      targets: new Map(),
      inForce: [],
      words,
    }
    const [drawn] = drawRows([row('V1', 'count')], nothing)
    expect(drawn!.states).toEqual(ENTRY_STATES.map((value) => ({ value, label: markText(value, words) })))
    expect(drawn!.blank).toBe(markText('not reported', words))
    expect(drawn!.stateName).toBe(markText('reported', words))
    expect(indicator('V1', 'count').code).toBe('V1')
  })
})
