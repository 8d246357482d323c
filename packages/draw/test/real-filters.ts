/* The default profile of containers for x86_64, as the pictures of whole filters show it. */
import { compile, cost } from '@seccompile/compiler'
import type { AbiCost } from '@seccompile/compiler'
import { dockerProfile } from '@seccompile/presets/docker-profile'
import { regions } from '@seccompile/prover'
import type { Regions } from '@seccompile/prover'
import { abiTable, calls } from '@seccompile/syscalls'
import type { CallsOfAbi } from '@seccompile/draw'

const x86_64 = abiTable('x86_64')
const { program, rules } = compile(dockerProfile, { abis: [x86_64], prove: false })

/** The calls of x86_64. */
export const X86_64: CallsOfAbi = { abi: 'x86_64', arch: x86_64.auditArch, calls: calls(x86_64) }

/** The cost of the profile. */
export const COST: AbiCost = cost(program, [x86_64]).abis[0]!

/** The meaning of the profile. */
export function meaningOf(): Regions {
  const found = regions({ level: 'rules', ir: rules })
  if (found.kind === 'undecided') throw new Error(found.reason)
  return found
}

/** A name that tries to be more than a name. */
export const HOSTILE = '</title><script>alert(1)</script>\u202e"\'&\u0000]]>'
