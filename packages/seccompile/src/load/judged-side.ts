import { withTestedAbis } from '@seccompile/describe'
import type { AbiOptions } from '../options/abi.ts'
import type { Side } from './side.ts'

/** The side for a judgement: without `--abi`, a raw filter is judged on the ABIs that it is about, and not on x86_64 alone. */
export const judgedSide = (side: Side, { abi }: AbiOptions): Side =>
  abi !== undefined || side.policy !== undefined ? side : withTestedAbis(side)
