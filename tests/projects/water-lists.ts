import type { ProjectData } from '../../src/framework/project-data.ts'
import { type ListTexts, readProject } from '../../src/framework/read.ts'

const named = (vi: string, en: string) => ({ vi, en })
/**
 * A project that has nothing of the pilot: wells and schools in regions and their districts, fiscal years from October, reports
 * due after 25 days, English first, two donors that differ in everything a donor can have, nothing sensitive.
 */
function lists() {
  const indicator = {
    definition: named('Đếm theo sổ.', 'Counted by the register.'),
    countingUnit: named('giếng', 'wells'),
    baseUnit: null as { vi: string; en: string } | null,
    measure: 'count',
    overPlaces: 'sum',
    overTime: 'sum',
    disjointReporters: true,
    direction: 'higher',
    sensitivity: 0,
    frequency: 'quarterly',
    scale: 1,
    decimals: 0,
    means: named('Sổ công trình', 'Register of works'),
    responsible: named('Ban nước', 'Water board'),
    sdg: ['6.1'],
    gcm: [],
    schemes: [] as object[],
  }
  const place = { iso: null, parent: null as string | null, validFrom: '2000-01-01', validTo: null }
  const partner = (slug: string, name: { vi: string; en: string }, cutOffDay: number | null = null) => ({
    slug,
    cutOffDay,
    names: [{ kind: 'board', name, validFrom: '2000-01-01', validTo: null }],
  })
  return {
    project: {
      code: 'WATER',
      name: named('Nước sạch cho trường học', 'Clean water for schools'),
      short: named('Nước sạch', 'Clean Water'),
      lead: named('Theo dõi dự án nước sạch.', 'Monitoring of the clean water project.'),
      first: '2024-Q1',
      last: '2027-Q4',
      dueDays: 25,
      thresholds: { donor: 6, public: 12 },
      illustrative: false,
      settings: { rag: { green: 95, amber: 80 }, fiscalStartMonth: 10 },
    },
    relations: [],
    phases: [],
    donors: [
      { code: 'april', name: named('Quỹ Tháng Tư', 'April Fund'), language: 'en', fiscalStartMonth: 4, threshold: 8 },
      {
        code: 'july',
        name: named('Quỹ Tháng Bảy', 'July Trust'),
        language: 'vi',
        fiscalStartMonth: 7,
        rag: { green: 80, amber: 50 },
      },
    ],
    components: [
      { code: 'wells', name: named('Giếng', 'Wells'), colour: 'slate' },
      { code: 'schools', name: named('Trường học', 'Schools'), colour: 'blue' },
    ],
    levels: [
      { code: 'country', one: named('nước', 'country'), many: named('các nước', 'countries') },
      { code: 'region', one: named('vùng', 'region'), many: named('các vùng', 'regions') },
      { code: 'district', one: named('huyện', 'district'), many: named('các huyện', 'districts') },
    ],
    kinds: [{ code: 'board', name: named('Ban', 'Board') }],
    results: ['wells', 'schools'].map((component, nth) => ({
      code: String(nth + 1),
      level: 'output',
      component,
      parent: null,
      statement: named('Kết quả', 'Result'),
      assumption: null,
    })),
    breakdowns: [
      {
        code: 'depth',
        name: named('Độ sâu', 'Depth'),
        categories: [
          { code: 'deep', name: named('Sâu', 'Deep') },
          { code: 'shallow', name: named('Nông', 'Shallow') },
          { code: 'not-recorded', name: named('Không ghi nhận', 'Not recorded') },
        ],
      },
    ],
    indicators: [
      {
        ...indicator,
        code: 'W1',
        result: '1',
        name: named('Giếng đã khoan', 'Wells drilled'),
        schemes: [{ kind: 'primary', breakdowns: ['depth'] }],
      },
      {
        ...indicator,
        code: 'W2',
        result: '1',
        name: named('Tỷ lệ giếng đạt chuẩn', 'Share of wells that meet the standard'),
        measure: 'ratio',
        baseUnit: named('giếng được thử', 'wells tested'),
        overTime: 'latest',
        scale: 100,
      },
      {
        ...indicator,
        code: 'W3',
        result: '1',
        name: named('Buổi hướng dẫn dùng giếng', 'Lessons in the use of wells'),
      },
      {
        ...indicator,
        code: 'S1',
        result: '2',
        name: named('Trường có nước', 'Schools with water'),
        countingUnit: named('trường', 'schools'),
        overTime: 'latest',
        frequency: 'half-yearly',
      },
      {
        ...indicator,
        code: 'S2',
        result: '2',
        name: named('Quy chế dùng nước', 'Rules for the use of water'),
        countingUnit: named('mức', 'stage'),
        measure: 'milestone',
        overTime: 'latest',
        stages: [named('Chưa có', 'Absent'), named('Dự thảo', 'Draft'), named('Ban hành', 'In force')],
        targetStage: 2,
      },
    ],
    places: [
      { ...place, slug: 'north', code: '1', level: 'region', name: named('Bắc', 'North') },
      { ...place, slug: 'south', code: '2', level: 'region', name: named('Nam', 'South') },
      { ...place, slug: 'hill', code: '11', level: 'district', parent: 'north', name: named('Đồi', 'Hill') },
      { ...place, slug: 'coast', code: '21', level: 'district', parent: 'south', name: named('Biển', 'Coast') },
    ],
    successions: [],
    partners: [
      partner('north-board', named('Ban nước vùng Bắc', 'Northern water board')),
      partner('south-board', named('Ban nước vùng Nam', 'Southern water board'), 25),
    ],
    assignments: [
      { partner: 'north-board', places: ['hill'], indicators: ['W1', 'W2', 'W3', 'S1', 'S2'], from: '2024-Q1' },
      { partner: 'south-board', places: ['coast'], indicators: ['W1', 'W2', 'W3', 'S1', 'S2'], from: '2024-Q1' },
    ],
    targets: {
      setOn: '2024-01-10',
      project: [
        { indicator: 'W1', value: 120 },
        { indicator: 'S2', value: 2 },
      ],
      years: [{ indicator: 'W1', values: [30, 30, 30, 30] }],
    },
    baselines: [],
    changes: [],
  }
}

export function waterData(): ProjectData {
  const texts = Object.fromEntries(Object.entries(lists()).map(([name, list]) => [name, JSON.stringify(list)]))
  const read = readProject(texts as ListTexts)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.data
}
