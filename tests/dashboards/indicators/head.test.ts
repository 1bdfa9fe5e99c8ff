import { expect, it } from 'vitest'
import { headOf } from '../../../src/dashboards/indicators/head.ts'
import { loadIndicator } from '../../../src/dashboards/indicators/load.ts'
import type { IndicatorPageView } from '../../../src/dashboards/indicators/view.ts'
import { World } from '../../support/world.ts'
import { request } from '../whole/small-pages.ts'

it('quarters at the end of the project that no value covers are said: the year they are part of ends after it', () => {
  const world = new World('2020-Q1').lasts('2020-Q1', '2022-Q3', 1).place('ha').indicator('V1')
  world.indicator('Y1', { frequency: 'annual' }).assign('V1', 'ha').assign('Y1', 'ha')
  const head = (code: string) => headOf(loadIndicator(request(world), code) as IndicatorPageView)
  expect(head('Y1').beyondEnd).toBe(
    'No value is asked for 1 Jan 2022 – 30 Sept 2022: the half-year or year of which this is a part ends after the project does.',
  )
  expect(head('V1').beyondEnd).toBeNull()
})
