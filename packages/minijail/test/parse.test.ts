import { seccompData, verdictName } from '@seccompile/abi'
import { meaning } from '@seccompile/rules'
import { isMinijail, parseMinijail } from '@seccompile/minijail'
import type { ParseMinijailOptions } from '@seccompile/minijail'
import { errno, policyAbis, policyTables, resolve } from '@seccompile/policy'
import { abiTable } from '@seccompile/syscalls'
import type { AbiToken } from '@seccompile/syscalls'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { C, PYTHON } from './vectors.ts'

/** The verdict of the policy `text` on a call. */
function verdict(
  text: string,
  name: string | number,
  args: readonly bigint[] = [],
  {
    abi = 'x86_64',
    arch,
    ...options
  }: Partial<ParseMinijailOptions> & { abi?: AbiToken; arch?: number } = {},
): string {
  const { policy } = parseMinijail(text, { file: 'x.policy', ...options })
  const { rules } = resolve(policy, { abis: policyTables(policy, abi) })
  const table = abiTable(abi)
  const nr = typeof name === 'number' ? name : table.numbers.get(name)!
  return verdictName(meaning(rules, seccompData({ nr, arch: arch ?? table.auditArch, args })))
}

const RETURNS = 'read: arg0 == 0; return EPERM'

it('gives the errno to calls that meet the condition in Python, and to the others in C', () => {
  expect(verdict(RETURNS, 'read', [0n])).toBe('ERRNO(1)')
  expect(verdict(RETURNS, 'read', [1n])).toBe('KILL_THREAD')
  expect(verdict(RETURNS, 'read', [0n], { dialect: 'c' })).toBe('ALLOW')
  expect(verdict(RETURNS, 'read', [1n], { dialect: 'c' })).toBe('ERRNO(1)')
})

it('warns of a line that the dialects disagree on, where no dialect is said', () => {
  const said = parseMinijail(RETURNS, { file: 'x.policy' }).warnings.map(({ name, message }) => [
    name,
    message,
  ])
  expect(said).toEqual([
    [
      'two-dialects',
      'x.policy:1:7: calls that meet the condition get the errno, as the Python compiler reads it; the C compiler lets these ' +
        'run and gives the errno to the others; say the dialect',
    ],
  ])
  expect(parseMinijail(RETURNS, { file: 'x.policy', dialect: 'python' }).warnings).toEqual([])
  expect(parseMinijail('read: { arg0 == 0; return EPERM }', { file: 'x.policy' }).warnings).toEqual([])
})

it('warns of conditions that the Python compiler drops', () => {
  const { warnings } = parseMinijail('bpf: { arg0 == 1; kill, allow }', { file: 'x.policy' })
  expect(warnings.map(({ message }) => message)).toEqual([
    'x.policy:1:8: "bpf" never gets KILL_THREAD from this rule: the Python compiler drops the conditions of a call that is ' +
      'allowed where none of them holds',
  ])
})

it('swallows the continuation of a comment in C alone', () => {
  const text = '# old \\\nread: 1\nwrite: 1'
  expect(verdict(text, 'read')).toBe('ALLOW')
  expect(verdict(text, 'read', [], { dialect: 'c' })).toBe('KILL_THREAD')
})

it('gives numbers of x32 the default, and other architectures the kill', () => {
  const text = '@default trap\nread: 1'
  expect(verdict(text, 0)).toBe('ALLOW')
  expect(verdict(text, 0x4000_0000)).toBe('TRAP')
  expect(verdict(text, 3, [], { arch: 0x4000_0003 })).toBe('KILL_THREAD')
  expect(policyAbis(parseMinijail(text, { file: 'x' }).policy, 'x86_64')).toEqual(['x86_64', 'x32'])
  expect(policyAbis(parseMinijail('read: 1', { file: 'x' }).policy, 'x86_64')).toEqual(['x86_64'])
})

it('kills what the option says, but other architectures as the C compiler does', () => {
  const options = { kill: 'process' } as const
  expect(verdict('read: 1', 'write', [], options)).toBe('KILL_PROCESS')
  expect(verdict('read: 1', 'write', [], { ...options, arch: 5 })).toBe('KILL_PROCESS')
  expect(verdict('read: 1', 'write', [], { ...options, dialect: 'c', arch: 5 })).toBe('KILL_THREAD')
})

it('lets an option set the default, whatever the policy says', () => {
  const options = { defaultAction: errno('ENOSYS') }
  expect(verdict('@default trap\nread: 1', 'write', [], options)).toBe('ERRNO(38)')
})

