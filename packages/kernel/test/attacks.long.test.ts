/*
 * The records of attacks on the running kernel. A call that an attack needs gets the errno of a policy that stops the attack,
 * and reaches the kernel under one that does not. Each call is made by a program that makes this call alone, with arguments
 * that have no effect: descriptors and addresses are 0.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuses, verdictOf } from '@seccompile/abi'
import type { Endianness, Program, SeccompData } from '@seccompile/abi'
import { attackRecords, judgeAttacks } from '@seccompile/attacks'
import { trials } from '@seccompile/attacks/trials'
import type { AttackTrial } from '@seccompile/attacks/trials'
import { compile } from '@seccompile/compiler'
import { decode, encode } from '@seccompile/cbpf'
import { meaning } from '@seccompile/interpreter'
import { errno, policy, resolve } from '@seccompile/policy'
import type { Policy } from '@seccompile/policy'
import { signedAbiTable } from '@seccompile/signatures'
import type { AbiTable } from '@seccompile/syscalls'
import { afterAll, describe, expect, it } from 'vitest'
import { runsElf, tinyElf } from '../src/probe/tiny-elf.ts'
import { nativeTable, under } from './under.ts'
import { whyNotRun } from './why-not-run.ts'
import { sayNotRun } from './why-not.ts'

/** ERFKILL, which no call of a record fails with. It fits into an exit status. */
const REFUSED = 132

const low = (value: bigint): readonly number[] =>
  Array.from({ length: 4 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn))
const whole = (value: bigint): readonly number[] => [...low(value), ...low(value >> 32n)]

/** neg %eax; cmp $4095, %eax; jbe .+4; xor %eax, %eax: the errno, or 0 where the call succeeds. */
const ERRNO_OF_RESULT = [0xf7, 0xd8, 0x3d, 0xff, 0x0f, 0, 0, 0x76, 2, 0x31, 0xc0]

/** A program of x86 that makes the call, and exits with the errno. */
function x86Program({ nr, args }: SeccompData): Uint8Array {
  // mov to ebx, ecx, edx, esi, edi, ebp; mov $nr, %eax; int $0x80
  const registers = [0xbb, 0xb9, 0xba, 0xbe, 0xbf, 0xbd].flatMap((move, i) => [move, ...low(args[i]!)])
  const made = [...registers, 0xb8, ...low(BigInt(nr)), 0xcd, 0x80]
  // mov %eax, %ebx; mov $1, %eax; int $0x80
  return tinyElf({
    machine: 3,
    code: [...made, ...ERRNO_OF_RESULT, 0x89, 0xc3, 0xb8, 1, 0, 0, 0, 0xcd, 0x80],
  })
}

const HEADER = 64
const SEGMENT = 56
const BASE = 0x10000n

/** The same of x86_64. @see elf(5) */
function x86_64Program({ nr, args }: SeccompData): Uint8Array {
  // mov to rdi, rsi, rdx, r10, r8, r9; mov $nr, %rax; syscall
  const moves = [[0x48, 0xbf], [0x48, 0xbe], [0x48, 0xba], [0x49, 0xba], [0x49, 0xb8], [0x49, 0xb9]] as const // prettier-ignore
  const registers = moves.flatMap((move, i) => [...move, ...whole(args[i]!)])
  const made = [...registers, 0x48, 0xb8, ...whole(BigInt(nr)), 0x0f, 0x05]
  // mov %eax, %edi; mov $231, %eax; syscall
  const code = [...made, ...ERRNO_OF_RESULT, 0x89, 0xc7, 0xb8, 231, 0, 0, 0, 0x0f, 0x05]
  const size = HEADER + SEGMENT + code.length
  const file = Buffer.alloc(size)
  file.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1])
  file.writeUInt16LE(2, 16) // ET_EXEC
  file.writeUInt16LE(62, 18) // EM_X86_64
  file.writeUInt32LE(1, 20)
  file.writeBigUInt64LE(BASE + BigInt(HEADER + SEGMENT), 24) // e_entry
  file.writeBigUInt64LE(BigInt(HEADER), 32) // e_phoff
  file.writeUInt16LE(HEADER, 52)
  file.writeUInt16LE(SEGMENT, 54)
  file.writeUInt16LE(1, 56)
  file.writeUInt32LE(1, HEADER) // PT_LOAD
  file.writeUInt32LE(5, HEADER + 4) // readable and executable
  const fields = [0n, BASE, BASE, BigInt(size), BigInt(size), 0x1000n]
  fields.forEach((value, i) => file.writeBigUInt64LE(value, HEADER + 8 + 8 * i))
  file.set(code, HEADER + SEGMENT)
  return file
}

