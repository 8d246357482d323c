/* A filter with all facts that later questions need. */
import type { Program } from '@seccompile/abi'
import type { CompileOptions } from '@seccompile/compiler'
import type { ArgumentNames } from '@seccompile/describe'
import type { Filter } from '@seccompile/filter'

/** The filter that the page shows. */
export interface ShownFilter {
  readonly filter: Filter
  /** The program that is shown: the one given or compiled, or its optimised form. */
  readonly program: Program
  readonly args: ArgumentNames
  /** How a policy was compiled; absent for a raw filter. */
  readonly how?: Pick<CompileOptions, 'pipeline' | 'objective'>
}
