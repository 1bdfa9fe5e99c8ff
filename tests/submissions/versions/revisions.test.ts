import { describe, expect, it } from 'vitest'
import { changedEntries, type Entry, entryKey, reported } from '../../../src/submissions/entry.ts'
import { changesBetween, flatten } from '../../../src/submissions/versions/merge.ts'
import { changesIn, entriesAt, type Revision } from '../../../src/submissions/versions/revisions.ts'
import fc from '../../fast-check.ts'

const away = (indicator: string, reason: string): Entry => ({
  indicator,
  cell: '',
  state: 'not applicable',
  value: null,
  base: null,
  reason,
})
const entry = fc.oneof(
  fc
    .tuple(fc.constantFrom('V1', 'V2'), fc.constantFrom('', 'sex=male'), fc.nat(3), fc.constantFrom(null, 1, 2))
    .map(([indicator, cell, value, base]) => reported(indicator, cell, value, base)),
  fc
    .tuple(fc.constantFrom('V1', 'V3'), fc.constantFrom('why', 'because'))
    .map(([indicator, why]) => away(indicator, why)),
)
const form = fc.uniqueArray(entry, { selector: entryKey, maxLength: 4 })
const inOrder = (entries: readonly Entry[]) => [...entries].sort((a, b) => (entryKey(a) < entryKey(b) ? -1 : 1))

/** What saving forms one after the other leaves behind, newest first. */
function revisionsOf(forms: readonly Entry[][]): Revision[] {
  return forms
    .slice(1)
    .flatMap((after, nth) =>
      changedEntries(forms[nth]!, after).map(({ before, after: now }) => {
        const { indicator, cell } = (before ?? now)!
        return { version: nth + 2, indicator, cell, before }
      }),
    )
    .reverse()
}

describe('earlier versions', () => {
  it('are found again, whatever was saved after them', () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 5 }), (forms) => {
        const [entries, revisions] = [forms.at(-1)!, revisionsOf(forms)]
        forms.forEach((held, nth) => {
          expect(inOrder(entriesAt(entries, revisions, nth + 1))).toEqual(inOrder(held))
        })
        expect(entriesAt(entries, revisions, 0)).toEqual([])
      }),
    )
  })

  it('say what each of them changed, the first one everything', () => {
    fc.assert(
      fc.property(fc.array(form, { minLength: 1, maxLength: 5 }), fc.nat(4), (forms, left) => {
        const versions = forms.map((_, nth) => forms.length - nth).slice(0, Math.max(1, forms.length - left))
        const shown = revisionsOf(forms).filter((revision) => revision.version >= versions.at(-1)!)
        const changes = changesIn(versions, forms.at(-1)!, shown)
        expect(changes).toEqual(
          versions.map((version) => changesBetween(flatten(forms[version - 2] ?? []), flatten(forms[version - 1]!))),
        )
      }),
    )
  })

  it('are told in order: what was replaced twice was two things', () => {
    const revisions: Revision[] = [
      { version: 3, indicator: 'V1', cell: '', before: reported('V1', '', 2) },
      { version: 2, indicator: 'V1', cell: '', before: null },
    ]
    const now = [reported('V1', '', 3)]
    expect(entriesAt(now, revisions, 3)).toEqual(now)
    expect(entriesAt(now, revisions, 2)).toEqual([reported('V1', '', 2)])
    expect(entriesAt(now, revisions, 1)).toEqual([])
    expect(changesIn([3, 2, 1], now, revisions)).toEqual([{ 'v.V1': [2, 3] }, { 'v.V1': [null, 2] }, {}])
  })
})

describe('what two lists of entries differ in', () => {
  const one = reported('V1', 'sex=male', 1, 2)

  it('is what is new, what is another, and what is gone', () => {
    const before = [one, reported('V2', '', 5), reported('V3', '', 5)]
    const after = [{ ...one, value: 7 }, reported('V3', '', 5), reported('V1', '', 1)]
    expect(changedEntries(before, after)).toEqual([
      { before: one, after: { ...one, value: 7 } },
      { before: null, after: reported('V1', '', 1) },
      { before: reported('V2', '', 5), after: null },
    ])
    expect(changedEntries(before, [...before].reverse())).toEqual([])
  })

  it.each<[string, Partial<Entry>]>([
    ['value', { value: 9 }],
    ['base', { base: 9 }],
    ['state', { state: 'not reported' }],
    ['reason', { reason: 'another' }],
  ])('looks at the %s', (_, other) => {
    expect(changedEntries([one], [{ ...one, ...other }])).toHaveLength(1)
  })
})
