/** The fourth quarter of 2026 as an agency types it: stages by their numbers, officers by post and sex, citizens by sex and crisis. */
export const TYPED: readonly Record<string, string>[] = [
  { 'v.M1': '3', 'v.M2': '2', 'v.M3': '2' },
  {
    ...cells('v.C1', ['embassy', 'consulate', 'headquarters', 'not-recorded'], {
      male: ['6', '2', '3', '0'],
      female: ['5', '1', '4', '0'],
      other: ['0', '0', '0', '0'],
      'not-recorded': ['0', '0', '0', '0'],
    }),
  },
  {
    ...{ 'v.A1.sex=male': '9', 'v.A1.sex=female': '8', 'v.A1.sex=other': '0', 'v.A1.sex=not-recorded': '0' },
    ...{ 'v.A1.crisis=conflict': '6', 'v.A1.crisis=disaster': '2', 'v.A1.crisis=epidemic': '0' },
    ...{ 'v.A1.crisis=scam-compound': '9', 'v.A1.crisis=other': '0', 'v.A1.crisis=not-recorded': '0' },
    ...{ 'v.A2': '830', 'd.A2': '880' },
  },
]

function cells(field: string, posts: string[], bySex: Record<string, string[]>): Record<string, string> {
  const rows = Object.entries(bySex)
  return Object.fromEntries(
    rows.flatMap(([sex, values]) => posts.map((post, nth) => [`${field}.post=${post}|sex=${sex}`, values[nth]!])),
  )
}
