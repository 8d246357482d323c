import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { COLUMNS } from '../src/columns.mjs'
import { definitionOf, entriesOfColumn, readTree, spellings } from '../src/entries.mjs'
import { layOut, nameAlike, narrow } from '../src/resolve.mjs'

const param = (text) => {
  const [, type, name] = /^(.*) (\w+)$/.exec(text)
  return { type, name }
}
const place = ({ name, index, pair, width, signed, pointer }) =>
  `${name}@${index}${pair ? `-${index + 1}` : ''} ${pointer ? 'p' : signed ? 's' : 'u'}${width}`
const laid = (column, params, layout) => layOut(params.map(param), layout, column, 'sys_x').map(place)

describe('layOut', () => {
  const pread = ['unsigned int fd', 'char __user * buf', 'size_t count', 'loff_t pos']

  it('gives a value of 64 bits one register of 64, or two of 32, aligned or not', () => {
    expect(laid('x86_64', pread)).toEqual(['fd@0 u32', 'buf@1 p64', 'count@2 u64', 'pos@3 s64'])
    expect(laid('arm', pread)).toEqual(['fd@0 u32', 'buf@1 p32', 'count@2 u32', 'pos@4-5 s64'])
    expect(laid('m68k', pread)).toEqual(['fd@1 u32', 'buf@2 p32', 'count@3 u32', 'pos@4-5 s64'])
    expect(laid('arm', ['int fd', 'loff_t offset', 'size_t count'])).toEqual(['fd@0 s32', 'offset@2-3 s64', 'count@4 u32']) // prettier-ignore
  })

  it('follows a layout where C names the halves', () => {
    const params = ['unsigned int fd', 'char __user * ubuf', 'compat_size_t count', 'u32 reg6', 'u32 pos1', 'u32 pos2']
    expect(laid('ppc', params, 'fd buf count - pos: pos:')).toEqual(['fd@0 u32', 'buf@1 p32', 'count@2 u32', 'pos@4-5 u64']) // prettier-ignore
    expect(() => laid('ppc', params, 'fd buf count pos: pos:')).toThrow('sys_x of ppc: C has 6 registers, and the layout has 5') // prettier-ignore
    expect(() => laid('ppc', params, 'fd buf count pos: - -')).toThrow('the layout "fd buf count pos: - -" has only one half of a value')
  }) // prettier-ignore

  it('leaves out what lies past the six arguments of seccomp_data', () => {
    const params = ['int fd', 'loff_t offset', 'loff_t nbytes', 'unsigned int flags']
    expect(laid('mips', params)).toEqual(['fd@0 s32', 'offset@2-3 s64', 'nbytes@4-5 s64'])
  })

  it('rejects a pair where no rule is known, and a parameter without a name', () => {
    expect(() => laid('s390', ['int fd', 'loff_t offset'])).toThrow(
      'sys_x of s390: no rule places a value of two registers at register 1',
    )
    expect(() => layOut([{ type: 'int', name: undefined }], undefined, 'x86', 'sys_x')).toThrow(
      'sys_x of x86: a parameter of type "int" has no name',
    )
  })
})

/** Signatures of a call by column, in the form that `resolve` has before names are unified. */
const columnsOf = (call, byColumn) =>
  new Map(
    Object.entries(byColumn).map(([column, [entry, ...params]]) => [
      column,
      { calls: new Map([[call, { args: layOut(params.map(param), undefined, column, entry), entry, origin: 'source' }]]) },
    ]),
  ) // prettier-ignore
const namesIn = (columns, call) =>
  Array.from(columns.values(), ({ calls }) =>
    calls
      .get(call)
      .args.map(({ name }) => name)
      .join(' '),
  )

describe('nameAlike', () => {
  it('gives arguments the names of the first native entry point, by position', () => {
    const columns = columnsOf('x', {
      x32: ['compat_sys_x', 'int fd1', 'compat_ulong_t arg1'],
      x86_64: ['sys_x', 'int fd', 'unsigned long arg'],
      aarch64: ['sys_x', 'int filedes', 'unsigned long argument'],
    })
    nameAlike(columns)
    expect(namesIn(columns, 'x')).toEqual(['fd arg', 'fd arg', 'fd arg'])
  })

  it('keeps another order, another number of arguments, and what is an address on one side alone', () => {
    const columns = columnsOf('x', {
      x86_64: ['sys_x', 'int a', 'int b'],
      aarch64: ['sys_x', 'int b', 'int a'],
      arm: ['sys_old_x', 'struct y __user * arg'],
      mips: ['sys_mips_x', 'int c', 'struct y __user * d'],
    })
    nameAlike(columns)
    expect(namesIn(columns, 'x')).toEqual(['a b', 'b a', 'arg', 'c d'])
  })

  it('gives a value that C joins from halves the type that it has whole', () => {
    const half = [param('unsigned long low'), param('unsigned long high')]
    const columns = columnsOf('truncate64', { arm: ['sys_truncate64', 'char __user * path', 'loff_t length'] })
    const args = layOut([param('char __user * path'), ...half], 'path length: length:', 'x86', 'sys_ia32_truncate64')
    columns.set('x86', { calls: new Map([['truncate64', { args, entry: 'sys_ia32_truncate64' }]]) })
    expect(args[1]).toMatchObject({ type: 'u64', signed: false })
    nameAlike(columns)
    expect(args[1]).toMatchObject({ type: 'loff_t', signed: true, width: 64, index: 1, pair: true })
  }) // prettier-ignore

  it('keeps the names of calls that mean different things', () => {
    const columns = columnsOf('cacheflush', {
      arm: ['sys_cacheflush', 'unsigned long start', 'unsigned long end', 'unsigned long flags'],
      mips: ['sys_cacheflush', 'unsigned long addr', 'unsigned long bytes', 'unsigned int cache'],
    })
    nameAlike(columns)
    expect(namesIn(columns, 'cacheflush')).toEqual(['start end flags', 'addr bytes cache'])
  })
})

