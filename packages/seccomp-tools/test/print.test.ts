import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { canonical, isConditional, program } from '@seccompile/cbpf'
import { arbitraryProgram } from '@seccompile/cbpf/arbitrary'
import {
  heldProgram,
  parseSeccompTools,
  printSeccompTools,
  printSeccompToolsListing,
} from '@seccompile/seccomp-tools'
import { IrError } from '@seccompile/shape'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const tables = (...tokens: AbiToken[]) => tokens.map((token) => abiTable(token))
const insn = (code: number, k = 0, jt = 0, jf = 0): SockFilter => ({ code, jt, jf, k })

/** A filter for two architectures, which refuses execve, io_uring_setup and a number of x32. */
const FILTER: Program = program([
  insn(BPF.LD_ABS, 4),
  insn(BPF.JEQ_K, 0x4000_0003, 6, 0),
  insn(BPF.JEQ_K, 0xc000_003e, 1, 0),
  insn(BPF.JEQ_K, 0x4000_0028, 7, 7),
  insn(BPF.LD_ABS, 0),
  insn(BPF.JEQ_K, 59, 6, 0),
  insn(BPF.JEQ_K, 425, 5, 0),
  insn(BPF.JGE_K, 0x4000_0000, 4, 3),
  insn(BPF.LD_ABS, 0),
  insn(BPF.JEQ_K, 11, 2, 0),
  insn(BPF.LDX_LEN),
  insn(BPF.RET_K, 0x7fff_0000),
  insn(BPF.RET_K, 0x0005_0001),
])

it('writes names that every version of the tool has, and numbers with a comment for others', () => {
  expect(printSeccompTools(FILTER, { abis: tables('x86_64', 'x86') })).toBe(`# seccomp-tools asm --arch amd64
  A = arch
  A == ARCH_I386 ? L8 : next
  A == ARCH_X86_64 ? L4 : next
  goto L11
L4:
  A = sys_number
  A == execve ? L12 : next
  A == 0x1a9 ? L12 : next         # io_uring_setup
  A >= 0x40000000 ? L12 : L11
L8:
  A = sys_number
  A == i386.execve ? L12 : next
  X = 0x40
L11:
  return ALLOW
L12:
  return ERRNO(1)
`)
})

it('writes numbers where no table is given, and no comments where none are wanted', () => {
  const plain = printSeccompTools(FILTER)
  expect(plain).toContain('  A == 0x3b ? L12 : next\n')
  expect(plain).not.toContain('#')
  expect(printSeccompTools(FILTER, { abis: tables('x86_64'), comments: false })).not.toContain('#')
})

it('names words of an argument by their offset where versions of the tool read them differently', () => {
  const load = program([
    insn(BPF.LD_ABS, 24),
    insn(BPF.LD_ABS, 8),
    insn(BPF.LD_ABS, 12),
    insn(BPF.LD_ABS, 4),
    insn(BPF.RET_A),
  ])
  expect(printSeccompTools(load, { abis: tables('s390x') })).toBe(`# seccomp-tools asm --arch s390x
  A = data[24]                    # args[1] >> 32
  A = data[8]                     # instruction_pointer >> 32
  A = data[12]                    # instruction_pointer
  A = arch
  return A
`)
  expect(printSeccompTools(load)).toContain(
    '  A = args[1]\n  A = instruction_pointer\n  A = instruction_pointer >> 32\n',
  )
})

/** The text of a test of nr for `nr`, with one ABI. */
const testOf = (token: AbiToken, nr: number): string | undefined =>
  printSeccompTools(
    program([insn(BPF.LD_ABS, 0), insn(BPF.JEQ_K, nr, 0, 1), insn(BPF.RET_K, 0), insn(BPF.RET_A)]),
    { abis: tables(token) },
  )
    .split('\n')
    .find((line) => line.includes('=='))

it.each([
  ['x86_64', 332, 'A == statx ? next : L3'],
  ['x86_64', 333, 'A == 0x14d ? next : L3          # io_pgetevents'],
  ['x86_64', 283, 'A == 0x11b ? next : L3          # timerfd_create'],
  ['x86_64', 0x4000_0000, 'A == 0x40000000 ? next : L3     # x32_read'],
  ['x86', 383, 'A == statx ? next : L3'],
  ['x86', 384, 'A == 0x180 ? next : L3          # arch_prctl'],
  ['x86', 283, 'A == 0x11b ? next : L3          # kexec_load'],
  ['x86', 322, 'A == 0x142 ? next : L3          # timerfd_create'],
  ['aarch64', 291, 'A == statx ? next : L3'],
  ['aarch64', 292, 'A == 0x124 ? next : L3          # io_pgetevents'],
  ['riscv64', 439, 'A == faccessat2 ? next : L3'],
  ['s390x', 442, 'A == mount_setattr ? next : L3'],
  ['s390x', 443, 'A == 0x1bb ? next : L3          # quotactl_fd'],
  ['arm', 1, 'A == 0x1 ? next : L3            # exit'],
  ['x86_64', 9999, 'A == 0x270f ? next : L3'],
] as const)('writes on %s the number %i as "%s"', (token, nr, text) => {
  expect(testOf(token, nr)?.trim()).toBe(text)
})

