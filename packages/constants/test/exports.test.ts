import { readFileSync } from 'node:fs'
import * as constants from '@seccompile/constants'
import { valueOn } from '@seccompile/constants'
import * as all from '@seccompile/constants/all'
import * as every from '@seccompile/constants/every-constant'
import { constantFamilies, constantNamed, constantsOf } from '@seccompile/constants/all'
import type { ConstantFamily } from '@seccompile/constants'
import { abis } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { TOKENS } from '../src/constant/abi-groups.ts'

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  seccompile: { subpaths: string[] }
}

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

describe('the public names', () => {
  it('are exactly these', () => {
    expect(Object.keys(constants).sort()).toEqual(['bits', 'bitsReader', 'constantReader', 'valueOn'])
    expect(Object.keys(all).sort()).toEqual([
      'constantFamilies',
      'constantNamed',
      'constantsOf',
      'nameOfValue',
      'namesOfBits',
    ])
  })
})

describe('the subpaths', () => {
  it('are `all`, `every-constant` and the families', () => {
    expect(manifest.seccompile.subpaths).toEqual([
      'all',
      'every-constant',
      ...constantFamilies.map(({ family }) => family),
    ])
  })

  it('are all in the README', () => {
    const [, list = ''] = /- The families: ([^.]*)\./.exec(readme) ?? []
    expect(Array.from(list.matchAll(/`(.*?)`/g), ([, family]) => family)).toEqual(
      constantFamilies.map(({ family }) => family),
    )
  })

  it.each(constantFamilies.map((facts) => [facts.family, facts] as const))(
    'hold the constants of %s alone, and functions where its names are looked up',
    async (family, facts) => {
      const entry = (await import(/* @vite-ignore */ `@seccompile/constants/${family}`)) as Record<
        string,
        unknown
      >
      const lookups = ['errnoNames', 'errnoOf', 'errnoOn', 'verdictText', 'signalOn']
      const names = Object.keys(entry).filter((name) => !lookups.includes(name))
      expect(names.sort()).toEqual(facts.constants.map((one) => one.constant).sort())
      for (const one of facts.constants) {
        expect(entry[one.constant]).toStrictEqual(one)
        expect(one.family).toBe(family)
        expect(constantNamed(one.constant)).toBe(one)
      }
    },
  )

  it('stand once: `every-constant` has the very objects of the families, and nothing else', async () => {
    const families = await Promise.all(
      constantFamilies.map(
        async ({ family }) => import(/* @vite-ignore */ `@seccompile/constants/${family}`) as Promise<object>,
      ),
    )
    const objects = new Set(families.flatMap((family) => Object.values(family) as readonly unknown[]))
    for (const [name, constant] of Object.entries(every)) {
      expect(objects.has(constant), name).toBe(true)
      expect(constant.constant).toBe(name)
    }
    expect(Object.keys(every)).toHaveLength(Object.values(COUNTS).reduce((sum, count) => sum + count, 0))
  })

  it('have as many constants as ever, so that none is lost unseen', () => {
    expect(
      Object.fromEntries(constantFamilies.map(({ family, constants: { length } }) => [family, length])),
    ).toEqual(COUNTS)
  })
})

describe('the tables', () => {
  it('know the ABIs of @seccompile/syscalls, in their order', () => {
    expect(TOKENS).toEqual(abis.map(({ token }) => token))
  })

  it('have no name in two families', () => {
    const names = constantFamilies.flatMap((facts) => facts.constants.map((one) => one.constant))
    expect(new Set(names).size).toBe(names.length)
    expect(constantNamed('__proto__')).toBeUndefined()
  })

  it('name no exception that has the common value', () => {
    for (const one of constantFamilies.flatMap((facts) => facts.constants))
      for (const value of Object.values(one.on ?? {})) {
        expect(value, one.constant).not.toBe(one.value)
        expect(value === null && one.value === undefined, one.constant).toBe(false)
      }
  })

  it('are asked by families that exist', () => {
    expect(constantsOf('shut').map((one) => one.constant)).toEqual(['SHUT_RD', 'SHUT_WR', 'SHUT_RDWR'])
    expect(constantsOf('seek').map((one) => valueOn(one, 'x86_64'))).toEqual([0, 1, 2, 3, 4])
    expect(() => constantsOf('shutt' as ConstantFamily)).toThrow('did you mean "shut"?')
  })
})

/** The number of constants in each family. */
const COUNTS: Readonly<Record<string, number>> = {
  af: 48, sock: 10, ipproto: 37, netlink: 23, sol: 41, so: 89, tcp: 46, ip: 49, ipv6: 56, msg: 23, shut: 3,
  clone: 32, o: 22, resolve: 6, at: 12, 'name-to-handle': 3, s: 23, access: 4, seek: 5, prot: 10, map: 40,
  madv: 27, mremap: 3, msync: 3, mcl: 3, mlock: 1, pkey: 5, mfd: 17, mount: 25, umount: 4, fsopen: 1,
  fsconfig: 9, fsmount: 2, fspick: 4, 'open-tree': 3, 'move-mount': 8, 'mount-attr': 11, pr: 80,
  'pr-arg': 126, 'arch-prctl': 23, futex: 43, futex2: 8, f: 38, fd: 1, seal: 6, lease: 3, notify: 7,
  lock: 8, sig: 36, 'sig-how': 3, sa: 13, seccomp: 4, 'seccomp-flag': 6, 'seccomp-mode': 3, ioctl: 630,
  tioclinux: 13, ipc: 8, sem: 11, shm: 25, msq: 6, key: 41, reqkey: 9, ptrace: 93, 'ptrace-o': 10, bpf: 41,
  perf: 4, clock: 14, timer: 1, itimer: 3, tfd: 4, efd: 3, sfd: 2, epoll: 4, poll: 13, in: 24, 'in-init': 2,
  fan: 18, 'fan-mark': 14, 'fan-event': 26, prio: 3, ioprio: 3, sched: 9, rlimit: 16, rusage: 4, wait: 9,
  idtype: 4, grnd: 3, statx: 19, rename: 3, rwf: 9, 'sync-range': 4, splice: 4, falloc: 9, fadvise: 6,
  landlock: 2, 'landlock-rule': 2, membarrier: 12, 'membarrier-flag': 1, rseq: 2, quota: 9, 'quota-type': 3,
  reboot: 13, swap: 5, kexec: 21, 'kexec-file': 6, module: 3, kcmp: 8, personality: 34, mpol: 10,
  'mpol-f': 3, 'mpol-mf': 3, 'io-uring': 39, 'io-uring-enter': 8, pidfd: 2, 'pidfd-signal': 3,
  'close-range': 2, uffd: 1, syslog: 11, xattr: 2, aio: 8, errno: 141,
} // prettier-ignore
