import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const OFFICE = ['soffice', 'libreoffice']

/** LibreOffice would believe the results that it finds in a file, unless it is told not to (Calc, Formula, Recalculation on load). */
function alwaysWorkingOut(profile: string): void {
  mkdirSync(join(profile, 'user'), { recursive: true })
  writeFileSync(
    join(profile, 'user', 'registrymodifications.xcu'),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"><value>0</value></prop></item>
</oor:items>`,
  )
}

/**
 * Opens workbooks in LibreOffice, which works everything out anew, and saves them in another format: all in one start.
 * @param folder where it may write; whoever made it takes it away
 */
export function converted(
  folder: string,
  to: 'xlsx' | 'pdf',
  files: Readonly<Record<string, Uint8Array>>,
): Map<string, Buffer> {
  const out = mkdtempSync(join(folder, 'out-'))
  const profile = join(folder, 'profile')
  alwaysWorkingOut(profile)
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(folder, `${name}.xlsx`), bytes)
  const sources = Object.keys(files).map((name) => join(folder, `${name}.xlsx`))
  office(`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', to, '--outdir', out, ...sources)
  return new Map(Object.keys(files).map((name) => [name, readFileSync(join(out, `${name}.${to}`))]))
}

function office(...given: string[]): void {
  for (const program of OFFICE) {
    try {
      execFileSync(program, given, { stdio: 'ignore' })
      return
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  throw new Error('The workbook tests need LibreOffice: sudo apt-get install libreoffice-calc')
}
