import { AF_INET, AF_NETLINK, AF_UNIX } from '@seccompile/constants/af'
import { seccompData, verdictName } from '@seccompile/abi'
import { policy, policyAbis, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { containerDefaultPreset } from '../src/container-default.ts'
import { presetOf, presetPolicy, PRESETS } from '@seccompile/presets'
import { meaning } from '@seccompile/rules'
import { signedAbiTable } from '@seccompile/signatures'
import { numberOf } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { composePresets, presetsIn } from '../src/compose.ts'
import { keptCallOn } from '../src/kept-calls.ts'
import { noRead, noSockets, noTime, server, testPreset, unixOnly } from './test-presets.ts'

const x86_64 = signedAbiTable('x86_64')
const called = [unixOnly, noSockets, server, noTime]
const names = (text: string): readonly string[] =>
  presetsIn(text, (name) => called.find((each) => each.name === name) ?? presetOf(name)).map(
    ({ name }) => name,
  )

/** The verdict of `source` on a call of x86_64. */
function verdict(source: Policy, call: string, ...args: readonly bigint[]): string {
  const { rules } = resolve(source, { abis: [x86_64] })
  return verdictName(
    meaning(rules, seccompData({ nr: numberOf(x86_64, call)!, arch: x86_64.auditArch, args })),
  )
}

describe('names of presets joined by +', () => {
  it('are those presets, in their order', () => {
    expect(names('no-time+unix-only+container-default')).toEqual([
      'no-time',
      'unix-only',
      'container-default',
    ])
    expect(names('server')).toEqual(['server'])
  })

  it('stand once each', () => {
    expect(() => names('no-time+unix-only+no-time')).toThrow(
      expect.objectContaining({
        code: 'E_CONFLICT',
        message: 'preset "no-time" is there twice; name it once',
      }),
    )
    expect(() => names('no-time+'.repeat(1_000_000))).toThrow('"no-time" is there twice')
  })

  it.each([
    ['no-time+', 'E_EMPTY', 'presets "no-time+": no name after a "+"'],
    ['+no-time', 'E_EMPTY', 'presets "+no-time": no name before a "+"'],
    ['no-time++unix-only', 'E_EMPTY', 'presets "no-time++unix-only": no name after a "+"'],
    ['', 'E_NAME', 'unknown preset ""; there is '],
    ['no-time+unix-onyl', 'E_NAME', 'unknown preset "unix-onyl"'],
  ])('are all there: %j', (text, code, message) => {
    expect(() => names(text)).toThrow(
      expect.objectContaining({ code, message: expect.stringContaining(message) as string }),
    )
  })

  it('are found as one is', () => {
    expect(() => presetPolicy('container-default+container-default')).toThrow(
      '"container-default" is there twice',
    )
    const misspelt: string = 'container-default+container-defualt'
    expect(() => presetPolicy(misspelt)).toThrow('did you mean "container-default"?')
  })
})

describe('a composition', () => {
  it('has the names of its presets', () => {
    expect(composePresets([noTime, unixOnly, noRead]).name).toBe('no-time+unix-only+no-read')
  })

  it('is the preset itself where there is one, and refuses to be none', () => {
    expect(composePresets([noTime])).toBe(noTime.policy)
    expect(() => composePresets([])).toThrow('presets: expected one or more; got none')
  })

  it('gives each call the stricter verdict, and of two errnos the first', () => {
    const both = composePresets([noTime, server])
    expect(verdict(both, 'time')).toBe('KILL_PROCESS')
    expect(verdict(both, 'getppid')).toBe('ERRNO(5)')
    expect(verdict(composePresets([server, noTime]), 'getppid')).toBe('ERRNO(1)')
    expect(verdict(both, 'read')).toBe('ALLOW')
    expect(verdict(both, 'write')).toBe('ERRNO(1)')
    expect(verdict(both, 'socket', BigInt(AF_INET.value!))).toBe('ALLOW')
    expect(verdict(both, 'socket', BigInt(AF_NETLINK.value!))).toBe('ERRNO(1)')
  })

  it('is the intersection that the builder makes', () => {
    const made = noRead.policy.intersect(noTime.policy).intersect(containerDefaultPreset.policy)
    const { name: _made, ...expected } = made
    const { name: _name, ...found } = composePresets([noRead, noTime, containerDefaultPreset])
    expect(found).toEqual(expected)
  })

  it('keeps the network out of a container', () => {
    const both = composePresets([containerDefaultPreset, unixOnly])
    expect(verdict(both, 'socket', BigInt(AF_INET.value!))).toBe('ERRNO(1)')
    expect(verdict(both, 'socket', BigInt(AF_UNIX.value!))).toBe('ALLOW')
  })

  it('is for the ABIs of the first preset, without those that some preset is not for', () => {
    expect(policyAbis(composePresets([containerDefaultPreset, noTime]))).toEqual(['x86_64', 'x86', 'x32'])
    expect(policyAbis(composePresets([containerDefaultPreset, noRead]))).toEqual(['x86_64', 'x86'])
    expect(policyAbis(composePresets([noTime, containerDefaultPreset]))).toEqual(['x86_64'])
  })
})

describe('presets of which nothing is left', () => {
  it('are named, with the call, and the rules of both', () => {
    expect(() => composePresets([noTime, unixOnly, noSockets])).toThrow(
      expect.objectContaining({
        name: 'PolicyError',
        code: 'E_CONFLICT',
        message:
          'presets "unix-only" and "no-sockets": nothing is left of unix-only: it is for socket(family=AF_UNIX), ' +
          'which its rule "socket when family not in {AF_UNIX} -> ERRNO(EPERM)" spares, ' +
          'and no-sockets refuses that call by its rule "socket -> ERRNO(EACCES)"; leave one out',
      }),
    )
  })

  it('are found in either order, by a rule with a condition and by a default', () => {
    for (const pair of [
      [server, unixOnly],
      [unixOnly, server],
    ])
      // prettier-ignore
      expect(() => composePresets(pair)).toThrow(
        'presets "server" and "unix-only": nothing is left of server: it is for socket(family=AF_INET), ' +
          'which its rule "socket when family in {AF_INET, AF_UNIX} -> ALLOW" lets run, ' +
          'and unix-only refuses that call by its rule "socket when family not in {AF_UNIX} -> ERRNO(EPERM)"; leave one out',
      )
    const reader = testPreset(policy({ name: 'reader', default: 'allow' }), [{ call: 'pread64' }])
    expect(() => composePresets([reader, server])).toThrow(
      'nothing is left of reader: it is for pread64(), which its default "otherwise -> ALLOW" lets run, ' +
        'and server refuses that call by its default "otherwise -> ERRNO(EPERM)"; leave one out',
    )
  })

  it('are found where the refusal stands in a policy that a preset holds with', () => {
    const deep = testPreset(
      policy({ name: 'deep', default: 'allow' }).restrict((rules) => rules.kill('read').deny('socket')),
    )
    expect(() => composePresets([unixOnly, deep])).toThrow(
      'deep refuses that call by its rule "socket -> ERRNO(EPERM)"',
    )
  })

  it('are found where calls of newer kernels are refused', () => {
    const old = testPreset(policy({ name: 'old', default: 'allow', knownUpTo: '5.0' }).allow('openat2'))
    const keeper = testPreset(policy({ name: 'keeper', default: 'allow' }), [{ call: 'openat2' }])
    expect(() => composePresets([keeper, old])).toThrow(
      'old refuses that call by what it says of newer calls; leave one out',
    )
  })

  it('are not those whose kept calls another one only logs or asks about', () => {
    const log = testPreset(policy({ name: 'log', default: 'log' }).notify('listen'))
    expect(composePresets([server, log]).name).toBe('server+log')
  })
})

describe.each(PRESETS.map((preset) => [preset.name, preset] as const))('%s', (_, { policy: own, keeps }) => {
  it('lets the calls run that it keeps', () => {
    const abi = signedAbiTable(policyAbis(own)[0]!)
    const { rules } = resolve(own, { abis: [abi] })
    for (const kept of keeps) {
      const data = keptCallOn(kept, abi)
      expect(data, kept.call).toBeDefined()
      expect([kept.call, verdictName(meaning(rules, data!))]).toEqual([kept.call, 'ALLOW'])
    }
  })
})

it('a kept call has the values of its arguments in their registers', () => {
  const clone = { call: 'clone', args: { clone_flags: 0x1000_0011 } } as const
  expect(keptCallOn(clone, x86_64)?.args[0]).toBe(0x1000_0011n)
  expect(keptCallOn(clone, signedAbiTable('s390x'))?.args[1]).toBe(0x1000_0011n)
  const pread = { call: 'pread64', args: { pos: 0x5_0000_0007 } } as const
  expect(keptCallOn(pread, signedAbiTable('x86'))?.args.slice(3, 5)).toEqual([7n, 5n])
  expect(keptCallOn({ call: 'socket', args: { family: AF_UNIX, type: -1 } }, x86_64)?.args.slice(0, 3)).toEqual([1n, 0xffff_ffffn, 0n]) // prettier-ignore
  expect(keptCallOn({ call: 'socket', args: { familly: 1 } }, x86_64)).toBeUndefined()
  expect(keptCallOn({ call: 'time' }, signedAbiTable('aarch64'))).toBeUndefined()
})
