import type { Text } from '../../language/text.ts'
import type { Words } from '../../language/words.ts'
import type { EvidenceFile } from '../evidence/evidence-file.ts'
import { evidenceWords } from '../evidence/in-words.ts'
import type { Explanation } from '../explanations/explanation.ts'
import { commentWords } from '../explanations/page.ts'
import { reopeningWords } from '../reasons/in-words.ts'
import type { Reopening } from '../reasons/reopening.ts'
import { type LayoutInWords, placedInWords } from '../wording/in-layout.ts'
import { doubtsAbout, type ReadTicks, type Tickable, type TickableKind, type Ticked } from './tick.ts'

/** What the boxes of each form are called. */
export const FIELD_OF = { explanations: 'explanation', evidence: 'evidence', reasons: 'reason' } as const

/** What a manager may put into a report of what others wrote; reasons null where nothing has changed of which any could be told. */
export type OfferedTexts = {
  explanations: readonly Explanation[]
  evidence: readonly EvidenceFile[]
  reasons: readonly Reopening[] | null
  ticked: Ticked
  names: ReadonlyMap<string, Text>
}

/** What a form came back with. */
export type ReturnedTicks = { kind: TickableKind; read: ReadTicks }

export type TicksModel = ReturnType<typeof ticksModel>

declare module '../../web/views/models.ts' {
  interface Parts {
    'releases/ticks/ticks': { ticks: TicksModel; id: number; needsAgreement: boolean } & Pick<Frame, 'csrf'>
    'releases/ticks/group': { group: TicksModel['groups'][number]; field: string; use: string }
  }
}

/** Everything of a report that a manager may choose of what others wrote, each kind as a form of its own. */
export function allTicks(
  offered: OfferedTexts | null,
  layout: LayoutInWords,
  returned: ReturnedTicks | null,
  words: Words,
): TicksModel[] {
  if (!offered) return []
  const { explanations, evidence, reasons, ticked, names } = offered
  const read = (kind: TickableKind) => (returned?.kind === kind ? returned.read : null)
  const model = (kind: TickableKind, items: readonly TickableItem[]) =>
    ticksModel(kind, { items, chosen: ticked[kind], names, layout }, read(kind), words)
  return [
    model(
      'explanations',
      explanations.map((one) => ({ ...one, ...commentWords(one, words) })),
    ),
    model(
      'evidence',
      evidence.map((one) => ({ ...one, ...evidenceWords(one, words) })),
    ),
    ...(reasons === null
      ? []
      : [
          model(
            'reasons',
            reasons.map((one) => ({ ...one, ...reopeningWords(one, words) })),
          ),
        ]),
  ]
}

/** With whose it is, and the lines that are read. */
type TickableItem = Tickable & { by: string; lines: readonly string[] }

/**
 * What a manager may choose from, and what is ticked.
 * @param offered `chosen` are the numbers of those in the release; what is in it was looked at again when it was put there
 * @param read a form that comes back as it was ticked
 */
export function ticksModel(
  kind: TickableKind,
  offered: {
    items: readonly TickableItem[]
    chosen: readonly number[]
    names: ReadonlyMap<string, Text>
    layout: LayoutInWords
  },
  read: ReadTicks | null,
  words: Words,
) {
  const { items, names } = offered
  const { t } = words
  // One that is there no more is ticked no more, whatever is kept.
  const chosen = offered.chosen.filter((id) => items.some((one) => one.id === id))
  const { chosen: ticked, confirmed: checked } = read ?? { chosen, confirmed: chosen }
  const views = items.map((one) => ({
    id: one.id,
    ...{ indicator: one.indicator, by: one.by, lines: one.lines },
    ticked: ticked.includes(one.id),
    checked: checked.includes(one.id),
    doubts: doubtsAbout(one).map((about) => ({
      id: `doubt-${kind}-${one.id}-${about}`,
      says: t(`releases:explanations.doubt.${about}`),
      word: t(`releases:explanations.checked.${about}`),
    })),
  }))
  return {
    kind,
    field: FIELD_OF[kind],
    title: t(`releases:${kind}.title`),
    lead: t(`releases:${kind}.lead`),
    placed: placedInWords(kind, offered.layout, words),
    care: t(`releases:${kind}.care`),
    none: t(`releases:${kind}.none`),
    use: t(`releases:${kind}.use`),
    submit: t(`releases:${kind}.submit`),
    again: t('releases:explanations.again'),
    state:
      chosen.length === 0 ? t(`releases:${kind}.ticked-none`) : t(`releases:${kind}.ticked`, { count: chosen.length }),
    groups: groupsOf(kind, views).map((group) => ({
      title: [group[0]!.indicator, nameOf(names.get(group[0]!.indicator), words)].filter(Boolean).join(' '),
      items: group,
    })),
  }
}

/** Files of an indicator stand together; what has to be read stands by itself. */
function groupsOf<One extends { indicator: string }>(kind: TickableKind, items: readonly One[]): One[][] {
  if (kind !== 'evidence') return items.map((one) => [one])
  const groups = new Map<string, One[]>()
  for (const one of items) groups.set(one.indicator, [...(groups.get(one.indicator) ?? []), one])
  return [...groups.values()]
}

function nameOf(name: Text | undefined, words: Words): string {
  return name ? words.of(name) : ''
}
