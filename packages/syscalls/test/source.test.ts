/**
 * Compares the tables with other sources, where the machine has them. The readers here share no code with the
 * generator.
 *
 * - The source they were made from: its path in SECCOMPILE_SYSCALLS_CSV. A kernel newer than this source has one more call.
 * - The kernel's own headers, as Debian installs them for every ABI (linux-libc-dev): another list of the same facts,
 *   usually of an older kernel. Every number in them has to be ours. Our other numbers are newer, or not in the
 *   headers.
 */
import { existsSync, readFileSync } from 'node:fs'
import { abiTables, calls, numberOf, syscallNames } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { columnOf } from './column.ts'

/** Calls that the source lacks. @see arch/loongarch/kernel/Makefile.syscalls of Linux 7.2 */
const BEYOND: readonly { readonly token: AbiToken; readonly name: string; readonly nr: number }[] = [
  { token: 'loongarch64', name: 'memfd_secret', nr: 447 },
]

const csv = process.env['SECCOMPILE_SYSCALLS_CSV']

if (csv === undefined)
  process.stderr.write(
    '\n*** NOT RUN: the tables against their source: SECCOMPILE_SYSCALLS_CSV does not name it\n\n',
  )

describe.skipIf(csv === undefined)('the tables and the source they were made from', () => {
  const rows = csv === undefined ? [] : readFileSync(csv, 'utf8').trim().split('\n')
  const cells = rows.map((row) => row.split(','))

  it('have the same names', () => {
    expect(cells.slice(1).map(([name]) => name).sort()).toEqual(syscallNames) // prettier-ignore
  })

  it.each(abiTables.map((table) => [table.token, table] as const))(
    'have the same numbers on %s',
    (token, table) => {
      const column = cells[0]?.indexOf(columnOf(token)) ?? -1
      expect(column).toBeGreaterThan(0)
      const theirs = cells
        .slice(1)
        .filter((row) => row[column] !== 'PNR')
        .map((row) => ({ name: row[0], nr: table.base + Number(row[column]) }))
        .concat(BEYOND.filter((call) => call.token === token).map(({ name, nr }) => ({ name, nr })))
        .sort((a, b) => a.nr - b.nr)
      expect(calls(table)).toEqual(theirs)
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
