import { LIST_NAMES } from '../../src/framework/list-name.ts'
import type { ListProblem } from '../../src/framework/problem.ts'
import type { ProjectData } from '../../src/framework/project-data.ts'
import { type ListTexts, readProject } from '../../src/framework/read.ts'
import type { Text } from '../../src/language/text.ts'

const both = (text: string) => ({ vi: text, en: text })

/** A small project as it is written: a province with two communes, one of which is merged away, and three indicators. */
export function small() {
  const indicator = {
    name: both('Chỉ số'),
    definition: both('Định nghĩa.'),
    countingUnit: both('người'),
    baseUnit: null as { vi: string; en: string } | null,
    measure: 'count',
    overPlaces: 'sum',
    overTime: 'sum',
    disjointReporters: true,
    direction: 'higher',
    sensitivity: 0 as unknown,
    frequency: 'quarterly',
    scale: 1,
    decimals: 0,
    means: both('Sổ sách'),
    responsible: both('Cán bộ'),
    sdg: ['16.2'],
    gcm: [10],
    schemes: [] as { kind: string; breakdowns: string[]; from?: string; to?: string }[],
    ...({} as { stages?: object[]; targetStage?: number; rounds?: string[]; extra?: string }),
  }
  const place = {
    iso: null,
    level: 'commune',
    parent: 'nghe-an' as string | null,
    validFrom: '2004-07-08',
    validTo: null as string | null,
  }
  return {
    project: {
      code: 'X',
      name: both('Dự án'),
      first: '2021-Q1',
      last: '2022-Q4',
      illustrative: true,
      settings: { rag: { green: 90, amber: 70 } },
    },
    relations: [] as { indicator: string; counted: string }[],
    validations: [] as { lesser: string; part: string; greater: string; within: string; over: string; why: object }[],
    phases: [] as { code: string; name: { vi: string; en: string }; first: string; last: string }[],
    layouts: [] as Record<string, unknown>[],
    donors: [{ code: 'payer', name: both('Nhà tài trợ') }] as Record<string, unknown>[],
    components: [{ code: 'protection', name: both('Bảo vệ'), colour: 'violet' }] as Record<string, unknown>[],
    levels: ['project', 'province', 'commune'].map((code) => ({ code, one: both(code), many: both(code) })),
    kinds: [{ code: 'police', name: both('Công an') }],
    results: [
      {
        code: 'I',
        level: 'impact',
        component: null as string | null,
        parent: null as string | null,
        statement: both('Tác động'),
        assumption: null,
      },
      {
        code: '1',
        level: 'outcome',
        component: 'protection' as string | null,
        parent: 'I' as string | null,
        statement: both('Kết quả'),
        assumption: both('Giả định'),
      },
    ],
    breakdowns: [
      {
        code: 'sex',
        name: both('Giới tính'),
        categories: ['male', 'female', 'not-recorded'].map((code) => ({ code, name: both(code) })),
      },
      {
        code: 'age',
        name: both('Tuổi'),
        categories: ['under-18', 'not-recorded'].map((code) => ({ code, name: both(code) })),
      },
    ],
    indicators: [
      { ...indicator, code: 'V1', result: '1', schemes: [{ kind: 'primary', breakdowns: ['sex', 'age'] }] },
      { ...indicator, code: 'V2', result: '1', measure: 'ratio', baseUnit: both('vụ'), scale: 100 },
      {
        ...indicator,
        code: 'V3',
        result: 'I',
        measure: 'milestone',
        stages: [both('chưa'), both('đã có')],
        targetStage: 1,
      },
    ],
    places: [
      {
        ...place,
        slug: 'nghe-an',
        code: '40',
        iso: 'VN-22',
        level: 'province',
        parent: null as string | null,
        name: both('Nghệ An'),
      },
      { ...place, slug: 'ky-son', code: '16813', name: both('Mường Xén'), validTo: '2025-07-01' as string | null },
      { ...place, slug: 'ky-son-2025', code: '16813', name: both('Mường Xén (mới)'), validFrom: '2025-07-01' },
    ],
    successions: [{ from: 'ky-son', to: 'ky-son-2025', on: '2025-07-01' }],
    partners: [
      {
        slug: 'police',
        cutOffDay: 14 as number | null,
        names: [
          { kind: 'police', name: both('Công an'), validFrom: '2004-01-01', validTo: '2021-07-01' as string | null },
          { kind: 'police', name: both('Công an tỉnh'), validFrom: '2021-07-01', validTo: null as string | null },
        ],
      },
    ],
    assignments: [
      {
        partner: 'police',
        places: ['ky-son', 'nghe-an'],
        indicators: ['V1', 'V2'],
        from: '2021-Q1',
        to: '2021-Q4' as string | null,
        takesOver: [] as { partner: string; place?: string }[],
      },
      {
        partner: 'police',
        places: ['nghe-an'],
        indicators: ['V1'],
        from: '2022-Q1',
        to: null as string | null,
        takesOver: [{ partner: 'police', place: 'ky-son' }] as { partner: string; place?: string }[],
      },
    ],
    targets: {
      setOn: '2021-01-15',
      project: [{ indicator: 'V1', value: 100 }],
      phases: [] as { phase: string; indicator: string; place?: string | null; value: number }[],
      places: [{ indicator: 'V1', values: { 'nghe-an': 90 } as Record<string, number> }],
      years: [{ indicator: 'V1', values: [40, 60] }],
      quarters: [{ indicator: 'V2', place: 'nghe-an' as string | null, values: [1, 1, 1, 1] }],
      revised: [{ indicator: 'V1', year: 2022, on: '2022-02-01', value: 70 }],
    },
    baselines: [
      {
        indicator: 'V2',
        place: 'ky-son',
        quarter: '2020-Q4',
        value: 3,
        base: 7,
        source: both('Khảo sát'),
        setOn: '2021-01-15',
      },
    ] as SmallBaseline[],
    changes: [] as object[],
  }
}

type SmallBaseline = {
  indicator: string
  place: string | null
  phase?: string
  quarter: string
  value: number
  base: number | null
  source: Text
  setOn: string
}

/** The two phases of the small project, with a pause of three quarters between them. */
export const TWO_PHASES = [
  { code: 'one', name: both('Giai đoạn 1'), first: '2021-Q1', last: '2021-Q2' },
  { code: 'two', name: both('Giai đoạn 2'), first: '2022-Q2', last: '2022-Q4' },
]

export type Small = ReturnType<typeof small>

export function texts(project: Small): ListTexts {
  return Object.fromEntries(LIST_NAMES.map((list) => [list, JSON.stringify(project[list])])) as ListTexts
}

/** The small project after something has been done to it, read. */
export function problemsAfter(change: (project: Small) => void): ListProblem[] {
  const project = small()
  change(project)
  const read = readProject(texts(project))
  return 'problems' in read ? read.problems : []
}

export function smallData(): ProjectData {
  return readAfter(() => {})
}

export function readAfter(change: (project: Small) => void): ProjectData {
  const project = small()
  change(project)
  const read = readProject(texts(project))
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.data
}