it('keeps every bit of a verdict', () => {
  const verdicts = [
    0, 5, 0x8000_0000, 0x0003_0007, 0x0005_0000, 0x0005_ffff, 0x7fc0_0000, 0x7ff0_0001, 0x7ffc_0000,
    0x7fff_0001, 0x1234_5678,
  ]
  const text = printSeccompTools(verdicts.map((k) => insn(BPF.RET_K, k)))
  expect(text.trim().split(/\n\s*/)).toEqual([
    'return KILL_THREAD',
    'return KILL_THREAD(5)',
    'return KILL_PROCESS',
    'return TRAP(7)',
    'return ERRNO(0)',
    'return ERRNO(65535)',
    'return USER_NOTIF',
    'return TRACE(1)',
    'return LOG',
    'return ALLOW(1)',
    'return 0x12345678',
  ])
  expect(parseSeccompTools(text).map(({ k }) => k)).toEqual(verdicts)
})

it('names what the assembly cannot hold: ignored fields, tests with equal targets, ldx #len', () => {
  const given = program([
    insn(BPF.LD_ABS, 0, 3, 4),
    insn(BPF.JEQ_K, 5, 1, 1),
    insn(BPF.LDX_LEN, 7),
    insn(BPF.ADD_X, 9),
    insn(BPF.JEQ_K, 5, 0, 0),
    insn(BPF.RET_K, 0),
  ])
  const held = [
    insn(BPF.LD_ABS, 0),
    insn(BPF.JA, 1),
    insn(BPF.LDX_IMM, 64),
    insn(BPF.ADD_X),
    insn(BPF.JA, 0),
    insn(BPF.RET_K, 0),
  ]
  expect(heldProgram(given)).toEqual(held)
  expect(parseSeccompTools(printSeccompTools(given))).toEqual(held)
  expect(heldProgram(program(held))).toEqual(held)
  const whole = program(held)
  expect(heldProgram(whole)).toBe(whole)
})

it('refuses a program that the kernel refuses', () => {
  expect(() => printSeccompTools([insn(BPF.LD_ABS, 3), ...FILTER])).toThrow(IrError)
})

it('prints the listing of any program, which is read back to the very program', () => {
  const odd = [
    insn(0xffff, 5, 255, 1),
    insn(BPF.JEQ_K, 5, 0, 0),
    insn(BPF.LD_ABS, 3),
    insn(BPF.RET_K, 0, 1, 1),
  ]
  expect(printSeccompToolsListing(odd)).toBe(` line  CODE  JT   JF      K
=================================
 0000: 0xffff 0xff 0x01 0x00000005  INVALID
 0001: 0x15 0x00 0x00 0x00000005  /* no-op */
 0002: 0x20 0x00 0x00 0x00000003  A = INVALID
 0003: 0x06 0x01 0x01 0x00000000  return KILL
`)
  expect(parseSeccompTools(printSeccompToolsListing(odd))).toEqual(odd)
})

it('names calls of x32 and of other architectures in a listing as the tool does', () => {
  const text = printSeccompToolsListing(
    [
      insn(BPF.LD_ABS, 0),
      insn(BPF.JEQ_K, 0x4000_0001, 0, 0),
      insn(BPF.JEQ_K, 0x4000_0001, 4, 0),
      insn(BPF.LD_ABS, 4),
      insn(BPF.JEQ_K, 8, 2, 0),
      insn(BPF.JEQ_K, 0x4000_0003, 0, 1),
      insn(BPF.LD_ABS, 0),
      insn(BPF.JEQ_K, 1, 0, 0),
      insn(BPF.RET_A),
    ],
    { abis: tables('x86_64', 'x86') },
  )
  expect(text).toContain('if (A == x32_write) goto 0007')
  expect(text).toContain('if (A == 0x8) goto 0007')
  expect(text).toContain('if (A != ARCH_I386) goto 0007')
})

it('gives back what it writes for any program, byte for byte where the assembly has words for it', () => {
  const abis = fc.constantFrom(
    [],
    tables('x86_64', 'x86'),
    tables('x32', 'x86_64'),
    tables('aarch64', 'arm'),
    tables('s390x', 's390'),
    tables('mips'),
  )
  const ignored = fc.record({ jt: fc.nat(255), jf: fc.nat(255), k: fc.nat(0xffff_ffff) })
  fc.assert(
    fc.property(arbitraryProgram(), abis, ignored, (given, known, { jt, jf, k }) => {
      const options = { abis: known }
      const held = heldProgram(given)
      expect(parseSeccompTools(printSeccompTools(given, options), options)).toEqual(held)
      const sayable = given.every(
        (one) => one.code !== BPF.LDX_LEN && !(isConditional(one.code) && one.jt === one.jf),
      )
      if (sayable) expect(held).toEqual(canonical(given))
      const loud = program(
        given.map((one) =>
          isConditional(one.code) ? one : { ...one, jt, jf, k: one.code === BPF.RET_A ? k : one.k },
        ),
      )
      expect(heldProgram(loud)).toEqual(held)
      expect(parseSeccompTools(printSeccompToolsListing(loud, options))).toEqual(loud)
    }),
    { numRuns: 60 },
  )
})
