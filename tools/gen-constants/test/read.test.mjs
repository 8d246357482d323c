/**
 * The reader of headers on excerpts: a few `#define`s as a kernel has them, for four ABIs. kernel.test.mjs reads all
 * headers of a kernel, where there is one.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { FAMILIES } from '../src/families.mjs'
import { familiesOf, namesIn, readConstants, versionsText } from '../src/read.mjs'
import { TARGETS } from '../src/targets.mjs'
import { EXCERPT } from './excerpt.mjs'
import { whyNoCompiler } from './why-no-compiler.mjs'

describe('namesIn', () => {
  const text = `# 1 "/k/linux/a.h" 1
#define A_ONE 1
#define A_SELF A_SELF
#define A_NOTHING
#define A_CALL(x) x
#define A_GONE 2
#undef A_GONE
enum a_kind {
 A_FIRST,
#define A_FIRST A_FIRST
 A_SECOND = (1 << 2),
};
enum { A_LAST = 9 }; enum a_kind a_function(void);
# 3 "/k/linux/b.h"
#define B_ONE (A_ONE + 1)
`

  it('has macros and enumerators with the header that they are from', () => {
    const nameOf = (file) => file.replace('/k/', '')
    expect(Object.fromEntries(namesIn(text, nameOf))).toEqual({
      A_ONE: { header: 'linux/a.h', body: '1' },
      A_FIRST: { header: 'linux/a.h', enum: 'a_kind' },
      A_SECOND: { header: 'linux/a.h', enum: 'a_kind' },
      A_LAST: { header: 'linux/a.h', enum: '' },
      B_ONE: { header: 'linux/b.h', body: '(A_ONE + 1)' },
    })
  })
})

describe('familiesOf', () => {
  const chosen = (name, header, more = {}) =>
    familiesOf(new Map([[name, { header, body: '1', ...more }]])).get(name)?.id

  it('goes by the header and the name', () => {
    expect(chosen('MS_SYNC', 'asm-generic/mman-common.h')).toBe('msync')
    expect(chosen('MS_RDONLY', 'linux/mount.h')).toBe('mount')
    expect(chosen('MS_RDONLY', 'linux/other.h')).toBeUndefined()
    expect(chosen('MS_RMT_MASK', 'linux/mount.h')).toBeUndefined()
    expect(chosen('PR_SET_MM', 'linux/prctl.h')).toBe('pr')
    expect(chosen('PR_SET_MM_BRK', 'linux/prctl.h')).toBe('pr-arg')
    expect(chosen('BPF_MAP_CREATE', 'linux/bpf.h', { enum: 'bpf_cmd' })).toBe('bpf')
    expect(chosen('BPF_MAP_TYPE_HASH', 'linux/bpf.h', { enum: 'bpf_map_type' })).toBeUndefined()
  })

  it('takes what is made as a request of ioctl for one, by any name', () => {
    expect(chosen('XYZ_RESET', 'linux/xyz.h', { body: '_IOW(0x5, 1, int)' })).toBe('ioctl')
    expect(chosen('XYZ_RESET', 'linux/xyz.h')).toBeUndefined()
  })
})

describe('the families', () => {
  it('have ids that are paths and words that start small', () => {
    const ids = FAMILIES.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, what } of FAMILIES) {
      expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z]+)*$/)
      expect(what).not.toMatch(/\.$/)
    }
  })
})

const reason = whyNoCompiler('reading excerpts of headers')

describe('readConstants', () => {
  if (reason !== undefined) {
    it(`is not tried: ${reason}`, () => {
      expect(reason).not.toBe('')
    })
    return
  }

  let tree
  beforeAll(() => {
    tree = mkdtempSync(join(tmpdir(), 'gen-constants-test-'))
    for (const [path, text] of Object.entries(EXCERPT)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true })
      writeFileSync(join(tree, path), text)
    }
  })
  afterAll(() => rmSync(tree, { recursive: true }))

  const read = (token) => {
    const found = readConstants(
      tree,
      TARGETS.find((target) => target.token === token),
    )
    return Object.fromEntries(Array.from(found, ([name, { family, value }]) => [name, `${family} ${value}`]))
  }

  it('has the values of an ABI: own headers, shared ones, enums and lines outside uapi', () => {
    expect(read('x86_64')).toMatchObject({
      ENOSYS: 'errno 38',
      ENOTSUP: 'errno 95',
      O_CLOEXEC: 'o 524288',
      AT_FDCWD: 'at -100',
      AF_UNIX: 'af 1',
      SOCK_STREAM: 'sock 1',
      SOCK_CLOEXEC: 'sock 524288',
      SHUT_WR: 'shut 1',
      CLONE_INTO_CGROUP: 'clone 8589934592',
      CLONE_IO: 'clone 2147483648',
      BPF_PROG_LOAD: 'bpf 1',
      R_OK: 'access 4',
      FS_IOC_GETFLAGS: `ioctl ${0x80086601}`,
      SO_RCVTIMEO: 'so 20',
    })
    expect(read('x86_64')).not.toHaveProperty('CLONE_ARGS_SIZE_VER0')
    expect(read('x86_64')).not.toHaveProperty('BPF_MAP_TYPE_HASH')
  })

  it('has those of an ABI with other headers, macros and sizes', () => {
    const mips = { ENOSYS: 'errno 89', SOCK_STREAM: 'sock 2', SOCK_CLOEXEC: 'sock 524288', AF_UNIX: 'af 1' }
    expect(read('mips')).toMatchObject({ ...mips, FS_IOC_GETFLAGS: `ioctl ${0x40046601}` })
    expect(read('mips64')).toMatchObject({ ...mips, FS_IOC_GETFLAGS: `ioctl ${0x40086601}` })
    expect(read('x86')).toMatchObject({ ENOSYS: 'errno 38', FS_IOC_GETFLAGS: `ioctl ${0x80046601}` })
  })

  it('leaves out what the C library decides', () => {
    expect(read('x86')).not.toHaveProperty('SO_RCVTIMEO')
    expect(read('x32')).toMatchObject({ SO_RCVTIMEO: 'so 20', FS_IOC_GETFLAGS: `ioctl ${0x80046601}` })
  })

  it('stops at a name that is no number', () => {
    writeFileSync(join(tree, 'include/uapi/linux/xattr.h'), '#define XATTR_CREATE "text"\n')
    expect(() => read('x86_64')).toThrow('x86_64: XATTR_CREATE: no number')
    writeFileSync(join(tree, 'include/uapi/linux/xattr.h'), '#define XATTR_CREATE 0x20000000000001ULL\n')
    expect(() => read('x86_64')).toThrow('XATTR_CREATE: 9007199254740993 does not fit 53 bits')
    rmSync(join(tree, 'include/uapi/linux/xattr.h'))
  })

  it('says where a folder is no source tree, or a compiler is none', () => {
    const [x86_64] = TARGETS
    expect(() => readConstants(join(tree, 'arch'), x86_64)).toThrow('is it a kernel source tree?')
    expect(() => readConstants(tree, x86_64, './no-such-compiler')).toThrow('./no-such-compiler: ')
  })

  it('reads the versions, and the headers of an ABI that has ended from the older tree', () => {
    expect(versionsText(tree, tree)).toBe('9.8, and 9.8 for s390')
    const s390 = TARGETS.find(({ token }) => token === 's390')
    expect(() => readConstants(tree, s390)).toThrow(
      's390: new kernels no longer have the ABI; name an older tree by --older',
    )
    expect(() => readConstants(tree, s390, 'cc', '/older')).toThrow(
      '/older: has no include/uapi, or none for s390',
    )
  })
})
