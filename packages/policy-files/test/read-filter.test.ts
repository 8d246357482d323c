/* The reading of a content when a policy or a filter is expected. */
import { AUDIT_ARCH, BPF, SECCOMP_RET } from '@seccompile/abi'
import { encode, print, program } from '@seccompile/cbpf'
import { readFilter, readPolicyText, readRawFilter, testedArches } from '@seccompile/policy-files'
import { signedAbiTable } from '@seccompile/signatures'
import { describe, expect, it } from 'vitest'

const allow = program([{ code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }])
const raw = encode(allow, 'little')
const abis = [signedAbiTable('x86_64')] as const
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** A text in each notation of policies, which allows only read. */
const TEXTS = {
  oci: '{"defaultAction":"SCMP_ACT_ERRNO","syscalls":[{"names":["read"],"action":"SCMP_ACT_ALLOW"}]}',
  seccompiler: '{"vmm":{"mismatch_action":{"errno":1},"match_action":"allow","filter":[{"syscall":"read"}]}}',
  firecracker: '{"vmm":{"default_action":{"errno":1},"filter_action":"allow","filter":[{"syscall":"read"}]}}',
  spo: 'apiVersion: security-profiles-operator.x-k8s.io/v1beta1\nkind: SeccompProfile\nmetadata:\n  name: a\nspec:\n  defaultAction: SCMP_ACT_ERRNO\n  syscalls:\n  - action: SCMP_ACT_ALLOW\n    names: [read]\n',
  systemd: '[Service]\nSystemCallFilter=read\n',
  minijail: 'read: 1\n',
}
const COUNTS = '{ "read": 5, "mmap": 1 }'

describe('readPolicyText', () => {
  it.each(Object.entries(TEXTS))('reads %s', async (_notation, text) => {
    const found = await readPolicyText(bytesOf(text), 'a file')
    if (found.kind !== 'policy') throw new Error(found.kind)
    expect(await readPolicyText(text, 'a file')).toMatchObject({ loaded: { policy: found.loaded.policy } })
    expect(found.loaded.policy.rules.flatMap(({ names }) => names.map(({ name }) => name))).toContain('read')
  })

  it.each([
    ['a raw filter', raw, { kind: 'raw' }],
    ['a raw filter of the other byte order', encode(allow, 'big'), { kind: 'raw' }],
    ['counts in JSON', bytesOf(COUNTS), { kind: 'counts', format: 'json' }],
    ['text in no notation', bytesOf('Dear reader,\n'), { kind: 'unknown' }],
    ['a listing', bytesOf(print(allow)), { kind: 'unknown' }],
  ])('says of %s what it is', async (_what, bytes, kind) => {
    expect(await readPolicyText(bytes, 'a file')).toEqual(kind)
  })

  it('reads JSON of no notation as a profile, and says what it lacks', async () => {
    await expect(readPolicyText(bytesOf('{"syscalls":[]}'), 'a.json')).rejects.toThrow(
      expect.objectContaining({ name: 'PolicyError', source: 'a.json' }),
    )
  })

  it('names the file that is no UTF-8 text', async () => {
    await expect(readPolicyText(Uint8Array.of(0x7b, 0xff), 'a.json')).rejects.toThrow(
      'a.json: is not UTF-8 text; expected a policy',
    )
  })

  it('refuses a part of a text that has none', async () => {
    const read = readPolicyText(bytesOf(TEXTS.oci), 'a.json', { part: 'vmm' })
    await expect(read).rejects.toThrow(
      'a.json: is an OCI profile and has no part of the name "vmm"; name the file alone',
    )
  })

  it('refuses a compiler of minijail that there is not', async () => {
    const read = readPolicyText(bytesOf(TEXTS.minijail), 'a.policy', { part: 'rust' })
    await expect(read).rejects.toThrow('expected c or python, a compiler of minijail, after "#"; got "rust"')
  })

  it('takes what a policy of minijail includes from its caller, and no file', async () => {
    const text = bytesOf('@include ./b.policy\nread: 1\n')
    await expect(readPolicyText(text, 'a.policy')).rejects.toThrow('a text alone has no files')
    const asked: string[] = []
    const include = (path: string): string => {
      asked.push(path)
      return 'write: 1\n'
    }
    const found = await readPolicyText(text, 'a.policy', { include })
    expect(asked).toEqual(['b.policy'])
    expect(JSON.stringify(found)).toContain('write')
  })
})

