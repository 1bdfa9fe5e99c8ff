import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes long begins first, so that no worker is left with it at the end. */
const LONG = [
  /^tests\/(browser|journeys|workbook)\//,
  /^tests\/(releases|attack)\/|^tests\/dashboards\/changed-definitions/,
  /^tests\/(suppression|disclosure|figures|framework|fixtures|projects)\/|^tests\/[\w-]+\.test\.ts$/,
]

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const order = new Map((await super.sort(files)).map((file, nth) => [file, nth]))
    return [...files].sort((a, b) => this.rank(a) - this.rank(b) || order.get(a)! - order.get(b)!)
  }

  private rank({ moduleId }: TestSpecification): number {
    const path = moduleId.slice(this.ctx.config.root.length + 1)
    const found = LONG.findIndex((pattern) => pattern.test(path))
    return found === -1 ? LONG.length : found
  }
}
