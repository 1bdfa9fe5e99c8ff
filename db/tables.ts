/**
 * How the rows of a table may change; `db/triggers.ts` makes the triggers that hold it to that. Every table is in exactly one
 * class (a test of the schema sees to it):
 *
 * - `framework`: what is measured, where and by whom. Every change gives the framework another version.
 * - `version`: of the framework too, but known from an instant to an instant. A row is closed, once, and stands for ever, so
 *   that what was known on a day can be worked out again.
 * - `append-only`: what was done, said or approved. Rows are added and stand for ever; what `fill` names is filled in once.
 * - `issued`: a release and what belongs to it. From the instant at which it is issued nothing is added, changed or removed.
 * - `working`: what is being worked on; the trail keeps what was done to it.
 * - `session`: who is signed in, and who failed to.
 * - `derived`: worked out from other tables, and made again from them at any time.
 */
export type TableClass = 'framework' | 'version' | 'append-only' | 'issued' | 'working' | 'session' | 'derived'

export type TableRules = {
  class: TableClass
  /** Columns that are empty at first and filled in once, all in one statement; the first one tells whether they are. */
  fill?: readonly [string, ...string[]]
  /** The same of a table whose other columns may change. */
  once?: readonly [string, ...string[]]
  /** Rows lie in the order of the primary key (WITHOUT ROWID), and no row has a second name by which it could be replaced. */
  clustered?: true
}

export const TABLES = {
  project: { class: 'framework' },
  workbook_layout: { class: 'framework' },
  donor: { class: 'framework' },
  component: { class: 'framework' },
  result: { class: 'framework' },
  indicator: { class: 'framework' },
  breakdown: { class: 'framework' },
  category: { class: 'framework' },
  cell: { class: 'framework' },
  cell_category: { class: 'framework', clustered: true },
  place_level: { class: 'framework', once: ['code', 'depth'] },
  place: { class: 'framework', once: ['level', 'code'] },
  partner_kind: { class: 'framework' },
  partner: { class: 'framework' },
  partner_name: { class: 'framework' },
  period: { class: 'framework' },

  project_quarters: { class: 'version', fill: ['known_to'] },
  phase: { class: 'version', fill: ['known_to'] },
  place_definition: { class: 'version', fill: ['known_to'], clustered: true },
  succession: { class: 'version', fill: ['known_to'] },
  assignment: { class: 'version', fill: ['known_to'], clustered: true },
  handover: { class: 'version', fill: ['known_to'], clustered: true },
  indicator_definition: { class: 'version', fill: ['known_to'] },
  stage: { class: 'version', clustered: true },
  survey_round: { class: 'version', clustered: true },
  category_definition: { class: 'version', fill: ['known_to'] },
  scheme: { class: 'version', fill: ['known_to'] },
  scheme_breakdown: { class: 'version', clustered: true },
  target: { class: 'version', fill: ['valid_to'] },
  baseline: { class: 'version', fill: ['valid_to'] },
  base_relation: { class: 'version', fill: ['known_to'], clustered: true },
  validation_rule: { class: 'version', fill: ['known_to'], clustered: true },
  setting: { class: 'version', fill: ['valid_to'], clustered: true },

  opening: { class: 'append-only', clustered: true },
  api_token_scope: { class: 'append-only', clustered: true },
  trail: { class: 'append-only' },
  declined_relation: { class: 'append-only', clustered: true },
  submission_fact: { class: 'append-only' },
  submission_version: { class: 'append-only', clustered: true },
  entry_revision: { class: 'append-only', clustered: true },
  remark_revision: { class: 'append-only', clustered: true },
  comment: { class: 'append-only' },
  doubt_note: { class: 'append-only', clustered: true },
  row_reason: { class: 'append-only', clustered: true },
  evidence: { class: 'append-only' },
  evidence_removal: { class: 'append-only' },
  own_sheet: { class: 'append-only' },
  result_score: { class: 'append-only', clustered: true },
  closing: { class: 'append-only', fill: ['reopened_at', 'reopened_by', 'reason'] },
  fact: { class: 'append-only', fill: ['approved_to'], clustered: true },

  release: { class: 'issued' },
  release_recipient: { class: 'issued', clustered: true },
  release_approval: { class: 'issued', clustered: true },
  release_explanation: { class: 'issued', clustered: true },
  release_deviation: { class: 'issued', clustered: true },
  release_evidence: { class: 'issued', clustered: true },
  release_reason: { class: 'issued', clustered: true },
  release_next_report: { class: 'issued' },
  release_atom: { class: 'issued', clustered: true },
  release_figure: { class: 'issued', clustered: true },
  release_file: { class: 'issued' },
  release_form: { class: 'issued' },
  release_wording: { class: 'issued' },
  release_issuing: { class: 'issued' },
  release_supersession: { class: 'issued' },
  release_withdrawal: { class: 'append-only' },
  release_acknowledgement: { class: 'append-only', clustered: true },

  submission: { class: 'working' },
  entry: { class: 'working', clustered: true },
  remark: { class: 'working', clustered: true },
  person: { class: 'working' },
  person_scope: { class: 'working' },
  evidence_content: { class: 'working' },
  api_token: { class: 'working', once: ['revoked_at', 'revoked_by'] },
  reminder: { class: 'working', once: ['sent_at'] },
  reminder_item: { class: 'append-only', clustered: true },
  reminder_declined: { class: 'working' },

  session: { class: 'session' },
  failed_attempt: { class: 'session', clustered: true },

  restatement: { class: 'derived', clustered: true },
  tally_reporter: { class: 'derived', clustered: true },
  tally_province: { class: 'derived', clustered: true },
  tally_cell: { class: 'derived', clustered: true },
  tally_stale: { class: 'derived' },
  tally_keeping: { class: 'derived' },
  framework_version: { class: 'derived' },
} as const satisfies Record<string, TableRules>

