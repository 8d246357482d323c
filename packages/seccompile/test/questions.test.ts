import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { allow, profile } from './profile.ts'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const BASE = file('base.json', profile(allow(['read', 'write'])))
const PERSONALITY = allow(['personality'], { index: 0, value: 8, op: 'SCMP_CMP_EQ' })
const MORE = file('more.json', profile(allow(['read', 'write']), PERSONALITY))
const OTHER = file('other.json', profile(allow(['read', 'close'])))
const PRODUCT = 'ld [16]\ntax\nld [24]\nmul x\njeq #12345, yes, no\nyes: ret #0x7fff0000\nno: ret #0x50001\n'

describe('every question', () => {
  const NEEDY = file(
    'needy.json',
    profile(
      allow(['read']),
      { ...allow(['mount']), includes: { caps: ['CAP_SYS_ADMIN'] } },
      { ...allow(['ptrace']), includes: { minKernel: '4.8' } },
    ),
  )
  const ADMIN = ['--caps', 'SYS_ADMIN', '--kernel', '4.7']

  it('is about a policy for the capabilities and the kernel that are named', async () => {
    const text = async (...args: string[]): Promise<string> => (await runCli(args)).out
    expect(await text('explain', NEEDY)).toContain('ALLOW: read, ptrace\n')
    expect(await text('explain', NEEDY, ...ADMIN)).toContain('ALLOW: read, mount\n')
    await runCli(['compile', NEEDY, ...ADMIN, '-o', at('admin.bpf')])
    expect((await runCli(['prove', NEEDY, at('admin.bpf'), ...ADMIN])).status).toBe(0)
    expect((await runCli(['prove', NEEDY, at('admin.bpf')])).status).toBe(1)
    expect((await runCli(['diff', NEEDY, at('admin.bpf'), ...ADMIN])).status).toBe(0)
    expect((await runCli(['subset', NEEDY, '--of', at('admin.bpf'), ...ADMIN])).status).toBe(0)
    const solved = ['solve', NEEDY, '--verdict', 'ALLOW', '--syscall', 'mount']
    expect((await runCli(solved)).status).toBe(1)
    expect((await runCli([...solved, ...ADMIN])).status).toBe(0)
    const digest = async (...args: string[]): Promise<string> =>
      (await text('digest', ...args)).split(' ')[0]!
    expect(await digest(NEEDY, ...ADMIN)).toBe(await digest(at('admin.bpf')))
    await runCli(['intersect', NEEDY, NEEDY, ...ADMIN, '-o', at('both.bpf')])
    expect(await digest(at('both.bpf'))).toBe(await digest(at('admin.bpf')))
  })

  it.each([
    [['--caps', 'SYS_ADMN'], '--caps: unknown capability "SYS_ADMN"; did you mean "CAP_SYS_ADMIN"?'],
    [['--kernel', 'new'], '--kernel: expected MAJOR.MINOR, for example 6.12; got "new"'],
  ])('refuses %j', async (options, message) => {
    for (const command of [
      ['explain', BASE],
      ['digest', BASE],
      ['prove', BASE, MORE],
    ])
      expect(await runCli([...command, ...options])).toMatchObject({ status: 2, err: `error: ${message}\n` })
  })
})

