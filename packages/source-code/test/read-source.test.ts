import { BPF } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { MAX_SOURCE_LENGTH, readSource, sourceKind, SOURCE_FORMS, writeSource } from '@seccompile/source-code'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FILTER } from './program.ts'

const read = (text: string) => readSource(text, { file: 'f.h' })

/** ld arch; jeq; ret. In these instructions, every field is at least once not 0. */
const THREE: Program = [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: 59 },
  { code: BPF.RET_K, jt: 0, jf: 0, k: 0x0005_0001 },
]

it.each([
  [
    'plain initialisers',
    'struct sock_filter NAME[] = {\n  {0x20, 0, 0, 4},\n  {0x15, 0, 1, 59},\n  {6, 0, 0, 0x50001},\n};',
  ],
  [
    'designated initialisers',
    'static const struct sock_filter NAME[3] = { { .code = 0x20, .k = 4 }, { .code = 0x15, .jf = 1, .k = 59 }, { .k = 0x50001U, .code = 6 } };',
  ],
  [
    'macros',
    `#include <linux/filter.h>
     #define ALLOW \\
       BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW)
     int main(void) { int other[4] = { 1, 2, 3, 4 }; /* { 0x20 } */
     struct sock_filter NAME[] = {
       BPF_STMT(BPF_LD + BPF_W + BPF_ABS, (offsetof(struct seccomp_data, arch))), // "
       BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 59, 0, 1),
       BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (0x10001 & SECCOMP_RET_DATA)),
     };`,
  ],
  [
    'Rust',
    `#[allow(x)]\npub static NAME: [libc::sock_filter; 3] = [libc::sock_filter { code: 0x20, jt: 0, jf: 0, k: 4u32 }, sock_filter { code: 0x15, jt: 0, jf: 1, k: 5_9 }, sock_filter { code: 6, jt: 0, jf: 0, k: 0x5_0001 }];`,
  ],
  [
    'Go',
    'var NAME = []bpf.RawInstruction{{Code: 0x20, K: 4}, {Code: 0x15, Jf: 1, K: 59}, bpf.RawInstruction{Code: 6, K: 0x50001}}',
  ],
  [
    'bytes of xxd',
    `unsigned char NAME[] = {\n  ${encode(THREE, 'little').join(', ')}\n};\nunsigned int NAME_len = 24;`,
  ],
])('reads %s', (_title, text) => {
  const [filter, ...others] = read(text)
  expect(others).toEqual([])
  if (filter?.kind === 'program') expect(filter.program).toEqual(THREE)
  else expect(filter?.bytes).toEqual(encode(THREE, 'little'))
  expect(filter?.name).toBe('NAME')
})

it('reads the array of bytes that "seccomp-tools asm -f c_array" prints', () => {
  const text = `unsigned char bpf[] = {${encode(THREE, 'little').join(',')}};\n`
  expect(read(text)).toEqual([{ kind: 'bytes', name: 'bpf', bytes: encode(THREE, 'little') }])
})

it('reads the instructions in an answer of JSON', () => {
  expect(read(JSON.stringify({ endianness: 'little', insns: THREE }))).toEqual([
    { kind: 'program', program: THREE },
  ])
})

it('reads hex of one line, base64 of several, and escaped bytes in strings of C', () => {
  const bytes = encode(THREE, 'little')
  const base64 = Buffer.from(bytes).toString('base64')
  const escaped = Array.from(bytes, (byte) => `\\x${byte.toString(16).padStart(2, '0')}`)
  const texts = [
    Buffer.from(bytes).toString('hex').toUpperCase(),
    `\ufeff${base64.slice(0, 12)}\r\n${base64.slice(12)}\r\n`,
    `"${escaped.slice(0, 8).join('')}"\n"${escaped.slice(8).join('')}"`,
  ]
  for (const text of texts) expect(read(text)).toEqual([{ kind: 'bytes', bytes }])
})

it('reads numbers of calls where the caller says them', () => {
  const text = '{ BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_execve, 0, 0), BPF_STMT(BPF_RET, 0) }'
  const callNumber = (name: string): number | undefined => (name === 'execve' ? 59 : undefined)
  const [filter] = readSource(text, { callNumber })
  expect(filter?.kind === 'program' && filter.program[0]?.k).toBe(59)
  expect(() => read(text)).toThrow('f.h:1:39: unknown constant "__NR_execve"; write its number')
})

