/*
 * `socketcall` and `ipc` have the effect of many calls. The first argument selects the call, and the arguments of the
 * call are in memory that no filter reads. So a filter of `socket` needs a filter of `socketcall` too.
 *
 * The rule examines the verdicts of the filter, not the text of its rules: a test of the first argument counts by its
 * effect. `ipc` ignores the upper half of its first argument, so 0x10001 makes the same call as 1; s390 refuses such
 * numbers.
 */
import { letsRun } from '@seccompile/abi'
import { arg, policy } from '@seccompile/policy'
import type { ShownCall } from '@seccompile/policy'
import { callInPlaceOf, multiplexerRoute } from '@seccompile/routes'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { MultiplexedCall } from '@seccompile/syscalls'
import type { ExaminedAbi, ExaminedFilter } from '../examine/examined.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { listed } from '../examine/listed.ts'
import { shownText } from '../examine/shown-text.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** A call, and its name. */
interface CallWithName {
  readonly name: string
  readonly call: ShownCall
}

/** A refused call with the effect of `made`. */
function refusedOf(on: ExaminedAbi, made: string): CallWithName | undefined {
  const found = callInPlaceOf(on.abi, made)
  const call = found && on.refused(found.name, found.args)
  return call && { name: found.name, call }
}

/** A call of the multiplexer that runs and makes the call `name`. */
function running(
  { abi }: ExaminedAbi,
  { inquiry }: ExaminedFilter,
  { name }: MultiplexedCall,
): ShownCall | undefined {
  const route = multiplexerRoute(abi, name)
  const found = route && inquiry.call(letsRun, route)
  return found && { abi: abi.token, data: found.data }
}

/** AF_ALG, as a profile writes it. */
const AF_ALG = 38

/** The lint rule `multiplexer-gap`. */
export const multiplexerGap: LintRule = {
  ...warningFacts('multiplexer-gap'),
  sources: [
    'socketcall(2)',
    'ipc(2)',
    'net/socket.c: sys_socketcall()',
    'https://github.com/moby/moby/pull/33108',
    'https://github.com/moby/moby/pull/52494',
    'https://github.com/flatpak/flatpak/issues/6773',
    'https://github.com/seccomp/libseccomp/issues/476',
    'https://github.com/systemd/systemd/issues/4575',
  ],
  *check(on, looked) {
    for (const multiplexer of MULTIPLEXERS) {
      if (!on.has(multiplexer.name)) continue
      const gaps = multiplexer.calls.flatMap((made) => {
        const refused = refusedOf(on, made.name)
        const call = refused && running(on, looked, made)
        return refused === undefined || call === undefined
          ? []
          : [{ name: refused.name, call, other: refused.call }]
      })
      const [first] = gaps
      if (first === undefined) continue
      const names = listed([...new Set(gaps.map(({ name }) => name))])
      const what = `${shownText(on.abi, first.call)} runs and ${shownText(on.abi, first.other)} is refused; ${multiplexer.name} does what ${names} would`
      yield { what, call: first.call, other: first.other }
    }
  },
  caught: {
    policy: policy({ default: 'allow', abis: ['x86'] }).deny('socket', arg(0).eq(AF_ALG)),
  },
  nearMiss: {
    policy: policy({ default: 'allow', abis: ['x86'] })
      .deny('socket', arg(0).eq(AF_ALG))
      .deny('socketcall', ({ call }) => call.eq(1)),
  },
}
