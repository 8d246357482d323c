import { seccompData, verdictName } from '@seccompile/abi'
import { changes } from '@seccompile/prover'
import { meaning } from '@seccompile/rules'
import { abiTable, numberOf } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { causesOf, claimedChanges, loads } from '../src/index.ts'
import type { LoadedFilter, LoadOptions } from '../src/index.ts'

const OPTIONS: LoadOptions = { file: 'p.json', runtime: 'runc-1.5', libseccomp: '2.6.1', main: 'x86_64' }

const profile = (...syscalls: readonly object[]): string =>
  JSON.stringify({ defaultAction: 'SCMP_ACT_ERRNO', defaultErrnoRet: 1, syscalls })
const allow = (names: readonly string[], ...args: readonly object[]): object => ({
  names,
  action: 'SCMP_ACT_ALLOW',
  ...(args.length === 0 ? {} : { args }),
})
const test = (index: number, op: string, value: number): object => ({ index, op: `SCMP_CMP_${op}`, value })

function loaded(text: string, options: Partial<LoadOptions> = {}): LoadedFilter {
  const found = loads(text, { ...OPTIONS, ...options })
  if (found.kind !== 'loaded') throw new Error(JSON.stringify(found))
  return found
}

/** The verdicts of a call: as it is written, and as it is loaded. */
function verdicts(
  { written, loaded: made }: LoadedFilter,
  call: string | number,
  args: readonly bigint[] = [],
  token: AbiToken = 'x86_64',
): readonly string[] {
  const abi = abiTable(token)
  const nr = typeof call === 'number' ? call : numberOf(abi, call)!
  const data = seccompData({ nr, arch: abi.auditArch, args })
  return [written, made].map((rules) => verdictName(meaning(rules, data)))
}

/** The kinds of the causes of each change from what is written to what is loaded, without repeats. */
function changeCauses(found: LoadedFilter): readonly string[] {
  const answer = changes({ level: 'rules', ir: found.written }, { level: 'rules', ir: found.loaded })
  if (answer.kind !== 'changes') throw new Error('not decided')
  const kinds = answer.changes.map((each) => {
    const causes = causesOf(each, found.causes, found.abis)
    return causes.length === 0 ? 'none' : [...new Set(causes.map(({ kind }) => kind))].join()
  })
  return [...new Set(kinds)].sort()
}