describe('diff', () => {
  it('lists what changes by call and condition', async () => {
    const { status, out, err } = await runCli(['diff', BASE, MORE])
    expect([status, err]).toEqual([1, ''])
    expect(out).toBe('x86_64\n  ERRNO(1) -> ALLOW: personality when (u64)personality == PER_LINUX32\n')
    const json = await runCli(['diff', MORE, BASE, '--json'])
    expect(json.status).toBe(1)
    expect(JSON.parse(json.out)).toEqual({
      answer: 'different',
      changes: [
        {
          arches: [{ lo: 0xc000_003e, hi: 0xc000_003e }],
          numbers: [{ lo: 135, hi: 135 }],
          calls: ['personality'],
          when: 'args[0] == 8',
          named: '(u64)personality == PER_LINUX32',
          from: 'ALLOW',
          to: 'ERRNO(1)',
        },
      ],
    })
  })

  it('shows the first of many values and counts the others, as explain does; --json has all', async () => {
    const values = Array.from({ length: 100 }, (_, i) => i * 7)
    const ioctl = values.map((value) => allow(['ioctl'], { index: 1, value, op: 'SCMP_CMP_EQ' }))
    const many = file('many.json', profile(allow(['read', 'write']), ...ioctl))
    for (const asked of [
      ['diff', BASE, many],
      ['explain', many],
    ]) {
      const { out } = await runCli(asked)
      expect(out).toContain('when (u64)cmd in {0, 7, 0xe, ')
      expect(out).toContain(', 0x1b9, … 36 more}\n')
      expect((await runCli([...asked, '--json'])).out).toContain(', 0x2b5}"')
    }
  })

  it('says that no call changes', async () => {
    expect(await runCli(['diff', BASE, BASE])).toMatchObject({ status: 0, out: 'no call changes\n' })
    expect((await runCli(['diff', BASE, MORE, '--within', 'x86_64:0-134'])).status).toBe(0)
  })

  it('tells ABIs apart', async () => {
    await runCli(['compile', BASE, '--abi', 'x86_64,x86,x32', '-o', at('three.bpf')])
    const { out, err } = await runCli(['diff', at('three.bpf'), BASE, '--abi', 'x86_64'])
    expect(err).toContain('three.bpf is for I386, X86_64 and ')
    expect(out).toContain('x86\n')
    expect(out).toContain('  ALLOW -> KILL_THREAD: read, write\n')
    expect(out).toMatch(/ALLOW -> KILL_THREAD: 0x40000000/)
    const named = await runCli(['diff', at('three.bpf'), BASE, '--abi', 'x86_64,x32', '--within', 'x86'])
    expect(named.out).not.toContain('x86_64')
  })
})

