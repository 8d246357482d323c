import { BPF } from '@seccompile/abi'
import type { Program, SockFilter } from '@seccompile/abi'
import { parseAssembly, print, printAssembly } from '@seccompile/cbpf'
import {
  isSeccompTools,
  MAX_ASSEMBLY_LENGTH,
  parseSeccompTools,
  printSeccompTools,
} from '@seccompile/seccomp-tools'
import { abiTable } from '@seccompile/syscalls'
import fc from 'fast-check'
import { expect, it } from 'vitest'

const abis = [abiTable('x86_64'), abiTable('x86')]
const parse = (text: string): Program => parseSeccompTools(text, { file: 'f.asm', abis })
const insn = (code: number, k = 0, jt = 0, jf = 0): SockFilter => ({ code, jt, jf, k })
const ALLOW = insn(BPF.RET_K, 0x7fff_0000)

it('reads a filter as a person writes it', () => {
  expect(
    parse(`\ufeff# only read and write\r
A = sys_number\r
A == read ? ok : next   # 0\r
A != write ? refuse : ok
refuse: return ERRNO(5)
ok: return ALLOW`),
  ).toEqual([
    insn(BPF.LD_ABS),
    insn(BPF.JEQ_K, 0, 2, 0),
    insn(BPF.JEQ_K, 1, 1, 0),
    insn(BPF.RET_K, 0x0005_0005),
    ALLOW,
  ])
})

it.each([
  ['goto 1', insn(BPF.JA, 1)],
  ['A > X ? 1 : next', insn(BPF.JGT_X, 0, 1, 0)],
  ['A <= 7 ? 1 : next', insn(BPF.JGT_K, 7, 0, 1)],
  ['if (!(A & 7)) goto 1', insn(BPF.JSET_K, 7, 0, 1)],
  ['if (A < 7) goto 1 else goto 0', insn(BPF.JGE_K, 7, 0, 1)],
  ['A == 7 ? end : end', insn(BPF.JA, 1)],
  ['A == 7 ? end : stop', insn(BPF.JA, 1)],
  ['A = pread', insn(BPF.LD_IMM, 17)],
  ['A = x32_read', insn(BPF.LD_IMM, 0x4000_0000)],
  ['A = i386.read', insn(BPF.LD_IMM, 3)],
  ['A = ARCH_ARM', insn(BPF.LD_IMM, 0x4000_0028)],
  ['A = ((-1))', insn(BPF.LD_IMM, 0xffff_ffff)],
  ['a=LEN', insn(BPF.LD_LEN)],
  ['goto twice\nreturn ALLOW\ntwice: twice: return ALLOW\nreturn A', insn(BPF.JA, 1)],
] as const)('reads %s', (text, first) => {
  const [read, ...others] = parse(`${text}\nreturn ALLOW\nend: stop: return ALLOW`)
  expect(read).toEqual(first)
  expect(others.slice(-2)).toEqual([ALLOW, ALLOW])
})

it('takes the halves of fields in the byte order of the first ABI', () => {
  const offsets = (...tables: Parameters<typeof abiTable>[0][]): readonly number[] =>
    parseSeccompTools('A = args[1] A = args[1] >> 32 return A', {
      abis: tables.map((token) => abiTable(token)),
    })
      .slice(0, 2)
      .map(({ k }) => k)
  expect(offsets()).toEqual([24, 28])
  expect(offsets('aarch64')).toEqual([24, 28])
  expect(offsets('s390x')).toEqual([28, 24])
  const [first] = parseSeccompTools('A = args[1] return A', { endianness: 'big' })
  expect(first?.k).toBe(28)
})

it('resolves a test whose target is too far for the tool', () => {
  const program = parse(`A == 5 ? far : next\n${'A += 1\n'.repeat(300)}return A\nfar: return ALLOW`)
  // A copy of the return stands behind the test.
  expect(program.slice(0, 2)).toEqual([insn(BPF.JEQ_K, 5, 0, 1), ALLOW])
})