describe('what a runtime loads', () => {
  it('is what is written, where nothing stands in the way', () => {
    expect(changeCauses(loaded(profile(allow(['read', 'listns'])), { runtime: 'crun-1.14' }))).toEqual([])
  })

  it('has ENOSYS above the largest number that the profile names, in runc alone', () => {
    const text = profile(allow(['read', 'openat2'])) // 437 on x86_64
    const found = loaded(text)
    expect(verdicts(found, 436)).toEqual(['ERRNO(1)', 'ERRNO(1)'])
    expect(verdicts(found, 438)).toEqual(['ERRNO(1)', 'ERRNO(38)'])
    expect(verdicts(found, 0x8000_0000)).toEqual(['KILL_THREAD', 'ERRNO(38)'])
    expect(verdicts(found, 0x4000_0000)).toEqual(['KILL_THREAD', 'KILL_THREAD'])
    expect(verdicts(found, 0xffff_ffff)).toEqual(['ERRNO(1)', 'ERRNO(1)'])
    expect(changeCauses(found)).toEqual(['stub'])
    expect(verdicts(loaded(text, { runtime: 'crun-1.14' }), 438)).toEqual(['ERRNO(1)', 'ERRNO(1)'])
  })

  it('has no stub where the default lets calls run', () => {
    const text = JSON.stringify({
      defaultAction: 'SCMP_ACT_LOG',
      syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }],
    })
    expect(changeCauses(loaded(text))).toEqual([])
  })

  it('has ENOSYS for number 0 on s390x, by which programs make large numbers', () => {
    const found = loaded(profile(allow(['read', 'openat2'])), { main: 's390x' })
    expect(verdicts(found, 0, [], 's390x')).toEqual(['ERRNO(1)', 'ERRNO(38)'])
    expect(changeCauses(found)).toEqual(['stub'])
  })

  it('has the errno of ENOSYS that the machine has', () => {
    const found = loaded(profile(allow(['read'])), { main: 'mips' })
    expect(verdicts(found, 4999, [], 'mips')).toEqual(['ERRNO(1)', 'ERRNO(89)'])
  })

  it('has no stub for an ABI of which the profile names number 0 alone', () => {
    const found = loaded(profile(allow(['read']))) // 0 on x86_64
    expect(verdicts(found, 438)).toEqual(['ERRNO(1)', 'ERRNO(1)'])
    expect(changeCauses(found)).toEqual([])
  })

  it('has its stub above the largest number that its libseccomp knows on the ABI', () => {
    const text = JSON.stringify({
      defaultAction: 'SCMP_ACT_ERRNO',
      architectures: ['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32'],
      syscalls: [allow(['openat2', 'map_shadow_stack'])], // 437 and 453
    })
    const found = loaded(text, { libseccomp: '2.5.5' }) // it has no map_shadow_stack on x32
    expect(verdicts(found, 440)).toEqual(['ERRNO(1)', 'ERRNO(1)'])
    expect(verdicts(found, 0x4000_0000 + 440, [], 'x32')).toEqual(['ERRNO(1)', 'ERRNO(38)'])
  })

  it('leaves out names that its libseccomp does not know', () => {
    const text = profile(allow(['fchmodat2', 'mseal', 'setxattrat'])) // 452, 462, 463
    const atFirst = loaded(text, { libseccomp: '2.5.4', runtime: 'crun-1.14' })
    expect(verdicts(atFirst, 'fchmodat2')).toEqual(['ALLOW', 'ERRNO(1)'])
    expect(changeCauses(atFirst)).toEqual(['unknown-name'])
    const later = loaded(text, { libseccomp: '2.5.5', runtime: 'crun-1.14' })
    expect(verdicts(later, 'fchmodat2')).toEqual(['ALLOW', 'ALLOW'])
    expect(verdicts(later, 'mseal')).toEqual(['ALLOW', 'ERRNO(1)'])
    // They are no largest number either, so runc gives them ENOSYS.
    expect(verdicts(loaded(text, { libseccomp: '2.5.5' }), 'mseal')).toEqual(['ALLOW', 'ERRNO(38)'])
    expect(changeCauses(loaded(text))).toEqual(['stub'])
  })

  it('leaves out names that are no calls, in entries that the container meets', () => {
    const names = (caps: readonly string[]): readonly object[] => [
      { ...allow(['raed', 'write']), includes: { caps } },
    ]
    const unknown = { kind: 'unknown-name', name: 'raed' }
    expect(loaded(profile(...names([]))).causes).toContainEqual(expect.objectContaining(unknown))
    expect(loaded(profile(...names(['CAP_SYS_ADMIN']))).causes).not.toContainEqual(
      expect.objectContaining(unknown),
    )
  })

  it('leaves out a name on the ABIs alone on which its libseccomp has no number', () => {
    const text = profile(allow(['memfd_secret', 'read']))
    const onRiscv = loaded(text, { main: 'riscv64', libseccomp: '2.5.4', runtime: 'crun-1.14' })
    expect(verdicts(onRiscv, 'memfd_secret', [], 'riscv64')).toEqual(['ALLOW', 'ERRNO(1)'])
    expect(onRiscv.causes[0]).toMatchObject({ kind: 'unknown-name', name: 'memfd_secret', abis: ['riscv64'] })
    const onX86 = loaded(text, { libseccomp: '2.5.4', runtime: 'crun-1.14' })
    expect(verdicts(onX86, 'memfd_secret')).toEqual(['ALLOW', 'ALLOW'])
  })

  it('has a rule for a number that its libseccomp has for a call that the ABI lacks', () => {
    const text = profile(allow(['_llseek', 'read']))
    const options = { main: 'parisc64', runtime: 'crun-1.14' } as const
    const before = loaded(text, { ...options, libseccomp: '2.6.0' })
    expect(verdicts(before, 140, [], 'parisc64')).toEqual(['ERRNO(1)', 'ALLOW'])
    expect(changeCauses(before)).toEqual(['spare-number'])
    const later = loaded(text, { ...options, libseccomp: '2.6.1' })
    expect(verdicts(later, 140, [], 'parisc64')).toEqual(['ERRNO(1)', 'ERRNO(1)'])
  })

  it('makes a rule of each condition where an entry tests an argument twice', () => {
    const text = profile(allow(['socket'], test(0, 'GE', 2), test(0, 'LE', 3), test(1, 'EQ', 7)))
    const found = loaded(text, { runtime: 'crun-1.14' })
    expect(verdicts(found, 'socket', [2n, 7n])).toEqual(['ALLOW', 'ALLOW'])
    expect(verdicts(found, 'socket', [9n, 8n])).toEqual(['ERRNO(1)', 'ALLOW'])
    expect(changeCauses(found)).toEqual(['repeated-argument'])
  })

  it('has a rule for socketcall beside one for socket', () => {
    const found = loaded(profile(allow(['socket', 'read'])), { main: 'x86', runtime: 'crun-1.14' })
    expect(verdicts(found, 'socketcall', [1n], 'x86')).toEqual(['ERRNO(1)', 'ALLOW'])
    expect(changeCauses(found)).toEqual(['multiplexer'])
  })

  it('names the flags that it sets', () => {
    const text = profile(allow(['read']))
    expect(loaded(text).flags).toEqual(['SECCOMP_FILTER_FLAG_SPEC_ALLOW'])
    expect(loaded(text, { runtime: 'runc-1.1' }).flags).toEqual([])
    const own = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', flags: [] })
    expect(loaded(own).flags).toEqual([])
    const none = JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', flags: null })
    expect(loaded(none).flags).toEqual(['SECCOMP_FILTER_FLAG_SPEC_ALLOW'])
  })

  it('claims nothing of calls whose rules have another form than those that were checked', () => {
    const args = [[test(0, 'LT', 3), test(1, 'EQ', 2)], [test(0, 'GT', 3)]]
    const text = profile(...args.map((each) => allow(['dup3'], ...each)), allow(['read']))
    expect(loaded(text).unclaimed).toEqual(['dup3'])
  })

  it('claims nothing under crun of an entry with more than six conditions', () => {
    const seven = [0, 1, 2, 3, 4, 5, 5].map((index, i) => test(index, 'EQ', i))
    const text = profile(allow(['dup3'], ...seven), allow(['read']))
    expect(loaded(text, { runtime: 'crun-1.14' }).unclaimed).toEqual(['dup3'])
    expect(loaded(text).unclaimed).toEqual([])
  })

  it('has no changes of calls of which nothing is claimed, and all others', () => {
    const twice = [test(0, 'EQ', 1), test(0, 'EQ', 2)]
    const unsafe = [[test(0, 'LT', 3), test(1, 'EQ', 2)], [test(0, 'GT', 3)]]
    const text = profile(
      ...[twice, ...unsafe].map((each) => allow(['dup3'], ...each)), // 292
      allow(['dup2'], ...twice), // 33
    )
    const found = loaded(text, { runtime: 'crun-1.14' })
    const answer = changes({ level: 'rules', ir: found.written }, { level: 'rules', ir: found.loaded })
    if (answer.kind !== 'changes') throw new Error('not decided')
    const numbersOf = (list: typeof answer.changes): readonly number[] =>
      list.flatMap(({ numbers }) => numbers.map(({ lo }) => lo))
    expect(numbersOf(answer.changes)).toEqual([33, 292])
    expect(numbersOf(claimedChanges(answer.changes, found.unclaimed, found.abis))).toEqual([33])
  })

  it('is not known on m68k, where args[0] is no argument', () => {
    const found = loads(profile(allow(['read'])), { ...OPTIONS, runtime: 'crun-1.14', main: 'm68k' })
    expect(found).toMatchObject({
      kind: 'not-known',
      reason: expect.stringContaining('on m68k args[0]') as string,
    })
  })

  it('is not known where libseccomp decides by an order of its own', () => {
    const one = { names: ['socket'], action: 'SCMP_ACT_ALLOW', args: [test(0, 'LT', 9)] }
    const other = { ...one, action: 'SCMP_ACT_LOG', args: [test(0, 'LE', 9)] }
    expect(loads(profile(one, other), OPTIONS).kind).toBe('not-known')
  })
})

