import { describe, expect, it } from 'vitest'
import { reported } from '../../../src/submissions/entry.ts'
import { differences, differencesFrom, disputed, flatten, forTrail } from '../../../src/submissions/versions/merge.ts'

describe('two versions of a form', () => {
  it('flattens entries to fields, a blank being absent', () => {
    const entries = [
      reported('V1', '', 0),
      reported('V2', 'sex=male', 1, 4),
      { indicator: 'V3', cell: '', state: 'not applicable', value: null, base: null, reason: 'No course' } as const,
    ]
    expect(flatten(entries)).toEqual({
      'v.V1': 0,
      'v.V2.sex=male': 1,
      'd.V2.sex=male': 4,
      's.V3': 'not applicable',
      'r.V3': 'No course',
    })
  })

  it('names exactly the fields that differ, and offers whoever changed them', () => {
    const opened = { 'v.V1': 1, 'v.V4': 4, 'v.V5': 5 }
    const theirs = { 'v.V1': 2, 'v.V2': 7, 'v.V4': 4 }
    const mine = { 'v.V1': 3, 'v.V4': 9, 'v.V5': 5 }
    expect(differences(opened, theirs, mine).sort((a, b) => (a.field < b.field ? -1 : 1))).toEqual([
      { field: 'v.V1', theirs: 2, mine: 3, offered: 'mine' },
      { field: 'v.V2', theirs: 7, mine: null, offered: 'theirs' },
      { field: 'v.V4', theirs: 4, mine: 9, offered: 'mine' },
      { field: 'v.V5', theirs: null, mine: 5, offered: 'theirs' },
    ])
  })

  it.each([
    ['what both changed', { 'v.V1': 1 }, { 'v.V1': 2 }, { 'v.V1': 3 }, ['v.V1']],
    ['what both began', {}, { 'v.V1': 2 }, { 'v.V1': 3 }, ['v.V1']],
    ['what one cleared and the other changed', { 'v.V1': 1 }, {}, { 'v.V1': 3 }, ['v.V1']],
    ['nothing where only they changed it', { 'v.V1': 1 }, { 'v.V1': 2 }, { 'v.V1': 1 }, []],
    ['nothing where only I did', { 'v.V1': 1 }, { 'v.V1': 1 }, { 'v.V1': 3 }, []],
    ['nothing where both changed it alike', { 'v.V1': 1 }, { 'v.V1': 3 }, { 'v.V1': 3 }, []],
    [
      'nothing of two fields of which each changed one',
      { 'v.V1': 1, 'v.V2': 1 },
      { 'v.V1': 2, 'v.V2': 1 },
      { 'v.V1': 1, 'v.V2': 3 },
      [],
    ],
    [
      'nothing where one remarked on what the other counted',
      { 'v.V1': 1 },
      { 'v.V1': 1, 'r.V1': 'x' },
      { 'v.V1': 3 },
      [],
    ],
    ['two remarks', {}, { 'r.V1': 'x' }, { 'r.V1': 'y' }, ['r.V1']],
    [
      'all of an indicator of which one says that it has no numbers',
      { 'v.V1': 1 },
      { 's.V1': 'not reported' },
      { 'v.V1': 3 },
      ['s.V1', 'v.V1'],
    ],
  ])('are asked about %s', (_, opened, theirs, mine, asked) => {
    expect(
      disputed(opened, differences(opened, theirs, mine))
        .map(({ field }) => field)
        .sort(),
    ).toEqual(asked)
  })

  it('differ only in the rows that a form has anything of', () => {
    const saved = [reported('V1', 'sex=male', 5), reported('V2', '', 9)]
    const parsed = (typed: Record<string, string>) => ({
      language: 'vi' as const,
      typed,
      entries: [reported('V1', 'sex=male', 7)],
      problems: [],
      keptOnWord: [],
    })
    expect(differencesFrom({ 'v.V1.sex=male': 5 }, saved, parsed({ 'v.V1.sex=male': '7' }))).toEqual([
      { field: 'v.V1.sex=male', theirs: 5, mine: 7, offered: 'mine' },
    ])
    expect(differencesFrom({}, saved, parsed({ 'v.V2': '' })).map(({ field }) => field)).toEqual(['v.V2'])
    expect(differencesFrom({}, saved, parsed({}))).toEqual([])
  })

  it('keeps people’s words out of the trail', () => {
    expect(forTrail({ 'v.V1': [null, 1], 'r.V1': [null, 'a name'] })).toEqual({ 'v.V1': [null, 1] })
  })
})
