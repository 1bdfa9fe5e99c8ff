import { describe, expect, it } from 'vitest'
import { filesIn, textOf } from './sources.ts'

/** Where a measure may be told from another by its name, and why. */
const ALLOWED: Readonly<Record<string, string>> = {
  'src/figures/sums.ts': 'arithmetic: the one division',
  'src/figures/add-up/add-up.ts': 'arithmetic: what a figure gives beside its value',
  'src/figures/audit/second-working.ts': 'the second working shares nothing with the first, the table included',
  'src/figures/audit/definitions-again.ts': 'the same',
}

const NAMES = 'count|ratio|mean|milestone|median'
const BRANCHES = [
  new RegExp(`\\bmeasure\\??\\s*[!=]==\\s*['"](${NAMES})['"]`),
  new RegExp(`['"](${NAMES})['"]\\s*[!=]==\\s*[\\w.?]*\\bmeasure\\b`),
  /switch \([^)\n]*\bmeasure\b[^)\n]*\)/,
  new RegExp(`^\\s*case '(${NAMES})':`, 'm'),
  new RegExp(`\\[\\s*['"](${NAMES})['"][^\\]]*\\]\\.includes\\(`),
]
const branches = (text: string) => BRANCHES.some((one) => one.test(text))

describe('what a measure is like', () => {
  it('is found where it is told apart by hand', () => {
    for (const text of [
      "if (indicator.measure !== 'count') return",
      "indicator?.measure === 'ratio' ? 1 : 2",
      "'median' === rules.measure",
      'switch (row.dataset.measure) {',
      "switch (x) {\n  case 'median':",
      "['milestone', 'median'].includes(measure)",
    ])
      expect(branches(text), text).toBe(true)
    expect(branches("const measures = ['count', 'ratio']; traitsOf(indicator).isAmount")).toBe(false)
  })

  it('is said by its table of traits and by the arithmetic, nowhere else', () => {
    const files = [
      ...['src', 'db', 'fixtures'].flatMap((folder) => filesIn(folder, '.ts')),
      ...filesIn('views', '.eta'),
    ]
    const telling = files.filter((file) => branches(textOf(file)) && !(file in ALLOWED))
    expect(telling).toEqual([])
  })

  it('has no permission that is not used', () => {
    expect(Object.keys(ALLOWED).filter((file) => !branches(textOf(file)))).toEqual([])
  })
})