describe('a profile that a runtime refuses', () => {
  const reasons = (value: object, options: Partial<LoadOptions> = {}): readonly string[] => {
    const found = loads(JSON.stringify(value), { ...OPTIONS, ...options })
    return found.kind === 'refused' ? found.refusals.map(({ message }) => message) : [found.kind]
  }
  const base = { defaultAction: 'SCMP_ACT_ERRNO', syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }] }

  it('has a flag that the version does not take', () => {
    const value = { ...base, flags: ['SECCOMP_FILTER_FLAG_WAIT_KILLABLE_RECV'] }
    expect(reasons(value)).toEqual(['loaded'])
    expect(reasons(value, { runtime: 'runc-1.2' })[0]).toContain('runc 1.2 to 1.4 does not take the flag')
    expect(reasons(value, { runtime: 'runc-1.1' })[0]).toContain('it takes no flags')
  })

  it('has an architecture that the runtime or its libseccomp does not know', () => {
    const value = { ...base, architectures: ['SCMP_ARCH_LOONGARCH64'] }
    expect(reasons(value, { main: 'loongarch64' })).toEqual(['loaded'])
    expect(reasons(value, { main: 'loongarch64', runtime: 'runc-1.2' })[0]).toContain(
      'runc 1.2 to 1.4 does not know',
    )
    expect(reasons(value, { main: 'loongarch64', libseccomp: '2.5.6' })[0]).toContain(
      'libseccomp 2.5.6 does not know',
    )
  })

  it('has an errno beside an action without one, for crun', () => {
    const value = { ...base, syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW', errnoRet: 1 }] }
    expect(reasons(value)).toEqual(['loaded'])
    expect(reasons(value, { runtime: 'crun-1.14' })).toEqual([
      'crun 1.14 to 1.28 refuses "errnoRet" beside "SCMP_ACT_ALLOW", which returns no errno',
    ])
  })

  it('has such an errno in an entry that the container meets', () => {
    const entry = { names: ['read'], action: 'SCMP_ACT_ALLOW', errnoRet: 1 }
    const value = { ...base, syscalls: [{ ...entry, includes: { caps: ['CAP_SYS_ADMIN'] } }] }
    expect(reasons(value, { runtime: 'crun-1.14' })).toEqual(['loaded'])
    expect(reasons(value, { runtime: 'crun-1.14', caps: ['CAP_SYS_ADMIN'] })[0]).toContain('"errnoRet"')
  })

  it('has an errno that libseccomp does not take', () => {
    const entry = { names: ['dup3'], action: 'SCMP_ACT_ERRNO', errnoRet: 4095 }
    const why = 'libseccomp does not take the errno 4095; the largest is 4094'
    expect(reasons({ ...base, syscalls: [entry] })).toEqual([why])
    expect(reasons({ ...base, syscalls: [{ ...entry, errnoRet: 4094 }] })).toEqual(['loaded'])
    expect(reasons({ ...base, defaultErrnoRet: 4095 })).toEqual([why])
    // No rule for a name that libseccomp does not know reaches it.
    const unknown = { ...base, syscalls: [{ ...entry, names: ['mseal'] }] }
    expect(reasons(unknown, { libseccomp: '2.5.5' })).toEqual(['loaded'])
  })

  it('leaves calls to a listener without a place for it, for runc', () => {
    const value = { ...base, syscalls: [{ names: ['dup3'], action: 'SCMP_ACT_NOTIFY' }] }
    expect(reasons(value)).toEqual(['runc 1.5 refuses to leave calls to a listener without "listenerPath"'])
    expect(reasons({ ...value, listenerPath: '/run/listener' })).toEqual(['loaded'])
    expect(reasons(value, { runtime: 'crun-1.14' })).toEqual(['loaded'])
  })

  it('leaves write, or the default, to a listener, for runc', () => {
    const value = {
      ...base,
      listenerPath: '/run/listener',
      syscalls: [{ names: ['write'], action: 'SCMP_ACT_NOTIFY' }],
    }
    expect(reasons(value)[0]).toContain('runc 1.5 refuses to leave "write" to a listener')
    expect(reasons({ ...base, defaultAction: 'SCMP_ACT_NOTIFY' })[0]).toContain('the default')
    expect(reasons(value, { runtime: 'crun-1.14' })).toEqual(['loaded'])
  })
})

