import type { Words } from '../language/words.ts'
import { nameOn, type Partner } from '../partners/partner.ts'

/** Who is there to work in a project, and who reports in the quarter that runs. */
export type Staffing = {
  managers: number
  reporting: readonly Partner[]
  /** Those of them for whom nobody can sign in. */
  withoutPeople: readonly Partner[]
  /** The day that they are named by. */
  day: string
}

declare module '../web/views/models.ts' {
  interface Parts {
    'home/next': { next: readonly NextStep[] }
  }
}

export type NextStep = { sentence: string; link: { href: string; text: string } | null }

const MOST_NAMED = 3

/** What an administrator has to do before others can work; nothing once they can. */
export function nextSteps({ managers, reporting, withoutPeople, day }: Staffing, { t, of }: Words): NextStep[] {
  const people = { href: '/people', text: t('home:next.add-people') }
  const steps: NextStep[] = []
  if (reporting.length === 0) steps.push({ sentence: t('home:next.nobody-asked'), link: null })
  if (managers === 0) steps.push({ sentence: t('home:next.no-manager'), link: people })
  if (withoutPeople.length > 0) {
    const named = withoutPeople.slice(0, MOST_NAMED).map((partner) => of(nameOn(partner, day).name))
    const more = withoutPeople.length - named.length
    const names = named.join('; ') + (more > 0 ? `; ${t('home:next.more', { count: more })}` : '')
    steps.push({ sentence: t('home:next.without-people', { count: withoutPeople.length, names }), link: people })
  }
  return steps
}
