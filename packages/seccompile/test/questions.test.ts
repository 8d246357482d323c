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
/**
 * Each of the words M[0] to M[15] holds 1 or the argument, and all words are read at the end. These are too many
 * states. The prover notices that in a tenth of the time that it takes to outgrow the bound of nodes.
 */
const MANY_STATES = [
  ...Array.from({ length: 16 }, (_, i) => `ld [16]\njset #${2 ** i}, one${i}, keep${i}\none${i}: ld #1\nkeep${i}: st M[${i}]`),
  ...Array.from({ length: 16 }, (_, i) => `ld M[${i}]\njeq #${i + 2}, yes`),
  'ret #0x50001\nyes: ret #0x7fff0000\n',
].join('\n') // prettier-ignore

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
    expect(out).toBe(
      `x86_64: 1 call weaker for some arguments (${BASE} → ${MORE})\nx86_64\n  weaker, ERRNO(EPERM) -> ALLOW: personality when (u64)personality == PER_LINUX32\n`,
    )
    const json = await runCli(['diff', MORE, BASE, '--json'])
    expect(json.status).toBe(1)
    expect(JSON.parse(json.out)).toEqual({
      answer: 'different',
      counts: [
        {
          abis: ['x86_64'],
          directions: [{ direction: 'stricter', calls: 1, partly: 1, ranges: 0 }],
          several: 0,
        },
      ],
      notes: [],
      changes: [
        {
          direction: 'stricter',
          from: 'ALLOW',
          to: 'ERRNO(1)',
          toErrno: 'EPERM',
          abis: ['x86_64'],
          calls: ['personality'],
          named: '(u64)personality == PER_LINUX32',
          where: [
            {
              abi: 'x86_64',
              arches: [{ lo: 0xc000_003e, hi: 0xc000_003e }],
              numbers: [{ lo: 135, hi: 135 }],
              when: 'args[0] == 8',
            },
          ],
        },
      ],
    })
    expect((await runCli(['diff', MORE, BASE, '--json'])).out).toBe(json.out)
  })

  it('is about the directions that --only names, and so is its status', async () => {
    const ask = async (...only: readonly string[]): Promise<readonly [number, string]> => {
      const { status, out } = await runCli(['diff', MORE, OTHER, ...only.flatMap((one) => ['--only', one])])
      return [status, out.split('\n').slice(0, -1).join('; ')]
    }
    const weaker = 'x86_64;   weaker, ERRNO(EPERM) -> ALLOW: close'
    const stricter = [
      '  stricter, ALLOW -> ERRNO(EPERM): write',
      '  stricter, ALLOW -> ERRNO(EPERM): personality when (u64)personality == PER_LINUX32',
    ].join('; ')
    const summary = `x86_64: 1 call weaker, 2 stricter (1 of them for some arguments) (${MORE} → ${OTHER})`
    expect(await ask()).toEqual([1, `${summary}; ${weaker}; ${stricter}`])
    expect(await ask('weaker')).toEqual([1, `${summary}; ${weaker}`])
    expect(await ask('stricter, weaker')).toEqual(await ask())
    expect(await ask('stricter', 'other')).toEqual([1, `${summary}; x86_64; ${stricter}`])
    expect(await ask('other')).toEqual([0, `none is other: ${summary}`])
    const same = await runCli(['diff', BASE, BASE, '--only', 'weaker'])
    expect(same).toMatchObject({ status: 0, out: 'no call changes\n' })
  })

  it('is Markdown in which names of files are text', async () => {
    await runCli(['compile', MORE, '-o', at('a|<b>*.bpf')])
    const { status, out } = await runCli(['diff', BASE, at('a|<b>*.bpf'), '--format', 'markdown'])
    expect(status).toBe(1)
    expect(out).toContain('/a\\|\\<b\\>\\*.bpf\n\nx86_64: 1 call weaker for some arguments (')
    expect(out).toContain('/a\\|\\<b\\>\\*.bpf)\n\n| direction | from |')
    expect(out).toContain('| x86_64 | personality | (u64)personality == PER_LINUX32 |\n')
    const raw = await runCli(['diff', BASE, MORE, '--format', 'markdown', '--raw'])
    expect(raw.out).toContain('| args\\[0\\] == 8 |')
  })

  it.each([
    [['--only', 'foo'], '--only: expected weaker, stricter or other; got "foo"'],
    [
      ['--only', 'weaker,striter'],
      '--only: expected weaker, stricter or other; got "striter"; did you mean "stricter"?',
    ],
    [['--only', ''], '--only: expected weaker, stricter or other; got ""'],
    [['--format', 'foo'], '--format: expected text, markdown, html or svg; got "foo"'],
    [
      ['--format', 'markdwn'],
      '--format: expected text, markdown, html or svg; got "markdwn"; did you mean "markdown"?',
    ],
    [['--format', 'text', '--json'], '--json and --format text exclude each other'],
  ])('refuses %j', async (options, message) => {
    const { status, err } = await runCli(['diff', BASE, MORE, ...options])
    expect([status, err]).toEqual([2, `error: ${message}\n`])
  })

  it('shows the first of many values and counts the others, fewer than explain does; --json has all', async () => {
    const values = Array.from({ length: 100 }, (_, i) => i * 7)
    const ioctl = values.map((value) => allow(['ioctl'], { index: 1, value, op: 'SCMP_CMP_EQ' }))
    const many = file('many.json', profile(allow(['read', 'write']), ...ioctl))
    for (const [asked, end] of [
      [['diff', BASE, many], ', 0x69, … 84 more}\n'],
      [['explain', many], ', 0x1b9, … 36 more}\n'],
    ] as const) {
      const { out } = await runCli(asked)
      expect(out).toContain('when (u64)cmd in {0, 7, 0xe, ')
      expect(out).toContain(end)
      expect((await runCli([...asked, '--json'])).out).toContain(', 0x2b5}"')
    }
  })

  it('folds the flags of a long mask; --json has all', async () => {
    const flags = { index: 0, value: 0x7e02_0000, valueTwo: 0, op: 'SCMP_CMP_MASKED_EQ' }
    const cloned = file('cloned.json', profile(allow(['read', 'write']), allow(['clone'], flags)))
    const { out } = await runCli(['diff', BASE, cloned])
    expect(out).toContain('clone when (clone_flags & (CLONE_NEWNS|CLONE_NEWCGROUP|… 5 more)) == 0\n')
    const { out: json } = await runCli(['diff', BASE, cloned, '--json'])
    expect(json).toContain('|CLONE_NEWUTS|CLONE_NEWIPC|CLONE_NEWUSER|')
  })

  it('says that no call changes', async () => {
    expect(await runCli(['diff', BASE, BASE])).toMatchObject({ status: 0, out: 'no call changes\n' })
    expect((await runCli(['diff', BASE, MORE, '--within', 'x86_64:0-134'])).status).toBe(0)
  })

  it('tells ABIs apart', async () => {
    await runCli(['compile', BASE, '--abi', 'x86_64,x86,x32', '-o', at('three.bpf')])
    const { out, err } = await runCli(['diff', at('three.bpf'), BASE, '--abi', 'x86_64'])
    expect([out, err]).toEqual([
      `x86_64: no call (numbers without a name: 1 range stricter); x86: every call stricter (${at('three.bpf')} → ${BASE})\nnote (stricter): ${at('three.bpf')} is for x86, x32 too, whose calls get KILL_THREAD in ${BASE}; --within lists them\n`,
      '',
    ])
    const named = await runCli(['diff', at('three.bpf'), BASE, '--abi', 'x86_64,x32', '--within', 'x86'])
    expect(named.out).toContain('  stricter, ALLOW -> KILL_THREAD: read, write\n')
    expect(named.out).not.toContain('x86_64')
  })
})

