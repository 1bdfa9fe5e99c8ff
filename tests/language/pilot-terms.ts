import type { Terms } from '../../src/language/terms.ts'

/** What the pilot calls its own things, for pages that are shaped without a database. */
export const PILOT_TERMS: Terms = {
  product: { vi: '3P Tracker', en: '3P Tracker' },
  levels: [
    { one: { vi: 'dự án', en: 'project' }, many: { vi: 'dự án', en: 'projects' } },
    { one: { vi: 'tỉnh', en: 'province' }, many: { vi: 'các tỉnh', en: 'provinces' } },
    { one: { vi: 'xã', en: 'commune' }, many: { vi: 'các xã', en: 'communes' } },
  ],
  components: [
    { code: 'prevention', name: { vi: 'Phòng ngừa', en: 'Prevention' }, colour: 'blue' },
    { code: 'prosecution', name: { vi: 'Truy tố', en: 'Prosecution' }, colour: 'amber' },
    { code: 'protection', name: { vi: 'Bảo vệ', en: 'Protection' }, colour: 'violet' },
  ],
}
