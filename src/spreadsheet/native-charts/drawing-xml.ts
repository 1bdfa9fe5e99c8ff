import { type NativeChart, SPACES } from './chart.ts'
import { DECLARATION, element } from './xml.ts'

/** The drawing of a sheet: each chart over its cells, with what it shows in words (ECMA-376, part 1, §20.5). */
export function drawingXml(charts: readonly NativeChart[]): string {
  const { a, r, xdr } = SPACES
  return DECLARATION + element('xdr:wsDr', { 'xmlns:xdr': xdr, 'xmlns:a': a, 'xmlns:r': r }, ...charts.map(anchorXml))
}

function anchorXml({ title, alt, over: { from, to } }: NativeChart, nth: number): string {
  const id = nth + 2
  return element(
    'xdr:twoCellAnchor',
    { editAs: 'oneCell' },
    element('xdr:from', {}, ...cornerXml(from)),
    element('xdr:to', {}, ...cornerXml(to)),
    element(
      'xdr:graphicFrame',
      { macro: '' },
      element(
        'xdr:nvGraphicFramePr',
        {},
        element('xdr:cNvPr', { id, name: `${id - 1} ${title}`, descr: alt }),
        element('xdr:cNvGraphicFramePr', {}),
      ),
      element('xdr:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', { cx: 0, cy: 0 })),
      element(
        'a:graphic',
        {},
        element(
          'a:graphicData',
          { uri: SPACES.c },
          element('c:chart', { 'xmlns:c': SPACES.c, 'r:id': `rId${nth + 1}` }),
        ),
      ),
    ),
    element('xdr:clientData', {}),
  )
}

/** To the point (ECMA-376, part 1, §20.1.10.16). */
const EMU = 12_700

function cornerXml({ column, row, points = 0 }: NativeChart['over']['from']): string[] {
  const of = (name: string, value: number) => element(`xdr:${name}`, {}, String(value))
  return [of('col', column), of('colOff', Math.round(points * EMU)), of('row', row), of('rowOff', 0)]
}
