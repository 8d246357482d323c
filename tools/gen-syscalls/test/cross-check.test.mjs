import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ABIS } from '../src/abis.mjs'
import { committedCalls } from '../src/committed.mjs'
import { compareTables, isExplained, LACKING_ABI, report } from '../src/compare.mjs'
import { crossCheck } from '../src/cross-check.mjs'
import { hasAbi, KERNEL_TABLES, kernelBases, kernelCalls, parseTable } from '../src/kernel.mjs'

const src = fileURLToPath(new URL('../../../packages/syscalls/src', import.meta.url))
const calls = (record) => new Map(Object.entries(record))

describe('parseTable', () => {
  const table = '# a comment\n\n0\tcommon\tread\tsys_read\n1 64 time sys_time - noreturn\n1\t32\ttime32\n'

  it('takes the rows whose word counts, whatever stands between and after', () => {
    expect(parseTable(table, 't.tbl', ['common', '64'], ['32'])).toEqual(calls({ read: 0, time: 1 }))
    expect(parseTable(table, 't.tbl', ['common', '32'], ['64'])).toEqual(calls({ read: 0, time32: 1 }))
  })

  it.each([
    [
      'a word that nobody knows',
      table,
      't.tbl:5: ABI "32" of "time32" is not one that this file is known for',
    ],
    ['a row that is none', '0x1\tcommon\tread\n', 't.tbl:1: "0x1\tcommon\tread" is not "NUMBER ABI NAME …"'],
    ['a name twice', '0 64 read\n1 64 read\n', 't.tbl:2: "read" has number 0 already'],
    [
      'a number twice',
      '0 64 read\n0 common write\n',
      't.tbl:2: number 0 belongs to "read" already, not to "write"',
    ],
  ])('rejects %s and says where', (_what, text, message) => {
    expect(() => parseTable(text, 't.tbl', ['common', '64'])).toThrow(message)
  })
})

describe('compareTables', () => {
  const ours = calls({ read: 0, write: 1, fresh: 9 })

  it('explains what one side alone has past the other’s last number, and names of gaps', () => {
    const same = compareTables(ours, calls({ read: 0, write: 1, unused5: 5 }))
    expect(same).toEqual({
      compared: 2,
      different: [],
      onlyOurs: [{ name: 'fresh', nr: 9, reason: 'newer than this kernel' }],
      onlyTheirs: [{ name: 'unused5', nr: 5, reason: 'the name of a gap' }],
    })
    expect(isExplained(same)).toBe(true)
    const { onlyTheirs } = compareTables(ours, calls({ fresh: 9, fresher: 10 }))
    expect(onlyTheirs).toEqual([{ name: 'fresher', nr: 10, reason: 'newer than the tables' }])
  })

  it('does not explain a name that moved, is missing, or is another', () => {
    for (const theirs of [
      { read: 0, write: 2 },
      { read: 0, other: 1, last: 9 },
      { read: 0, last: 3 },
      { read: 0, write: 1, odd: 5 },
    ])
      expect(isExplained(compareTables(ours, calls(theirs)))).toBe(false)
    expect(compareTables(ours, calls({ write: 2 })).different).toEqual([
      { name: 'write', ours: 1, theirs: 2 },
    ])
  })

  it('takes an ABI’s own numbers for no sign of age', () => {
    const own = calls({ read: 0, set_tls: 105 })
    expect(isExplained(compareTables(own, calls({ read: 0 }), { ownFrom: 100 }))).toBe(false)
    expect(isExplained(compareTables(calls({ read: 0 }), own, { ownFrom: 100 }))).toBe(false)
  })

  it('explains a call in an old gap on the ABI that got it late, and on no other', () => {
    const gap = calls({ read: 0, memfd_secret: 447, fresh: 470 })
    const theirs = calls({ read: 0, fresh: 470 })
    expect(isExplained(compareTables(gap, theirs, { column: 'loongarch64' }))).toBe(true)
    expect(isExplained(compareTables(gap, theirs, { column: 'x86_64' }))).toBe(false)
  })

  it('is reported a line an ABI, and a line a difference', () => {
    const text = report([
      ['x86', compareTables(ours, calls({ read: 0, write: 2 }))],
      ['arm', compareTables(ours, calls({ read: 0, write: 1, odd: 5 }))],
    ])
    expect(text).toBe(
      [
        '     compared  only ours  only theirs  different',
        'x86         2          1            0          1',
        'arm         2          1            1          0',
        '',
        'different: write is 1 here and 2 there (x86)',
        'only ours: fresh 9: newer than this kernel (every ABI)',
        'only theirs: odd 5: unexplained (arm)',
        '',
      ].join('\n'),
    )
  })
})

