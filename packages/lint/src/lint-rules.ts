import type { LintRule } from './lint-rule.ts'
import { cannotLive } from './rules/cannot-live.ts'
import { enosysExpected } from './rules/enosys-expected.ts'
import { libcGap } from './rules/libc-gap.ts'
import { notifyGap } from './rules/notify-gap.ts'
import { notifyPointers } from './rules/notify-pointers.ts'
import { pointerCompared } from './rules/pointer-compared.ts'
import { sendtoRefused } from './rules/sendto-refused.ts'
import { ttyInjection } from './rules/tty-injection.ts'
import { uretprobeRefused } from './rules/uretprobe-refused.ts'
import { variantGap } from './rules/variant-gap.ts'
import { widthGap } from './rules/width-gap.ts'

/** Every lint rule that comes with the package, sorted by name. */
export const lintRules: readonly LintRule[] = [
  cannotLive,
  enosysExpected,
  libcGap,
  notifyGap,
  notifyPointers,
  pointerCompared,
  sendtoRefused,
  ttyInjection,
  uretprobeRefused,
  variantGap,
  widthGap,
]