export type TableName = keyof typeof TABLES

/** The tables of some classes, in the order of the list. */
export function tableNames(...classes: TableClass[]): TableName[] {
  return (Object.keys(TABLES) as TableName[]).filter((name) => classes.includes(TABLES[name].class))
}

/**
 * Rows of one key that hold from one moment to another: no two of them at the same time. `to` empty is for ever; it is the
 * first moment after, unless it is `included`. `only` narrows the rule to some rows of the table.
 */
export type Interval = {
  of: readonly string[]
  from: string
  to: string
  included?: true
  only?: string
  /** The rows are known from an instant to an instant besides: two that are not known at the same time may overlap. */
  known?: true
}

export const INTERVALS: Partial<Record<TableName, Interval>> = {
  indicator_definition: { of: ['indicator_id'], from: 'from_quarter', to: 'to_quarter', included: true, known: true },
  category_definition: { of: ['category_id'], from: 'from_quarter', to: 'to_quarter', included: true, known: true },
  target: { of: ['indicator_id', 'place_id', 'kind', 'from_quarter'], from: 'valid_from', to: 'valid_to' },
  baseline: { of: ['indicator_id', 'place_id', 'phase'], from: 'valid_from', to: 'valid_to' },
  base_relation: { of: ['indicator_id'], from: 'known_from', to: 'known_to' },
  validation_rule: { of: ['lesser_id', 'part', 'greater_id'], from: 'known_from', to: 'known_to' },
  setting: { of: ['name'], from: 'valid_from', to: 'valid_to' },
  place_definition: { of: ['place_id'], from: 'known_from', to: 'known_to' },
  partner_name: { of: ['partner_id'], from: 'valid_from', to: 'valid_to' },
  /** A project is in one phase at a time. */
  phase: { of: [], from: 'first_quarter', to: 'last_quarter', included: true, known: true },
  project_quarters: { of: [], from: 'known_from', to: 'known_to' },
  assignment: {
    of: ['indicator_id', 'place_id', 'partner_id'],
    from: 'from_quarter',
    to: 'to_quarter',
    included: true,
    known: true,
  },
  /** Values are typed in one crossed breakdown at a time; extra ones stand beside it. */
  scheme: {
    of: ['indicator_id'],
    from: 'from_quarter',
    to: 'to_quarter',
    included: true,
    only: "kind = 'primary'",
    known: true,
  },
  fact: {
    of: ['indicator_id', 'quarter', 'place_id', 'partner_id', 'cell_id'],
    from: 'approved_from',
    to: 'approved_to',
  },
}

/**
 * Tables whose rows name what comes above or after something: no way leads back to where it began. `within`: columns that are
 * the same all the way. `known`: rows are known from an instant to an instant; what is known no more leads nowhere.
 */
export type Chain = {
  table: TableName
  within?: readonly string[]
  from: readonly string[]
  to: readonly string[]
  known?: true
}

export const CHAINS: readonly Chain[] = [
  { table: 'result', from: ['id'], to: ['parent_id'] },
  { table: 'place_definition', from: ['place_id'], to: ['parent_id'], known: true },
  { table: 'succession', from: ['from_id'], to: ['to_id'], known: true },
  {
    table: 'handover',
    within: ['indicator_id'],
    from: ['predecessor_place_id', 'predecessor_partner_id'],
    to: ['place_id', 'partner_id'],
    known: true,
  },
]