describe('what a reader of policies refuses, as runc 1.1.15 and crun 1.21 were asked', () => {
  const reading = (value: object, options: Partial<LoadOptions> = {}): readonly string[] => {
    const found = loads(JSON.stringify({ defaultAction: 'SCMP_ACT_ALLOW', ...value }), {
      ...OPTIONS,
      ...options,
    })
    if (found.kind === 'refused') return found.refusals.map(({ message }) => message)
    if (found.kind !== 'loaded') throw new Error(found.kind)
    const told = found.causes.filter(({ kind }) => kind !== 'multiplexer').map(({ kind }) => kind)
    return [...verdicts(found, 'chmod').slice(1), ...told]
  }
  const entry = (rest: object): object => ({ syscalls: [{ action: 'SCMP_ACT_ERRNO', ...rest }] })
  const CRUN = { runtime: 'crun-1.14' } as const

  it.each([
    [
      'errnoRet of 65536',
      entry({ names: ['chmod'], errnoRet: 65536 }),
      ['ERRNO(0)', 'cut-errno'],
      ['ERRNO(0)', 'cut-errno'],
    ],
    [
      'errnoRet of 65537',
      entry({ names: ['chmod'], errnoRet: 65537 }),
      ['ERRNO(1)', 'cut-errno'],
      ['ERRNO(1)', 'cut-errno'],
    ],
    [
      'errnoRet of a tracer',
      entry({ names: ['chmod'], action: 'SCMP_ACT_TRACE', errnoRet: 65536 }),
      ['TRACE', 'cut-errno'],
      ['TRACE', 'cut-errno'],
    ],
    [
      'errnoRet of a tracer of 16 bits',
      entry({ names: ['chmod'], action: 'SCMP_ACT_TRACE', errnoRet: 65535 }),
      ['TRACE(65535)'],
      ['TRACE(65535)'],
    ],
    [
      'errnoRet of 2^32',
      entry({ names: ['chmod'], errnoRet: 2 ** 32 }),
      ['ERRNO(0)', 'cut-errno'],
      ['crun 1.14 to 1.28 does not read "errnoRet" of 4294967296'],
    ],
    [
      'errnoRet of -1',
      entry({ names: ['chmod'], errnoRet: -1 }),
      ['runc 1.5 does not read "errnoRet" of -1'],
      ['crun 1.14 to 1.28 does not read "errnoRet" of -1'],
    ],
    [
      'errnoRet of 65536 + 4095',
      entry({ names: ['chmod'], errnoRet: 69631 }),
      ['libseccomp does not take the errno 4095; the largest is 4094'],
      ['libseccomp does not take the errno 4095; the largest is 4094'],
    ],
    [
      'an empty name',
      entry({ names: ['', 'chmod'] }),
      ['runc 1.5 refuses an empty name of a call'],
      ['ERRNO(1)', 'unknown-name'],
    ],
    ['a name as in Docker 1.10', entry({ name: 'chmod' }), ['ERRNO(1)'], ['ERRNO(1)']],
    ['no name in the list', entry({ names: [] }), ['ALLOW', 'empty-entry'], ['ALLOW', 'empty-entry']],
    [
      'no list of names',
      entry({}),
      ['ALLOW', 'empty-entry'],
      ['crun 1.14 to 1.28 refuses an entry without "names"'],
    ],
  ])('%s is loaded or refused as it is', (_what, value, runc, crun) => {
    expect(reading(value)).toEqual(runc)
    expect(reading(value, CRUN)).toEqual(crun)
  })

  it('a default with such an errno too', () => {
    const found = loaded(
      JSON.stringify({
        defaultAction: 'SCMP_ACT_ERRNO',
        defaultErrnoRet: 65538,
        syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW' }],
      }),
    )
    expect(verdicts(found, 'chmod')).toEqual(['ERRNO(2)', 'ERRNO(2)'])
  })
})

it('says where a text is no profile', () => {
  expect(() => loads('{', OPTIONS)).toThrow('p.json:1:2')
})