describe('readFilter', () => {
  it.each([
    ['a raw filter', raw],
    ['a listing', bytesOf(print(allow))],
    ['a listing with colours', bytesOf(print(allow).replace('return', '\u001b[31mreturn\u001b[0m'))],
    ['hexadecimal digits', bytesOf('06000000 0000ff7f\n')],
  ])('yields the bytes of %s', async (_what, bytes) => {
    expect(await readFilter(bytes, 'a file', { abis })).toEqual({ kind: 'raw', bytes: raw })
  })

  it('gives a text of a program the byte order of the main ABI', async () => {
    const big = { abis: [signedAbiTable('s390x')] as const }
    expect(await readFilter(bytesOf(print(allow)), 'a file', big)).toEqual({
      kind: 'raw',
      bytes: encode(allow, 'big'),
    })
  })

  it.each(Object.entries(TEXTS))('reads %s', async (_notation, text) => {
    for (const content of [text, bytesOf(text)])
      expect((await readFilter(content, 'a file', { abis })).kind).toBe('policy')
  })

  it('refuses a source text with several filters, and takes one', async () => {
    const filter = (name: string): string => `struct sock_filter ${name}[] = {{6, 0, 0, 0x7fff0000}};\n`
    expect(await readFilter(filter('a'), 'f.h', { abis })).toEqual({ kind: 'raw', bytes: raw })
    await expect(readFilter(filter('a') + filter('b'), 'f.h', { abis })).rejects.toMatchObject({
      name: 'PolicyError',
      message: 'f.h: holds 2 filters; write each to a file of its own',
    })
  })

  it('says of other texts what they are', async () => {
    expect(await readFilter(bytesOf(COUNTS), 'a file', { abis })).toEqual({ kind: 'counts', format: 'json' })
    for (const content of ['Dear reader,\n', bytesOf('Dear reader,\n')])
      expect(await readFilter(content, 'a file', { abis })).toEqual({ kind: 'unknown' })
  })
})

describe('readRawFilter', () => {
  it('yields the program', () => {
    expect(readRawFilter(raw, 'little')).toEqual({ kind: 'program', program: allow })
  })

  it('tells an ELF program, of any length, from a filter that the kernel refuses', () => {
    const elf = [0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0]
    for (const bytes of [elf, [...elf, 0], [...elf, ...elf]])
      expect(readRawFilter(Uint8Array.from(bytes), 'little')).toEqual({ kind: 'elf' })
    expect(readRawFilter(Uint8Array.from([0x7f, 0x45, 0x4c, 0, 0, 0, 0, 0]), 'little').kind).toBe('program')
  })

  it('yields the other byte order where the kernel accepts the bytes in that order alone, with an ABI that is tested for', () => {
    expect(readRawFilter(encode(allow, 'big'), 'little')).toEqual({
      kind: 'other-order',
      order: 'big',
      abi: 's390x',
    })
    const mips = signedAbiTable('mips')
    const tests = program([
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: mips.auditArch },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
      { code: BPF.RET_K, jt: 0, jf: 0, k: 0 },
    ])
    expect(readRawFilter(encode(tests, 'big'), 'little')).toMatchObject({ abi: 'mips' })
  })

  it('yields why the bytes are none', () => {
    expect(readRawFilter(bytesOf('ret #0'), 'little')).toEqual({ kind: 'text' })
    expect(readRawFilter(Uint8Array.of(6, 0, 0), 'little')).toMatchObject({
      kind: 'malformed',
      reason: expect.stringContaining('and 3 are left over') as string,
    })
  })
})

describe('testedArches', () => {
  it('finds a test that a jump leads to, and none of another word', () => {
    const filter = program([
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 4 },
      { code: BPF.JEQ_K, jt: 0, jf: 2, k: AUDIT_ARCH.X86_64 },
      { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
      { code: BPF.JEQ_K, jt: 1, jf: 2, k: 59 },
      { code: BPF.JEQ_K, jt: 0, jf: 1, k: AUDIT_ARCH.AARCH64 },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW },
      { code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.KILL_PROCESS },
    ])
    expect([...testedArches(filter)]).toEqual([AUDIT_ARCH.X86_64, AUDIT_ARCH.AARCH64])
  })
})
