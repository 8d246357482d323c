import {
  AUDIT_ARCH,
  BPF,
  BPF_MAXINSNS,
  BPF_MEMWORDS,
  BPF_X,
  MAX_ERRNO,
  NO_CALL,
  SECCOMP_DATA_BYTES,
  SECCOMP_RET,
  SOCK_FILTER_BYTES,
} from '@seccompile/abi'
import { expect, it } from 'vitest'

it('an arch is the ELF machine with bits for 64-bit registers, little endian and n32', () => {
  // include/uapi/linux/audit.h: __AUDIT_ARCH_64BIT, __AUDIT_ARCH_LE, __AUDIT_ARCH_CONVENTION_MIPS64_N32
  const [WIDE, LE, N32] = [2 ** 31, 2 ** 30, 2 ** 29]
  // include/uapi/linux/elf-em.h
  const EM = { I386: 3, M68K: 4, MIPS: 8, PARISC: 15, PPC: 20, PPC64: 21, S390: 22, ARM: 40, SH: 42, X86_64: 62, AARCH64: 183, RISCV: 243, LOONGARCH: 258 } // prettier-ignore
  expect(AUDIT_ARCH).toEqual({
    X86_64: EM.X86_64 + WIDE + LE,
    I386: EM.I386 + LE,
    AARCH64: EM.AARCH64 + WIDE + LE,
    ARM: EM.ARM + LE,
    LOONGARCH64: EM.LOONGARCH + WIDE + LE,
    M68K: EM.M68K,
    MIPS: EM.MIPS,
    MIPSEL: EM.MIPS + LE,
    MIPS64: EM.MIPS + WIDE,
    MIPSEL64: EM.MIPS + WIDE + LE,
    MIPS64N32: EM.MIPS + WIDE + N32,
    MIPSEL64N32: EM.MIPS + WIDE + LE + N32,
    PARISC: EM.PARISC,
    PARISC64: EM.PARISC + WIDE,
    PPC: EM.PPC,
    PPC64: EM.PPC64 + WIDE,
    PPC64LE: EM.PPC64 + WIDE + LE,
    RISCV64: EM.RISCV + WIDE + LE,
    S390: EM.S390,
    S390X: EM.S390 + WIDE,
    SH: EM.SH,
    SHEL: EM.SH + LE,
  })
})

it('an instruction code is its class, its operation and where its operand is', () => {
  // include/uapi/linux/bpf_common.h: BPF_CLASS(), BPF_SIZE(), BPF_MODE(), BPF_OP(), BPF_SRC(), BPF_RVAL(), BPF_MISCOP()
  const [LD, LDX, ST, STX, ALU, JMP, RET, MISC] = [0, 1, 2, 3, 4, 5, 6, 7]
  const [IMM, ABS, MEM, LEN] = [0x00, 0x20, 0x60, 0x80]
  const ALU_OPS = { ADD: 0, SUB: 1, MUL: 2, DIV: 3, OR: 4, AND: 5, LSH: 6, RSH: 7, XOR: 10 }
  const JMP_OPS = { JEQ: 1, JGT: 2, JGE: 3, JSET: 4 }
  const twoForms = (kind: number, operations: Readonly<Record<string, number>>) =>
    Object.fromEntries(
      Object.entries(operations).flatMap(([name, operation]) => [
        [`${name}_K`, kind + 16 * operation],
        [`${name}_X`, kind + 16 * operation + 8],
      ]),
    )
  expect(BPF).toEqual({
    LD_ABS: LD + ABS,
    LD_IMM: LD + IMM,
    LDX_IMM: LDX + IMM,
    LD_MEM: LD + MEM,
    LDX_MEM: LDX + MEM,
    LD_LEN: LD + LEN,
    LDX_LEN: LDX + LEN,
    ST,
    STX,
    ...twoForms(ALU, ALU_OPS),
    NEG: ALU + 0x80,
    JA: JMP,
    ...twoForms(JMP, JMP_OPS),
    TAX: MISC,
    TXA: MISC + 0x80,
    RET_K: RET,
    RET_A: RET + 0x10,
  })
  expect(BPF_X).toBe(8)
})

it('actions have the values of the kernel', () => {
  // include/uapi/linux/seccomp.h
  expect(SECCOMP_RET).toEqual({
    KILL_PROCESS: 0x80000000,
    KILL_THREAD: 0,
    TRAP: 0x00030000,
    ERRNO: 0x00050000,
    USER_NOTIF: 0x7fc00000,
    TRACE: 0x7ff00000,
    LOG: 0x7ffc0000,
    ALLOW: 0x7fff0000,
  })
})

it('limits and sizes are those of the kernel', () => {
  expect([BPF_MAXINSNS, BPF_MEMWORDS, MAX_ERRNO]).toEqual([4096, 16, 4095])
  expect(SOCK_FILTER_BYTES).toBe(2 + 1 + 1 + 4) // struct sock_filter
  expect(SECCOMP_DATA_BYTES).toBe(4 + 4 + 8 + 6 * 8) // struct seccomp_data
  expect(NO_CALL).toBe(-1 >>> 0)
})
