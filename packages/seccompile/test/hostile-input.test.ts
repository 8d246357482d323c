import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const PROFILE = JSON.stringify({
  defaultAction: 'SCMP_ACT_ERRNO',
  syscalls: [
    { names: ['read', 'exit', 'exit_group', 'rt_sigreturn', 'restart_syscall'], action: 'SCMP_ACT_ALLOW' },
  ],
})

/** Runs a command that must be refused with one line; yields that line. */
async function refused(args: readonly string[]): Promise<string> {
  const { status, out, err } = await runCli(args)
  expect([status, out]).toEqual([2, ''])
  expect(err.trimEnd().split('\n')).toHaveLength(1)
  return err
}

describe('line ends', () => {
  it('in the name of a file begin no line of the answer', async () => {
    const forged = at('x\nfilter.bpf: 1 instructions; the kernel accepts it\n')
    await runCli(['compile', 'preset:no-tracing', '-o', forged])
    for (const args of [
      ['verify', forged],
      ['digest', forged],
      ['subset', forged, '--of', forged],
    ]) {
      const { status, out } = await runCli(args)
      expect([status, out.trimEnd().split('\n').length]).toEqual([0, 1])
      expect(out).toContain('x\\nfilter.bpf')
    }
  })

  it('in the name of a file begin no line of an error', async () => {
    for (const args of [
      ['verify', 'x\nerror: y'],
      ['compile', 'x\nerror: y'],
      ['lint', 'x\nerror: y'],
    ])
      expect((await runCli(args)).err).toMatch(/^error: x\\nerror: y: cannot be read: no such file\n$/)
    expect((await runCli(['a\nb'])).err).toBe("error: unknown command 'a\\nb'\n")
  })
})

describe('what is not the input of a command', () => {
  it('is a raw filter where a policy is expected', async () => {
    await runCli(['compile', 'preset:no-tracing', '-o', at('raw.bpf')])
    expect(await refused(['compile', at('raw.bpf'), '-o', at('y.bpf')])).toContain(
      'raw.bpf: is a raw filter; expected a policy; "optimize" makes a filter smaller, and "convert" writes it in a notation',
    )
  })

  it('is a list of files where one is expected', async () => {
    const one = file('one.json', PROFILE)
    for (const command of ['disasm', 'cost', 'optimize'])
      expect(await refused([command, `${one},${one}`])).toContain(
        'it is a list of files, and one is expected',
      )
  })
})

describe('NUL bytes', () => {
  it.each([
    [['compile', 'a\0b', '-o', 'y'], 'error: a\\u0000b: cannot be read: a path cannot contain a NUL byte\n'],
    [['compile', 'a\0b.mjs', '-o', 'y'], 'cannot be read: a path cannot contain a NUL byte'],
    [['passes', '--use', './a\0b'], 'cannot be read: a path cannot contain a NUL byte'],
    [['compile', 'preset:a\0b', '-o', 'y'], 'unknown preset "a\\u0000b"'],
    [['compile', 'preset:container-default', '--abi', 'x86\0', '-o', 'y'], 'unknown ABI "x86\\u0000"'],
    [['emulate', 'preset:container-default', 'read\0'], '"read\\u0000" is no system call of x86_64'],
    [['emulate', 'preset:container-default', 'read', '1\0'], 'got "1\\u0000"'],
  ])('in %j are refused', async (args, message) => {
    expect(await refused(args)).toContain(message)
  })

  it('in the path of the output are refused', async () => {
    expect(await refused(['compile', file('p.json', PROFILE), '-o', 'a\0b'])).toBe(
      'error: a\\u0000b: cannot be written: a path cannot contain a NUL byte\n',
    )
  })

  it.each([
    ['between', PROFILE.replace(',', ',\0')],
    ['in front', `\0${PROFILE}`],
    ['in a string', PROFILE.replace('read', 're\0ad')],
    ['at the end', `${PROFILE}\0`],
  ])('%s in a profile are refused at their place', async (_, text) => {
    expect(await refused(['compile', file('nul.json', text), '-o', at('y')])).toMatch(/nul\.json:1:\d+: /)
  })

  it('written as an escape make a name that nobody knows', async () => {
    const profile = file('escape.json', PROFILE.replace('read', 're\\u0000ad'))
    expect(await refused(['compile', '--strict', profile, '-o', at('y')])).toContain('"re\\u0000ad"')
  })
})

