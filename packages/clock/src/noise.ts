import { expectList, expectObject } from '@seccompile/shape'
import { table } from '@seccompile/text-layout'
import type { BenchNoise } from './rounds.ts'

/** The difference of two measurements of one filter, as percentages. */
export function noisePercent(noise: Pick<BenchNoise, 'mean' | 'worst'>): string {
  expectObject(noise, 'noise', 'mean', 'worst')
  const { mean, worst } = noise
  return `${(mean * 100).toFixed(2)} %${worst === mean ? '' : ` on average, ${(worst * 100).toFixed(2)} % at worst`}`
}

/** {@link noisePercent} for each kind of measurement, a line each; `kinds` names them. */
export function noiseText(
  noise: readonly BenchNoise[],
  kinds: Readonly<Record<BenchNoise['mode'], string>>,
): string {
  expectList(noise, 'noise', 'mode', 'mean', 'worst')
  expectObject(kinds, 'kinds')
  const rows = noise.map((one) => [kinds[one.mode], noisePercent(one)])
  return `noise: one filter measured twice differs by\n${table(['measured', 'difference'], rows)}`
}
