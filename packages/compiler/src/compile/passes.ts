import type { AnyPass } from '@seccompile/pass'
import { argChains } from '@seccompile/pass-arg-chains'
import { bst } from '@seccompile/pass-bst'
import { deadCode } from '@seccompile/pass-dead-code'
import { dedupe } from '@seccompile/pass-dedupe'
import { libseccompList, libseccompTree } from '@seccompile/pass-libseccomp-shapes'
import { lift } from '@seccompile/pass-lift'
import { linear } from '@seccompile/pass-linear'
import { lower } from '@seccompile/pass-lower'
import { mergeRanges } from '@seccompile/pass-merge-ranges'
import { redundantLoads } from '@seccompile/pass-redundant-loads'
import { shareTails } from '@seccompile/pass-share-tails'
import { sort } from '@seccompile/pass-sort'
import { threadJumps } from '@seccompile/pass-thread-jumps'

/** Every pass of the compiler, in the order in which a pipeline uses them. */
export const passes: readonly AnyPass[] = Object.freeze([
  dedupe,
  mergeRanges,
  sort,
  linear,
  libseccompList,
  libseccompTree,
  bst,
  lift,
  argChains,
  shareTails,
  lower,
  threadJumps,
  redundantLoads,
  deadCode,
])