describe('a path that is empty', () => {
  it.each([
    [['compile', ''], 'expected the path of a file; got ""'],
    [['disasm', ''], 'expected the path of a file; got ""'],
    [['asm', ''], 'expected the path of a file; got ""'],
    [['compile', 'preset:container-default', '-o', ''], '--output: expected the path of a file; got ""'],
  ])('in %j is refused', async (args, message) => {
    expect(await refused(args)).toBe(`error: ${message}\n`)
  })
})

describe('names that every object has', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])('%s is nobody', async (name) => {
    const policy = 'preset:container-default'
    expect(await refused(['compile', `preset:${name}`, '-o', 'y'])).toContain(`unknown preset "${name}"`)
    expect(await refused(['compile', policy, '--pipeline', name, '-o', 'y'])).toContain(
      `--pipeline: expected speed, size, smallest, list or none; got "${name}"`,
    )
    expect(await refused(['compile', policy, '--passes', name, '-o', 'y'])).toContain(
      `unknown pass "${name}"`,
    )
    expect(await refused(['compile', policy, '--abi', name, '-o', 'y'])).toContain(`unknown ABI "${name}"`)
    expect(await refused(['compile', policy, '--caps', name, '-o', 'y'])).toContain(
      `unknown capability "${name}"`,
    )
    expect(await refused(['emulate', policy, name])).toContain(`"${name}" is no system call`)
    const profile = file('name.json', PROFILE.replace('read', name))
    expect(await refused(['compile', '--strict', profile, '-o', at('y')])).toContain(`"${name}"`)
  })

  it('as keys of a profile change nothing', async () => {
    const profile = file(
      'key.json',
      PROFILE.replace('{', '{"__proto__": {"defaultAction": "SCMP_ACT_ALLOW"},'),
    )
    const { err } = await runCli(['compile', profile, '-o', at('key.bpf')])
    expect(err).toContain('"__proto__"')
    expect((await runCli(['emulate', profile, 'write'])).out).toContain('write: ERRNO(EPERM)')
  })
})

describe('a file that is too large', () => {
  it.each(['compile', 'disasm', 'asm', 'reproduce'])('is refused by %s', async (command) => {
    const output = ['compile', 'asm'].includes(command) ? ['-o', at('y')] : []
    expect(await refused([command, file('large', new Uint8Array(8388609)), ...output])).toContain(
      'large: is larger than 8388608 bytes, which is more than any filter or policy needs\n',
    )
  })
})

describe('text that steers terminals', () => {
  it('in a path or a profile is shown escaped', async () => {
    expect(await refused(['compile', 'a\u001b[31mb', '-o', 'y'])).toContain('a\\u001b[31mb: cannot be read')
    const { out } = await runCli(['compile', 'preset:container-default', '-o', at('a\u202eb\u001b[0m')])
    expect(out).toContain('a\\u202eb\\u001b[0m: ')
    const profile = file('esc.json', PROFILE.replace('read', 're\\u001b]0;ad'))
    expect(await refused(['compile', '--strict', profile, '-o', at('y')])).not.toContain('\u001b')
  })
})

