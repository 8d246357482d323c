/*
 * `container-default` compiled for every main ABI with its sub-architectures.
 *
 * The bytes run as on the kernel of that machine: sock_filter and seccomp_data lie in memory in its byte order, and a
 * load reads a word at an offset. The machine in this file shares no code with the project: neither the interpreter,
 * nor the layout of seccomp_data, nor the order of the halves of an argument. So it can judge them.
 */
import { dataWords, seccompData, verdictName, verdictOf } from '@seccompile/abi'
import type { Endianness, SeccompData, Verdict } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { compile, cost } from '@seccompile/compiler'
import { errnoOn } from '@seccompile/constants/errno'
import { evaluator } from '@seccompile/interpreter'
import { policyTables } from '@seccompile/policy'
import { containerDefault } from '@seccompile/presets'
import { signedAbiTable } from '@seccompile/signatures'
import { meaning, witnesses } from '@seccompile/rules'
import { abiTable, abiTables, firstArgument, numberOf } from '@seccompile/syscalls'
import type { AbiTable, AbiToken, SyscallName } from '@seccompile/syscalls'
import { beforeAll, describe, expect, it } from 'vitest'

const EPERM = verdictOf('ERRNO', 1)
const NAMESPACE = 0x1000_0000n

/** `struct seccomp_data` in memory. @see include/uapi/linux/seccomp.h */
function inMemory({ nr, arch, instruction_pointer, args }: SeccompData, little: boolean): DataView {
  const memory = new DataView(new ArrayBuffer(64))
  memory.setUint32(0, nr, little)
  memory.setUint32(4, arch, little)
  memory.setBigUint64(8, instruction_pointer, little)
  for (const [i, value] of args.entries()) memory.setBigUint64(16 + 8 * i, value, little)
  return memory
}

/**
 * The verdict of a filter on a machine of one byte order. The machine knows only the codes that lowering emits.
 * @see include/uapi/linux/filter.h: struct sock_filter; Documentation/networking/filter.rst
 */
function verdictOn(bytes: Uint8Array, memory: DataView, endianness: Endianness): Verdict {
  const little = endianness === 'little'
  const program = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let a = 0
  for (let at = 0; ; at += 8) {
    const code = program.getUint16(at, little)
    const k = program.getUint32(at + 4, little)
    const jump = (condition: boolean): number => 8 * program.getUint8(at + (condition ? 2 : 3))
    if (code === 0x06) return k
    else if (code === 0x20) a = memory.getUint32(k, little)
    else if (code === 0x54) a = (a & k) >>> 0
    else if (code === 0x05) at += 8 * k
    else if (code === 0x15) at += jump(a === k)
    else if (code === 0x25) at += jump(a > k)
    else if (code === 0x35) at += jump(a >= k)
    else if (code === 0x45) at += jump((a & k) !== 0)
    else throw new Error(`code 0x${code.toString(16)} is not known here`)
  }
}

