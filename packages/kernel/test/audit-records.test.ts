import { BPF, SECCOMP_RET } from '@seccompile/abi'
import type { Program } from '@seccompile/abi'
import { decode, encode } from '@seccompile/cbpf'
import { describe, expect, it } from 'vitest'
import { auditRecords, trapObservers } from '../src/launch/audit-records.ts'
import { machineEndianness, nativeAbi } from '../src/system/native-abi.ts'

const RECORD =
  'audit: type=1326 audit(1795580994.634:855): auid=4294967295 uid=0 gid=0 ses=4294967295 pid=313408 comm="bash" exe="/usr/bin/bash" sig=31 arch=c000003e syscall=39 compat=0 ip=0x7fa5ef11eb67 code=0x80000000'

describe('auditRecords', () => {
  it('reads the lines of the kernel log', () => {
    const other = RECORD.replace('pid=313408', 'subj=unconfined pid=7').replace('syscall=39', 'syscall=-1')
    expect(auditRecords(`6,12,1234,-;${RECORD}\n SUBSYSTEM=x\n6,13,5,-;${other}\n`)).toEqual([
      { pid: 313408, arch: 0xc000003e, nr: 39, verdict: 0x8000_0000 },
      { pid: 7, arch: 0xc000003e, nr: 0xffff_ffff, verdict: 0x8000_0000 },
    ])
  })

  it('reads nothing into other lines', () => {
    expect(auditRecords('audit: type=1400 apparmor="DENIED" pid=12 comm="x"\nsegfault at 0\n')).toEqual([])
  })
})

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
