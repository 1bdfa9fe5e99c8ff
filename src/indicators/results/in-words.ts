import type { Words } from '../../language/words.ts'
import type { WeightsOff } from './result.ts'

/** That the weights of outputs are not 100 % together, and where that is mended. */
export function weightsText({ sum, missing }: WeightsOff, { t }: Words): string {
  return missing === 0 ? t('indicators:weights.off', { sum }) : t('indicators:weights.missing', { sum, count: missing })
}