describe('a raw file in the other byte order', () => {
  const raw = async (abi: string): Promise<string> => {
    const { bytes } = await runCli(['compile', file('p.json', PROFILE), '--abi', abi])
    return file(`${abi}.bpf`, bytes)
  }

  it.each(['disasm', 'verify', 'cost'])('is refused by %s with the ABI to pass', async (command) => {
    expect(await refused([command, await raw('s390x')])).toBe(
      `error: ${at('s390x.bpf')}: is big endian; pass --abi s390x\n`,
    )
    expect((await runCli([command, at('s390x.bpf'), '--abi', 's390x'])).status).toBe(0)
    expect(await refused([command, await raw('aarch64'), '--abi', 's390x'])).toBe(
      `error: ${at('aarch64.bpf')}: is little endian; pass --abi aarch64\n`,
    )
  })

  it('is recognised although it tests no architecture', async () => {
    const { bytes } = await runCli(['asm', file('one.asm', 'ret #0x7fff0000'), '--abi', 's390x'])
    expect(await refused(['disasm', file('one.bpf', bytes)])).toContain(
      'one.bpf: is big endian; pass --abi s390x\n',
    )
  })

  it('that is a filter in neither order is shown in the order that was asked for', async () => {
    const bad = file('bad.bpf', Buffer.alloc(8, 0xee))
    expect((await runCli(['disasm', bad])).status).toBe(0)
    expect((await runCli(['verify', bad])).status).toBe(1)
  })
})

it('thousands of unknown names are few warnings for people, and all for machines', async () => {
  const names = Array.from({ length: 4000 }, (_, i) => `zz${i}`)
  const profile = file(
    'names.json',
    PROFILE.replace('"read"', ['read', ...names].map((name) => `"${name}"`).join()),
  )
  for (const args of [
    ['compile', profile, '-o', at('names.bpf')],
    ['explain', profile, '--warnings', 'lines'],
    ['prove', profile, profile, '--warnings', 'lines'],
    ['disasm', profile, '--warnings', 'lines'],
  ]) {
    const { err } = await runCli(args)
    expect(err).toContain('unknown call "zz9"')
    expect(err).not.toContain('"zz10"')
    expect(err).toContain('warning: 3990 more such; --warnings all shows them [unknown-name]\n')
  }
  const all = await runCli(['prove', profile, profile, '--warnings', 'all'])
  expect(all.err.split('\n').filter((line) => line.includes('unknown call'))).toHaveLength(4000)
  const { out } = await runCli(['compile', profile, '-o', at('names.bpf'), '--json'])
  expect(JSON.parse(out)).toHaveProperty('warnings.length', names.length)
})

it('a fault of seccompile is told apart from a fault of a module', async () => {
  const { main } = await import('../src/main.ts')
  let err = ''
  const status = await main(['passes'], {
    out: () => {
      throw new TypeError('no way out')
    },
    outBytes: () => {},
    err: (text) => (err += text),
    outIsTerminal: false,
    errIsTerminal: false,
    env: {},
  })
  expect(status).toBe(3)
  expect(err).toMatch(
    /^error: TypeError: no way out\n[^]*This is a fault of seccompile, not of your input: please report it\.\n$/,
  )
})

it('a report of a failed pass asks for the file of --repro only where the command has this option (issue 33)', async () => {
  const { main } = await import('../src/main.ts')
  const lost = (): never => {
    throw Object.assign(new Error('sort: lost'), { name: 'PassError', code: 'E_THREW' })
  }
  const failed = async (...args: string[]): Promise<unknown> => {
    let err = ''
    const said = { err: (text: string): unknown => (err += text), outIsTerminal: false, errIsTerminal: false }
    const status = await main(args, { out: lost, outBytes: lost, ...said, env: {} })
    return [status, err]
  }
  const fault = 'error: pass sort: lost\nThis is a fault of seccompile, not of your input: please report it'
  expect(await failed('passes')).toEqual([3, `${fault}.\n`])
  const policy = file('reported.json', PROFILE)
  expect(await failed('compile', policy, '--abi', 'x86_64,x86,x32')).toEqual([
    3,
    `${fault}, with the file that --repro writes.\n`,
  ])
})

it('an output with a long name is written as any other', async () => {
  const path = at(`${'n'.repeat(250)}.bpf`)
  expect((await runCli(['compile', file('p.json', PROFILE), '-o', path])).err).toBe('')
  expect(readFileSync(path).length).toBeGreaterThan(0)
})
