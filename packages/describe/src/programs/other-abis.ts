/*
 * The verdicts of a filter on calls of the other ABIs of its machine.
 *
 * A program on x86_64 can make calls of x86 and x32. A policy that is not compiled for these ABIs gives all their
 * calls one verdict. The verdict is found by running the program of the filter on one call of each ABI.
 */
import { seccompData } from '@seccompile/abi'
import type { Endianness, Program } from '@seccompile/abi'
import { run } from '@seccompile/interpreter'
import { stackVerdict } from '@seccompile/prover'
import { verdictFacts } from '../names/verdict-at.ts'
import { expectList } from '@seccompile/shape'
import { abis as allAbis } from '@seccompile/syscalls'
import type { AbiFacts, AbiToken } from '@seccompile/syscalls'

/** The ABIs that the kernel of one machine may offer. */
const MACHINES: readonly (readonly AbiToken[])[] = [
  ['x86_64', 'x86', 'x32'],
  ['aarch64', 'arm'],
  ['mips64', 'mips', 'mips64n32'],
  ['mipsel64', 'mipsel', 'mipsel64n32'],
  ['parisc64', 'parisc'],
  ['ppc64', 'ppc'],
  ['s390x', 's390'],
]

/** An ABI of the machine that the filter does not cover, the verdict on its calls, and the name of an errno. */
export interface OtherAbi {
  readonly abi: AbiToken
  readonly verdict: string
  readonly errno?: string
}

/** The other ABIs of the machine of `abis`, with the verdict that `programs` together give to their calls. */
export function otherAbis(
  programs: readonly Program[],
  abis: readonly AbiFacts[],
  endianness: Endianness,
): readonly OtherAbi[] {
  expectList(programs, 'programs')
  expectList(abis, 'abis', 'token')
  const own = abis.map(({ token }) => token)
  const machine = MACHINES.find((tokens) => own.some((token) => tokens.includes(token))) ?? []
  return allAbis
    .filter(({ token }) => machine.includes(token) && !own.includes(token))
    .map(({ token, auditArch, base }) => {
      const data = seccompData({ nr: base, arch: auditArch, args: [] })
      const verdicts = programs.map((program) => run(program, data, endianness).verdict)
      return { abi: token, ...verdictFacts({ verdict: stackVerdict(verdicts) }, [token]) }
    })
}

/** The verdicts on calls of other ABIs in one line: `calls of x86 and x32 get KILL_THREAD`. */
export function otherAbisLine(others: readonly OtherAbi[]): string | undefined {
  expectList(others, 'others', 'abi', 'verdict')
  const byVerdict = new Map<string, AbiToken[]>()
  for (const { abi, verdict, errno } of others) {
    const text = errno === undefined ? verdict : `ERRNO(${errno})`
    byVerdict.set(text, [...(byVerdict.get(text) ?? []), abi])
  }
  const parts = [...byVerdict].map(([verdict, tokens]) => `of ${tokens.join(' and ')} get ${verdict}`)
  return parts.length === 0 ? undefined : `calls ${parts.join(', ')}`
}
