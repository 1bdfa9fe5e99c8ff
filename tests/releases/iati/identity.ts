import type { IatiIdentity } from '../../../src/project/iati.ts'

/** How the small report's project is published. */
export const SMALL_IDENTITY: IatiIdentity = {
  identifier: 'XM-TEST-1&2',
  reporting: { ref: 'XM-TEST', type: '40', name: { vi: 'Tổ chức', en: 'Organisation' } },
  description: { vi: 'Mô tả', en: 'Description' },
  organisations: [
    { ref: 'GB-GOV-6', type: '10', role: 'funding', name: { vi: 'Bộ Nội vụ', en: 'Home Office' } },
    { ref: null, type: '10', role: 'implementing', name: { vi: 'Công an', en: 'Công an' } },
  ],
  otherIdentifiers: [{ ref: 'OWN-1', type: 'A1' }],
  country: 'VN',
  sectors: [{ code: '15160', percentage: 100 }],
} as IatiIdentity
