/*
 * A deny-list that refuses one of several calls with the same effect. A program, or its C library, makes another one:
 * deny('open') while `openat` runs. An allow-list leaves out calls without meaning to forbid their effect, so
 * `libc-gap` covers allow-lists.
 *
 * A call refused by ENOSYS makes programs use another variant, so it is no gap. Nor is a call that libc replaces only
 * after ENOSYS; `enosys-expected` covers it.
 */
import { refuses } from '@seccompile/abi'
import { policy, variantNames, variants } from '@seccompile/policy'
import { libcFallbacks } from '../calls/libc-fallbacks.ts'
import { listed } from '../examine/listed.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { isEnosys, isRefusedWhole } from '../examine/refused-whole.ts'
import { shownText } from '../examine/shown-text.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** The lint rule `variant-gap`. */
export const variantGap: LintRule = {
  ...warningFacts('variant-gap'),
  sources: ['open(2)', 'include/uapi/asm-generic/unistd.h: __ARCH_WANT_RENAMEAT'],
  *check(on) {
    if (on.isAllowList) return
    const fallbacks = new Set(libcFallbacks(on.has).map(({ call }) => call))
    for (const family of variantNames) {
      const names: readonly string[] = variants(family)
      const refused = names.filter((name) => !fallbacks.has(name) && isRefusedWhole(on, name))
      const other = refused
        .map((name) => on.call(name, (verdict) => refuses(verdict) && !isEnosys(on.abi, verdict)))
        .find((call) => call !== undefined)
      const open = names.filter((name) => on.runs(name) !== undefined)
      const call = open.map((name) => on.runs(name)).at(0)
      if (other === undefined || call === undefined) continue
      const what = `${shownText(on.abi, other)} is refused and ${listed(open)} ${open.length === 1 ? 'runs and does' : 'run and do'} the same: ${shownText(on.abi, call)} runs`
      yield { what, call, other, instead: `refuse all of variants('${family}')` }
    }
  },
  caught: { policy: policy({ default: 'allow' }).deny('open', 'creat') },
  nearMiss: { policy: policy({ default: 'allow' }).deny('open', 'creat', 'openat', 'openat2') },
}
