import { describe, expect, it } from 'vitest'
import { auditRecords } from '@seccompile/abi'

const RECORD =
  'audit: type=1326 audit(1795580994.634:855): auid=4294967295 uid=0 gid=0 ses=4294967295 pid=313408 comm="bash" exe="/usr/bin/bash" sig=31 arch=c000003e syscall=39 compat=0 ip=0x7fa5ef11eb67 code=0x80000000'

describe('auditRecords', () => {
  it('reads the lines of the kernel log', () => {
    const by = { program: '/usr/bin/bash', time: 1_795_580_994_634 }
    const other = RECORD.replace('pid=313408', 'subj=unconfined pid=7').replace('syscall=39', 'syscall=-1')
    expect(auditRecords(`6,12,1234,-;${RECORD}\n SUBSYSTEM=x\n6,13,5,-;${other}\n`)).toEqual([
      { pid: 313408, arch: 0xc000003e, nr: 39, verdict: 0x8000_0000, ...by },
      { pid: 7, arch: 0xc000003e, nr: 0xffff_ffff, verdict: 0x8000_0000, ...by },
    ])
  })

  it('reads nothing into other lines', () => {
    expect(auditRecords('audit: type=1400 apparmor="DENIED" pid=12 comm="x"\nsegfault at 0\n')).toEqual([])
  })

  it('reads the lines of auditd, of journalctl and of the audit socket', () => {
    const [, fields = ''] = RECORD.split('audit(1795580994.634:855): ')
    const read = (text: string): unknown => auditRecords(text)[0]
    const record = { pid: 313408, arch: 0xc000003e, nr: 39, verdict: 0x8000_0000, program: '/usr/bin/bash' }
    const time = 1_795_580_994_634
    expect(read(`type=SECCOMP msg=audit(1795580994.634:855): ${fields}`)).toEqual({ ...record, time })
    expect(read(`Nov 30 09:25:46 host kernel: ${RECORD}`)).toEqual({ ...record, time })
    expect(read(`Nov 30 09:25:46 host audit[313408]: SECCOMP ${fields}`)).toEqual(record)
    expect(read(fields.replace('ses=4294967295', '$& subj=docker-default (enforce)'))).toEqual(record)
  })

  it('has the name where there is no path, and decodes a name with special characters', () => {
    const of = (names: string): unknown =>
      auditRecords(RECORD.replace('comm="bash" exe="/usr/bin/bash"', names))[0]?.program
    expect(of('comm="bash" exe=(null)')).toBe('bash')
    expect(of('comm=6120622200 exe=2F612062')).toBe('/a b')
    expect(of('comm=(null) exe=(null)')).toBeUndefined()
  })

  it('takes no field from the name of a program', () => {
    const forged = Buffer.from(' sig=31 arch=c000003e syscall=1 ').toString('hex').toUpperCase()
    expect(auditRecords(RECORD.replace('comm="bash"', `comm=${forged}`))).toMatchObject([{ nr: 39 }])
  })

  it('reads long lines in a moment', () => {
    const began = process.cpuUsage()
    for (const part of ['auid=1 uid=1 gid=1 ses=1 pid=1 comm="', 'auid=1 uid=1 ', 'audit(1.000:', '1'])
      expect(auditRecords(part.repeat(400_000))).toEqual([])
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1e6).toBeLessThan(5)
  })
})
