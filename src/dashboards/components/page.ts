import { quarter } from '../../language/format.ts'
import { carried } from '../addresses.ts'
import { completenessText, reportingCompleteness } from '../completeness.ts'
import { ratedUntil } from '../overview/question.ts'
import { activeProvinces, type PageState } from '../page-state.ts'
import type { PageOfMany } from '../scope/page-of-many.ts'
import { type PicturesModel, picturesPage } from '../small-multiples/page.ts'
import { dueKeys, type PicturesView } from '../small-multiples/view.ts'

/** What the page of a component is shaped from; `component`: its code. */
export type ComponentView = PicturesView & { component: string }

/** More areas than this have no room for their names: how each stands is on the overview. */
const MOST_UNDER_A_PICTURE = 8

/** How a component stands: a short answer, then a picture of each of its indicators with how every area stands under it. */
export function componentPage(view: ComponentView): PicturesModel {
  const { state, component, indicators, answer } = view
  const { words, choice } = state
  const codes = indicators.map(({ code }) => code)
  const areas = activeProvinces(state, answer, codes, ratedUntil(state, choice.to).key)
  const due = dueKeys(view)
  const complete = reportingCompleteness(answer, [...due.keys()], areas, (code) => due.get(code)!)
  return picturesPage(view, {
    ...componentParts(state, component),
    complete: completenessText(complete, quarter(choice.to, words.language), words),
    compared: indicators[0] ? { indicator: indicators[0].code } : {},
    brief: null,
    areas: areas.length <= MOST_UNDER_A_PICTURE ? areas : [],
  })
}

export function componentPath(component: string): string {
  return `/components/${component}`
}

/** What the pages of a component say of themselves but for how complete they are. */
export function componentParts(
  state: PageState,
  component: string,
  more: Record<string, string> = {},
): Omit<PageOfMany, 'complete'> {
  const { words } = state
  const others = words.terms.components.map(({ code, name }) => ({
    href: carried(state, componentPath(code), more),
    label: words.of(name),
    here: code === component,
  }))
  return {
    title: words.component(component),
    path: componentPath(component),
    parts: ['areas', 'partner', 'tags'],
    others,
  }
}
