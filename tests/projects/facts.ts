import type { Db } from '../../db/connection.ts'
import { historiesAsAt } from '../../src/indicators/store.ts'
import { partners } from '../../src/partners/store.ts'
import { places } from '../../src/places/store.ts'
import { projectCard } from '../../src/project/store.ts'

/** What a project is, as far as sentences speak of it. */
export type Facts = ReturnType<typeof factsOf>

export function factsOf(db: Db) {
  const project = projectCard(db)!
  const histories = historiesAsAt(db)
  const indicators = histories.map(({ definitions }) => definitions.at(-1)!)
  const said = JSON.stringify(project.terms).toLowerCase()
  return {
    /** Whether it calls anything of its own so. */
    names: (word: string) => said.includes(word),
    hasAreas: project.terms.levels.length > 1,
    hasSuccessions: places(db).successions.length > 0,
    hasCutOffs: partners(db).some(({ cutOffDay }) => cutOffDay !== null),
    isSensitive: indicators.some(({ sensitivity }) => sensitivity > 0),
    hasRates: indicators.some(({ scale }) => scale > 100),
    years: [project.firstQuarter, project.lastQuarter].map((quarter) => Math.floor(quarter / 4)) as [number, number],
  }
}

/** Words that are true of some projects only: of which, and what they look like in either language. */
const SAYINGS: readonly { what: string; of: (facts: Facts) => boolean; says: RegExp }[] = [
  { what: 'provinces', of: ({ names }) => names('province'), says: /\bprovinc|\btỉnh/i },
  { what: 'communes', of: ({ names }) => names('commune'), says: /\bcommunes?\b|các xã/i },
  { what: 'districts', of: ({ names }) => names('district'), says: /\bdistricts?\b|các huyện/i },
  { what: 'the components of the pilot', of: ({ names }) => names('prosecution'), says: /prosecution|truy tố|\b3P\b/i },
  { what: 'trafficking', of: ({ names }) => names('prosecution'), says: /traffick|survivor|bị mua bán|nạn nhân/i },
  { what: 'clients', of: ({ names }) => names('prosecution'), says: /\bclients?\b|thân chủ|người thụ hưởng/i },
  {
    what: 'another map',
    of: ({ hasSuccessions }) => hasSuccessions,
    says: /since the merger|after the merger|today[’']s map|map of the time|bản đồ hiện nay|bản đồ hành chính/i,
  },
  { what: 'other cut-offs', of: ({ hasCutOffs }) => hasCutOffs, says: /close their books|chốt số/i },
  {
    what: 'what is hidden',
    of: ({ isSensitive }) => isSensitive,
    says: /indicators are sensitive|là chỉ số nhạy cảm/i,
  },
  { what: 'rates', of: ({ hasRates }) => hasRates, says: /100[,. ]000(?! (?:figures|số liệu))/ },
]

/** Sentences that the facts of a project make false. */
export function untrueIn(text: string, facts: Facts): string[] {
  return [...sayingsIn(text, facts), ...yearsIn(text, facts)]
}

function sayingsIn(text: string, facts: Facts): string[] {
  return SAYINGS.filter(({ of }) => !of(facts)).flatMap(({ what, says }) => {
    const found = says.exec(text)
    return found ? [`${what}: …${text.slice(Math.max(0, found.index - 60), found.index + 60)}…`] : []
  })
}

/** Years before the project, or long after it; what became of places later is said. */
function yearsIn(text: string, { years: [first, last], hasSuccessions }: Facts): string[] {
  if (hasSuccessions) return []
  return [...text.matchAll(/(?<![\d.,/-])20\d\d(?!\d)/g)].flatMap(({ 0: year, index }) =>
    Number(year) >= first - 1 && Number(year) <= last + 1
      ? []
      : [`the year ${year}: …${text.slice(Math.max(0, index - 60), index + 60)}…`],
  )
}

/** What holds of a project is said by what goes out of it. */
export function unsaidIn(text: string, facts: Facts, whats: readonly string[]): string[] {
  return SAYINGS.filter(({ what, of, says }) => whats.includes(what) && of(facts) && !says.test(text)).map(
    ({ what }) => what,
  )
}