describe('a kernel source tree', () => {
  let tree
  const write = (path, text) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'cross-check-'))
  })
  afterEach(() => rmSync(tree, { recursive: true }))

  it('gives an ABI the rows of its words: powerpc has no use for those of the SPU', () => {
    const rows = '1 nospu exit\n2 spu exit\n3 32 time\n4 64 time\n5 common read\n'
    write('arch/powerpc/kernel/syscalls/syscall.tbl', rows)
    expect(kernelCalls(tree, 'ppc').calls).toEqual(calls({ exit: 1, time: 3, read: 5 }))
    expect(kernelCalls(tree, 'ppc64').calls).toEqual(calls({ exit: 1, time: 4, read: 5 }))
  })

  it('gives an architecture without a table the shared one, with the words that it adds', () => {
    write(
      'scripts/syscall.tbl',
      '1 common read\n2 64 time\n2 time32 time32\n3 rlimit getrlimit\n4 riscv riscv_hwprobe\n',
    )
    write(
      'arch/riscv/kernel/Makefile.syscalls',
      'syscall_abis_32 += time32\nsyscall_abis_64 += riscv  rlimit\n',
    )
    write('arch/loongarch/kernel/Makefile.syscalls', 'syscall_abis_64 +=\n')
    const riscv = kernelCalls(tree, 'riscv64')
    expect(riscv.file).toBe('scripts/syscall.tbl')
    expect(riscv.calls).toEqual(calls({ read: 1, time: 2, getrlimit: 3, riscv_hwprobe: 4 }))
    expect(kernelCalls(tree, 'loongarch64').calls).toEqual(calls({ read: 1, time: 2 }))
  })

  it('does not have the ABI of s390 where no row is for it, and s390x takes all rows', () => {
    write('arch/s390/kernel/syscalls/syscall.tbl', '1 common exit\n13 32 time\n')
    expect(hasAbi(tree, 's390')).toBe(true)
    write('arch/s390/kernel/syscalls/syscall.tbl', '1 common exit\n198 common lchown\n')
    expect(hasAbi(tree, 's390')).toBe(false)
    expect(hasAbi(tree, 's390x')).toBe(true)
    expect(kernelCalls(tree, 's390x').calls).toEqual(calls({ exit: 1, lchown: 198 }))
    expect(isExplained(LACKING_ABI)).toBe(true)
    expect(report([['s390', LACKING_ABI]])).toContain(
      'not compared: the kernel no longer has the ABI (every ABI)',
    )
  })

  it('has the calls of arm that are in no table in a header', () => {
    write('arch/arm/tools/syscall.tbl', '1 common read\n2 oabi time\n')
    write('arch/arm/include/uapi/asm/unistd.h', '#define __ARM_NR_set_tls\t\t(__ARM_NR_BASE+5)\n')
    expect(kernelCalls(tree, 'arm').calls).toEqual(calls({ read: 1, set_tls: 0x0f_0005 }))
  })

  it('has the bases in headers', () => {
    const block = (sim, base) =>
      `#if _MIPS_SIM == _MIPS_SIM_${sim}\n#define __NR_Linux\t${base}\n#endif /* _MIPS_SIM == _MIPS_SIM_${sim} */\n`
    const blocks = [block('ABI32', 4000), block('ABI64', 5000), block('NABI32', 6000)]
    write('arch/mips/include/uapi/asm/unistd.h', blocks.join('\n'))
    write('arch/x86/include/uapi/asm/unistd.h', '#define __X32_SYSCALL_BIT\t0x40000000\n')
    const ours = ABIS.filter(({ base, column, token }) => base !== 0 && column === token)
    expect(kernelBases(tree)).toEqual(new Map(ours.map(({ token, base }) => [token, base])))
  })

  it('is asked for by its folder, and missed with exit code 2', () => {
    expect(() => kernelCalls(tree, 's390x')).toThrow(
      `${tree}: has none of arch/s390/kernel/syscalls/syscall.tbl; is it a kernel source tree?`,
    )
    const tool = fileURLToPath(new URL('../cross-check.mjs', import.meta.url))
    const run = (...args) => spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8' })
    expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('usage: ') })
    expect(run('--kernel', tree)).toMatchObject({ status: 2, stderr: expect.stringContaining('ENOENT') })
  })

  it('has a place for every column that the tables have', () => {
    expect(Object.keys(KERNEL_TABLES).sort()).toEqual([...new Set(ABIS.map(({ column }) => column))].sort())
  })
})

const kernel = process.env['SECCOMPILE_LINUX_SOURCE']

describe('the committed tables and the kernel’s own', () => {
  if (kernel === undefined) {
    it('are not compared: SECCOMPILE_LINUX_SOURCE names no kernel source tree', () => {
      expect(kernel).toBeUndefined()
    })
    return
  }
  it.each(crossCheck(src, kernel))(
    'agree on every number of %s, and the rest has a reason',
    (abi, comparison) => {
      // s390 ended with an older kernel; no other ABI did.
      if (comparison.lacking) return expect(abi).toBe('s390')
      expect(comparison.different).toEqual([])
      const unexplained = [...comparison.onlyOurs, ...comparison.onlyTheirs].filter(
        ({ reason }) => reason === undefined,
      )
      expect(unexplained).toEqual([])
      // A kernel that is a year or two older has nearly all calls. A much lower count means a fault in the reader.
      expect(comparison.compared).toBeGreaterThan(
        committedCalls(src, ABIS.find(({ token }) => token === abi).column).size * 0.9,
      )
    },
  )
})
