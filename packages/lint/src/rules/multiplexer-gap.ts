/*
 * `socketcall` and `ipc` have the effect of many calls. The first argument selects the call, and the arguments of the
 * call are in memory that no filter reads. So a filter of `socket` needs a filter of `socketcall` too.
 *
 * The rule examines the verdicts of the filter, not the text of its rules: a test of the first argument counts by its
 * effect. `ipc` ignores the upper half of its first argument, so 0x10001 makes the same call as 1; s390 refuses such
 * numbers.
 */
import { arg, policy } from '@seccompile/policy'
import type { ShownCall } from '@seccompile/policy'
import { all, argument } from '@seccompile/rules'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { MultiplexedCall, Multiplexer } from '@seccompile/syscalls'
import type { ExaminedAbi } from '../examine/examined.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { listed } from '../examine/listed.ts'
import { shownText } from '../examine/shown-text.ts'
import { warningFacts } from '../examine/warning-facts.ts'

/** Calls that each have the effect of another call, if some of their arguments are 0. */
interface Stand {
  readonly names: readonly string[]
  readonly zero: readonly string[]
}

/**
 * Replacements for a call that an ABI has only behind its multiplexer. @see the tables of calls: x86 has no `send`
 */
const INSTEAD: Readonly<Record<string, Stand>> = {
  accept: { names: ['accept4'], zero: ['flags'] },
  recv: { names: ['recvfrom'], zero: ['addr', 'addr_len'] },
  semop: { names: ['semtimedop', 'semtimedop_time64'], zero: ['timeout'] },
  semtimedop: { names: ['semtimedop_time64'], zero: [] },
  send: { names: ['sendto'], zero: ['addr', 'addr_len'] },
}

/** A call, and its name. */
interface CallWithName {
  readonly name: string
  readonly call: ShownCall
}

/** A refused call with the effect of `made`. */
function refusedOf(on: ExaminedAbi, made: string): CallWithName | undefined {
  const { names, zero } = (on.has(made) ? undefined : INSTEAD[made]) ?? { names: [made], zero: [] }
  const name = names.find((each) => on.has(each))
  if (name === undefined) return undefined
  const call = on.refused(name, all(zero.flatMap((wanted) => on.is(name, wanted, 0n) ?? [])))
  return call && { name, call }
}

const VERSIONLESS: readonly string[] = ['s390', 's390x']
const LOW_HALF = 0xffffn

/** A call of `multiplexer` that runs and makes `made`. */
function running(
  on: ExaminedAbi,
  { name, mask }: Multiplexer,
  { call }: MultiplexedCall,
): ShownCall | undefined {
  const selector = on.argumentOf(name, 'call')
  const exact = on.is(name, 'call', BigInt(call))
  if (selector === undefined || exact === undefined) return undefined
  const found = on.runs(name, exact)
  if (found !== undefined || BigInt(mask) !== LOW_HALF || VERSIONLESS.includes(on.abi.token)) return found
  return on.runs(name, argument(selector.index, [{ lo: BigInt(call), hi: BigInt(call) }], LOW_HALF))
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
  *check(on) {
    for (const multiplexer of MULTIPLEXERS) {
      const gaps = multiplexer.calls.flatMap((made) => {
        const refused = refusedOf(on, made.name)
        const call = refused && running(on, multiplexer, made)
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
