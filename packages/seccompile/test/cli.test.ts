import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    {
      names: ['read', 'write', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'],
      action: 'SCMP_ACT_ALLOW',
    },
    { names: ['personality'], action: 'SCMP_ACT_ALLOW', args: [{ index: 0, value: 0, op: 'SCMP_CMP_EQ' }] },
  ],
})
/** One `sock_filter`, little endian. */
const insn = (code: number, jt: number, jf: number, k: number): Uint8Array => {
  const bytes = new DataView(new ArrayBuffer(8))
  bytes.setUint16(0, code, true)
  bytes.setUint8(2, jt)
  bytes.setUint8(3, jf)
  bytes.setUint32(4, k, true)
  return new Uint8Array(bytes.buffer)
}
const ALLOW_ALL = insn(0x06, 0, 0, 0x7fff_0000)

describe('compile', () => {
  it('writes the filter and says what it costs', async () => {
    const { status, out, err } = await runCli(['compile', file('p.json', PROFILE), '-o', at('p.bpf')])
    expect([status, err]).toEqual([0, ''])
    const bytes = readFileSync(at('p.bpf'))
    expect(bytes.length % 8).toBe(0)
    expect(out).toContain(`p.bpf: ${bytes.length / 8} instructions, ${bytes.length} bytes, for x86_64\n`)
    expect(out).toMatch(/x86_64 +7 +\d/)
  })

  it('writes the same bytes to a pipe, and nothing else', async () => {
    const profile = file('p.json', PROFILE)
    await runCli(['compile', profile, '-o', at('p.bpf')])
    const { status, out, bytes } = await runCli(['compile', profile])
    expect([status, out]).toEqual([0, ''])
    expect(Buffer.from(bytes).equals(readFileSync(at('p.bpf')))).toBe(true)
  })

  it('never writes binary to a terminal', async () => {
    const { status, err, bytes } = await runCli(['compile', 'preset:container-default'], { terminal: true })
    expect([status, bytes.length]).toEqual([2, 0])
    expect(err).toBe(
      'error: a raw filter is binary and standard output is a terminal; name a file with -o, or another notation with --to\n',
    )
  })

  it('reports to machines what a raw filter cannot hold', async () => {
    const facts = {
      flags: ['SECCOMP_FILTER_FLAG_LOG'],
      listenerPath: '/run/agent.sock',
      listenerMetadata: 'x',
    }
    const profile = file('n.json', JSON.stringify({ ...(JSON.parse(PROFILE) as object), ...facts }))
    const { status, out } = await runCli(['compile', profile, '--json', '-o', at('n.bpf')])
    expect(status).toBe(0)
    const report = JSON.parse(out) as {
      install: unknown
      abis: unknown
      pipeline: string
      cost: { insns: number }
    }
    expect(report.install).toEqual(facts)
    expect(report.abis).toEqual(['x86_64'])
    expect(report.cost.insns * 8).toBe(readFileSync(at('n.bpf')).length)
    expect(report.pipeline).toContain('bst')
  })

  it('depends on its options alone', async () => {
    const sizes = new Map<string, number>()
    for (const name of ['none', 'size', 'speed']) {
      const { bytes } = await runCli(['compile', 'preset:container-default', '--pipeline', name])
      sizes.set(name, bytes.length)
      const again = await runCli(['compile', 'preset:container-default', '--pipeline', name])
      expect(Buffer.from(again.bytes).equals(bytes)).toBe(true)
    }
    expect(sizes.get('none')).toBeGreaterThan(sizes.get('speed')! * 3)
    expect(sizes.get('size')).toBeLessThanOrEqual(sizes.get('speed')!)
  })

  it('takes capabilities, a kernel and a pipeline', async () => {
    const admin = await runCli(['emulate', 'preset:container-default', 'mount'])
    expect(admin.out).toContain('mount: ERRNO(EPERM)')
    const compiled = await runCli([
      'compile',
      'preset:container-default',
      '--caps',
      'CAP_SYS_ADMIN,chown',
      '-o',
      at('a.bpf'),
    ])
    expect(compiled.status).toBe(0)
    expect((await runCli(['emulate', at('a.bpf'), 'mount'])).out).toContain('mount: ALLOW')
    const old = await runCli(['compile', 'preset:container-default', '--kernel', '4.4', '-o', at('o.bpf')])
    expect(old.status).toBe(0)
    expect((await runCli(['emulate', at('o.bpf'), 'ptrace'])).out).toContain('ptrace: ERRNO(EPERM)')
    const own = await runCli([
      'compile',
      file('p.json', PROFILE),
      '--passes',
      'sort,linear,lower',
      '-o',
      at('own.bpf'),
    ])
    expect(own.status).toBe(0)
  })

  it('compiles for other ABIs, warning of the door that a multiplexer leaves', async () => {
    const { status, out, err } = await runCli([
      'compile',
      'preset:container-default',
      '--abi',
      'x86_64,386,x32',
      '-o',
      at('3.bpf'),
    ])
    expect(status).toBe(0)
    expect(out).toContain('for x86_64, x86, x32')
    expect(err).toContain('socketcall')
  })

  it('says which ABIs of a policy --abi leaves out, and how to have them', async () => {
    const said = async (policy: string, ...options: readonly string[]): Promise<string> =>
      (await runCli(['compile', policy, '-o', at('left-out.bpf'), ...options])).err
    const docker = 'preset:container-default'
    const note = 'note: the policy is also for arm, which --abi leaves out; --abi aarch64,arm names all\n'
    expect(await said(docker, '--abi', 'aarch64')).toContain(note)
    expect(await said(docker, '--abi', 'aarch64,arm')).not.toContain('leaves out')
    expect(await said(docker)).not.toContain('leaves out')
    const both = ['intersect', docker, docker, '-o', at('left-out.bpf'), '--widths', 'kernel', '--abi']
    expect((await runCli([...both, 'aarch64'])).err).toBe(note)
    expect((await runCli([...both, 'aarch64,arm'])).err).not.toContain('leaves out')
    const oci = (architectures: readonly string[]): string =>
      file('oci.json', JSON.stringify({ ...(JSON.parse(PROFILE) as object), architectures }))
    expect(
      await said(oci(['SCMP_ARCH_X86_64', 'SCMP_ARCH_X32', 'SCMP_ARCH_S390X']), '--abi', 'x86_64'),
    ).toContain('the policy is also for x32, which --abi leaves out; --abi x86_64,x32 names all\n')
    expect(await said(oci(['SCMP_ARCH_X86_64']), '--abi', 'aarch64')).not.toContain('leaves out')
  })
})

