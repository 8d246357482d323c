import type { LintRule } from './lint-rule.ts'
import { ttyInjection } from './rules/tty-injection.ts'
import { widthGap } from './rules/width-gap.ts'

/** Every lint rule that comes with the package, sorted by name. */
export const lintRules: readonly LintRule[] = [ttyInjection, widthGap]
