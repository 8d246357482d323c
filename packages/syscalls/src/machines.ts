import type { AbiToken } from './table/tokens.ts'

/**
 * The ABIs by which programs call the kernel of one machine. Which of them a kernel offers depends on its
 * configuration.
 * @see arch/x86/Kconfig: IA32_EMULATION, X86_X32_ABI; arch/arm64/Kconfig: COMPAT; the COMPAT of other architectures
 */
const MACHINES: readonly (readonly AbiToken[])[] = [
  ['x86_64', 'x86', 'x32'],
  ['aarch64', 'arm'],
  ['mips64', 'mips', 'mips64n32'],
  ['mipsel64', 'mipsel', 'mipsel64n32'],
  ['ppc64', 'ppc'],
  ['s390x', 's390'],
  ['parisc64', 'parisc'],
]

/** The other ABIs of the machine that `token` is for. */
export function otherAbisOf(token: AbiToken): readonly AbiToken[] {
  return (MACHINES.find((machine) => machine.includes(token)) ?? []).filter((other) => other !== token)
}
