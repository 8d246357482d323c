/* Filters of a few calls, for the reports. */
import { compileStack } from '@seccompile/compiler'
import type { StackCompilation } from '@seccompile/compiler'
import { NEWEST_KERNEL, policy } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import type { CompilationChoices } from '@seccompile/report/compilation'

export const x86_64 = abiTable('x86_64')

/** The compilation, for x86_64, of a policy that refuses `calls`. */
export function refusing(...calls: readonly ('getpid' | 'ptrace' | 'mount')[]): StackCompilation {
  return compiled(policy({ default: 'allow' }).deny(...calls))
}

export function compiled(source: Policy): StackCompilation {
  return compileStack(source, { abis: [x86_64] })
}

/** What a person who asks for nothing special asks for. */
export const CHOICES: CompilationChoices = {
  output: 'out.bpf',
  files: ['out.bpf'],
  sizes: [88],
  stale: [],
  caps: [],
  kernel: NEWEST_KERNEL,
  how: 'speed',
  isBounded: false,
  isVerbose: false,
}
