/*
 * Sockets that reach out of a container: AF_ALG is the kernel's cryptography, and AF_VSOCK reaches the host of a
 * virtual machine past the network namespace.
 *
 * An allow-list that refuses `mount` is for a container or a sandbox. If such a list names the families one by one,
 * it refuses a family that no kernel has, and contains AF_ALG on purpose. A list that lets both neighbours of a
 * family run has a range, such as all families below a number, and does not name the family. A family that runs only
 * because of bits that the kernel ignores is a finding of `width-gap`.
 */
import { AF_ALG, AF_VSOCK } from '@seccompile/constants/af'
import { valueOn } from '@seccompile/constants'
import { policy } from '@seccompile/policy'
import { all, argument } from '@seccompile/rules'
import type { Predicate } from '@seccompile/rules'
import type { ExaminedAbi } from '../examine/examined.ts'
import type { LintRule } from '../examine/lint-rule.ts'
import { listed } from '../examine/listed.ts'
import { shownText } from '../examine/shown-text.ts'

/** Above AF_MAX of every kernel so far, and within the bits of every type. @see include/linux/socket.h */
const NO_FAMILY = 0x7fn

/** The condition that the whole register of the family is `value`. */
function clean({ argumentOf }: ExaminedAbi, value: bigint): Predicate | undefined {
  const family = argumentOf('socket', 'family')
  return family && argument(family.index, [{ lo: value, hi: value }])
}

/** The lint rule `socket-family-open`. */
export const socketFamilyOpen: LintRule = {
  name: 'socket-family-open',
  severity: 'high',
  means:
    'A container can make sockets of AF_ALG, the cryptography of the kernel, or of AF_VSOCK, which reaches the host of a virtual machine.',
  remedy:
    'Allow socket by its family: family.notIn(AF_ALG, AF_VSOCK), or in() with the families that are needed.',
  sources: [
    'CVE-2026-31431',
    'https://github.com/moby/moby/pull/52494',
    'https://github.com/moby/moby/pull/44562',
    'vsock(7)',
  ],
  *check(on) {
    if (!on.isAllowList || !on.has('mount') || on.runs('mount') !== undefined) return
    const isRefused = (value: bigint): boolean => on.runs('socket', clean(on, value) ?? all([])) === undefined
    const isList = isRefused(NO_FAMILY)
    const isNamed = (value: bigint): boolean => isList && (isRefused(value - 1n) || isRefused(value + 1n))
    const open = [AF_ALG, AF_VSOCK].flatMap((family) => {
      const value = valueOn(family, on.abi.token)
      const args = value === undefined || isNamed(BigInt(value)) ? undefined : clean(on, BigInt(value))
      const call = args && on.runs('socket', args)
      return call === undefined ? [] : [call]
    })
    const [call] = open
    if (call === undefined) return
    const texts = listed(open.map((each) => shownText(on.abi, each)))
    yield { what: `${texts} ${open.length === 1 ? 'runs' : 'run'} in a list that refuses mount`, call }
  },
  caught: { policy: policy({ default: 'deny' }).allow('socket') },
  nearMiss: {
    policy: policy({ default: 'deny' }).allow('socket', ({ family }) => family.notIn(AF_ALG, AF_VSOCK)),
  },
}