describe('subset', () => {
  it('is yes where no call is decided more weakly, and shows a call where one is', async () => {
    const yes = await runCli(['subset', BASE, '--of', MORE])
    expect(yes).toMatchObject({ status: 0, out: `subset: ${BASE} is nowhere weaker than ${MORE}\n` })
    const no = await runCli(['subset', MORE, '--of', BASE])
    expect(no.status).toBe(1)
    const answer = `${MORE} is not at least as strict as ${BASE}: x86_64 personality(personality=PER_LINUX32)\n  ${MORE}  ALLOW\n  ${BASE}  ERRNO(EPERM)\n`
    expect(no.out).toBe(`${answer}--trace shows the instructions that lead to each verdict\n`)
    const traced = await runCli(['subset', MORE, '--of', BASE, '--trace'])
    expect(traced.out.startsWith(`${answer}\n${MORE}, compiled:\n line  CODE`)).toBe(true)
    expect(await runCli(['subset', MORE, '--of', BASE, '--trace', '--all'])).toMatchObject({
      status: 2,
      err: 'error: --trace is for one call, and --all lists calls; leave one out\n',
    })
    const json = await runCli(['subset', MORE, '--of', BASE, '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ answer: 'weaker', call: { name: 'personality' } })
  })

  it('lists all calls that get a weaker verdict, and no others', async () => {
    const all = ['subset', OTHER, '--of', MORE, '--all']
    expect(await runCli(all)).toMatchObject({
      status: 1,
      out: `weaker: ${OTHER} is weaker than ${MORE} (x86_64: 1 call weaker)\nx86_64\n  weaker, ERRNO(EPERM) -> ALLOW: close\n`,
      err: '',
    })
    expect(JSON.parse((await runCli([...all, '--json'])).out)).toMatchObject({
      answer: 'weaker',
      counts: [{ abis: ['x86_64'], directions: [{ direction: 'weaker', calls: 1 }] }],
      changes: [{ direction: 'weaker', calls: ['close'] }],
    })
    expect((await runCli([...all, '--format', 'markdown'])).out).toContain(
      '| weaker | ERRNO(EPERM) | ALLOW | x86_64 | close |  |\n',
    )
    const yes = await runCli(['subset', BASE, '--of', MORE, '--all'])
    expect(yes).toMatchObject({ status: 0, out: `subset: ${BASE} is nowhere weaker than ${MORE}\n` })
    const json = await runCli(['subset', BASE, '--of', MORE, '--all', '--json'])
    expect(JSON.parse(json.out)).toMatchObject({ answer: 'subset', changes: [] })
    const bare = await runCli(['subset', BASE, '--of', MORE, '--format', 'markdown'])
    expect([bare.status, bare.err]).toEqual([
      2,
      'error: --format markdown is for the list of all calls; add --all\n',
    ])
  })

  it('says that a call is weaker for some arguments only where it is stricter for the others', async () => {
    const when = (op: string): string =>
      profile(allow(['read']), allow(['socket'], { index: 0, value: 2, op: `SCMP_CMP_${op}` }))
    const [one, other] = [file('eq.json', when('EQ')), file('ne.json', when('NE'))]
    expect((await runCli(['subset', other, '--of', one, '--all', '-q'])).out).toBe(
      `weaker: ${other} is weaker than ${one} (x86_64: 1 call weaker for some arguments)\nx86_64\n  weaker, ERRNO(EPERM) -> ALLOW: socket when (u64)family != AF_INET\n`,
    )
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
      `note: ${BASE} is for X86_64 and ${at('arm.bpf')} for AARCH64; a call of an architecture that only one of them is for also gets the stricter verdict\n`,
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
        ...Array.from({ length: 2150 }, (_, i) =>
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
      /^error: the intersection needs [45]\d{3} instructions, and the kernel accepts 4096; attach both filters instead, with the same meaning$/m,
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
      'x86\n  ALLOW: read\n  ERRNO(EPERM) otherwise\nany other arch\n  KILL_PROCESS always\n',
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
    expect(await verdict('write')).toContain('write: ERRNO(EPERM)')
    expect(await verdict('open')).toContain('open: KILL_PROCESS')
  })

  it('refuses a meaning that rules cannot express', async () => {
    const asks = 'ld [8]\njeq #5, yes, no\nyes: ret #0x7fff0000\nno: ret #0x50001\n'
    await runCli(['asm', file('pointer.asm', asks), '-o', at('pointer.bpf')])
    const { status, err } = await runCli(['intersect', at('pointer.bpf'), BASE, '-o', at('none.bpf')])
    expect(status).toBe(2)
    expect(err).toBe(
      'error: the intersection cannot be written as rules: the verdict depends on the instruction pointer\n',
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
      'x86_64 personality(args[1]=0xffffffffffffffff): ERRNO(EPERM)\n',
    )
    expect(await found('--verdict', '0x7fff0000', '--within', 'x86_64:1-200')).toBe('x86_64 write(): ALLOW\n')
  })

  it('takes patterns of names, masks and low words', async () => {
    const solved = async (...options: readonly string[]): Promise<readonly [number, string, string]> => {
      const { status, out, err } = await runCli(['solve', MORE, ...options])
      return [status, out, err]
    }
    const wide = ['--verdict', 'ALLOW', '--syscall', 'person*', '--arg']
    // An argument named by its name is the value that the kernel reads: the 64 bits of the register may differ from
    // it.
    expect(await solved(...wide, 'personality=8')).toEqual([
      0,
      'x86_64 personality(personality=PER_LINUX32): ALLOW\n',
      '',
    ])
    const [status, out] = await solved('--verdict', 'ERRNO', '--syscall', 'person*', '--arg', 'personality=8')
    expect([status, out]).toEqual([
      0,
      'x86_64 personality(personality=PER_LINUX32|0x100000000): ERRNO(EPERM)\n',
    ])
    expect((await solved(...wide, '0&0xffffffff=PER_LINUX32'))[0]).toBe(0)
    expect((await solved(...wide, '0&0xf=9'))[0]).toBe(1)
    expect(await solved('--verdict', 'ALLOW', '--syscall', '*', '--arg', 'count=3')).toEqual([
      0,
      'x86_64 read(fd=0, buf=0, count=3): ALLOW\n',
      expect.stringMatching(/^note: calls to which --arg does not apply are left out: /),
    ])
  })

  it('refuses the name of an errno that has other numbers on the ABIs of the question', async () => {
    const asked = ['solve', BASE, '--abi', 'x86_64,mipsel', '--verdict', 'ERRNO(ENOSYS)', '--all']
    const { status, err } = await runCli(asked)
    expect([status, err]).toEqual([2, 'error: --verdict: ENOSYS is 38 on x86_64 and 89 on mipsel; ask about one of them with --within, or write the number\n'])
    expect((await runCli([...asked, '--within', 'mipsel'])).status).not.toBe(2)
    expect((await runCli([...asked.slice(0, -2), 'ERRNO(EPERM)', '--all'])).status).not.toBe(2)
  }) // prettier-ignore

  it('finds a call that gets an errno which x86_64 does not have', async () => {
    const syscalls = [{ names: ['read'], action: 'SCMP_ACT_ERRNO', errnoRet: 141 }]
    const profile = { defaultAction: 'SCMP_ACT_ALLOW', architectures: ['SCMP_ARCH_MIPS'], syscalls }
    const path = file('mips.json', JSON.stringify(profile))
    const solved = await runCli(['solve', path, '--abi', 'mips', '--verdict', 'ERRNO(EINIT)'])
    expect(solved).toMatchObject({ status: 0, out: 'mips read(): ERRNO(EINIT)\n' })
    const refused = await runCli(['solve', BASE, '--verdict', 'ERRNO(EINIT)'])
    expect(refused).toMatchObject({ status: 2, err: 'error: --verdict: EINIT does not exist on x86_64\n' })
  })

  it('lists all calls with a verdict, those of several ABIs once', async () => {
    const asked = ['solve', MORE, '--abi', 'x86_64,x86', '--verdict', 'ALLOW', '--all']
    const { status, out } = await runCli(asked)
    expect([status, out.split('\n')]).toEqual([
      0,
      [
        'verdict  ABIs         calls        when',
        'ALLOW    x86_64, x86  read, write  always',
        'ALLOW    x86_64       personality  (u64)personality == PER_LINUX32',
        'ALLOW    x86          personality  personality == PER_LINUX32',
        '',
      ],
    ])
    const markdown = await runCli([...asked, '--format', 'markdown', '--syscall', '*r*'])
    expect(markdown.out).toContain('| ALLOW | x86_64, x86 | read, write | always |\n')
    const json = await runCli([...asked, '--json', '--syscall', 'write'])
    expect(JSON.parse(json.out)).toMatchObject({
      answer: 'found',
      ways: [{ verdict: 'ALLOW', ret: 0x7fff_0000, abis: ['x86_64', 'x86'], calls: ['write'] }],
    })
    const one = await runCli([...asked, '--within', 'x86:0-3', '--syscall', '*'])
    expect(one.out).toBe('verdict  ABIs  calls  when\nALLOW    x86   read   always\n')
    expect(await runCli([...asked, '--syscall', 'open*'])).toMatchObject({
      status: 1,
      out: 'no such call gets ALLOW\n',
    })
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
      err: `note: "read" was looked up on x86_64, and ${at('solved.bpf')} is for AARCH64; name an ABI of the filter with --abi\n`,
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
      '--arg: expected INDEX=VALUE or NAME=VALUE, perhaps with &MASK before the =, with an index of 0 to 5; got "6=1"',
    ],
    [['--verdict', 'ALLOW', '--arg', '0=1', '--arg', '0=2'], '--arg: argument 0 is given twice'],
    [
      ['--verdict', 'ALLOW', '--syscall', 'raed*'],
      '--syscall: no call of x86_64 is like "raed*"; near are read, readv, readlink, readahead, readlinkat',
    ],
    [
      ['--verdict', 'ALLOW', '--format', 'markdown'],
      '--format markdown is for the table of all calls; add --all',
    ],
    [['--verdict', 'ALLOW', '--syscall', 'raed'], '"raed" is no system call of x86_64; did you mean "read"?'],
  ])('%j is refused', async (options, message) => {
    const { status, err } = await runCli(['solve', MORE, ...options])
    expect([status, err]).toEqual([2, `error: ${message}\n`])
  })
})

describe('digest', () => {
  it('has a line for each file, and one list for machines', async () => {
    const lines = await Promise.all([BASE, MORE].map(async (name) => (await runCli(['digest', name])).out))
    expect(await runCli(['digest', BASE, MORE])).toMatchObject({ status: 0, out: lines.join('') })
    const json = await runCli(['digest', BASE, MORE, BASE, '--json'])
    const files = (JSON.parse(json.out) as readonly { readonly file: string }[]).map(({ file: name }) => name)
    expect(files).toEqual([BASE, MORE, BASE])
    expect((await runCli(['digest', '-', '-'])).err).toBe(
      'error: only one of the files can come from standard input\n',
    )
  })

  it('goes on after one that is wrong, and says what is wrong with an option once', async () => {
    const { status, out, err } = await runCli(['digest', at('absent.json'), BASE])
    expect([status, out]).toEqual([2, (await runCli(['digest', BASE])).out])
    expect(err).toBe(`error: ${at('absent.json')}: cannot be read: no such file\n`)
    const json = await runCli(['digest', BASE, at('absent.json'), '--json'])
    expect(json.status).toBe(2)
    expect(JSON.parse(json.out)).toMatchObject([
      { file: BASE },
      { file: at('absent.json'), error: expect.stringContaining('no such file') },
    ])
    expect((await runCli(['digest', BASE, MORE, '--kernel', 'new'])).err.match(/error:/g)).toHaveLength(1)
  })

  it('goes on after one that is not decided', async () => {
    await runCli(['asm', file('many-2.asm', MANY_STATES), '-o', at('many-2.bpf')])
    const { status, out, err } = await runCli(['digest', at('many-2.bpf'), BASE])
    expect([status, out]).toEqual([3, (await runCli(['digest', BASE])).out])
    expect(err).toMatch(/^not decided: .*many-2\.bpf: \S/)
    const json = await runCli(['digest', at('many-2.bpf'), BASE, '--json'])
    expect(JSON.parse(json.out)).toMatchObject([{ answer: 'undecided' }, { file: BASE }])
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
        '    ERRNO(EPERM) otherwise',
        '  KILL_THREAD: 0x40000000..0xfffffffe',
        '  ERRNO(EPERM) otherwise',
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
    ['solve', '--verdict', 'ALLOW', '--all'],
    ['subset', '--of', BASE, '--all'],
    ['explain'],
  ])('ends %s with status 3 and a reason', async (command, ...rest) => {
    await runCli(['asm', file('many.asm', MANY_STATES), '-o', at('many.bpf')])
    const { status, out, err } = await runCli([command, at('many.bpf'), ...rest])
    expect([status, out]).toEqual([3, ''])
    expect(err).toMatch(/^not decided: \S/)
  })
})
