import { AUDIT_ARCH, BPF, verdictOf, WORD_NR } from '@seccompile/abi'
import { ALLOW, DENY, jump, op, ret } from '@seccompile/abi/test-makers'
import { describe, expect, it } from 'vitest'
import { listing, LISTING_HEADER, print } from '@seccompile/cbpf'
import type { PrintProgramOptions } from '@seccompile/cbpf'

const NAMES = new Map([
  [0, 'read'],
  [57, 'fork'],
])
const nameOf: PrintProgramOptions['nameOf'] = (word, value, arch) =>
  word === WORD_NR && arch === AUDIT_ARCH.X86_64 ? NAMES.get(value) : undefined

/** The statements alone. */
const statements = (...args: Parameters<typeof listing>): readonly string[] =>
  listing(...args).map(({ statement }) => statement)

describe('print', () => {
  it('has the columns of seccomp-tools', () => {
    const program = [
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, AUDIT_ARCH.X86_64, 0, 5),
      op(BPF.LD_ABS, 0),
      jump(BPF.JGE_K, 0x4000_0000, 3, 0),
      jump(BPF.JEQ_K, 57, 1, 0),
      jump(BPF.JEQ_K, 1234, 0, 1),
      DENY,
      ALLOW,
    ]
    expect(print(program, { nameOf })).toBe(
      ` line  CODE  JT   JF      K
=================================
 0000: 0x20 0x00 0x00 0x00000004  A = arch
 0001: 0x15 0x00 0x05 0xc000003e  if (A != X86_64) goto 0007
 0002: 0x20 0x00 0x00 0x00000000  A = sys_number
 0003: 0x35 0x03 0x00 0x40000000  if (A >= 0x40000000) goto 0007
 0004: 0x15 0x01 0x00 0x00000039  if (A == fork) goto 0006
 0005: 0x15 0x00 0x01 0x000004d2  if (A != 0x4d2) goto 0007
 0006: 0x06 0x00 0x00 0x00050001  return ERRNO(1)
 0007: 0x06 0x00 0x00 0x7fff0000  return ALLOW
`,
    )
  })

  it('is the header and the text of each line', () => {
    const lines = listing([op(BPF.LD_ABS, 4), ALLOW])
    expect(lines[0]).toEqual({
      pc: 0,
      insn: op(BPF.LD_ABS, 4),
      statement: 'A = arch',
      text: ' 0000: 0x20 0x00 0x00 0x00000004  A = arch',
    })
    const whole = [...LISTING_HEADER, ...lines.map(({ text }) => text), ''].join('\n')
    expect(print([op(BPF.LD_ABS, 4), ALLOW])).toBe(whole)
  })

  it('writes each test as it reads best', () => {
    const tests = (jt: number, jf: number): readonly string[] =>
      [BPF.JEQ_K, BPF.JGT_K, BPF.JGE_K, BPF.JSET_K].map(
        (code) => statements([op(BPF.LD_ABS, 16), jump(code, 10, jt, jf), ALLOW, ALLOW, ALLOW])[1]!,
      )
    expect(tests(1, 2)).toEqual([
      'if (A == 0xa) goto 0003 else goto 0004',
      'if (A > 0xa) goto 0003 else goto 0004',
      'if (A >= 0xa) goto 0003 else goto 0004',
      'if (A & 0xa) goto 0003 else goto 0004',
    ])
    expect(tests(1, 0)[3]).toBe('if (A & 0xa) goto 0003')
    expect(tests(0, 1)).toEqual([
      'if (A != 0xa) goto 0003',
      'if (A <= 0xa) goto 0003',
      'if (A < 0xa) goto 0003',
      'if (!(A & 0xa)) goto 0003',
    ])
    expect(tests(0, 0)[0]).toBe('/* no-op */')
    expect(tests(1, 1)[0]).toBe('goto 0003')
  })

  it('writes every other instruction', () => {
    const program = [
      ...[BPF.LD_IMM, BPF.LDX_IMM, BPF.LD_MEM, BPF.LDX_MEM, BPF.ST, BPF.STX].map((code) => op(code, 12)),
      ...[BPF.LD_LEN, BPF.LDX_LEN, BPF.TAX, BPF.TXA, BPF.NEG].map((code) => op(code)),
      ...[BPF.ADD_K, BPF.SUB_K, BPF.MUL_K, BPF.DIV_K, BPF.OR_K, BPF.AND_K, BPF.XOR_K].map((code) =>
        op(code, 31),
      ),
      ...[BPF.LSH_K, BPF.RSH_K].map((code) => op(code, 31)),
      ...[BPF.ADD_X, BPF.SUB_X, BPF.MUL_X, BPF.DIV_X, BPF.OR_X, BPF.AND_X, BPF.XOR_X].map((code) => op(code)),
      ...[BPF.LSH_X, BPF.RSH_X].map((code) => op(code)),
      jump(BPF.JEQ_X, 0, 1, 0),
      op(BPF.JA, 0),
      op(BPF.RET_A),
    ]
    expect(statements(program)).toEqual([
      'A = 12', 'X = 12', 'A = mem[12]', 'X = mem[12]', 'mem[12] = A', 'mem[12] = X',
      'A = 64', 'X = 64', 'X = A', 'A = X', 'A = -A',
      'A += 0x1f', 'A -= 0x1f', 'A *= 0x1f', 'A /= 0x1f', 'A |= 0x1f', 'A &= 0x1f', 'A ^= 0x1f',
      'A <<= 31', 'A >>= 31',
      'A += X', 'A -= X', 'A *= X', 'A /= X', 'A |= X', 'A &= X', 'A ^= X',
      'A <<= X', 'A >>= X',
      'if (A == X) goto 0031', 'goto 0031', 'return A',
    ]) // prettier-ignore
  })

  it('names the words of seccomp_data, by the byte order', () => {
    const loads = [0, 4, 8, 12, 16, 20, 56, 60].map((k) => op(BPF.LD_ABS, k))
    const little = ['instruction_pointer', 'instruction_pointer >> 32', 'args[0]', 'args[0] >> 32', 'args[5]', 'args[5] >> 32'] // prettier-ignore
    const big = [1, 0, 3, 2, 5, 4].map((i) => little[i]!)
    const head = ['sys_number', 'arch']
    expect(statements(loads)).toEqual([...head, ...little].map((name) => `A = ${name}`))
    expect(statements(loads, { endianness: 'big' })).toEqual([...head, ...big].map((name) => `A = ${name}`))
  })

  it('writes decimal constants where A holds no word', () => {
    const program = [op(BPF.LD_ABS, 16), op(BPF.AND_K, 0xff), jump(BPF.JEQ_K, 0x20, 1, 0), DENY, ALLOW]
    expect(statements(program)[2]).toBe('if (A == 32) goto 0004')
  })

  it('asks for a name with the arch that the way there has established', () => {
    const program = (arch: number): Parameters<typeof print>[0] => [
      op(BPF.LD_ABS, 4),
      jump(BPF.JEQ_K, arch, 0, 2),
      op(BPF.LD_ABS, 0),
      jump(BPF.JEQ_K, 0, 0, 1),
      DENY,
      ALLOW,
    ]
    expect(statements(program(AUDIT_ARCH.X86_64), { nameOf })[3]).toBe('if (A != read) goto 0005')
    expect(statements(program(AUDIT_ARCH.I386), { nameOf })[3]).toBe('if (A != 0x0) goto 0005')
    expect(statements(program(0x1234), { nameOf })[1]).toBe('if (A != 0x00001234) goto 0004')
  })

  it('writes verdicts by name, or in hexadecimal', () => {
    expect(statements([ret(verdictOf('TRACE', 5)), ret(0), ret(0x1234_5678)])).toEqual([
      'return TRACE(5)',
      'return KILL_THREAD',
      'return 0x12345678',
    ])
  })

  it('shows what the kernel would refuse', () => {
    expect(statements([op(0x94, 2), op(BPF.LD_ABS, 2), op(BPF.JA, 9), jump(BPF.JEQ_K, 0, 9, 0)])).toEqual([
      'INVALID',
      'A = INVALID',
      'goto 0012',
      'if (A == 0) goto 0013',
    ])
    expect(print([])).toBe(' line  CODE  JT   JF      K\n=================================\n')
  })
})