describe.each(abiTables.map(({ token }) => [token] as const))('container-default on %s', (main) => {
  const abis = policyTables(containerDefault, main, signedAbiTable)
  const { endianness } = abiTable(main)
  const { program, bytes, rules, certificate } = compile(containerDefault, { abis })
  const little = endianness === 'little'
  const answer = (data: SeccompData): Verdict => verdictOn(bytes, inMemory(data, little), endianness)
  /** The witnesses of the rules, as they lie in memory, each with the verdict of the rules. */
  let asked: readonly { readonly data: SeccompData; readonly memory: DataView; readonly means: Verdict }[] =
    []
  beforeAll(() => {
    asked = witnesses(rules).map((data) => ({
      data,
      memory: inMemory(data, little),
      means: meaning(rules, data),
    }))
  })
  const verdict = (abi: AbiTable, name: SyscallName, ...args: readonly bigint[]): string => {
    const nr = numberOf(abi, name)
    if (nr === undefined) return 'absent'
    const before = Array<bigint>(firstArgument(abi)).fill(0n)
    return verdictName(answer(seccompData({ nr, arch: abi.auditArch, args: [...before, ...args] })))
  }

  it('is one program in the byte order of the machine', () => {
    for (const abi of abis) expect(abi.endianness).toBe(endianness)
    expect(decode(bytes, endianness)).toEqual(program)
    // BPF_LD | BPF_W | BPF_ABS of arch, offset 4: how every filter for more than one architecture begins.
    const first = endianness === 'big' ? [0, 0x20, 0, 0, 0, 0, 0, 4] : [0x20, 0, 0, 0, 4, 0, 0, 0]
    expect([...bytes.subarray(0, 8)]).toEqual(first)
  })

  it('means what its rules mean, as an evaluator and in the memory of the machine', () => {
    const evaluate = evaluator(program, endianness)
    const steps = new Uint32Array(1)
    for (const { data, memory, means } of asked) {
      const found = [evaluate(dataWords(data), steps), verdictOn(bytes, memory, endianness)]
      if (found.some((verdict) => verdict !== means)) expect([data, ...found]).toEqual([data, means, means])
    }
  })

  it('means its rules under the other pipelines too', () => {
    for (const pipeline of ['none', 'size'] as const) {
      const other = compile(containerDefault, { abis, pipeline, prove: false }).bytes
      for (const { data, memory, means } of asked) {
        const found = verdictOn(other, memory, endianness)
        if (found !== means) expect([pipeline, data, found]).toEqual([pipeline, data, means])
      }
    }
  })

  it.each(abis.map((abi) => [abi.token, abi] as const))(
    'allows and refuses by the numbers of %s',
    (token, abi) => {
      for (const name of ['read', 'openat', 'execve', 'exit_group', 'futex'] as const)
        expect([name, verdict(abi, name)]).toEqual([name, 'ALLOW'])
      for (const name of ['reboot', 'mount', 'kexec_load', 'add_key'] as const)
        expect([name, verdict(abi, name)]).toEqual([name, 'ERRNO(1)'])
      const onNumber = (nr: number): Verdict => answer(seccompData({ nr, arch: abi.auditArch }))
      expect(onNumber(abi.newest + 1)).toBe(EPERM)
      // A number that is a call without the base is no call with the base, and the reverse.
      const read = numberOf(abi, 'read')!
      if (abi.base !== 0 && token !== 'x32') expect(onNumber(read - abi.base)).toBe(EPERM)
      const other = abiTables.find(({ auditArch }) => !abis.some((mine) => mine.auditArch === auditArch))!
      const foreign = seccompData({ nr: read, arch: other.auditArch })
      expect(verdictName(answer(foreign))).toBe('KILL_THREAD')
    },
  )

  it.each(abis.map((abi) => [abi.token, abi] as const))(
    'looks at the word of an argument that the kernel reads on %s',
    (_token, abi) => {
      expect(verdict(abi, 'socket', 2n)).toBe('ALLOW')
      expect(verdict(abi, 'socket', 40n)).toBe('ERRNO(1)')
      expect(verdict(abi, 'socket', 40n << 32n)).toBe('ALLOW')
      expect(verdict(abi, 'socket', (1n << 32n) | 40n)).toBe('ERRNO(1)')
      expect(verdict(abi, 'personality', 0x20008n)).toBe('ALLOW')
      expect(verdict(abi, 'personality', 0x20008n << 32n)).toBe('ALLOW')
      expect(verdict(abi, 'personality', 0x20001n)).toBe('ERRNO(1)')
    },
  )

  it.each(abis.map((abi) => [abi.token, abi] as const))(
    'tests the flags of clone where %s has them',
    (token, abi) => {
      const swapped = token === 's390' || token === 's390x'
      const at = (index: number, value: bigint): bigint[] => (index === 0 ? [value, 0n] : [0n, value])
      const [flags, stack] = swapped ? [1, 0] : [0, 1]
      expect(verdict(abi, 'clone', ...at(flags, NAMESPACE))).toBe('ERRNO(1)')
      expect(verdict(abi, 'clone', ...at(flags, 0x11n))).toBe('ALLOW')
      expect(verdict(abi, 'clone', ...at(stack, NAMESPACE))).toBe('ALLOW')
      expect(verdict(abi, 'clone', ...at(flags, NAMESPACE << 32n))).toBe('ALLOW')
      // sh has no clone3: its number is reserved in the kernel's table.
      expect(verdict(abi, 'clone3')).toBe(
        abi.goArch.startsWith('sh') ? 'absent' : `ERRNO(${errnoOn('ENOSYS', abi.token)})`,
      )
    },
  )

  it('allows calls that the profile has for the main architecture alone', () => {
    const given: Partial<Record<AbiToken, readonly SyscallName[]>> = {
      x86_64: ['arch_prctl', 'modify_ldt'],
      x32: ['arch_prctl', 'modify_ldt'],
      x86: ['modify_ldt'],
      arm: ['breakpoint', 'cacheflush', 'set_tls', 'arm_fadvise64_64', 'arm_sync_file_range'],
      ppc64le: ['sync_file_range2', 'swapcontext'],
      riscv64: ['riscv_flush_icache'],
      s390x: ['s390_pci_mmio_read', 's390_pci_mmio_write', 's390_runtime_instr'],
      s390: ['s390_pci_mmio_read', 's390_pci_mmio_write', 's390_runtime_instr'],
    }
    const own = new Set(Object.values(given).flat())
    for (const name of own) {
      const found = verdict(abiTable(main), name)
      if (found !== 'absent')
        expect([name, found === 'ALLOW']).toEqual([name, given[main]?.includes(name) === true])
    }
    for (const name of given[main] ?? []) expect(verdict(abiTable(main), name)).toBe('ALLOW')
  })

  it('is proved', () => {
    expect(certificate.kind).toBe('proved')
  })

  it('executes few instructions, and has calls in the allow bitmap where the kernel has one', () => {
    for (const { abi, allowed, cached } of cost(program, abis, endianness).abis) {
      expect(allowed.count).toBeGreaterThan(250)
      expect(allowed.mean).toBeLessThan(16)
      const hasBitmap = abi !== 'x32' && !abi.startsWith('mips')
      expect([abi, cached > 250]).toEqual([abi, hasBitmap])
    }
  })
})

it('refuses options without tables, and says where they are', () => {
  for (const options of [{}, { abis: undefined }, undefined])
    expect(() => compile(containerDefault, options as never)).toThrow(
      options === undefined
        ? 'options: expected an object'
        : 'options.abis: expected the tables of the ABIs, such as [x86_64] of @seccompile/signatures/x86_64, or policyTables(policy)',
    )
})