describe('bad input', () => {
  const profile = (patch: object): string =>
    JSON.stringify({ ...(JSON.parse(PROFILE) as object), ...patch }, undefined, 1)
  const rule = (patch: object): string =>
    profile({ syscalls: [{ names: ['read'], action: 'SCMP_ACT_ALLOW', ...patch }] })
  const args = (patch: object): string =>
    rule({ args: [{ index: 0, value: 1, op: 'SCMP_CMP_EQ', ...patch }] })

  it.each([
    ['not JSON', '{"defaultAction": }', /bad\.json:1:\d+: /],
    ['an empty file', '', /bad\.json:1:1: /],
    ['wrong types', profile({ syscalls: 'read' }), /bad\.json:3:\d+: .*"syscalls"/],
    [
      'an unknown action',
      rule({ action: 'SCMP_ACT_ALOW' }),
      /bad\.json:\d+:\d+: unknown action "SCMP_ACT_ALOW"; did you mean "SCMP_ACT_ALLOW"\?/,
    ],
    ['an unknown operator', args({ op: 'SCMP_CMP_QE' }), /unknown operator "SCMP_CMP_QE"; did you mean/],
    [
      'an unknown architecture',
      profile({ architectures: ['SCMP_ARCH_X86_46'] }),
      /unknown architecture "SCMP_ARCH_X86_46"; did you mean/,
    ],
    [
      'an unknown capability',
      rule({ includes: { caps: ['CAP_SYS_ADMN'] } }),
      /unknown capability "CAP_SYS_ADMN"; did you mean "CAP_SYS_ADMIN"\?/,
    ],
    ['an argument index past the end', args({ index: 6 }), /index.* 6/],
    [
      'a value past 64 bits',
      args({ value: 0 }).replace('"value": 0', '"value": 18446744073709551616'),
      /18446744073709551616/,
    ],
    ['a value that is no integer', args({ value: 0 }).replace('"value": 0', '"value": 1.5'), /1\.5/],
    [
      'a misspelt call, where strict',
      rule({ names: ['raed'] }),
      /unknown system call "raed"; did you mean "read"\?|unknown syscall "raed"; did you mean "read"\?/,
    ],
  ])('%s is refused with a place and a hint, and the old output stays', async (_, text, message) => {
    const output = file('old.bpf', 'old')
    const { status, out, err } = await runCli(['compile', '--strict', file('bad.json', text), '-o', output])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
    expect(readFileSync(output, 'utf8')).toBe('old')
    expect(readdirSync(at('')).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it.each([
    [['compile'], "missing required argument 'policy'"],
    [['compil', 'x'], 'unknown command'],
    [['compile', 'x.json', '--prest', 'size'], "unknown option '--prest'"],
    [['compile', '/nowhere/x.json', '-o', 'y'], '/nowhere/x.json: cannot be read: no such file'],
    [['compile', 'preset:container-defualt', '-o', 'y'], 'did you mean "container-default"?'],
    [
      ['compile', 'preset:container-default', '--pipeline', 'spede', '-o', 'y'],
      '--pipeline: expected speed, size, smallest, list or none; got "spede"; did you mean "speed"?',
    ],
    [
      ['compile', 'preset:container-default', '--abi', 'x86_46', '-o', 'y'],
      '--abi: unknown ABI "x86_46"; did you mean "x86_64"?',
    ],
    [
      ['compile', 'preset:container-default', '--caps', 'SYS_ADMN', '-o', 'y'],
      '--caps: unknown capability "SYS_ADMN"; did you mean "CAP_SYS_ADMIN"?',
    ],
    [['compile', 'preset:container-default', '--kernel', '6', '-o', 'y'], '--kernel: expected MAJOR.MINOR'],
    [['compile', 'preset:container-default', '--passes', 'sort,bts,lower', '-o', 'y'], 'unknown pass "bts"'],
    [['compile', 'preset:container-default', '--passes', 'sort', '-o', 'y'], 'leads from rules to rules'],
    [
      ['compile', 'preset:container-default', '--pipeline', 'none', '--passes', 'sort', '-o', 'y'],
      '--pipeline and --passes exclude each other',
    ],
    [['compile', 'preset:container-default', '--preset', 'none', '-o', 'y'], "unknown option '--preset'"],
    [['compile', 'preset:container-default', '--json'], 'name a file with -o'],
    [
      ['emulate', 'preset:container-default', 'getpidd'],
      '"getpidd" is no system call of x86_64; did you mean "getpid"?',
    ],
    [['emulate', 'preset:container-default', 'read', '1.5'], 'argument 0 (fd): expected a whole number'],
    [
      ['emulate', 'preset:container-default', 'read', '0x10000000000000000'],
      'argument 0 (fd): 0x10000000000000000 does not fit 64 bits',
    ],
    [['emulate', 'preset:container-default', 'read', '9'.repeat(99)], 'does not fit 64 bits'],
    [
      ['emulate', 'preset:container-default', '0x10000000000000000'],
      'number 0x10000000000000000 does not fit 32 bits',
    ],
    [
      ['emulate', 'preset:container-default', 'read', '1', '2', '3', '4', '5', '6', '7'],
      'at most 6 arguments',
    ],
    [['emulate', 'preset:container-default', '0x1ffffffff'], 'does not fit 32 bits'],
  ])('%j is refused', async (args, message) => {
    const { status, err } = await runCli(args)
    expect(status).toBe(2)
    expect(err).toContain(message)
  })

  it('an output that cannot be written leaves nothing behind', async () => {
    const { status, err } = await runCli(['compile', file('p.json', PROFILE), '-o', at('nowhere/p.bpf')])
    expect(status).toBe(2)
    expect(err).toContain('nowhere/p.bpf: cannot be written: its folder does not exist')
    const full = await runCli(['compile', file('p.json', PROFILE), '-o', '/dev/full'])
    expect([full.status, full.err]).toEqual([
      2,
      'error: /dev/full: cannot be written: no space left on the disk\n',
    ])
  })

  it('a policy past 4096 instructions is refused by how much, and by whom', async () => {
    const many = Array.from({ length: 3000 }, (_, i) => ({
      names: ['ioctl'],
      action: 'SCMP_ACT_ALLOW',
      args: [{ index: 1, value: 5 * i * i + 7, op: 'SCMP_CMP_EQ' }],
    }))
    const { status, err } = await runCli([
      'compile',
      file('many.json', profile({ syscalls: many })),
      '--pipeline',
      'none',
      '--max-filters',
      '1',
      '-o',
      at('m'),
    ])
    expect(status).toBe(2)
    expect(err).toMatch(
      /would exceed 4096 instructions by \d+; most values are tested for ioctl \(3000 values\)/,
    )
  })

  it('a raw file of the wrong size is refused', async () => {
    const { status, err } = await runCli(['disasm', file('odd.bpf', ALLOW_ALL.subarray(0, 7))])
    expect(status).toBe(2)
    expect(err).toMatch(/odd\.bpf: is not a raw filter: .*an instruction has 8 bytes, and 7 are left over/)
  })

  it('a program that the kernel would refuse is shown, but not emulated', async () => {
    const bad = file('bad.bpf', insn(0x15, 9, 0, 1))
    expect((await runCli(['disasm', bad])).status).toBe(0)
    const { status, err } = await runCli(['emulate', bad, 'read'])
    expect(status).toBe(2)
    expect(err).toMatch(/bad\.bpf: the kernel would refuse this program: pc 0: .* \(P\d+\)/)
  })
})

describe('the commands for programs', () => {
  it('verify says yes and no by its exit status', async () => {
    const yes = await runCli(['verify', file('ok.bpf', ALLOW_ALL)])
    expect([yes.status, yes.out]).toEqual([0, `${at('ok.bpf')}: 1 instructions; the kernel accepts it\n`])
    const no = await runCli(['verify', file('no.bpf', insn(0x20, 0, 0, 64))])
    expect(no.status).toBe(1)
    expect(no.out).toMatch(/no\.bpf: pc 0: .*\(P\d+\)/)
    const json = await runCli(['verify', at('no.bpf'), '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ accepted: false, insns: 1 })
  })

  it('disasm names calls and architectures', async () => {
    const { status, out } = await runCli(['disasm', file('p.json', PROFILE)])
    expect(status).toBe(0)
    expect(out).toMatch(/^ line {2}CODE {2}JT {3}JF {6}K\n=+\n 0000: 0x20 0x00 0x00 0x00000004 {2}A = arch\n/)
    expect(out).toContain('X86_64')
  })

  it('emulate decides one call, negative arguments and numbers included', async () => {
    const profile = file('p.json', PROFILE)
    const verdict = async (...call: string[]): Promise<string> =>
      (await runCli(['emulate', profile, ...call])).out
    expect(await verdict('read')).toMatch(/^x86_64 read: ALLOW, \d+ instructions executed\n$/)
    expect(await verdict('personality', '0')).toContain('ALLOW')
    expect(await verdict('personality', '0x100000000')).toContain('ERRNO(EPERM)')
    expect(await verdict('personality', '-1')).toContain('ERRNO(EPERM)')
    expect(await verdict('-1')).toContain('ERRNO(EPERM)')
    expect(await verdict('0x40000000')).toContain('KILL_THREAD')
    const traced = await verdict('read', '--trace')
    expect(traced).toContain(' 0000: 0x20')
    const json = await runCli(['emulate', profile, 'read', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({
      abi: 'x86_64',
      nr: 0,
      name: 'read',
      verdict: 'ALLOW',
      cached: true,
    })
  })

  it('cost counts, for people and for machines', async () => {
    const { out } = await runCli(['cost', 'preset:container-default', '--abi', 'x86_64', '--per-call'])
    expect(out).toContain('in bitmap')
    expect(out).toMatch(/getppid +110 +\d+ +ALLOW +in bitmap/)
    const json = await runCli(['cost', 'preset:container-default', '--json', '--abi', 'x86_64'])
    expect(JSON.parse(json.out)).toMatchObject({
      abis: [{ abi: 'x86_64', cached: 306, allowed: { count: 309 } }],
    })
  })

  it('passes lists passes and pipelines', async () => {
    const { out } = await runCli(['passes'])
    for (const name of ['dedupe', 'bst', 'lower', 'speed', 'fixpoint(']) expect(out).toContain(name)
    const json = JSON.parse((await runCli(['passes', '--json'])).out) as { passes: { name: string }[] }
    expect(json.passes.map(({ name }) => name)).toContain('merge-ranges')
  })

  it('help and version are no errors', async () => {
    expect((await runCli(['--help'])).status).toBe(0)
    expect((await runCli(['compile', '--help'])).out).toContain('--pipeline <name>')
    expect((await runCli(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/)
    const bare = await runCli([])
    expect([bare.status, bare.out]).toEqual([2, ''])
  })
})