/** The policy with {@link REFUSED} for each refused call. */
const marked = (given: Policy): Policy => ({
  ...given,
  rules: given.rules.map((rule) => ({ ...rule, action: errno(REFUSED) })),
})

const recordOf = ({ id }: AttackTrial): (typeof attackRecords)[number] =>
  attackRecords.find((each) => each.id === id)!

/** A call for each clause that `given` leaves open on one ABI. */
function openCalls(trial: AttackTrial, given: Policy, abi: AbiTable): readonly SeccompData[] {
  const abis = [abi] as const
  const filter = { level: 'rules', ir: resolve(given, { abis, unknown: errno(REFUSED) }).rules } as const
  const [answer] = judgeAttacks({ filter, abis, caps: [] }, [recordOf(trial)])
  return answer!.machines.flatMap(({ clauses }) =>
    clauses.flatMap((each) => (each.kind === 'open' ? [each.call.data] : [])),
  )
}

const anything = policy({ default: 'allow' })

const folder = mkdtempSync(join(tmpdir(), 'seccompile-attacks-'))
afterAll(() => rmSync(folder, { recursive: true }))

const reason = await whyNotRun('calls of attacks under filters', 'koffi')
const isX86 = nativeTable.token === 'x86_64'
if (!isX86) sayNotRun('calls of attacks', `this is ${nativeTable.token}, and the programs are for x86_64`)
const noX86 = isX86
  ? runsElf(tinyElf({ machine: 3, code: [0xb8, 1, 0, 0, 0, 0x31, 0xdb, 0xcd, 0x80] }))
  : undefined
if (noX86 !== undefined)
  sayNotRun('calls of attacks by x86', `this kernel does not run programs of x86: ${noX86}`)

/** The ABIs of this machine whose programs run here, with what makes a program of a call. */
const NATIVE = [
  { abi: signedAbiTable('x86_64'), programOf: x86_64Program },
  ...(noX86 === undefined ? [{ abi: signedAbiTable('x86'), programOf: x86Program }] : []),
] as const

const ABIS = [signedAbiTable('x86_64'), signedAbiTable('x86')] as const

/** The exit status of a program that makes `data` under `filter`. */
async function statusUnder(filter: Program, file: Uint8Array): Promise<number | string | undefined> {
  const path = join(folder, 'call')
  rmSync(path, { force: true })
  writeFileSync(path, file, { mode: 0o700 })
  return (await under(filter, path)).status
}

describe.skipIf(reason !== undefined || !isX86)('on this kernel', () => {
  it.each(trials)('$id: a needed call gets the errno, or reaches the kernel', async (trial) => {
    const filters = trial.stops.map((stop) => compile(marked(stop), { abis: ABIS, prove: false }).program)
    const lets = compile(marked(trial.lets), { abis: ABIS, prove: false }).program
    for (const { abi, programOf } of NATIVE) {
      const refused: boolean[] = []
      for (const data of openCalls(trial, anything, abi))
        for (const filter of filters) {
          const isRefused = refuses(meaning(filter, data))
          refused.push(isRefused)
          const status = await statusUnder(filter, programOf(data))
          expect(status === REFUSED, `${abi.token} ${data.nr}: ${String(status)}`).toBe(isRefused)
        }
      expect(refused, abi.token).toContain(true)
      const open = openCalls(trial, trial.lets, abi)
      expect(open.length, abi.token).toBeGreaterThan(0)
      for (const data of open) {
        const status = await statusUnder(lets, programOf(data))
        expect(
          typeof status === 'number' && status !== REFUSED,
          `${abi.token} ${data.nr}: ${String(status)}`,
        ).toBe(true)
      }
    }
  })
})

/** The bytes of `program` for a machine of the byte order, read again. */
const throughBytes = (program: Program, endianness: Endianness): Program =>
  decode(encode(program, endianness), endianness)

describe('on s390x, by the interpreter', () => {
  const abis = [signedAbiTable('s390x'), signedAbiTable('s390')] as const

  it.each(trials)('$id: a needed call gets the errno, or runs', (trial) => {
    const filters = trial.stops.map((stop) =>
      throughBytes(compile(marked(stop), { abis, prove: false }).program, 'big'),
    )
    const lets = throughBytes(compile(marked(trial.lets), { abis, prove: false }).program, 'big')
    for (const abi of abis) {
      const calls = openCalls(trial, anything, abi)
      const refused = calls.filter((data) =>
        filters.some((filter) => meaning(filter, data, 'big') === verdictOf('ERRNO', REFUSED)),
      )
      if (calls.length > 0) expect(refused.length, abi.token).toBeGreaterThan(0)
      for (const data of openCalls(trial, trial.lets, abi))
        expect(meaning(lets, data, 'big')).toBe(verdictOf('ALLOW'))
    }
  })
})