const rest = '\nreturn ALLOW'
// prettier-ignore
const REFUSED: readonly (readonly [text: string, message: string])[] = [
  ['', 'f.asm:1:1: expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW", got the end'],
  ['ok:', 'f.asm:1:4: expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW", got the end'],
  ['B = 5', 'f.asm:1:1: expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW", got "B"'],
  ['retrun ALLOW', 'f.asm:1:1: expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW", got "retrun"; did you mean "return"?'],
  ['ld [0]', 'f.asm:1:1: expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW", got "ld"'],
  ['A = 5;', 'f.asm:1:6: unknown character ";"; a comment begins with "#"'],
  ['A = \ud800', 'f.asm:1:5: unknown character "\\ud800"; a comment begins with "#"'],
  ['A = \0', 'f.asm:1:5: unknown character "\\u0000"; a comment begins with "#"'],
  [`A == raed ? 0 : 1${rest}`, 'f.asm:1:6: unknown name "raed"; did you mean "read"?'],
  [`A == __proto__ ? 0 : 1${rest}`, 'f.asm:1:6: unknown name "__proto__"'],
  [`A == ARCH_X86 ? 0 : 1${rest}`, 'f.asm:1:6: unknown name "ARCH_X86"; did you mean "ARCH_I386"?'],
  [`A == i386.raed ? 0 : 1${rest}`, 'f.asm:1:6: unknown system call "raed" on i386; did you mean "read"?'],
  [`A == arm64.read ? 0 : 1${rest}`, 'f.asm:1:6: unknown architecture "arm64"; did you mean "amd64"?'],
  [`A == aarch64.read ? 0 : 1${rest}`, 'f.asm:1:6: "aarch64.read" needs the table of aarch64, which is not given'],
  [`A == 5 ? ok : next${rest}`, 'f.asm:1:10: no statement has the label "ok"'],
  [`A == 5 ? oh : next\nok:${rest}`, 'f.asm:1:10: no statement has the label "oh"; did you mean "ok"?'],
  [`ok: A = 5\ngoto ok${rest}`, 'f.asm:2:6: label "ok" stands on line 1, not behind this jump; jumps go forward only'],
  [`ok: A = 5\nok:${rest}`, 'f.asm:2:1: label "ok" stands on line 1 already; a label stands once'],
  [`next: A = 5${rest}`, 'f.asm:1:1: "next" means the next statement and names no other'],
  [`goto 1${rest}`, 'f.asm:1:6: the program would run past its end here; it ends with "return"'],
  ['return A A = 5', 'f.asm:1:10: the program would run past its end here; it ends with "return"'],
  ['A == 5 ? 0', 'f.asm:1:8: unknown character "?"; a comment begins with "#"'],
  ['A == 5 goto 1', 'f.asm:1:8: a test takes "? a : b", the labels where it holds and where not, got "goto 1"'],
  ['A 5', 'f.asm:1:3: A takes "=", a computation such as "+=" or a test such as "==", got "5"'],
  ['A + 5', 'f.asm:1:5: A + takes "=" and a value, got "5"'],
  ['A = -5x', 'f.asm:1:5: "-5x" is no number; write 12 or 0xc'],
  ['A = - X', 'f.asm:1:7: only A can be negated: "A = -A", got "X"'],
  ['A = A', 'f.asm:1:5: A is A already; expected another value'],
  ['A = 0x100000000', 'f.asm:1:5: "0x100000000" does not fit 32 bits; numbers go from -2147483648 to 4294967295'],
  ['A = -2147483649', 'f.asm:1:5: "-2147483649" does not fit 32 bits; numbers go from -2147483648 to 4294967295'],
  ['A = (5', 'f.asm:1:7: a number in parentheses ends in ")", got the end'],
  [`A = ${'('.repeat(65)}`, 'f.asm:1:69: a number has at most 64 parentheses'],
  ['A = ()', 'f.asm:1:6: expected a number or the name of a system call, got ")"'],
  ['A = args[6]', 'f.asm:1:10: args[] goes from args[0] to args[5]; got 6'],
  ['A = args', 'f.asm:1:9: args takes an index such as args[0], got the end'],
  ['A = args[0) ', 'f.asm:1:11: the index of args ends in "]", got ")"'],
  ['A = args[0] >> 4', 'f.asm:1:16: of a field only ">> 32" can be loaded, got "4"'],
  ['A = args_h[0] >> 32', 'f.asm:1:15: expected a statement such as "A = sys_number", "A == read ? ok : next" or "return ALLOW", got ">>"'],
  ['A = data[6]', 'f.asm:1:9: data[] takes the offset of a word, a multiple of 4; got 6'],
  ['A = data[64]', 'f.asm:1:10: data[] goes from data[0] to data[60]; got 64'],
  ['mem[16] = A', 'f.asm:1:5: mem[] goes from mem[0] to mem[15]; got 16'],
  ['mem[0] = 5', 'f.asm:1:10: mem[] takes A or X, got "5"'],
  ['mem[0] A', 'f.asm:1:8: mem[] takes "=" and A or X, got "A"'],
  ['X = args[0]', 'f.asm:1:5: X takes A, mem[] or a number; a field goes through A, got "args"'],
  ['X == 5 ? 0 : 1', 'f.asm:1:3: X takes "=" and a value, got "=="'],
  ['if A == 5', 'f.asm:1:4: if takes a test of A in parentheses, such as "if (A == read) goto ok", got "A"'],
  ['if (X == 5)', 'f.asm:1:5: if takes a test of A in parentheses, such as "if (A == read) goto ok", got "X"'],
  ['if (! A == 5)', 'f.asm:1:7: ! takes a test in parentheses, got "A"'],
  ['if (A = 5)', 'f.asm:1:7: A takes a test: ==, !=, >, >=, <, <= or &, got "="'],
  ['if (A == 5 goto 0', 'f.asm:1:12: the test of if ends in ")", got "goto 0"'],
  ['if (A == 5) return ALLOW', 'f.asm:1:13: expected "goto" and a label, got "return"'],
  ['if (A == 5) goto 0 else return ALLOW', 'f.asm:1:25: expected "goto" and a label, got "return"'],
  ['return ALOW', 'f.asm:1:8: unknown action "ALOW"; did you mean "ALLOW"?'],
  ['return allow', 'f.asm:1:8: unknown action "allow"; did you mean "ALLOW"?'],
  ['return DROP', 'f.asm:1:8: unknown action "DROP"; did you mean "TRAP"?'],
  ['return ERRNO(65536)', 'f.asm:1:14: ERRNO takes 0 to 65535; got 65536'],
  ['return ERRNO(5', 'f.asm:1:15: the data of ERRNO ends in ")", got the end'],
  ['return mem[0]', 'f.asm:1:8: unknown action "mem"; there are KILL_PROCESS, KILL_THREAD, TRAP, ERRNO, USER_NOTIF, TRACE, LOG, ALLOW, KILL'],
  [`A = 5\nA /= 0${rest}`, 'f.asm:2:1: divides by the constant 0 (P3)'],
  [`A <<= 32${rest}`, 'f.asm:1:1: shifts by 32; a constant shift is at most 31 (P5)'],
  [`A = 1 A = mem[3]${rest}`, 'f.asm:1:7: reads M[3], which is not written on every way here (P9)'],
  [`${'A = 5\n'.repeat(4096)}return A`, 'f.asm:4097:1: a program has at most 4096 instructions, and this is one more'],
  [' '.repeat(MAX_ASSEMBLY_LENGTH + 1), `f.asm:1:1: the text has ${MAX_ASSEMBLY_LENGTH + 1} characters; at most ${MAX_ASSEMBLY_LENGTH} are read`],
  ['0000: 0x06 0x00 0x00', 'f.asm:1:21: expected K in hexadecimal, got the end of the line'],
]

