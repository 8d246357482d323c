/* What the type system says of the builder; checked by tsc, never run. */
import { arg, errno, policy, resolve } from '@seccompile/policy'
import type { Policy, PolicyRule, Resolution } from '@seccompile/policy'
import { x86_64 } from '@seccompile/syscalls/x86_64'

const base = policy({ default: errno(1) })

export const plain: Policy = base.allow('read', 'write', arg(0).notIn(40n, [1, 2]))
export const resolved: Resolution = resolve(base, { abis: [x86_64] })

// @ts-expect-error a misspelt name
base.allow('raed')
// @ts-expect-error a misspelt name beside a right one
base.deny('read', 'wirte', errno(1))
// @ts-expect-error a misspelt capability
base.when({ caps: ['CAP_SYS_ADMNI'] }, (rules) => rules.allow('bpf'))
// @ts-expect-error no such argument
arg(6)
// @ts-expect-error a value as text
arg(0).eq('5')
// @ts-expect-error allow has its action already
base.allow('read', errno(1))
// @ts-expect-error the default is not optional
policy({})
// @ts-expect-error a misspelt architecture
policy({ default: errno(1), architectures: ['x68_64'] })
// @ts-expect-error policies do not change
export const changing: PolicyRule[] = base.rules
