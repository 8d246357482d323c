/* What `expect` and the matchers take, and what they say of everything else. */
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import '@seccompile/matchers/vitest'
import { readFilterFile, seccompMatchers } from '@seccompile/matchers'
import { AF_INET, AF_UNIX } from '@seccompile/constants/af'
import type { SockFilter } from '@seccompile/abi'
import { compile, compileStack } from '@seccompile/compiler'
import {
  all,
  KILL_PROCESS,
  KILL_THREAD,
  policy,
  resolve,
  trace,
  TRAP,
  errno,
  NOTIFY,
  LOG,
} from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { KernelVersion, PolicyBuilder } from '@seccompile/policy'
import { describe, expect, it } from 'vitest'
import { messageOf } from './message-of.ts'

const abis = [signedAbiTable('x86_64')] as const
const mine = policy({ abis: ['x86_64'], default: 'deny' }).allow('read', 'write')
const stricter = policy({ abis: ['x86_64'], default: 'deny' }).allow('read')
const profile = fileURLToPath(new URL('profiles/profile.json', import.meta.url))

describe('a filter in each form', () => {
  it('is the policy, a copy of it, its rules, a compilation, the program, and the bytes', async () => {
    const made = compile(mine, { abis })
    const forms = [
      JSON.parse(JSON.stringify(mine)),
      made,
      made.program,
      made.bytes,
      Buffer.from(made.bytes),
      compileStack(mine, { abis }),
      [made.program],
    ]
    for (const form of forms) {
      expect(form).toAllow('read')
      expect(form).toRefuse('mount')
      expect(form).toMean(mine)
      expect(form).toFitIn(made.program.length)
      expect(form).not.toFitIn(made.program.length - 1)
      expect(form).toStop('shocker')
    }
    const { rules } = resolve(mine, { abis })
    expect(rules).toMean(mine)
    expect(rules).toAllow('read')
    expect(rules).toFitIn(100)
    expect(await readFilterFile(profile)).not.toMean(mine)
  })

  it('is a stack, whose strictest verdict decides', () => {
    const stack = [mine, compile(stricter, { abis }).bytes]
    expect(stack).toAllow('read')
    expect(stack).toRefuse('write')
    expect(stack).toMean(stricter)
    expect(stack).toBeAtLeastAsStrictAs(mine)
    expect(mine).not.toBeAtLeastAsStrictAs(stack)
    const [one, other] = [compile(mine, { abis }), compile(stricter, { abis })]
    expect(stack).toFitIn(one.program.length + other.program.length)
    expect(() => expect([mine, policy({ abis: ['s390x'], default: 'deny' })]).toAllow('read')).toThrow(
      'the filter: is a stack of filters for machines of different byte orders',
    )
  })

  it('is none of these, and the message says what to do', () => {
    const of =
      (value: unknown): (() => void) =>
      () => {
        expect(value).toAllow('read')
      }
    expect(of(readFileSync(profile, 'utf8'))).toThrow(/^the filter: expected a policy, .*; got "\{/)
    expect(of(readFileSync(profile, 'utf8'))).toThrow('read a file by readFilterFile()')
    expect(of(Promise.resolve(mine))).toThrow('the filter: is a promise; await it')
    expect(of(null)).toThrow('got null')
    expect(of([])).toThrow('the filter: has no instructions and no filters')
    expect(of([{}])).toThrow('the filter[0]: expected')
    expect(of(JSON.parse(readFileSync(profile, 'utf8')))).toThrow(
      'the filter: has the "defaultAction" of a container profile, and is no policy; read its file by readFilterFile()',
    )
    expect(() => expect(mine).toMean(Promise.resolve(mine) as never)).toThrow(
      'the other: is a promise; await it',
    )
  })
})

describe('a program that does not test for x86_64', () => {
  const load = (k: number): SockFilter => ({ code: 0x20, jt: 0, jf: 0, k })
  const equal = (k: number, jt: number, jf: number): SockFilter => ({ code: 0x15, jt, jf, k })
  const give = (k: number): SockFilter => ({ code: 6, jt: 0, jf: 0, k })
  const [allow, refuse] = [give(0x7fff_0000), give(0x0005_0001)]

  it('is about x86_64 too, if a call of it may run', () => {
    const elsewhere = [load(4), equal(0x4000_0003, 3, 0), load(0), equal(0, 0, 1), refuse, allow]
    expect(() => expect(elsewhere).toAllow('read')).toThrow('\n  x86_64 read(): ERRNO(EPERM)')
    const mount = [load(4), equal(0xc000_00b7, 0, 3), load(0), equal(40, 0, 1), refuse, allow]
    expect(() => expect(mount).toRefuse('mount')).toThrow('\n  x86_64 mount(): ALLOW')
  })

  it('is about its own ABIs alone, if no call of x86_64 runs', () => {
    expect([load(4), equal(0xc000_00b7, 0, 1), allow, refuse]).toAllow('read')
  })
})

describe('a program that the kernel refuses', () => {
  it('fits in no number of instructions, and fails every test', () => {
    const kill = { code: 6, jt: 0, jf: 0, k: 0 }
    const long = Array.from({ length: 4097 }, () => kill)
    expect(() => expect(long).toFitIn(5000)).toThrow('P1')
    expect(() => expect([{ ...kill, code: 0x20 }]).toFitIn(5)).toThrow('the last instruction is not a return')
    expect(() => expect(Uint8Array.of(0x20, 0, 0, 0, 0, 0, 0, 0)).toFitIn(5)).toThrow(
      'the last instruction is not a return',
    )
  })
})

describe('what counts as refused', () => {
  it.each([
    ['ERRNO', errno('EPERM')],
    ['ERRNO(0)', errno(0)],
    ['TRAP', TRAP],
    ['KILL_THREAD', KILL_THREAD],
    ['KILL_PROCESS', KILL_PROCESS],
  ])('is %s', (_, action) => {
    const filter = policy({ abis: ['x86_64'], default: 'allow' }).deny('mount', action)
    expect(filter).toRefuse('mount')
    expect(filter).not.toAllow('mount')
  })

  it('is not LOG, which runs', () => {
    const filter = policy({ abis: ['x86_64'], default: LOG })
    expect(filter).toAllow('mount')
    expect(filter).not.toRefuse('mount')
  })

  it.each([
    ['USER_NOTIF', NOTIFY],
    ['TRACE', trace(1)],
  ])('is not %s, which is not allowed either', (name, action) => {
    const filter = policy({ abis: ['x86_64'], default: 'allow' }).deny('mount', action)
    expect(() => expect(filter).toRefuse('mount')).toThrow(name)
    expect(() => expect(filter).toAllow('mount')).toThrow(name)
    expect(() => expect(filter).not.toRefuse('mount')).toThrow(name)
    expect(() => expect(filter).not.toAllow('mount')).toThrow(name)
  })
})

describe('conditions', () => {
  const wide = policy({ abis: ['x86_64', 'x86'], default: 'deny' })
    .allow('openat', ({ dfd }) => dfd.eq(-100))
    .allow('pread64', ({ pos }) => pos.ge(2n ** 40n))

  it('compare signed and 64-bit values', () => {
    expect(wide).toAllow('openat', { dfd: -100 })
    expect(wide).toAllow('openat', { dfd: 0xffff_ff9c })
    expect(wide).toRefuse('openat', { dfd: -1 })
    expect(wide).toAllow('pread64', { pos: 2n ** 40n })
    expect(wide).toRefuse('pread64', { pos: 2n ** 40n - 1n })
  })

  it('take no condition where no argument has a value', () => {
    expect(mine).toAllow('read', {})
    expect(mine).toAllow('read', { fd: undefined } as object)
  })

  it('are an error where no call meets them: such a test would pass for every filter', () => {
    const never = (): void => {
      expect(mine).toRefuse('socket', ({ family }) => all(family.eq(AF_UNIX), family.eq(AF_INET)))
    }
    expect(never).toThrow('x86_64: no call meets socket where family == AF_UNIX and family == AF_INET')
  })
})

describe('facts of the policy', () => {
  it('are those of the process and the kernel that the findings are about', () => {
    const head = { abis: ['x86_64'], default: 'allow' } as const
    const names = (kernel: KernelVersion): boolean => {
      const old = policy({ ...head, kernel }).deny('socket', ({ family }) => family.eq(AF_INET))
      return messageOf(() => expect(old).toHaveNoFindings()).includes('io-uring-open')
    }
    expect([names({ major: 5, minor: 19 }), names({ major: 4, minor: 14 })]).toEqual([true, false])
  })

  it('leave out routes that the kernel of the policy lacks', () => {
    const head = { abis: ['x86_64'], default: 'allow' } as const
    const on = (kernel: KernelVersion): PolicyBuilder =>
      policy({ ...head, kernel }).deny('socket', ({ family }) => family.eq(AF_INET))
    expect(on({ major: 5, minor: 18 })).toRefuse('socket', { family: AF_INET })
    expect(() => expect(on({ major: 5, minor: 19 })).toRefuse('socket', { family: AF_INET })).toThrow(
      'io_uring',
    )
  })
})

describe('options', () => {
  it('that do not exist are an error', async () => {
    const findings =
      (options: object): (() => void) =>
      () => {
        expect(mine).toHaveNoFindings(options)
      }
    expect(findings({ sevrity: 'high' })).toThrow('options: unknown key "sevrity"; did you mean "severity"?')
    expect(findings({ severity: 'hgh' })).toThrow('options.severity: expected low, medium, high; got "hgh"')
    expect(findings({ except: ['canot-live'] })).toThrow(
      'options.except[0]: no lint rule and no warning is called "canot-live"; did you mean "cannot-live"?',
    )
    await expect(readFilterFile(profile, { abi: ['x86_64'] } as object)).rejects.toThrow(
      'options: unknown key "abi"; did you mean "abis"?',
    )
    const ofAbis = (tokens: unknown): Promise<unknown> => readFilterFile(profile, { abis: tokens } as object)
    await expect(ofAbis('x86_64')).rejects.toThrow('options.abis: expected a list; got "x86_64"')
    await expect(ofAbis([])).rejects.toThrow('options.abis: expected at least one ABI; got')
    await expect(ofAbis(['amd65'])).rejects.toThrow(
      /^options\.abis\[0\]: expected x86_64, x86, .*; got "amd65"/,
    )
    expect(() => expect(mine).toFitIn('10' as never)).toThrow('got "10"')
  })
})

describe('what a matcher cannot say anything about', () => {
  it('is a call of which every route is left out', () => {
    const old = policy({ abis: ['m68k'], default: 'deny' })
    expect(() => expect(old).toRefuse('accept', {}, { exceptBy: ['socketcall', 'io_uring'] })).toThrow(
      'm68k: every route to accept is left out by exceptBy',
    )
  })

  it('is a call that the kernels lack', () => {
    expect(() => expect(mine).toRefuse('fsopen', {}, { kernels: { to: '5.1' } })).toThrow(
      'x86_64: none has the call fsopen in Linux 5.1 or older',
    )
  })
})

describe('a matcher without a runner', () => {
  it('is a function of what it is about', () => {
    const { toAllow } = seccompMatchers
    expect(toAllow(mine, 'read').pass).toBe(true)
    expect(seccompMatchers.toAllow(mine, 'mount').message()).toBe(
      'expected the filter to allow mount\n  x86_64 mount(): ERRNO(EPERM)',
    )
  })
})

describe('a file', () => {
  it('has the capabilities and the kernel that the test gives, also where it is a raw filter', async () => {
    const open = policy({ abis: ['x86_64'], default: 'allow' })
    const guarded = open.deny('unshare', 'clone', 'clone3', 'setns').deny('socket', 'fsopen')
    const folder = mkdtempSync(join(tmpdir(), 'matchers-'))
    const file = join(folder, 'filter.bpf')
    writeFileSync(file, compile(guarded, { abis }).bytes)
    const [plain, root, old] = await Promise.all([
      readFilterFile(file),
      readFilterFile(file, { caps: ['CAP_NET_ADMIN'] }),
      readFilterFile(file, { kernel: '5.18' }),
    ])
    rmSync(folder, { recursive: true })
    expect(plain).toStop('CVE-2021-22555')
    expect(root.target?.caps).toEqual(['CAP_NET_ADMIN'])
    expect(() => expect(plain).toRefuse('socket')).toThrow('io_uring')
    expect(old).toRefuse('socket')
    await expect(readFilterFile(file, { kernel: '5' as '5.1' })).rejects.toThrow(
      'options.kernel: expected MAJOR.MINOR, such as "6.12"; got "5"',
    )
  })
})

describe('a raw filter of another byte order', () => {
  it('is read in its own order, unless the test names ABIs of the other one', async () => {
    const big = policy({ abis: ['s390x'], default: 'deny' }).allow('read')
    const folder = mkdtempSync(join(tmpdir(), 'matchers-'))
    const file = join(folder, 'filter.bpf')
    writeFileSync(file, compile(big, { abis: [signedAbiTable('s390x')] }).bytes)
    expect(await readFilterFile(file)).toMean(big)
    expect(await readFilterFile(file, { abis: ['s390x'] })).toMean(big)
    await expect(readFilterFile(file, { abis: ['x86_64'] })).rejects.toThrow(
      `${file}: is a filter for big endian machines, and no filter`,
    )
    rmSync(folder, { recursive: true })
  })
})

describe('a file without a filter', () => {
  it('has a message that says what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matchers-'))
    const [text, module] = [join(folder, 'notes.txt'), join(folder, 'policy.mjs')]
    for (const file of [text, module]) writeFileSync(file, 'export const mine = 1\n')
    await expect(readFilterFile(text)).rejects.toThrow(
      `${text}: is no policy and no filter; docs/notations.md has the notations of policies and programs`,
    )
    await expect(readFilterFile(module)).rejects.toThrow(
      `${module}: is a module; import it, and give its policy to expect()`,
    )
    rmSync(folder, { recursive: true })
  })
})

describe('the name of a file', () => {
  it('stays in one line of a message', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'matchers-'))
    const file = join(folder, 'a\nb\u001b[31m.json')
    copyFileSync(profile, file)
    const read = await readFilterFile(file)
    rmSync(folder, { recursive: true })
    expect(messageOf(() => expect(read).toAllow('mount')).split('\n')[0]).toMatch(
      /^expected \S+a\\nb\S+ to allow mount$/,
    )
  })
})
