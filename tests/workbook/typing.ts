import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What somebody types into a cell of a sheet, counted from 0. */
export type TypedCell = { sheet: number; address: string; text: string }

const DOCTYPE = (name: string, kind: string) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE ${name} PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "${kind}.dtd">`

/** Opens a workbook, types as a person would, works everything out and saves it: `FormulaLocal` is what stands in the line above the sheet. */
const FILL = `Sub Fill(source, target, typed)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  nth = FreeFile
  Open typed For Input As #nth
  Do While Not EOF(nth)
    Line Input #nth, one
    part = Split(one, Chr(9))
    book.Sheets(CInt(part(0))).getCellRangeByName(part(1)).FormulaLocal = part(2)
  Loop
  Close #nth
  book.calculateAll()
  Dim kind(0) As New com.sun.star.beans.PropertyValue
  kind(0).Name = "FilterName"
  kind(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), kind())
  book.close(True)
End Sub`

const OFFICE = 'soffice'

/** A workbook as LibreOffice saves it after somebody has typed into it there. @param folder to work in */
export function typedInOffice(folder: string, file: Uint8Array, cells: readonly TypedCell[]): Uint8Array {
  const [profile, source, target, typed] = ['office', 'template.xlsx', 'filled.xlsx', 'typed.txt'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  const office = (...given: string[]) =>
    execFileSync(OFFICE, [`-env:UserInstallation=file://${profile}`, '--headless', '--norestore', ...given], {
      stdio: 'ignore',
    })
  const library = join(profile, 'user', 'basic', 'Standard')
  // The first start makes a profile of its own, and would replace what stands there.
  if (!existsSync(library)) office('--terminate_after_init')
  writeFileSync(
    join(library, 'Module1.xba'),
    `${DOCTYPE('script:module', 'module')}<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">${FILL}</script:module>`,
  )
  writeFileSync(source, file)
  writeFileSync(typed, cells.map(({ sheet, address, text }) => `${sheet}\t${address}\t${text}`).join('\n'))
  office(`macro:///Standard.Module1.Fill("${source}","${target}","${typed}")`)
  return new Uint8Array(readFileSync(target))
}