// prettier-ignore
const REFUSED: readonly (readonly [text: string, message: string])[] = [
  ['', 'f.h:1:1: expected hex, base64, escaped bytes or an array such as "{ { 0x20, 0, 0, 0x4 } }", got a text without a filter'],
  ['int main() {}', 'f.h:1:1: expected hex, base64, escaped bytes or an array such as "{ { 0x20, 0, 0, 0x4 } }", got a text without a filter'],
  ['0600', 'f.h:1:1: an instruction has 8 bytes; the filter that begins here has 2'],
  ['060', 'f.h:1:1: a byte has two digits; the filter that begins here has 3'],
  ['0600000000000000\n\n06', 'f.h:3:1: an instruction has 8 bytes; the filter that begins here has 1'],
  ['00'.repeat(8 * 4097), 'f.h:1:1: a filter has at most 4096 instructions; this one is larger'],
  ['BgAAAAAAAAAA\nA', 'f.h:1:1: the base64 that begins here is not whole'],
  ['BgAAAAAAAAB=', 'f.h:1:1: the base64 that begins here is not whole'],
  ['\\006\\400', 'f.h:1:5: a byte is "\\377" at most'],
  ['\\006 x', 'f.h:1:6: expected a byte such as "\\x20" or "\\040"'],
  ['{"run.oci.seccomp_bpf_data": ""}', 'f.h:1:31: run.oci.seccomp_bpf_data holds a filter in base64'],
  ['{"run.oci.seccomp_bpf_data": "Bg%="}', 'f.h:1:33: base64 has letters, digits, +, / and = at its end'],
  ['{"run.oci.seccomp_bpf_data": "BgAA"}', 'f.h:1:31: an instruction has 8 bytes; the filter that begins here has 3'],
  ['{ { 0x20, 0, 0, 4 }, { 0x06, 0, 0 } }', 'f.h:1:35: an instruction has code, jt, jf, k here, got "}"'],
  ['{ { 0x20, 0, 0, 4, 5 } }', 'f.h:1:20: an instruction has code, jt, jf, k here and ends in "}", got "5"'],
  ['{ { 0x20, 0, 0, 4 }, 5 }', 'f.h:1:22: expected an instruction such as { 0x20, 0, 0, 0x4 }, got "5"'],
  ['{ { 0x20, 0, 0, 4 } 5 }', 'f.h:1:21: the parts of an array are parted by ",", and it ends in "}" or "]", got "5"'],
  ['{ { 0x20, 0, 0, 4 }', 'f.h:1:20: the parts of an array are parted by ",", and it ends in "}" or "]", got the end'],
  ['{ { 0x12345, 0, 0, 4 } }', 'f.h:1:5: code is 74565; it holds 0 to 0xffff'],
  ['{ { 6, 256, 0, 4 } }', 'f.h:1:8: jt is 256; it holds 0 to 0xff'],
  ['{ { 6, 0, 0, 0x100000000 } }', 'f.h:1:14: k is 4294967296; it holds 0 to 0xffffffff'],
  ['{ { 6, 0, 0, 010 } }', 'f.h:1:14: "010" is octal in C and decimal elsewhere; write it without the 0'],
  ['{ { 6, 0, 0, 1e3 } }', 'f.h:1:14: "1e3" is no whole number; write 12 or 0xc'],
  ['{ { 6, 0, 0, -1 } }', 'f.h:1:14: expected a number or a constant, got "-"'],
  ['{ { BPF_RET, 0, 0, SECCOMP_RET_ALOW } }', 'f.h:1:20: unknown constant "SECCOMP_RET_ALOW"; did you mean "SECCOMP_RET_ALLOW"?'],
  [`{ { 6, 0, 0, ${'('.repeat(40)}`, 'f.h:1:46: a value has at most 32 parentheses in one another'],
  ['{ { 6, 0, 0, (5 } }', 'f.h:1:17: a value in parentheses ends in ")", got "}"'],
  ['{ BPF_STMT(6, 0, 0) }', 'f.h:1:16: an instruction has code, k here and ends in ")", got ","'],
  ['{ BPF_STMT(6, offsetof(struct seccomp_data, pid)) }', 'f.h:1:45: expected a field of seccomp_data, such as "offsetof(struct seccomp_data, nr)", got "pid"'],
  ['{ BPF_STMT(6, offsetof(struct seccomp_data, args[6])) }', 'f.h:1:50: seccomp_data has args[0] to args[5]'],
  ['{ { .code = 6, .code = 6 } }', 'f.h:1:16: code stands twice'],
  ['{ { .code = 6, .k = 1, .k = 2 } }', 'f.h:1:24: k stands twice'],
  ['{ { .jt = 6 } }', 'f.h:1:5: an instruction has a code, and this one has none'],
  ['{ { .code = 6, .ka = 6 } }', 'f.h:1:16: an instruction has the fields code, jt, jf and k, got "."'],
  ['unsigned char f[] = { 6, 256 };', 'f.h:1:26: a byte holds 0 to 255; got 256'],
  ['unsigned char f[] = { 6, 0 };', 'f.h:1:21: an instruction has 8 bytes; the array has 2'],
  ['int a; /* b', 'f.h:1:8: the comment that begins here is not closed by "*/"'],
  ['char *a = "b', 'f.h:1:11: the string that begins here is not closed by "\\""'],
  [' '.repeat(MAX_SOURCE_LENGTH + 1), `f.h:1:1: the text has ${MAX_SOURCE_LENGTH + 1} characters; at most ${MAX_SOURCE_LENGTH} are read`],
  [`struct sock_filter f[] = { ${'{6,0,0,0},'.repeat(4097)} };`, 'f.h:1:40988: a program has at most 4096 instructions'],
]

