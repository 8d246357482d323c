import type { BenchNoise } from '@seccompile/kernel'
import { table } from './table.ts'

/** How far two measurements of one filter were apart, as percentages. */
export const noisePercent = ({ mean, worst }: BenchNoise): string =>
  `${(mean * 100).toFixed(2)} %${worst === mean ? '' : ` on average, ${(worst * 100).toFixed(2)} % at worst`}`

/** The same for each kind of measurement, a line each, by its name in `kinds`. */
export function noiseText(
  noise: readonly BenchNoise[],
  kinds: Readonly<Record<BenchNoise['mode'], string>>,
): string {
  const rows = noise.map((one) => [kinds[one.mode], noisePercent(one)])
  return `noise: one filter measured twice differs by\n${table(['measured', 'difference'], rows)}`
}
