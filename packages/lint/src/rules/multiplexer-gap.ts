/*
 * `socketcall` and `ipc` do the work of many calls. The first argument says which, and the arguments of the call stand in
 * memory that no filter reads. So a filter of `socket` needs a filter of `socketcall` too.
 *
 * The rule asks what the filter does, not what its rules say: a test of the first argument counts by its effect. `ipc`
 * ignores the upper half of its first argument, so 0x10001 makes the call that 1 makes; s390 refuses this.
 */
import { arg, policy } from '@seccompile/policy'
import { argument } from '@seccompile/rules'
import { MULTIPLEXERS } from '@seccompile/syscalls'
import type { MultiplexedCall, Multiplexer } from '@seccompile/syscalls'
import type { ExaminedAbi } from '../examined.ts'
import type { LintRule } from '../lint-rule.ts'
import { listed } from '../listed.ts'
import { shownText } from '../shown-text.ts'

/** What programs call on an ABI that has a call only by its multiplexer. @see the tables of calls: x86 has no `send` */
const INSTEAD: Readonly<Record<string, string>> = {
  accept: 'accept4',
  recv: 'recvfrom',
  semop: 'semtimedop_time64',
  semtimedop: 'semtimedop_time64',
  send: 'sendto',
}

const VERSIONLESS: readonly string[] = ['s390', 's390x']
const LOW_HALF = 0xffffn

/** A call of `multiplexer` that makes `made`, and runs. */
function running(
  on: ExaminedAbi,
  { name, mask }: Multiplexer,
  { call }: MultiplexedCall,
): ReturnType<ExaminedAbi['runs']> {
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
  name: 'multiplexer-gap',
  severity: 'high',
  means: 'A program can make a refused call through socketcall or ipc, which may run.',
  remedy: 'Refuse the multiplexer, or compile with multiplexers: runc.',
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
        const name = on.has(made.name) ? made.name : (INSTEAD[made.name] ?? made.name)
        const other = on.refused(name)
        const call = other && running(on, multiplexer, made)
        return other === undefined || call === undefined ? [] : [{ name, call, other }]
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
