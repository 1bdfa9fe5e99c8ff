import type { Words } from '../../language/words.ts'
import type { Obstacle, Release } from '../release.ts'

/**
 * What is to be done before a draft is issued, and where on its long page that is; null of what is no draft, or is being protected.
 * @param unexplained what is far from its plan without a word about it
 */
export function nextStep(
  state: Release['state'],
  obstacle: Obstacle | null,
  unexplained: readonly { indicator: string }[],
  { t }: Words,
): { says: string; href: string } | null {
  if (state !== 'protected') return null
  switch (obstacle) {
    case null:
      return { says: t('releases:issue.ready'), href: '#issue' }
    case 'unexplained': {
      const codes = unexplained.map(({ indicator }) => indicator).join(', ')
      return { says: t('releases:issue.explain', { codes }), href: '#deviations' }
    }
    case 'layout-broken':
      return { says: t(`releases:issue.${obstacle}`), href: '#layout' }
    case 'evidence-removed':
      return { says: t(`releases:issue.${obstacle}`), href: '#evidence' }
    default:
      return { says: t(`releases:issue.${obstacle}`), href: '#issue' }
  }
}
