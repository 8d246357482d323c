/* Programs to begin with: those of presets, and one with every instruction. */
import { program } from '@seccompile/cbpf'
import type { Program } from '@seccompile/abi'
import { compileRules } from '@seccompile/compiler'
import { presetRules } from '@seccompile/soak/inputs/readers'
import { KERNEL_CODES, KERNEL_TESTS } from './oracles/kernel-rules.ts'
import type { Insn } from './oracles/kernel-rules.ts'

const insn = (code: number, k: number, jf: number = 0): Insn => ({ code, jt: 0, jf, k })

/** Every code once, in a program that the kernel takes. */
const everyInsn: readonly Insn[] = [
  ...[0x02, 0x03].map((code) => insn(code, 1)),
  ...KERNEL_CODES.filter((code) => ![0x02, 0x03, 0x06, 0x16].includes(code)).map((code) =>
    insn(code, code === 0x20 ? 16 : code === 0x05 ? 0 : 1, KERNEL_TESTS.includes(code) ? 1 : 0),
  ),
  insn(0x06, 0x7fff_0000),
  insn(0x16, 0),
]

/** A test of an argument behind arithmetic that `lift` follows. */
const liftable: readonly Insn[] = [
  insn(0x20, 16),
  insn(0x54, 0xff),
  insn(0x74, 2),
  insn(0x02, 3),
  insn(0x61, 3),
  insn(0x00, 5),
  insn(0x0c, 0),
  insn(0x35, 7, 1),
  insn(0x06, 0x7fff_0000),
  insn(0x06, 0x5_0001),
]

/** A test of a sum. A change of one byte gives each other operation. */
const summed: readonly Insn[] = [
  insn(0x20, 16),
  insn(0x04, 5),
  insn(0x15, 7, 1),
  insn(0x06, 0x7fff_0000),
  insn(0x06, 0x5_0001),
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