describe('narrow', () => {
  it('rejects an entry that no ABI has', () => {
    expect(() => narrow(new Map())).toThrow('no ABI has an argument "clone_flags" of clone')
  })
})

describe('spellings', () => {
  it('find what a stub in assembly calls', () => {
    expect(spellings('sys_read')).toEqual(['sys_read'])
    expect(spellings('sys_clone_wrapper')).toEqual(['sys_clone_wrapper', 'sys_clone'])
    expect(spellings('__sys_fork')).toEqual(['__sys_fork', 'sys_fork'])
  })
})

describe('a kernel source tree', () => {
  let tree
  const write = (path, text) => {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  const definition = (entry, column) =>
    definitionOf(readTree(tree), entry, column)?.args.map(({ name }) => name).join(' ') // prettier-ignore
  beforeEach(() => {
    tree = mkdtempSync(join(tmpdir(), 'gen-signatures-'))
  })
  afterEach(() => rmSync(tree, { recursive: true }))

  it('prefers a macro over a function, and a function over a declaration', () => {
    write('include/linux/syscalls.h', 'asmlinkage long sys_x(int declared);\nasmlinkage long sys_y(int declared);\n')
    write('arch/sh/kernel/sys_sh.c', 'asmlinkage long sys_y(int function)\n{\n}\n')
    write('fs/x.c', 'SYSCALL_DEFINE1(x, int, macro)\n')
    expect(definition('sys_x', 'sh')).toBe('macro')
    expect(definition('sys_y', 'sh')).toBe('function')
    expect(definition('sys_y', 'arm')).toBe('declared')
    expect(definition('sys_z', 'arm')).toBeUndefined()
  }) // prettier-ignore

  it('decides by the configuration of the ABI between definitions that differ', () => {
    write('kernel/fork.c', '#ifdef CONFIG_CLONE_BACKWARDS\nSYSCALL_DEFINE2(clone, int, tls, int, tid)\n#else\nSYSCALL_DEFINE2(clone, int, tid, int, tls)\n#endif\n') // prettier-ignore
    expect(definition('sys_clone', 'arm')).toBe('tls tid')
    expect(definition('sys_clone', 'x86_64')).toBe('tid tls')
  })

  it('takes no definition of another architecture or of a user-mode kernel', () => {
    write('arch/x86/um/x.c', 'SYSCALL_DEFINE1(x, int, um)\n')
    write('arch/mips/kernel/x.c', 'SYSCALL_DEFINE1(x, int, mips)\n')
    expect(definition('sys_x', 'x86')).toBeUndefined()
    expect(definition('sys_x', 'mips')).toBe('mips')
  })

  it('rejects two definitions that nothing tells apart', () => {
    write('fs/a.c', 'SYSCALL_DEFINE1(x, int, a)\n')
    write('fs/b.c', 'SYSCALL_DEFINE1(x, int, b)\n')
    expect(() => definition('sys_x', 'x86')).toThrow('sys_x of x86 has 2 definitions: fs/a.c, fs/b.c')
  })

  it('serves a call by the native entry point, and on s390 by the compat one', () => {
    write('arch/s390/kernel/syscalls/syscall.tbl', '1 common exit sys_exit sys_exit\n2 common x sys_x compat_sys_x\n3 32 y - compat_sys_y\n') // prettier-ignore
    write('arch/x86/entry/syscalls/syscall_32.tbl', '1 i386 x sys_x compat_sys_x\n2 i386 gone\n')
    expect([...entriesOfColumn(tree, 's390').entries]).toEqual([
      ['exit', 'sys_exit'],
      ['x', 'compat_sys_x'],
      ['y', 'compat_sys_y'],
    ])
    expect([...entriesOfColumn(tree, 'x86').entries]).toEqual([
      ['x', 'sys_x'],
      ['gone', '-'],
    ])
  })
})

describe('COLUMNS', () => {
  it('knows the word size of each', () => {
    for (const [column, { bits, defined }] of Object.entries(COLUMNS)) {
      expect(defined.has('CONFIG_64BIT'), column).toBe(bits === 64)
      expect(defined.get('BITS_PER_LONG'), column).toBe(bits)
    }
  })
})
