import type { Words } from '../language/words.ts'
import type { Failure, Layout } from './release.ts'

export function layoutWords(layout: Layout, { t }: Words): string {
  return [
    t('releases:show.layout-project', { grain: t(`releases:grain.${layout.project}`) }),
    layout.province === 'none'
      ? t('releases:show.layout-province-none')
      : t('releases:show.layout-province', { grain: t(`releases:grain.${layout.province}`) }),
    layout.breakdown === 'none'
      ? t('releases:show.layout-breakdown-none')
      : t('releases:show.layout-breakdown', { grain: t(`releases:grain.${layout.breakdown}`) }),
    t(`releases:years.${layout.years}`),
  ].join('; ')
}

/** Why protecting failed, with what to do. */
export function failureWords({ code, about }: Failure, { t }: Words): string {
  return t(`releases:failed.${code}`, { about: about ?? '' })
}
