/**
 * Reads the kernel's own tables of system calls from a source tree: the numbers that `make headers` would give each
 * ABI.
 *
 * A row is `NUMBER ABI NAME [ENTRY …]`. Each ABI consists of the rows with certain words in the second column. A
 * Makefile of the architecture passes these words to scripts/syscallhdr.sh; this file repeats them. Architectures
 * without a table of their own share scripts/syscall.tbl and add words in their kernel/Makefile.syscalls. This
 * Makefile is read. Every word of a table must be in the list of the ABI or in the list of other words. An unknown word
 * is an error, since calls with this word could be lost.
 *
 * @see scripts/syscallhdr.sh, scripts/Makefile.asm-headers, arch/ARCH/kernel/syscalls/Makefile
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A table that breaks the format; `line` is 1-based. */
class KernelTableError extends Error {
  constructor(file, line, text) {
    super(`${file}:${line}: ${text}`)
    this.name = 'KernelTableError'
    this.line = line
  }
}

/** Words of scripts/syscall.tbl that select calls for foreign ABIs, or for only some ABIs. */
const GENERIC_OTHERS =
  'arc csky hexagon nios2 or1k riscv 32 time32 stat64 renameat rlimit memfd_secret fadvise6464'.split(' ')

const generic = (arch, ...files) => ({
  files: [...files, 'scripts/syscall.tbl'],
  abis: ['common', '64'],
  more: { makefile: `arch/${arch}/kernel/Makefile.syscalls`, variable: 'syscall_abis_64' },
  others: GENERIC_OTHERS,
})
const own = (file, abis, others = []) => ({ files: [file], abis: abis.split(' '), others })

const X86_64 = 'arch/x86/entry/syscalls/syscall_64.tbl'
const PARISC = 'arch/parisc/kernel/syscalls/syscall.tbl'
const POWERPC = 'arch/powerpc/kernel/syscalls/syscall.tbl'
const S390 = 'arch/s390/kernel/syscalls/syscall.tbl'
const MIPS = 'arch/mips/kernel/syscalls/syscall_'

/**
 * The source of each column: the first of `files` that exists, and the words of its ABI. A table without a row of `mark` is
 * of a kernel that no longer has the ABI.
 */
export const KERNEL_TABLES = {
  x86_64: own(X86_64, 'common 64', ['x32']),
  x86: own('arch/x86/entry/syscalls/syscall_32.tbl', 'i386'),
  x32: own(X86_64, 'common x32', ['64']),
  aarch64: generic('arm64', 'arch/arm64/tools/syscall_64.tbl'),
  arm: own('arch/arm/tools/syscall.tbl', 'common eabi', ['oabi']),
  loongarch64: generic('loongarch'),
  m68k: own('arch/m68k/kernel/syscalls/syscall.tbl', 'common'),
  mips: own(`${MIPS}o32.tbl`, 'o32'),
  mips64: own(`${MIPS}n64.tbl`, 'n64 common'),
  mips64n32: own(`${MIPS}n32.tbl`, 'n32'),
  parisc: own(PARISC, 'common 32', ['64']),
  parisc64: own(PARISC, 'common 64', ['32']),
  ppc: own(POWERPC, 'common nospu 32', ['64', 'spu']),
  ppc64: own(POWERPC, 'common nospu 64', ['32', 'spu']),
  riscv64: generic('riscv'),
  // Newer trees serve s390x alone, and mark each call of the table with the word common.
  s390: { ...own(S390, 'common 32', ['64']), mark: '32' },
  s390x: own(S390, 'common 64', ['32']),
  sh: own('arch/sh/kernel/syscalls/syscall.tbl', 'common'),
}

const ROW = /^(\d+)\s+(\S+)\s+([a-z_]\w*)(?:\s(.*))?$/

/** The calls of one table whose rows have a word of `abis`: a Map from a name to its number, without the base. */
export function parseTable(text, file, abis, others = []) {
  return new Map(parseRows(text, file, abis, others).map(({ name, nr }) => [name, nr]))
}