it('gives a constant its value on each ABI', () => {
  const text = 'open: arg1 & O_DIRECTORY\nread: return ENOSYS\nopenat: arg0 == AT_FDCWD'
  expect(verdict(text, 'open', [0n, 0x10000n])).toBe('ALLOW')
  expect(verdict(text, 'open', [0n, 0x4000n], { abi: 'arm' })).toBe('ALLOW')
  expect(verdict(text, 'open', [0n, 0x10000n], { abi: 'arm' })).toBe('KILL_THREAD')
  expect(verdict(text, 'read', [], { abi: 'mips' })).toBe('ERRNO(89)')
  expect(verdict(text, 'openat', [2n ** 64n - 100n])).toBe('ALLOW')
  expect(verdict(text, 'openat', [2n ** 32n - 100n], { abi: 'x86' })).toBe('ALLOW')
})

it('is not for an ABI that lacks a constant, or whose words are too short', () => {
  const { policy } = parseMinijail('mmap: arg3 in MAP_32BIT\nread: arg0 < 0x100000000', { file: 'x.policy' })
  const why = (abi: AbiToken) => () => resolve(policy, { abis: [abiTable(abi)] })
  expect(why('aarch64')).toThrow(
    'policy "x.policy" is not for aarch64: MAP_32BIT at x.policy:1:15 does not exist there; name other ABIs',
  )
  expect(why('x86')).toThrow('4294967296 at x.policy:2:14 does not fit there')
  expect(why('x86_64')).not.toThrow()
})

it('takes further constants from the caller', () => {
  const constants = new Map([['MY_REQUEST', 0x1234n]])
  expect(verdict('ioctl: arg1 == MY_REQUEST', 'ioctl', [0n, 0x1234n], { constants })).toBe('ALLOW')
})

it('knows the private calls of arm by the names that minijail has for them', () => {
  expect(verdict('ARM_cacheflush: 1', 'cacheflush', [], { abi: 'arm' })).toBe('ALLOW')
})

it('applies a rule to the architectures that it names', () => {
  const text = 'open[arch=x86_64,arm]: 1\n{ openat[arch=arm64], read }: 1'
  expect(verdict(text, 'open', [], { abi: 'arm' })).toBe('ALLOW')
  expect(verdict(text, 'open', [], { abi: 'x86' })).toBe('KILL_THREAD')
  expect(verdict(text, 'openat', [], { abi: 'aarch64' })).toBe('ALLOW')
  expect(verdict(text, 'openat')).toBe('KILL_THREAD')
})

it('notes what it ignores, and an errno that the kernel caps', () => {
  const { warnings } = parseMinijail('@frequency ./x.frequency\nread: return 5000', { file: 'x.policy' })
  expect(warnings.map(({ message }) => message)).toEqual([
    'x.policy:1:1: @frequency is ignored: it changes how a filter is laid out, and not what it means',
    'x.policy:2:7: errno is 5000; the kernel returns 4095 at most',
  ])
})

it('keeps the place of each name and condition', () => {
  const { policy } = parseMinijail('{ read,\\\n  write }: arg1 <= 5', { file: 'x.policy' })
  const [rule] = policy.rules
  expect(rule?.names.map(({ source }) => `${source?.line}:${source?.column}`)).toEqual(['1:3', '2:3'])
  expect(rule?.args[0]?.source).toEqual({ file: 'x.policy', line: 2, column: 12 })
})

it('recognises a policy by its first line', () => {
  const yes = [
    PYTHON.text,
    C.text,
    '@include ./x',
    'read:1',
    '\n# x\n{ a, b }: allow',
    'open[arch=arm]: return ENOENT',
  ]
  const no = ['', '{"defaultAction": 1}', '[Service]\nSystemCallFilter=read', 'A = sys_number', 'read: write', 'apiVersion: v1', '\u0000'] // prettier-ignore
  expect(yes.map(isMinijail)).toEqual(yes.map(() => true))
  expect(no.map(isMinijail)).toEqual(no.map(() => false))
})

it('yields a policy or a PolicyError for every change of a text', () => {
  const pieces = ['{', '}', '||', '&&', '~', '(', '\\\n', '@include /x', 'arg9', '-', '0x', '"', '\ud800', '\r', 'return', '#', ';', '1'] // prettier-ignore
  const text = fc.constantFrom(PYTHON.text, C.text)
  fc.assert(
    fc.property(
      text,
      fc.nat(600),
      fc.nat(10),
      fc.constantFrom(...pieces),
      fc.boolean(),
      (given, at, cut, piece, isC) => {
        const changed = given.slice(0, at) + piece + given.slice(at + cut)
        try {
          parseMinijail(changed, { file: 'x', dialect: isC ? 'c' : 'python', include: () => 'exit: 1' })
        } catch (error) {
          expect((error as Error).name).toBe('PolicyError')
        }
      },
    ),
    { numRuns: 200 },
  )
})
