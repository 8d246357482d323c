import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { runCli } from './run-cli.ts'
import { temporaryFolder } from './temporary-folder.ts'

const { at, file } = temporaryFolder()
const TEXT = `/* getpid and nothing else */
      ld [4]
      jne #0xc000003e, bad
      ld [0]
      jeq #39, good
bad:  ret #0
good: ret #0x7fff0000
`

describe('asm', () => {
  it('assembles text in the syntax of bpf_asm', async () => {
    const { status, out, err } = await runCli(['asm', file('f.asm', TEXT), '-o', at('f.bpf')])
    expect([status, out, err]).toEqual([0, `${at('f.bpf')}: 6 instructions, 48 bytes, little endian\n`, ''])
    expect((await runCli(['emulate', at('f.bpf'), 'getpid'])).out).toContain('getpid: ALLOW')
    expect((await runCli(['emulate', at('f.bpf'), 'read'])).out).toContain('read: KILL_THREAD')
  })

  it('writes the same bytes to a pipe, and none to a terminal', async () => {
    const text = file('f.asm', TEXT)
    await runCli(['asm', text, '-o', at('f.bpf')])
    const piped = await runCli(['asm', text])
    expect(Buffer.from(piped.bytes).equals(readFileSync(at('f.bpf')))).toBe(true)
    expect(await runCli(['asm', text], { terminal: true })).toMatchObject({
      status: 2,
      bytes: Buffer.alloc(0),
    })
  })

  it.each(['asm', 'c', 'rust', 'go', 'typescript'])('names errnos in the comments of the notation %s', async (notation) => {
    const asked = ['compile', 'preset:container-default', '--unknown', 'ENOSYS', '--to', notation, '-o', '-']
    const text = async (abi: string): Promise<string> => (await runCli([...asked, '--abi', abi])).out
    expect((await text('x86_64')).match(/ERRNO\(\w+\)/g)?.toSorted()).toEqual(['ERRNO(ENOSYS)', 'ERRNO(EPERM)'])
    expect((await text('mips')).match(/ERRNO\(\w+\)/g)?.toSorted()).toContain('ERRNO(ENOSYS)')
  }) // prettier-ignore

  it.each(['x86_64,x86,x32', 'mips', 'x86_64,mipsel64'])(
    'reads listings with errnos by name and by number to the same bytes, for %s',
    async (abi) => {
      const filter = at('errnos.bpf')
      const asked = ['preset:container-default', '--abi', abi, '--unknown', 'ERRNO(2)', '-o', filter]
      await runCli(['compile', ...asked])
      for (const form of [[], ['--raw'], ['--asm'], ['--asm', '--raw']]) {
        const { out } = await runCli(['disasm', filter, '--abi', abi, ...form])
        expect(out).toContain(form.includes('--raw') ? 'ERRNO(2)' : 'ERRNO(ENOENT)')
        const { bytes } = await runCli(['asm', file('errnos.txt', out), '--abi', abi])
        expect(Buffer.from(bytes).equals(readFileSync(filter))).toBe(true)
      }
    },
  )

  it('writes in the byte order of the ABI', async () => {
    const text = file('f.asm', 'ret #0x7fff0000')
    expect((await runCli(['asm', text])).bytes.toString()).toBe(
      Buffer.from([6, 0, 0, 0, 0, 0, 255, 127]).toString(),
    )
    expect((await runCli(['asm', text, '--abi', 's390x'])).bytes.toString()).toBe(
      Buffer.from([0, 6, 0, 0, 127, 255, 0, 0]).toString(),
    )
  })

  it('writes in the byte order of the architectures that are tested, unless told', async () => {
    const compiled = await runCli(['compile', 'preset:container-default', '--abi', 's390x'])
    const big = (await runCli(['disasm', 'preset:container-default', '--abi', 's390x'])).out
    const listing = file('big.txt', big)
    expect(Buffer.from((await runCli(['asm', listing])).bytes).equals(compiled.bytes)).toBe(true)
    const told = await runCli(['asm', listing, '--abi', 'aarch64', '-o', at('told.bpf')])
    expect(told.out).toContain('little endian')
    const order = async (...insns: readonly string[]): Promise<string> => {
      const { out } = await runCli(['asm', file('order.asm', insns.join('\n')), '-o', at('order.bpf')])
      return /(\w+) endian/.exec(out)![1]!
    }
    const [s390x, x86_64] = ['jeq #0x80000016, good', 'jeq #0xc000003e, good']
    const rest = ['bad: ret #0', 'good: ret #0x7fff0000']
    expect(await order('ld [4]', s390x, ...rest)).toBe('big')
    expect(await order('ld [4]', s390x, x86_64, ...rest)).toBe('little')
    expect(await order('ld [4]', 'jgt #0x80000016, good', ...rest)).toBe('little')
    // The call number, or an argument, may have any value.
    expect(await order('ld [0]', s390x, ...rest)).toBe('little')
  })

  it.each(['--asm', undefined])('takes back what disasm shows (%s)', async (option) => {
    const policy = ['preset:container-default', '--abi', 'x86_64']
    const compiled = await runCli(['compile', ...policy])
    const shown = await runCli(['disasm', ...policy, ...(option === undefined ? [] : [option])])
    const again = await runCli(['asm', file('shown.txt', shown.out)])
    expect([shown.status, again.status]).toEqual([0, 0])
    expect(Buffer.from(again.bytes).equals(compiled.bytes)).toBe(true)
  })

  it.each(['disasm', 'verify', 'cost', 'optimize', 'explain'])(
    'is what %s sends text in the syntax of bpf_asm to',
    async (command) => {
      const { status, err } = await runCli([command, file('text.txt', TEXT)])
      expect(status).toBe(2)
      expect(err).toMatch(
        /^error: \S*text\.txt: is text in no known notation: .* is lines such as "read: 1"; "asm" makes a filter of bpf_asm's syntax\n$/,
      )
    },
  )

  it.each(['disasm', 'verify', 'cost', 'explain'])(
    'is not needed for a listing, which %s takes',
    async (command) => {
      const compiled = await runCli(['compile', 'preset:container-default', '--abi', 'x86_64'])
      const { out } = await runCli(['disasm', 'preset:container-default', '--abi', 'x86_64'])
      const ofBytes = await runCli([command, file('filter.bpf', compiled.bytes)])
      const ofText = await runCli([command, file('filter.txt', out)])
      expect(ofText.out.replaceAll('filter.txt', 'filter.bpf')).toBe(ofBytes.out)
      expect(ofText.status).toBe(0)
    },
  )

  it('takes a listing of what the kernel would refuse, and says so', async () => {
    const listing = file('bad.txt', ' 0000: 0x15 0x09 0x00 0x00000001  if (A == 1) goto 0010\n')
    const { status, bytes, err } = await runCli(['asm', listing])
    expect([status, bytes.length]).toEqual([0, 8])
    expect(err).toMatch(/^warning: the kernel would refuse this program: pc 0: .* \(P\d\)\n$/)
    const json = await runCli(['asm', listing, '--json', '-o', at('bad.bpf')])
    expect(JSON.parse(json.out)).toMatchObject({
      bytes: 8,
      endianness: 'little',
      problems: [{ invariant: 'P4' }, { invariant: 'P4' }, { invariant: 'P8' }],
    })
  })

  it.each([
    ['ld [0]\njeqq #1, x\nret #0', /\.asm:2:1: unknown instruction "jeqq"; did you mean "jeq"\?/],
    ['ld [0]\njeq #1, nowhere\nret #0', /\.asm:2:9: .*"nowhere"/],
    ['ld [1]\nret #0', /\.asm:1:\d: /],
    ['', /\.asm:1:1: /],
    ['ret #0\0', /\.asm: holds NUL bytes; expected text/],
    [Buffer.from([0xff, 0xfe]), /\.asm: is not UTF-8 text; expected a program in assembly, or a listing/],
    [' 0000: 0x06 0x00 0x00 zero', /\.asm:1:\d+: /],
  ])('refuses %j with a place', async (text, message) => {
    const { status, out, err } = await runCli(['asm', file('wrong.asm', text), '-o', at('never.bpf')])
    expect([status, out]).toEqual([2, ''])
    expect(err).toMatch(message)
    expect(err.trimEnd().split('\n')).toHaveLength(1)
  })
})

describe('disasm --asm', () => {
  it('shows labels and names', async () => {
    const { status, out } = await runCli(['disasm', '--asm', 'preset:container-default', '--abi', 'x86_64'])
    expect(status).toBe(0)
    expect(out).toMatch(/^ +ld \[4\] +; arch\n/)
    expect(out).toContain('; X86_64\n')
  })

  it('cannot show what the kernel would refuse', async () => {
    const bad = file('bad.bpf', Buffer.from([0x15, 0, 9, 0, 1, 0, 0, 0]))
    const { status, err } = await runCli(['disasm', '--asm', bad])
    expect(status).toBe(2)
    expect(err).toMatch(/bad\.bpf: the kernel would refuse this program: pc 0/)
    expect((await runCli(['disasm', '--asm', '--json', bad])).err).toContain(
      '--asm and --json exclude each other',
    )
  })
})
