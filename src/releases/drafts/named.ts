import { dates } from '../../language/format.ts'
import { donorNamed } from '../../project/donor.ts'
import type { ProjectCard } from '../../project/project.ts'
import { bilingualIn } from '../workbook/bilingual.ts'
import type { NewRelease } from './form.ts'

/** A report that was asked for, with the name of its donor and, where nobody gave it a title, one made of its span; in its own languages. */
export function namedRelease(asked: NewRelease, card: ProjectCard): NewRelease & { donor: string } {
  const bilingual = bilingualIn(asked.language, card.terms)
  const donor = donorNamed(card.donors, asked.donorCode)
  const untitled = () =>
    bilingual.say(({ t, language }) => t('releases:untitled', { span: dates(asked, language) })).replace('\n', ' / ')
  return { ...asked, title: asked.title || untitled(), donor: donor ? bilingual.of(donor.name) : '' }
}
