import type { BenchNoise } from './rounds.ts'
import { table } from '@seccompile/text-layout'

/** The difference of two measurements of one filter, as percentages. */
export const noisePercent = ({ mean, worst }: BenchNoise): string =>
  `${(mean * 100).toFixed(2)} %${worst === mean ? '' : ` on average, ${(worst * 100).toFixed(2)} % at worst`}`

/** {@link noisePercent} for each kind of measurement, a line each; `kinds` names them. */
export function noiseText(
  noise: readonly BenchNoise[],
  kinds: Readonly<Record<BenchNoise['mode'], string>>,
): string {
  const rows = noise.map((one) => [kinds[one.mode], noisePercent(one)])
  return `noise: one filter measured twice differs by\n${table(['measured', 'difference'], rows)}`
}
