/** The form of a report for donors as the pages send it, by quarters and years, of everything there is. */
export function reportForm(title: string, from: string, to: string): Record<string, string> {
  return {
    title,
    from,
    to,
    asAt: new Date().toISOString().slice(0, 10),
    audience: 'donor',
    language: 'both',
    threshold: '',
    project: 'quarter',
    province: 'year',
    breakdown: 'year',
    years: 'calendar',
  }
}
