import { existsSync, readFileSync } from 'node:fs'
import { abiByName, abis } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'

describe('abiByName', () => {
  it.each([
    ['x86_64', 'x86_64'],
    ['SCMP_ARCH_X86_64', 'x86_64'],
    ['amd64', 'x86_64'],
    ['x64', 'x86_64'],
    ['SCMP_ARCH_X86', 'x86'],
    ['386', 'x86'],
    ['i686', 'x86'],
    ['ia32', 'x86'],
    ['x32', 'x32'],
    ['arm64', 'aarch64'],
    ['SCMP_ARCH_ARM', 'arm'],
    ['armv7l', 'arm'],
    ['loong64', 'loongarch64'],
    ['mipsle', 'mipsel'],
    ['mips64le', 'mipsel64'],
    ['SCMP_ARCH_MIPSEL64N32', 'mipsel64n32'],
    ['ppc64le', 'ppc64le'],
    ['ppc64el', 'ppc64le'],
    ['riscv64', 'riscv64'],
    ['s390x', 's390x'],
    ['SCMP_ARCH_SHEB', 'sheb'],
  ])('takes "%s" for %s', (text, token) => {
    expect(abiByName(text)?.token).toBe(token)
  })

  it.each(['', 'X86_64', 'scmp_arch_x86', 'SCMP_ARCH_', 'SCMP_ARCH_AMD64', '__proto__', 'sparc', ' arm'])(
    'takes "%s" for none',
    (text) => {
      expect(abiByName(text)).toBeUndefined()
    },
  )

  it('gives every name of every ABI back to that ABI alone', () => {
    for (const abi of abis) {
      for (const name of [abi.token, abi.scmpName, abi.goArch, ...abi.aliases]) {
        expect(abiByName(name)).toBe(abi)
      }
    }
    const names = abis.flatMap((abi) => [...new Set([abi.token, abi.scmpName, abi.goArch, ...abi.aliases])])
    expect(new Set(names).size).toBe(names.length)
  })
})

/** The ELF machine numbers of include/uapi/linux/elf-em.h, with the bits that an audit architecture adds. */
const MACHINE: Readonly<Record<AbiToken, number>> = {
  x86_64: 62, x86: 3, x32: 62, aarch64: 183, arm: 40, loongarch64: 258, m68k: 4,
  mips: 8, mipsel: 8, mips64: 8, mipsel64: 8, mips64n32: 8, mipsel64n32: 8, parisc: 15, parisc64: 15,
  ppc: 20, ppc64: 21, ppc64le: 21, riscv64: 243, s390: 22, s390x: 22, sh: 42, sheb: 42,
} // prettier-ignore
const AUDIT_ARCH_64BIT = 0x8000_0000
const AUDIT_ARCH_LE = 0x4000_0000
const AUDIT_ARCH_CONVENTION_MIPS64_N32 = 0x2000_0000

describe('the facts', () => {
  it.each(abis.map((abi) => [abi.token, abi] as const))('of %s compose its AUDIT_ARCH', (token, abi) => {
    const n32 = token.endsWith('n32') ? AUDIT_ARCH_CONVENTION_MIPS64_N32 : 0
    const registers64 = abi.wordSize === 64 || token === 'x32' || n32 !== 0
    const expected =
      MACHINE[token] +
      (registers64 ? AUDIT_ARCH_64BIT : 0) +
      (abi.endianness === 'little' ? AUDIT_ARCH_LE : 0) +
      n32
    expect(abi.auditArch.toString(16)).toBe(expected.toString(16))
  })

  it('tell every two ABIs apart by arch, but for x86_64 and x32', () => {
    const archs = abis.filter((abi) => abi.token !== 'x32').map((abi) => abi.auditArch)
    expect(new Set(archs).size).toBe(archs.length)
  })

  it('name each ABI SCMP_ARCH_ and its token', () => {
    for (const abi of abis) expect(abi.scmpName).toBe(`SCMP_ARCH_${abi.token.toUpperCase()}`)
  })

  it('begin the numbers of x32 at bit 30 and those of mips at 4000, 5000 and 6000', () => {
    const based = abis.filter((abi) => abi.base !== 0).map((abi) => [abi.token, abi.base])
    expect(Object.fromEntries(based)).toEqual({
      x32: 0x4000_0000,
      mips: 4000,
      mipsel: 4000,
      mips64: 5000,
      mipsel64: 5000,
      mips64n32: 6000,
      mipsel64n32: 6000,
    })
  })

  const header = '/usr/include/linux/audit.h'
  const present = existsSync(header)
  if (!present) process.stderr.write(`\n*** NOT RUN: the bits of an ABI: there is no ${header}\n\n`)
  it.runIf(present)("use the bits of the kernel's audit.h", () => {
    const text = readFileSync(header, 'utf8')
    const bit = (name: string): number =>
      Number(new RegExp(`^#define ${name}\\s+(0x\\w+)`, 'm').exec(text)?.[1])
    expect(bit('__AUDIT_ARCH_64BIT')).toBe(AUDIT_ARCH_64BIT)
    expect(bit('__AUDIT_ARCH_LE')).toBe(AUDIT_ARCH_LE)
    expect(bit('__AUDIT_ARCH_CONVENTION_MIPS64_N32')).toBe(AUDIT_ARCH_CONVENTION_MIPS64_N32)
  })
})
