import type { Text } from '../language/text.ts'
import type { YearStart } from '../vocabulary/indicator.ts'
import { type Layout, type ReleaseAudience, type ReleaseLanguage, USUAL_THRESHOLDS } from '../vocabulary/release.ts'
import { USUAL_WORKBOOK, type WorkbookLayout } from './workbook-layout.ts'

/** Who pays for the project, and how its reports are made; null = as the project has it. */
export type Donor = {
  code: string
  name: Text
  /** Of the organisation, where aid is published. */
  identifier: string | null
  language: ReleaseLanguage
  /** First month of its fiscal year. */
  fiscalStartMonth: YearStart | null
  /** Counts below it are hidden from it. */
  threshold: number | null
  rag: { green: number; amber: number } | null
  /** How finely its reports are cut, unless a manager chooses otherwise. */
  layout: Layout | null
  /** How its workbook is laid out; null = as workbooks usually are. */
  workbook: WorkbookLayout | null
}

/** What a donor leaves open and the layout of its workbook says. */
export type DonorUsual = {
  [Key in 'language' | 'fiscalStartMonth' | 'threshold' | 'rag' | 'layout']: Donor[Key] | null
}

/** A donor as its reports are made: what it leaves open is as its layout has it. */
export function donorWith(
  own: Omit<Donor, keyof DonorUsual | 'workbook'> & DonorUsual,
  workbook: (WorkbookLayout & { usual: DonorUsual }) | null,
): Donor {
  const { usual, ...layout } = workbook ?? { usual: null }
  return {
    ...own,
    language: own.language ?? usual?.language ?? 'both',
    fiscalStartMonth: own.fiscalStartMonth ?? usual?.fiscalStartMonth ?? null,
    threshold: own.threshold ?? usual?.threshold ?? null,
    rag: own.rag ?? usual?.rag ?? null,
    layout: own.layout ?? usual?.layout ?? null,
    workbook: workbook && (layout as WorkbookLayout),
  }
}

/** The donor a code names; else the first one. Null in a project without any. */
export function donorNamed(donors: readonly Donor[], code: string | null): Donor | null {
  return donors.find((one) => one.code === code) ?? donors[0] ?? null
}

/** What a donor's workbook is made of; of one without a layout of its own, or of nobody, as workbooks usually are. */
export function workbookLayoutFor(
  donors: readonly Donor[],
  code: string | null,
): Pick<WorkbookLayout, 'sheets' | 'columns' | 'deviations'> {
  return donors.find((one) => one.code === code)?.workbook ?? USUAL_WORKBOOK
}

/**
 * The threshold of an audience: a donor's own, else the project's.
 * @param project null = the usual ones
 */
export function thresholdOf(
  project: { donors: readonly Donor[]; thresholds: Readonly<Record<ReleaseAudience, number>> } | null,
  audience: ReleaseAudience,
  donorCode: string | null,
): number {
  const own = audience === 'donor' ? project?.donors.find(({ code }) => code === donorCode)?.threshold : null
  return own ?? (project?.thresholds ?? USUAL_THRESHOLDS)[audience]
}

/** Below which counts are hidden from every donor of a project, and from one at least, when nobody asks for other numbers. */
export function donorThresholds({
  donors,
  thresholds,
}: {
  donors: readonly Pick<Donor, 'threshold'>[]
  thresholds: Readonly<Record<ReleaseAudience, number>>
}): { everyone: number; anyone: number } {
  const own = donors.length === 0 ? [thresholds.donor] : donors.map(({ threshold }) => threshold ?? thresholds.donor)
  return { everyone: Math.min(...own), anyone: Math.max(...own) }
}
