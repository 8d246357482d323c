/**
 * Compares the tables with other sources. The readers here share no code with the generator.
 *
 * - The source they were made from: digests of its names and of each of its columns, made by awk.
 * - The kernel's own headers, as Debian installs them for every ABI (linux-libc-dev), where the machine has them: another list
 *   of the same facts, usually of an older kernel. Every number in them has to be ours. Our other numbers are newer, or not in
 *   the headers.
 */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { abiTables, calls, numberOf, syscallNames } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { columnOf } from './column.ts'

/** Calls that the source lacks. @see arch/loongarch/kernel/Makefile.syscalls of Linux 7.2 */
const BEYOND: readonly { readonly token: AbiToken; readonly name: string }[] = [
  { token: 'loongarch64', name: 'memfd_secret' },
]

/**
 * The first 16 digits of digests of libseccomp's src/syscalls.csv at 90d3f7d, of names and of names with numbers. N is the
 * column:
 *
 *     awk -F, 'NR > 1 { print $1 }' syscalls.csv | LC_ALL=C sort | sha256sum
 *     awk -F, 'NR > 1 && $N != "PNR" { print $1, $N }' syscalls.csv | LC_ALL=C sort | sha256sum
 */
const NAMES = '579fe21b54b98ca4'
const COLUMNS: Partial<Record<AbiToken, string>> = {
  x86: 'dbddb6f3ddad7543',
  x86_64: 'ae0953aa8a66c846',
  x32: 'b5fabf17693af4a5',
  arm: '59f2d0cc66edffa9',
  aarch64: '9b3a3b1dadbc5d9f',
  loongarch64: '996a8e287d0df606',
  m68k: 'ec6a7727b2cd6307',
  mips: 'f1848f678153788f',
  mips64: '240c679b5b4d4c0a',
  mips64n32: 'c3df4e8bc2c00d2a',
  parisc: '1f09033b9c907e38',
  parisc64: '618eb84785c8c1d4',
  ppc: 'd10b1446a82ec52f',
  ppc64: 'bd0af44c6da9f038',
  riscv64: '54894906f36fc8b0',
  s390: '88176e1f195e2262',
  s390x: '59cfbdfed17f5e9d',
  sh: '4279fca1b67d461f',
}

/** The digest of lines, as sort and sha256sum make it. */
const digestOf = (lines: readonly string[]): string =>
  createHash('sha256')
    .update(lines.toSorted().map((line) => `${line}\n`).join(''))
    .digest('hex')
    .slice(0, 16) // prettier-ignore

describe('the tables and the source they were made from', () => {
  it('have the same names', () => {
    expect(digestOf(syscallNames)).toBe(NAMES)
  })

  it.each(abiTables.map((table) => [table.token, table] as const))(
    'have the same numbers on %s',
    (token, table) => {
      const beyond = BEYOND.filter((call) => call.token === token).map(({ name }) => name)
      const theirs = calls(table).filter(({ name }) => !beyond.includes(name))
      expect(digestOf(theirs.map(({ name, nr }) => `${name} ${nr - table.base}`))).toBe(
        COLUMNS[columnOf(token)],
      )
    },
  )
})

const HEADERS: Readonly<Record<AbiToken, readonly string[]>> = {
  x86_64: ['x86_64-linux-gnu/asm/unistd_64.h'],
  x86: ['x86_64-linux-gnu/asm/unistd_32.h'],
  x32: ['x86_64-linux-gnu/asm/unistd_x32.h'],
  aarch64: ['aarch64-linux-gnu/asm/unistd_64.h'],
  arm: ['arm-linux-gnueabi/asm/unistd-eabi.h', 'arm-linux-gnueabi/asm/unistd.h'],
  loongarch64: ['loongarch64-linux-gnu/asm/unistd_64.h'],
  m68k: ['m68k-linux-gnu/asm/unistd_32.h'],
  mips: ['mips-linux-gnu/asm/unistd_o32.h'],
  mipsel: ['mipsel-linux-gnu/asm/unistd_o32.h'],
  mips64: ['mips64-linux-gnuabi64/asm/unistd_n64.h'],
  mipsel64: ['mips64el-linux-gnuabi64/asm/unistd_n64.h'],
  mips64n32: ['mips64-linux-gnuabi64/asm/unistd_n32.h'],
  mipsel64n32: ['mips64el-linux-gnuabi64/asm/unistd_n32.h'],
  parisc: ['hppa-linux-gnu/asm/unistd_32.h'],
  parisc64: ['hppa-linux-gnu/asm/unistd_64.h'],
  ppc: ['powerpc-linux-gnu/asm/unistd_32.h'],
  ppc64: ['powerpc64-linux-gnu/asm/unistd_64.h'],
  ppc64le: ['powerpc64le-linux-gnu/asm/unistd_64.h'],
  riscv64: ['riscv64-linux-gnu/asm/unistd_64.h'],
  s390: ['s390x-linux-gnu/asm/unistd_32.h'],
  s390x: ['s390x-linux-gnu/asm/unistd_64.h'],
  sh: ['sh4-linux-gnu/asm/unistd_32.h'],
  sheb: ['sh4-linux-gnu/asm/unistd_32.h'],
}
/** The symbolic bases in the headers, which `base` covers, and the start of arm's own calls. */
const SYMBOLS: Readonly<Record<string, number>> = {
  __X32_SYSCALL_BIT: 0,
  __NR_SYSCALL_BASE: 0,
  __NR_Linux: 0,
  __ARM_NR_BASE: 0x0f_0000,
}

type NameOffset = readonly [name: string, offset: number]
/** The names in the mips headers of numbers that no call ever had, or that were taken back before anyone used them. */
const GAP = /^(?:unused|reserved)\d+$/

function callsIn(header: string): readonly NameOffset[] {
  const define = /^#define __(?:ARM_)?NR_([a-z_]\w*)\s+\(?(?:(\w+) ?\+ ?)?(\d+)\)?$/gm
  const all = Array.from(
    readFileSync(header, 'utf8').matchAll(define),
    ([, name, symbol, offset]): NameOffset => [
      name ?? '',
      (symbol === undefined ? 0 : (SYMBOLS[symbol] ?? Number.NaN)) + Number(offset),
    ],
  )
  return all.filter(([name]) => !GAP.test(name))
}

/** The headers of an ABI that this machine has. */
const headersOf = (token: AbiToken): readonly string[] =>
  HEADERS[token].map((path) => `/usr/include/${path}`).filter((path) => existsSync(path))

const absent = abiTables.filter(({ token }) => headersOf(token).length === 0).map(({ token }) => token)
if (absent.length > 0)
  process.stderr.write(
    `\n*** NOT RUN: the tables against the headers of the kernel: none for ${absent.join(', ')}\n\n`,
  )

describe('the tables and the kernel headers', () => {
  it.each(
    abiTables.filter(({ token }) => !absent.includes(token)).map((table) => [table.token, table] as const),
  )('agree on every number of %s that the headers of this machine hold', (token, table) => {
    const found = headersOf(token)
    for (const [name, offset] of found.flatMap(callsIn)) {
      const ours = numberOf(table, name)
      // A kernel newer than the tables has calls past the last one.
      if (ours === undefined && table.base + offset > table.newest) continue
      expect(`${name} ${ours}`).toBe(`${name} ${table.base + offset}`)
    }
    expect(found.flatMap(callsIn).length).toBeGreaterThan(300)
  })
})