it.each(REFUSED.map(([text, message]) => [message, text] as const))('%s', (message, text) => {
  let error: unknown
  try {
    parse(text)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toMatchObject({ name: 'AssemblyError', message })
})

it('says that no names are known where no table is given', () => {
  expect(() => parseSeccompTools('A == read ? 0 : 1')).toThrow(
    '1:6: unknown name "read"; no architecture is given, so write its number',
  )
})

it.each([
  ['A = sys_number\nreturn ALLOW', true],
  ['# comment\n\nok: A == 5 ? ok : next', true],
  ['0000: A = arch\n0001: return KILL', true],
  ['return ALLOW', true],
  ['  if ( !(A & 5)) goto x', true],
  ['ld [0]\njeq #5, L1\nret #0\n', false],
  [' line  CODE  JT   JF      K\n', false],
  [' 0000: 0x20 0x00 0x00 0x00000004  A = arch', false],
  ['read: 1\nopen: return 1\n', false],
  ['{"defaultAction": "SCMP_ACT_ALLOW"}', false],
  ['# A = sys_number', false],
  ['', false],
])('says of %j whether it is assembly of seccomp-tools', (text, expected) => {
  expect(isSeccompTools(text)).toBe(expected)
})

it('tells its assembly from that of bpf_asm and from a listing', () => {
  const program = parse('A = sys_number\nA == read ? 0 : 1\nreturn KILL\nreturn ALLOW')
  expect(isSeccompTools(printSeccompTools(program))).toBe(true)
  expect(isSeccompTools(printAssembly(program))).toBe(false)
  expect(isSeccompTools(print(program))).toBe(false)
  expect(() => parseAssembly(printSeccompTools(program))).toThrow('1:5: unknown character "="')
  expect(parse(print(program))).toEqual(program)
})

it('makes of a text that was changed anywhere a program or an AssemblyError', () => {
  const text = `A = arch\nA == ARCH_X86_64 ? next : bad\nA = args[0] >> 32\nif (!(A & 5)) goto ok else goto bad\nmem[0] = A\nok: return ALLOW\nbad: return ERRNO(1)`
  const piece = fc.oneof(
    fc.constantFrom(
      'A',
      'X =',
      '(',
      ')',
      '?',
      ':',
      'next',
      'L1:',
      '\0',
      '\r\n',
      '\ud800',
      '__proto__',
      '0x',
      '-',
      '#',
      '>> 32',
      'goto 1',
      'mem[',
      '!(',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.nat(text.length), fc.nat(20), piece, (from, length, inserted) => {
      const changed = text.slice(0, from) + inserted + text.slice(from + length)
      isSeccompTools(changed)
      try {
        parse(changed)
      } catch (error) {
        expect(error).toMatchObject({
          name: 'AssemblyError',
          message: expect.stringMatching(/^f\.asm:\d+:\d+: [^\n]+$/),
        })
      }
    }),
    { numRuns: 150 },
  )
})

it.each([
  ['negations', `if (${'!('.repeat(100_000)}`],
  ['labels', Array.from({ length: 50_000 }, (_, i) => `l${i}:\n`).join('')],
  ['words', 'a:'.repeat(100_000)],
  ['letters', 'a'.repeat(1_000_000)],
  ['comments', '#\n'.repeat(500_000)],
  ['question marks', '?'.repeat(500_000)],
  ['spaces behind goto', `goto${' '.repeat(500_000)}`.repeat(2)],
])('takes little time for many %s', (_title, text) => {
  const start = process.cpuUsage()
  isSeccompTools(text)
  expect(() => parse(text)).toThrow(expect.objectContaining({ name: 'AssemblyError' }))
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(5)
})
