/* Programs to begin with: those of presets, and one with every instruction. */
import { program } from '@seccompile/cbpf'
import type { Program } from '@seccompile/abi'
import { compileRules } from '@seccompile/compiler'
import { presetRules } from '@seccompile/soak/inputs/readers'
import { KERNEL_CODES, KERNEL_TESTS } from './oracles/kernel-rules.ts'
import type { Insn } from './oracles/kernel-rules.ts'

/** Every code once, in a program that the kernel takes. */
const everyInsn: readonly Insn[] = [
  ...[0x02, 0x03].map((code) => ({ code, jt: 0, jf: 0, k: 1 })),
  ...KERNEL_CODES.filter((code) => ![0x02, 0x03, 0x06, 0x16].includes(code)).map((code) => ({
    code,
    jt: 0,
    jf: KERNEL_TESTS.includes(code) ? 1 : 0,
    k: code === 0x20 ? 16 : code === 0x05 ? 0 : 1,
  })),
  { code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 },
  { code: 0x16, jt: 0, jf: 0, k: 0 },
]

/** A test of an argument behind arithmetic that `lift` follows. */
const liftable: readonly Insn[] = [
  { code: 0x20, jt: 0, jf: 0, k: 16 },
  { code: 0x54, jt: 0, jf: 0, k: 0xff },
  { code: 0x74, jt: 0, jf: 0, k: 2 },
  { code: 0x02, jt: 0, jf: 0, k: 3 },
  { code: 0x61, jt: 0, jf: 0, k: 3 },
  { code: 0x00, jt: 0, jf: 0, k: 5 },
  { code: 0x0c, jt: 0, jf: 0, k: 0 },
  { code: 0x35, jt: 0, jf: 1, k: 7 },
  { code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 },
  { code: 0x06, jt: 0, jf: 0, k: 0x5_0001 },
]

/** A test of a sum. A change of one byte gives each other operation. */
const summed: readonly Insn[] = [
  { code: 0x20, jt: 0, jf: 0, k: 16 },
  { code: 0x04, jt: 0, jf: 0, k: 5 },
  { code: 0x15, jt: 0, jf: 1, k: 7 },
  { code: 0x06, jt: 0, jf: 0, k: 0x7fff_0000 },
  { code: 0x06, jt: 0, jf: 0, k: 0x5_0001 },
]

/** The programs to begin with. */
export async function seedPrograms(): Promise<readonly Program[]> {
  const presets = await Promise.all(['no-network', 'mode-strict'].map((preset) => presetRules(preset)))
  return [
    ...presets.flatMap((rules) => [compileRules(rules, { pipeline: 'none' }), compileRules(rules)]),
    program(everyInsn),
    program(liftable),
    program(summed),
  ]
}
