import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode, encode } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { trapObservers } from '../src/launch/audit-records.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'

const filterOf = (program: Program): Uint8Array => encode(program, machineEndianness())
const verdict = (k: number): Program[number] => ({ code: BPF.RET_K, jt: 0, jf: 0, k })
const onNumber = (nr: number, then: number, otherwise: number): Program => [
  { code: BPF.LD_ABS, jt: 0, jf: 0, k: 0 },
  { code: BPF.JEQ_K, jt: 0, jf: 1, k: nr },
  verdict(then),
  verdict(otherwise),
]

describe('trapObservers', () => {
  const { seccomp } = nativeAbi().calls

  it('says TRAP where the filter does, and ALLOW else', () => {
    const filter = onNumber(1, SECCOMP_RET.TRAP | 5, SECCOMP_RET.LOG)
    expect(trapObservers([filterOf(filter)]).map((one) => decode(one, machineEndianness()))).toEqual([
      onNumber(1, SECCOMP_RET.TRAP | 5, SECCOMP_RET.ALLOW),
    ])
  })

  it('is none for a filter without TRAP, or one that may refuse to attach another', () => {
    expect(trapObservers([filterOf(onNumber(1, SECCOMP_RET.KILL_PROCESS, SECCOMP_RET.ALLOW))])).toEqual([])
    expect(trapObservers([filterOf(onNumber(seccomp, SECCOMP_RET.TRAP, SECCOMP_RET.ALLOW))])).toEqual([])
  })
})
