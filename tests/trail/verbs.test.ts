import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../src/language/words.ts'
import type { TrailRow } from '../../src/trail/event.ts'
import { detailFor, eventInWords } from '../../src/trail/page.ts'
import { type SubjectKind, VERBS, type Verb } from '../../src/vocabulary/trail.ts'
import { PILOT_TERMS } from '../language/pilot-terms.ts'
import { NAMES } from './names.ts'

type Written = [subject: string, detail?: Record<string, unknown>]

/** Every verb as it is written, with all that its event may tell. */
const WRITTEN: Record<Verb, Written> = {
  'project.loaded': ['project:TMSV'],
  'project.replanned': [
    'project:TMSV',
    { from: '2019-Q1', to: '2021-Q4', phases: [{ code: 'first', from: '2019-Q1', to: '2020-Q4' }] },
  ],
  'project.published': ['project:TMSV', { identifier: 'XM-DAC-47066-TMSV' }],
  'place.changed': [
    'place:ha-tinh',
    { name: 'Hà Tĩnh', parent: 'nghe-an', lastDay: '2025-06-30', became: ['nghe-an'] },
  ],
  'indicator.redefined': [
    'indicator:V3',
    { from: '2021-Q1', to: null, changes: ['countingUnit', 'overPlaces', 'overTime', 'meansOfVerification'] },
  ],
  'indicator.retired': ['indicator:V3', { last: '2021-Q4' }],
  'indicator.breakdown-changed': ['indicator:V3', { breakdowns: ['sex', 'age'], from: '2021-Q1', to: null }],
  'indicator.related': ['indicator:V5', { base: 'V3', alike: 12 }],
  'indicator.unrelated': ['indicator:V5'],
  'indicator.relation-declined': ['indicator:V5', { base: 'V3' }],
  'breakdown.category-listed': ['breakdown:sex', { category: 'not-recorded', from: '2021-Q1', to: null }],
  'breakdown.category-ended': ['breakdown:sex', { category: 'not-recorded', last: '2021-Q4' }],
  'assignment.handed-over': [
    'indicator:V3',
    { from: '2021-Q1', predecessor: 'womens-union / ha-tinh', heir: 'police / nghe-an' },
  ],
  'assignment.handover-withdrawn': [
    'indicator:V3',
    { from: '2021-Q1', predecessor: 'womens-union / ha-tinh', heir: 'police / nghe-an' },
  ],
  'person.added': ['person:7', { role: 'partner', partnerIds: [3, 5] }],
  'person.corrected': ['person:7', { changed: ['email', 'partnerIds'], role: 'manager', partnerIds: [] }],
  'person.disabled': ['person:7'],
  'person.enabled': ['person:7'],
  'person.password-changed': ['person:7'],
  'person.password-refused': ['person:7'],
  'person.language-changed': ['person:7', { language: 'vi' }],
  'person.reminders-chosen': ['person:7', { declined: ['due', 'approved'] }],
  'person.signed-in': ['person:7'],
  'person.signed-out': ['person:7'],
  'person.session-ended': ['person:7'],
  'person.sign-in-failed': ['person:7'],
  'person.token-made': ['person:7', { token: 3, scopes: ['figures', 'indicators'], lastDay: '2021-12-31' }],
  'person.token-revoked': ['person:7', { token: 3 }],
  'person.reminded': ['person:7', { reminder: 'overdue' }],
  'person.reminder-given-up': ['person:7', { reminder: 'due', failure: 'refused' }],
  'submission.saved': [
    'submission:354',
    {
      version: 1,
      changes: {
        'v.V3.age=adult|sex=female': [4, 1600],
        's.V5': [null, 'not reported'],
        'd.V5': [2, null],
        'v.M1': [0, 2],
      },
      keptOnWord: ['r.V5'],
    },
  ],
  'submission.withdrawn': ['submission:1', { version: 2 }],
  'submission.submitted': ['submission:354', { version: 1, confirmed: ['much-more|v.V3|9|2'] }],
  'submission.returned': ['submission:354', { version: 1, keptOnWord: true }],
  'submission.approved': ['submission:354', { version: 1 }],
  'submission.reopened': ['submission:354', { version: 1, keptOnWord: true }],
  'submission.evidence-added': ['submission:354', { indicators: ['V3'], sha256: 'ab12' }],
  'submission.evidence-removed': ['submission:354', { indicators: ['V3'], sha256: 'ab12' }],
  'partner.sheet-mapped': ['partner:police'],
  'submission.commented': ['submission:354', { keptOnWord: true }],
  'result.scored': ['result:1.1', { to: 8087, score: 'A+', keptOnWord: true }],
  'period.closed': ['period:2021-Q4'],
  'period.reopened': ['period:2021-Q4'],
  'setting.changed': ['setting:rag', { value: { green: 90, amber: 70 } }],
  'release.drafted': [
    'release:9',
    {
      audience: 'donor',
      threshold: 5,
      language: 'both',
      from: 8083,
      to: 8087,
      layout: { project: 'half-year', province: 'settled-year', breakdown: 'to-date', years: 'fiscal' },
      recipients: [7, 8],
      confirmed: true,
    },
  ],
  'release.protected': ['release:9', { figures: 5292, hidden: 1310, programs: 20, uncovers: 2 }],
  'release.protection-failed': ['release:9', { failure: 'small-must-show', about: 'V3' }],
  'release.protection-restarted': [
    'release:9',
    { layout: { project: 'quarter', province: 'none', breakdown: 'none', years: 'calendar' } },
  ],
  'release.explanations-chosen': ['release:9', { chosen: [101, 102], confirmed: [101] }],
  'release.deviations-explained': ['release:9', { indicators: ['V3'], keptOnWord: true }],
  'release.evidence-chosen': ['release:9', { chosen: [101], confirmed: [101] }],
  'release.reasons-chosen': ['release:9', { chosen: [] }],
  'release.next-report-set': ['release:9', { nextReport: '2022-04-15' }],
  'release.small-changes-chosen': ['release:9', { smallChanges: 'hold' }],
  'release.approved': ['release:9'],
  'release.issuing-begun': ['release:9'],
  'release.issuing-failed': ['release:9', { failure: 'disk-full' }],
  'release.withdrawn': ['release:9', { keptOnWord: true }],
  'release.acknowledged': ['release:9'],
  'release.issued': ['release:9', { figures: 5292, atoms: 4100 }],
  'release.downloaded': ['release:9', { draft: true }],
  'release.discarded': ['release:404'],
}

