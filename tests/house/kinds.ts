import { basename } from 'node:path'

/** Rooms from the ground up: a room may import from those before it, and from itself. */
export const ROOMS = [
  'config',
  'vocabulary',
  'db',
  'calendar',
  'language',
  'access',
  'project',
  'threads',
  'spreadsheet',
  'privacy',
  'forms',
  'web',
  'places',
  'partners',
  'indicators',
  'trail',
  'settings',
  'people',
  'assignments',
  'figures',
  'targets',
  'suppression',
  'disclosure',
  'submissions',
  'periods',
  'reminders',
  'charts',
  'releases',
  'dashboards',
  'attack',
  'home',
  'help',
  'search',
  'api',
  'framework',
  'fixtures',
  'start',
  'browser',
] as const

/** The room of a file: a folder of `src`, `db`, `fixtures`, or `start` for what wires the program together. */
export function roomOf(file: string): string {
  const [top, folder, ...rest] = file.split('/')
  if (top !== 'src') return top!
  return rest.length > 0 ? folder! : 'start'
}

/** Verbs that name actions: what opens a transaction, calls stores and carries the trail event, or asks them for an answer. */
const VERBS = [
  'publish-project',
  'add-comment',
  'add-person',
  'agree',
  'apply',
  'approve',
  'ask',
  'acknowledge',
  'attach',
  'audit',
  'begin',
  'change-breakdown',
  'change-category',
  'change-draft',
  'change-language',
  'change-password',
  'change-place',
  'change-settings',
  'change-state',
  'choose',
  'explain',
  'close',
  'correct',
  'declare',
  'decline-relation',
  'discard',
  'draft-release',
  'end-relation',
  'fail',
  'freshen',
  'hand-over',
  'issue',
  'lock',
  'make-token',
  'pass',
  'protect-release',
  'read-again',
  'rebuild',
  'record-download',
  'recover',
  'redefine',
  'reopen',
  'replan',
  'reserve',
  'restart',
  'return',
  'revoke-token',
  'save',
  'score-result',
  'send',
  'sign',
  'submit',
  'withdraw',
]

export type Kind = 'pure' | 'store' | 'action' | 'load' | 'routes' | 'web' | 'worker' | 'wiring' | 'browser'

/** What kind of file a name says it is. Pages, forms and nouns are pure. */
export function kindOf(file: string): Kind {
  const name = basename(file, '.ts')
  const room = roomOf(file)
  if (room === 'config' || room === 'db' || room === 'fixtures' || room === 'start') return 'wiring'
  if (room === 'browser') return 'browser'
  if (name === 'store' || name.endsWith('-store')) return 'store'
  if (name === 'routes' || name.endsWith('-routes')) return 'routes'
  if (name === 'load' || name.endsWith('-load')) return 'load'
  if (room === 'web') return 'web'
  if (name.endsWith('worker') || room === 'threads') return 'worker'
  if (VERBS.some((verb) => name === verb || name.startsWith(`${verb}-`))) return 'action'
  return 'pure'
}