it.each(REFUSED.map(([text, message]) => [message, text] as const))('%s', (message, text) => {
  let error: unknown
  try {
    read(text)
  } catch (thrown) {
    error = thrown
  }
  expect(error).toMatchObject({ name: 'AssemblyError', message })
})

it.each([
  ['0600 0000', 'hex'],
  ['BgAAAAEABQA=\n', 'base64'],
  ['\\x06\\x00', 'escaped'],
  ['"\\006"', 'escaped'],
  ['{"annotations": {"run.oci.seccomp_bpf_data": "BgAA"}}', 'crun'],
  ['static struct sock_filter f[] = {', 'arrays'],
  ['unsigned char f[] = {6,0', 'arrays'],
  ['{"insns": [{"code": 32, "jt": 0}]}', 'arrays'],
  ['{"defaultAction": "SCMP_ACT_ALLOW"}', undefined],
  ['ld [4]\njeq #5, L1\nret #0', undefined],
  ['A = sys_number\nreturn ALLOW', undefined],
  ['read: 1\nwrite: 1\n', undefined],
  ['', undefined],
])('takes %j for %s', (text, kind) => {
  expect(sourceKind(text)).toBe(kind)
})

it('takes no words for base64', () => {
  for (const text of ['deny all', 'allow read write', 'SECCOMP_RET_ALLOW all'])
    expect(sourceKind(text)).toBeUndefined()
})

it('reads every kind that it writes as that kind', () => {
  const kinds = SOURCE_FORMS.map((form) => sourceKind(writeSource(form, [FILTER], { endianness: 'little' })))
  expect(kinds).toEqual(['arrays', 'arrays', 'arrays', 'arrays', 'hex', 'base64', 'escaped', 'crun'])
})

it('makes of a text that was changed anywhere a filter or an AssemblyError', () => {
  const texts = SOURCE_FORMS.map((form) => writeSource(form, [FILTER], { endianness: 'little' }))
  const piece = fc.oneof(
    fc.constantFrom(
      '{',
      '}',
      '(',
      ')',
      ',',
      '"',
      "'",
      '\\',
      '/*',
      '//',
      '#',
      '\0',
      '\r\n',
      '\ud800',
      '__proto__',
      '0x',
      '.code =',
      'BPF_STMT(',
    ),
    fc.string({ maxLength: 3 }),
  )
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(40), piece, (text, at, length, inserted) => {
      const from = at % text.length
      try {
        readSource(text.slice(0, from) + inserted + text.slice(from + length))
      } catch (error) {
        expect(error).toMatchObject({
          name: 'AssemblyError',
          message: expect.stringMatching(/^\d+:\d+: [^\n]+$/),
        })
      }
    }),
    { numRuns: 150 },
  )
})

it.each([
  ['comments that are not closed', '/*/'.repeat(300_000)],
  ['quotes', '"\\'.repeat(300_000)],
  ['words of bytes', 'char '.repeat(60_000)],
  ['braces', '{'.repeat(300_000)],
  ['designators', '{ .'.repeat(100_000)],
  ['base64 with a bad end', `${'A'.repeat(1_000_000)}%`],
])('takes little time for many %s', (_title, text) => {
  const start = process.cpuUsage()
  sourceKind(text)
  expect(() => read(text)).toThrow(expect.objectContaining({ name: 'AssemblyError' }))
  const { user, system } = process.cpuUsage(start)
  expect((user + system) / 1e6).toBeLessThan(5)
})

it.each([
  ['#if', '#if 0\n BPF_STMT(6, 0),\n#endif\n BPF_STMT(6, 0x7fff0000) };'],
  ['#else', 'BPF_STMT(6, 0),\n#else\n BPF_STMT(6, 0x7fff0000) };'],
  ['#[cfg(test)]', '#[cfg(test)]\n { code: 6, jt: 0, jf: 0, k: 0 }, { code: 6, jt: 0, jf: 0, k: 1 }];'],
  ['//', 'BPF_STMT(6, 0x7fff0000), // goes on in C \\\n BPF_STMT(6, 0) };'],
])('refuses an array with %s in it, since its instructions are not known (issue 19)', (line, rest) => {
  const open = line.includes('cfg') ? 'static F: [sock_filter; 1] = [\n' : 'struct sock_filter f[] = {\n'
  expect(() => readSource(`${open}${rest}`)).toThrow(`${JSON.stringify(line)} stands in the array`)
  // Around an array, such a line does not affect the instructions.
  expect(
    readSource(`#if 1\n${open}${rest.replace(/#\S* ?0?\n|#endif\n|\/\/.*\n/g, '')}\n#endif`),
  ).toHaveLength(1)
})