/** What only the program goes by: numbers of rows, codes, keys, names of fields, quarters as in addresses. */
const RAW = [
  /\b(submission|person|release|indicator|period|place|setting|breakdown|project) ?:? ?\d/i,
  /\b(354|404|101|102)\b/,
  /\b\d{4}-(Q\d|\d\d)/,
  /\b[a-z]+[A-Z]\w*/,
  /\b[vdsr]\.[A-Z]\d/,
  /[a-z]=[a-z]|\||_/,
  /\b(version|null|undefined|true|false|not-recorded|womens-union|ha-tinh|nghe-an|settled-year|to-date|half-yearly)\b/,
  /\{\{|\[object/,
]
/** A word with a dot in it that no sentence has: a key of the language files. */
const KEY = /\b[a-z-]+:[a-z-]+\.|\btrail\./

function lineOf(verb: Verb, language: 'vi' | 'en'): { did: string; detail: string } {
  const [subject, detail = {}] = WRITTEN[verb]
  const [kind, id] = subject.split(':') as [SubjectKind, string]
  const row: Pick<TrailRow, 'verb' | 'subjectKind' | 'subjectId' | 'detail'> = {
    verb,
    subjectKind: kind,
    subjectId: id,
    detail,
  }
  const words = wordsFor(language, PILOT_TERMS)
  return { did: eventInWords(row, NAMES, words), detail: detailFor(row, true, NAMES, words) }
}

describe.each(['vi', 'en'] as const)('everything that can be done, in words (%s)', (language) => {
  it.each(VERBS)('%s', (verb) => {
    const { did, detail } = lineOf(verb, language)
    expect(did.length).toBeGreaterThan(6)
    const line = `${did} ${detail}`
    expect([...RAW, KEY].filter((raw) => raw.test(line)).map((raw) => [String(raw), line])).toEqual([])
  })

  it('is told by a sentence of its own', () => {
    expect(new Set(VERBS.map((verb) => lineOf(verb, language).did)).size).toBe(VERBS.length)
  })
})

describe('what a line says', () => {
  it.each([
    ['submission.approved', 'vi', 'Phê duyệt báo cáo Quý IV/2021 của Police (vi) – Nghe An (vi)', ''],
    ['submission.approved', 'en', 'Approved Q4 2021 of Police – Nghe An', ''],
    [
      'submission.saved',
      'en',
      'Saved Q4 2021 of Police – Nghe An',
      'changes: V3, Female, Adult: 4 → 1600; V5: blank → not reported; V5, denominator: 2 → blank; M1: none → issued · kept on their word: one',
    ],
    ['submission.submitted', 'en', 'Submitted Q4 2021 of Police – Nghe An', 'confirmed: one'],
    ['person.added', 'en', 'Added Max', 'role: Reporting partner · partners: Women’s Union; Police'],
    ['person.language-changed', 'vi', 'Đổi ngôn ngữ', 'ngôn ngữ: Tiếng Việt'],
    [
      'place.changed',
      'en',
      'Changed the place Ha Tinh',
      'name: Hà Tĩnh · lies in: Nghe An · last day: 30 Jun 2025 · became: Nghe An',
    ],
    [
      'indicator.redefined',
      'en',
      'Changed what V3 Clients is',
      'from: Q1 2021 · to: nothing · changes: Counting unit; How it adds up; Means of verification',
    ],
    [
      'project.replanned',
      'en',
      'Changed the quarters or phases of “Trial project”',
      'from: Q1 2019 · to: Q4 2021 · phases: Phase one (1 Jan 2019 – 31 Dec 2020)',
    ],
    [
      'assignment.handed-over',
      'en',
      'Recorded a hand-over of V3 Clients',
      'from: Q1 2021 · handed over by: Women’s Union – Ha Tinh · taken over by: Police – Nghe An',
    ],
    ['setting.changed', 'en', 'Changed the setting “Green, amber and red”', 'now: green from 90%, amber from 70%'],
    [
      'release.next-report-set',
      'en',
      'Set the day of the report after “Report of the year”',
      'next report: 15 Apr 2022',
    ],
    ['release.discarded', 'en', 'Discarded the draft “a donor report that was discarded”', ''],
    [
      'release.explanations-chosen',
      'en',
      'Chose the explanations in “Report of the year”',
      'chosen: 2 · confirmed: one',
    ],
  ] as const)('%s (%s)', (verb, language, did, detail) => {
    expect(lineOf(verb, language)).toEqual({ did, detail })
  })
})
