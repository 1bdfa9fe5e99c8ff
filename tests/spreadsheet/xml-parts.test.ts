import { describe, expect, it } from 'vitest'
import {
  NotAWorkbook,
  relationTargets,
  sheetPath,
  sheetsIn,
  stringsIn,
  stylesShowing,
} from '../../src/spreadsheet/xml-parts.ts'

describe('what stands in the parts of a workbook', () => {
  it('are relations, by their id: only those that are whole', () => {
    const xml =
      '<rels><Relationship Id="rId1" Target="a.xml"/><Relationship Target="b.xml"/><Relationship Id="rId3"/>' +
      '<Other Id="rId4" Target="d.xml"/><p:Relationship Id="rId5" Target="e.xml"/></rels>'
    expect([...relationTargets(xml)]).toEqual([
      ['rId1', 'a.xml'],
      ['rId5', 'e.xml'],
    ])
  })

  it('are sheets with their names and relations, also without', () => {
    expect(sheetsIn('<w xmlns:r="r"><sheet name="Một" r:id="rId2"/><x:sheet/><view name="no"/></w>')).toEqual([
      { name: 'Một', relation: 'rId2' },
      { name: '', relation: '' },
    ])
  })

  it('is told from where a relation leads which part it is', () => {
    expect([sheetPath('/xl/a.xml'), sheetPath('worksheets/b.xml'), sheetPath(undefined)]).toEqual([
      'xl/a.xml',
      'xl/worksheets/b.xml',
      'xl/undefined',
    ])
  })

  it.each<[string, string, string[]]>([
    ['one run', '<si><t>a</t></si>', ['a']],
    ['none', '<si/><si><t/></si>', ['', '']],
    ['several runs', '<si><r><rPr><b/>x</rPr><t>a </t></r> <r><t>b</t></r></si>', ['a b']],
    ['text between elements', 'x<si>y<t>a</t>z</si>w', ['a']],
    ['how it is pronounced, and more after it', '<si><t>字</t><rPh>x<t>ji</t>y</rPh><r><t>!</t></r></si>', ['字!']],
    [
      'pronounced at its end, then the next one',
      '<si><t>字</t><rPh><t>ji</t></rPh></si><si><t>b</t></si>',
      ['字', 'b'],
    ],
    ['other elements', '<si><u>no</u><t>a</t></si>', ['a']],
    ['characters by number', '<si><t>a_x000a_b_x0041_</t></si>', ['a\nbA']],
  ])('are texts of %s', (_, inside, texts) => {
    expect(stringsIn(`<sst>${inside}</sst>`)).toEqual(texts)
  })

  it.each([
    ['d/m/yy', 'dates'],
    ['yyyy', 'dates'],
    ['[h]:mm', 'dates'],
    ['MM:SS', 'dates'],
    ['0%', 'percents'],
    ['0.0%;[Red]-0.0%', 'percents'],
    ['General', 'neither'],
    ['GENERAL', 'neither'],
    ['#,##0" days"', 'neither'],
    ['#,##0" of %"', 'neither'],
    ['[Red]0;[<=5]0', 'neither'],
    ['[$-vi-VN]0', 'neither'],
    ['0\\d\\%', 'neither'],
    ['0', 'neither'],
  ])('show a number of format %s as %s', (code, as) => {
    const xml = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode='${code.replaceAll('<', '&lt;')}'/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="200"/></cellXfs></styleSheet>`
    const { dates, percents } = stylesShowing(xml)
    expect({ dates: [...dates], percents: [...percents] }).toEqual({
      dates: as === 'dates' ? [1] : [],
      percents: as === 'percents' ? [1] : [],
    })
  })

  it.each([
    [[14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57], 'dates'],
    [[9, 10], 'percents'],
    [[0, 1, 2, 3, 4, 11, 12, 13, 37, 38, 39, 40, 48, 49], 'neither'],
  ] as const)('know formats that need no description: %j are %s', (ids, as) => {
    const { dates, percents } = stylesShowing(
      `<s><cellXfs>${ids.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></s>`,
    )
    const every = ids.map((_, nth) => nth)
    expect([[...dates], [...percents]]).toEqual([as === 'dates' ? every : [], as === 'percents' ? every : []])
  })

  it('count styles of cells alone, and a format by number alone', () => {
    const xml =
      '<s><numFmts><numFmt numFmtId="170"/><other numFmtId="171" formatCode="yyyy"/><other numFmtId="172" formatCode="0%"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="14"/></cellXfs>' +
      '<dxfs><xf numFmtId="14"/></dxfs></s>'
    expect([...stylesShowing(xml).dates]).toEqual([3])
    expect([...stylesShowing(xml).percents]).toEqual([])
  })

  it('must be well-formed', () => {
    expect(() => stringsIn('<sst><si></sst>')).toThrow(NotAWorkbook)
    expect(() => relationTargets('<a')).toThrow('a part is not well-formed')
  })
})