/** The rows of one table, in its order: number without the base, name, word of the ABI, and entry points. */
function parseRows(text, file, abis, others = []) {
  const rows = []
  const calls = new Map()
  const holders = new Map()
  for (const [at, line] of text.split('\n').entries()) {
    if (/^\s*(?:#|$)/.test(line)) continue
    const match = ROW.exec(line)
    if (match === null) throw new KernelTableError(file, at + 1, `"${line}" is not "NUMBER ABI NAME …"`)
    const [, number, abi, name, rest = ''] = match
    if (!abis.includes(abi)) {
      if (others.includes(abi)) continue
      throw new KernelTableError(
        file,
        at + 1,
        `ABI "${abi}" of "${name}" is not one that this file is known for`,
      )
    }
    const nr = Number(number)
    if (calls.has(name))
      throw new KernelTableError(file, at + 1, `"${name}" has number ${calls.get(name)} already`)
    if (holders.has(nr)) {
      throw new KernelTableError(
        file,
        at + 1,
        `number ${nr} belongs to "${holders.get(nr)}" already, not to "${name}"`,
      )
    }
    calls.set(name, nr)
    holders.set(nr, name)
    rows.push({ nr, name, abi, entries: rest.split(/\s+/).filter((word) => word !== '') })
  }
  return rows
}

/** Whether the kernel of a source tree has the ABI of a column. */
export function hasAbi(tree, column) {
  const { mark } = KERNEL_TABLES[column]
  if (mark === undefined) return true
  const { rows } = kernelRows(tree, column)
  return rows.some(({ abi }) => abi === mark)
}

/** Yields `{ file, calls }` for a column of the tables. Throws where the tree has no such table. */
export function kernelCalls(tree, column) {
  const { file, rows } = kernelRows(tree, column)
  const calls = new Map(rows.map(({ name, nr }) => [name, nr]))
  if (column === 'arm')
    for (const [name, nr] of armPrivate(
      readFileSync(join(tree, 'arch/arm/include/uapi/asm/unistd.h'), 'utf8'),
    ))
      calls.set(name, nr)
  return { file, calls }
}

/** Yields `{ file, rows }` for a column of the tables, with the rows of {@link parseRows}. */
export function kernelRows(tree, column) {
  const { files, abis, more, others } = KERNEL_TABLES[column]
  const file = files.find((path) => existsSync(join(tree, path)))
  if (file === undefined)
    throw new Error(`${tree}: has none of ${files.join(', ')}; is it a kernel source tree?`)
  const read = (path) => readFileSync(join(tree, path), 'utf8')
  const added = more === undefined ? [] : wordsOf(read(more.makefile), more.variable)
  const rows = parseRows(read(file), file, [...abis, ...added], others)
  if (rows.length === 0) throw new KernelTableError(file, 1, `has no call for ${abis.join(', ')}`)
  return { file, rows }
}

/** The words that a Makefile adds to a variable. */
function wordsOf(makefile, variable) {
  return Array.from(makefile.matchAll(new RegExp(`^${variable}[ \\t]*\\+=(.*)$`, 'gm')), ([, words]) => words)
    .join(' ')
    .split(/\s+/)
    .filter((word) => word !== '')
}

/** The calls that arm has outside its table. */
function armPrivate(header) {
  return Array.from(
    header.matchAll(/^#define __ARM_NR_(\w+)\s+\(__ARM_NR_BASE\+(\d+)\)$/gm),
    ([, name, offset]) => [name, 0x0f_0000 + Number(offset)],
  )
}

/** The bases in the kernel's headers: a Map from column to base. */
export function kernelBases(tree) {
  const read = (path) => readFileSync(join(tree, path), 'utf8')
  const sims = /^#if _MIPS_SIM == _MIPS_SIM_(\w+)\s(?:(?!#endif)[^])*?^#define __NR_Linux\s+(\d+)$/gm
  const mips = new Map(
    Array.from(read('arch/mips/include/uapi/asm/unistd.h').matchAll(sims), ([, sim, base]) => [
      sim,
      Number(base),
    ]),
  )
  const bit = /^#define __X32_SYSCALL_BIT\s+(0x\w+)/m.exec(read('arch/x86/include/uapi/asm/unistd.h'))?.[1]
  return new Map([
    ['x32', Number(bit)],
    ['mips', mips.get('ABI32')],
    ['mips64', mips.get('ABI64')],
    ['mips64n32', mips.get('NABI32')],
  ])
}