describe('subset', () => {
  it('is yes where no call is decided more weakly, and shows a call where one is', async () => {
    const yes = await runCli(['subset', BASE, '--of', MORE])
    expect(yes).toMatchObject({ status: 0, out: `subset: ${BASE} is nowhere weaker than ${MORE}\n` })
    const no = await runCli(['subset', MORE, '--of', BASE])
    expect(no.status).toBe(1)
    expect(no.out).toContain(
      `weaker: x86_64 personality(personality=PER_LINUX32)\n  ${MORE}  ALLOW\n  ${BASE}  ERRNO(1)\n`,
    )
    const json = await runCli(['subset', MORE, '--of', BASE, '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ answer: 'weaker', call: { name: 'personality' } })
  })

  it('needs another filter', async () => {
    const { status, err } = await runCli(['subset', BASE])
    expect([status, err]).toEqual([2, "error: required option '--of <file>' not specified\n"])
  })
})

describe('intersect', () => {
  it('says where the two are for different architectures', async () => {
    await runCli(['compile', BASE, '--abi', 'aarch64', '-o', at('arm.bpf')])
    const { status, err } = await runCli(['intersect', BASE, at('arm.bpf'), '-o', at('neither.bpf')])
    expect([status, err]).toEqual([
      0,
      `note: ${BASE} is for X86_64 and ${at('arm.bpf')} for AARCH64; a call that only one of them is for gets the stricter verdict too\n`,
    ])
    const { err: quiet } = await runCli(['intersect', BASE, MORE, '-o', at('both.bpf')])
    expect(quiet).toBe('')
  })

  it('writes a filter that allows what both do', async () => {
    const { status, out } = await runCli(['intersect', MORE, OTHER, '-o', at('both.bpf')])
    expect(status).toBe(0)
    expect(out).toMatch(/both\.bpf: \d+ instructions, \d+ bytes, as strict as both\nproved, digest \w{8}…\n$/)
    const read = file('read.json', profile(allow(['read'])))
    expect((await runCli(['prove', at('both.bpf'), read])).status).toBe(0)
    const piped = await runCli(['intersect', MORE, OTHER])
    expect(Buffer.from(piped.bytes).equals(readFileSync(at('both.bpf')))).toBe(true)
  })

  it('states the length of a filter that no kernel accepts, and what to do instead', async () => {
    const strewn = (name: string, other: string): string =>
      profile(
        allow([other]),
        ...Array.from({ length: 1800 }, (_, i) =>
          allow([name], {
            index: 0,
            value: (i * 2_654_435_761 + name.charCodeAt(0)) % 0xffff_fffb,
            op: 'SCMP_CMP_EQ',
          }),
        ),
      )
    const a = file('strewn1.json', strewn('ioctl', 'fcntl'))
    const b = file('strewn2.json', strewn('fcntl', 'ioctl'))
    const { status, err } = await runCli(['intersect', a, b, '-o', at('strewn.bpf')])
    expect(status).toBe(2)
    expect(err).toMatch(
      /^error: the filter that is as strict as both needs 4\d{3} instructions, and the kernel accepts 4096; attach both filters instead, which means the same$/m,
    )
    expect(existsSync(at('strewn.bpf'))).toBe(false)
  })

  it('kills every call outside --within, and is as strict as both inside', async () => {
    const three = ['--abi', 'x86_64,x86,x32']
    await runCli(['compile', MORE, ...three, '-o', at('more3.bpf')])
    const both = ['intersect', at('more3.bpf'), OTHER, ...three, '-o', at('part.bpf')]
    const { status, out, err } = await runCli([...both, '--within', 'x86'])
    expect([status, err]).toEqual([0, ''])
    expect(out).toMatch(/ bytes, as strict as both within x86, and KILL_PROCESS elsewhere\nproved, digest /)
    const { out: explained } = await runCli(['explain', at('part.bpf')])
    expect(explained).toBe(
      'x86\n  ALLOW: read\n  ERRNO(1) otherwise\nany other arch\n  KILL_PROCESS always\n',
    )
    const shown = /digest (\w+)/.exec(out)![1]!
    expect((await runCli(['digest', at('part.bpf')])).out).toMatch(new RegExp(`^${shown}`))
  })

  it('takes a range of numbers', async () => {
    const { status } = await runCli([
      'intersect', MORE, OTHER, '--within', 'x86_64:0-1', '-o', at('two.bpf'),
    ]) // prettier-ignore
    expect(status).toBe(0)
    const verdict = async (call: string): Promise<string> =>
      (await runCli(['emulate', at('two.bpf'), call])).out
    expect(await verdict('read')).toContain('read: ALLOW')
    expect(await verdict('write')).toContain('write: ERRNO(1)')
    expect(await verdict('open')).toContain('open: KILL_PROCESS')
  })

  it('refuses a meaning that rules cannot express', async () => {
    const asks = 'ld [8]\njeq #5, yes, no\nyes: ret #0x7fff0000\nno: ret #0x50001\n'
    await runCli(['asm', file('pointer.asm', asks), '-o', at('pointer.bpf')])
    const { status, err } = await runCli(['intersect', at('pointer.bpf'), BASE, '-o', at('none.bpf')])
    expect(status).toBe(2)
    expect(err).toBe(
      'error: no rules are as strict as both: the verdict depends on the instruction pointer\n',
    )
    const explained = await runCli(['explain', at('pointer.bpf')])
    expect(explained.out).toContain('when (instruction_pointer & 0xffffffff) == 5')
  })
})

describe('solve', () => {
  it('finds a call that gets a verdict, under constraints', async () => {
    const found = async (...options: readonly string[]): Promise<string> =>
      (await runCli(['solve', MORE, ...options])).out
    expect(await found('--verdict', 'ALLOW', '--syscall', 'personality')).toBe(
      'x86_64 personality(personality=PER_LINUX32): ALLOW\n',
    )
    expect(await found('--verdict', 'errno(1)', '--syscall', '135', '--arg', '1=-1')).toBe(
      'x86_64 personality(args[1]=0xffffffffffffffff): ERRNO(1)\n',
    )
    expect(await found('--verdict', '0x7fff0000', '--within', 'x86_64:1-200')).toBe('x86_64 write(): ALLOW\n')
  })

  it('says where there is none', async () => {
    const none = await runCli(['solve', MORE, '--verdict', 'ALLOW', '--syscall', 'execve'])
    expect(none).toMatchObject({ status: 1, out: 'no such call gets ALLOW\n' })
    const json = await runCli(['solve', MORE, '--verdict', 'ERRNO(2)', '--json'])
    expect([json.status, JSON.parse(json.out)]).toEqual([1, { answer: 'none' }])
  })

  it('takes a name for one of --within, and says where the filter is for another ABI', async () => {
    await runCli(['compile', MORE, '--abi', 'aarch64', '-o', at('solved.bpf')])
    const asked = ['solve', at('solved.bpf'), '--verdict', 'ALLOW', '--syscall', 'read']
    const within = await runCli([...asked, '--within', 'aarch64'])
    expect([within.status, within.out]).toEqual([0, 'aarch64 read(): ALLOW\n'])
    const foreign = await runCli(asked)
    expect(foreign).toMatchObject({
      status: 1,
      out: 'no such call gets ALLOW\n',
      err: `note: "read" was looked up in x86_64, and ${at('solved.bpf')} is for AARCH64; name its ABI with --abi\n`,
    })
  })

  it.each([
    [['--verdict', 'ALOW'], '--verdict: unknown action "ALOW"; did you mean "ALLOW"?'],
    [['--verdict', 'ERRNO(70000)'], '--verdict: 70000 does not fit 16 bits'],
    [['--verdict', 'ERRNO(4294967297)'], '--verdict: 4294967297 does not fit 16 bits'],
    [['--verdict', '0x100000000'], '--verdict: 0x100000000 does not fit 32 bits'],
    [
      ['--verdict', '2147418112'],
      '--verdict: a whole verdict is 0x hexadecimal, such as 0x7fff0000; got "2147418112"',
    ],
    [
      ['--verdict', 'ALLOW', '--arg', '6=1'],
      '--arg: expected INDEX=VALUE or NAME=VALUE, with an index of 0 to 5; got "6=1"',
    ],
    [['--verdict', 'ALLOW', '--arg', '0=1', '--arg', '0=2'], '--arg: argument 0 is given twice'],
    [['--verdict', 'ALLOW', '--syscall', 'raed'], '"raed" is no system call of x86_64; did you mean "read"?'],
  ])('%j is refused', async (options, message) => {
    const { status, err } = await runCli(['solve', MORE, ...options])
    expect([status, err]).toEqual([2, `error: ${message}\n`])
  })
})

describe('explain', () => {
  it('lists calls and conditions, the default last', async () => {
    const { status, out } = await runCli(['explain', MORE])
    expect(status).toBe(0)
    expect(out).toBe(
      [
        'x86_64',
        '  ALLOW: read, write',
        '  personality:',
        '    ALLOW when (u64)personality == PER_LINUX32',
        '    ERRNO(1) otherwise',
        '  KILL_THREAD: 0x40000000..0xfffffffe',
        '  ERRNO(1) otherwise',
        'any other arch',
        '  KILL_THREAD always',
        '',
      ].join('\n'),
    )
  })

  it('prints the same for a filter and for the policy that it was made from', async () => {
    await runCli(['compile', MORE, '-o', at('more.bpf')])
    const [of, from] = [await runCli(['explain', at('more.bpf')]), await runCli(['explain', MORE])]
    expect(of.out).toBe(from.out)
    const json = await runCli(['explain', at('more.bpf'), '--json'])
    const { sections } = JSON.parse(json.out) as { sections: readonly { otherwise: string }[] }
    expect(sections.map(({ otherwise }) => otherwise)).toContain('KILL_THREAD')
  })
})

describe('an undecided question', () => {
  it.each([
    ['diff', BASE],
    ['subset', '--of', BASE],
    ['intersect', BASE, '-o', 'never.bpf'],
    ['solve', '--verdict', 'ALLOW'],
    ['explain'],
  ])('ends %s with status 3 and a reason', async (command, ...rest) => {
    await runCli(['asm', file('product.asm', PRODUCT), '-o', at('product.bpf')])
    const { status, out, err } = await runCli([command, at('product.bpf'), ...rest])
    expect([status, out]).toEqual([3, ''])
    expect(err).toMatch(/^not decided: \S/)
  })
})
