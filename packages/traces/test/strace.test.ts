import { readFileSync } from 'node:fs'
import type { AbiToken } from '@seccompile/syscalls'
import { describe, expect, it } from 'vitest'
import { rowTexts, traced, valuesOf } from './lines.ts'

const sample = (name: string): string => readFileSync(new URL(`samples/${name}.txt`, import.meta.url), 'utf8')
const calls = (text: string): readonly string[] => rowTexts(text).filter((row) => row.split(' ').length === 3)

describe('a line of strace', () => {
  it.each([
    'getpid() = 7',
    'getpid()                                = 7',
    `getpid()${' '.repeat(200)} = 7`,
    '[pid 3021658] getpid() = 7',
    '3021658 getpid() = 7',
    '3021658<a b> [  39] getpid() = 7',
    '3021658      0.000226 getpid() = 7',
    '09:25:46.133155 getpid() = 7 <0.000218>',
    '09:25:46 (+     0.000123) getpid() = 7',
    '     0.000226 getpid() = 7',
    '1796030746.144778 [00007f6abbad8b57] getpid() = 7',
    '[00007f6abbad8b57] [  39] getpid() = 7',
    'getpid( <unfinished ...>\n<... getpid resumed>) = 7',
    'getpid( <detached ...>',
    'getpid(strace: Process 3036204 attached',
    'getpid() = ?',
    'getpid() = ? <unavailable>',
    'getpid() = -1 ENOSYS (Function not implemented)',
    'getpid() = 0x7\r',
  ])('counts its call: %s', (line) => {
    expect(rowTexts(`${line}\n`)).toEqual(['x86_64 getpid 1'])
  })

  it.each([
    '+++ exited with 0 +++',
    '[pid 12] --- SIGCHLD {si_signo=SIGCHLD, si_code=CLD_EXITED} ---',
    '<... getpid resumed>) = 7',
    'strace: Process 12 attached',
    'getpid',
    'getpid(',
    'getpid() is called',
    'printf("%d = 3", getpid()) # = 3',
  ])('counts no other line: %s', (line) => {
    expect(() => traced(`${line}\n`)).toThrow('trace:1:1: shows no call; expected what strace')
  })

  it('has the program and the time where strace prints them', () => {
    const [row] = traced('12<a\\76\\"\\n\\\\b> 1796030980.526256 [  39] getpid() = 7\n').rows
    expect(row).toEqual({
      abi: 'x86_64', nr: 39, call: 'getpid', program: 'a>"\n\\b', count: 1, first: 1_796_030_980_526, last: 1_796_030_980_526,
    }) // prettier-ignore
    expect(traced('09:25:46.133155 getpid() = 7\n').rows[0]).not.toHaveProperty('first')
  })

  it('has the name of a program as it is: a backslash before a letter, and UTF-8', () => {
    const program = (name: string): unknown => traced(`12<${name}> getpid() = 7\n`).rows[0]?.program
    expect(program('a\\\\n')).toBe('a\\n')
    expect(program('a\\\\76')).toBe('a\\76')
    expect(program('\\303\\251')).toBe('é')
  })

  it('may show a text, and a program a name, that look like a line of another tool', () => {
    const event = ' [0] 1: sys_a('
    const lines = [
      'execve("/bin/x", ["x"], 0x7ffd /* 1 vars */) = 0',
      `12<${event}> [  39] getpid() = 7`,
      `write(1, "a-1${event}", 20) = 20`,
      'write(1, " type=1326 ", 20) = 20',
    ]
    expect(calls(`${lines.join('\n')}\n`)).toEqual(['x86_64 write 2', 'x86_64 getpid 1', 'x86_64 execve 1'])
    expect(traced(`${lines.join('\n')}\n`).head.source).toBe('strace')
    const events = (name: string): string =>
      `${name}-12  [000] ..... 11.1: sys_enter: NR 39 (0, 0, 0, 0, 0, 0)\n`
    expect(traced(events('cat') + events('a() = 0')).head.source).toBe('tracefs')
  })

  it('counts a name that no table has without a number, and the head names it', () => {
    const { head, rows } = traced('frobnicate(1) = 2\nfrobnicate(2) = 2\n')
    expect(rows).toEqual([{ abi: 'x86_64', count: 2 }])
    expect(head.unseen.join()).toContain('the numbers of calls that no table has: "frobnicate"')
  })

  it('takes the number of a call without a name', () => {
    expect(calls('syscall_0x1e61(0x1, 0x2) = -1 ENOSYS\n[7777] syscall_0x1e61(0x1) = -1\n')).toEqual([
      'x86_64 7777 2',
    ])
  })
})

describe('the ABI of a call', () => {
  const mode = (of: string, pid = 7): string => `[ Process PID=${pid} runs in ${of} mode. ]\n`

  it('is that of the mode that strace names', () => {
    expect(calls(`close(1) = 0\n${mode('32 bit')}close(1) = 0\n${mode('x32')}close(1) = 0\n${mode('64 bit')}close(1) = 0\n`)).toEqual([
      'x86_64 close 2', 'x86 close 1', 'x32 close 1',
    ]) // prettier-ignore
  })

  it('is kept for each process', () => {
    const text = `1 close(1) = 0\n2 ${mode('32 bit', 2)}2 close(1) = 0\n1 close(1) = 0\n2 close(1) = 0\n`
    expect(calls(text)).toEqual(['x86_64 close 2', 'x86 close 2'])
  })

  it('is that of the number, where strace prints numbers', () => {
    expect(calls('[   3] close(1) = 0\n[   6] close(1) = 0\n')).toEqual(['x86_64 close 1', 'x86 close 1'])
    expect(calls('[1073741863] getpid() = -1\n')).toEqual(['x32 getpid 1'])
  })

  it('may be that of another machine', () => {
    expect(rowTexts(`close(1) = 0\n${mode('32 bit')}close(1) = 0\n`, { abi: 'aarch64' })).toEqual([
      'aarch64 close 1', 'aarch64 close 0x1 1', 'arm close 1', 'arm close 0x1 1',
    ]) // prettier-ignore
    expect(traced('[  57] close(1) = 0\n', { abi: 'aarch64' }).head).toMatchObject({
      machine: 'aarch64', abis: ['aarch64', 'arm'],
    }) // prettier-ignore
  })

  describe('that nothing tells', () => {
    const untold = (text: string, abi: AbiToken = 'x86_64'): readonly string[] =>
      traced(text, { abi }).head.unseen.filter((each) => each.startsWith('the ABI of'))

    it('is said: strace -o prints no mode', () => {
      expect(untold('close(1) = 0\nmmap2(NULL, 1) = 0\nclose(1) = 0\n')).toEqual([
        'the ABI of calls, which strace -n prints: 2 lines',
      ])
      expect(traced('close(1) = 0\n').head.abis).toEqual(['x86_64'])
    })

    it.each([
      ['numbers', '[   3] close(1) = 0\n[ 435] clone3(NULL, 0) = -1\n'],
      ['a line about a mode, earlier or later', `close(1) = 0\n${mode('32 bit')}close(1) = 0\n`],
      ['another message about a process', 'strace: Process 12 attached\n[pid 12] close(1) = 0\n'],
      ['names of one ABI', 'mmap2(NULL, 1) = 0\n_llseek(1, 0, 0, NULL, 0) = 0\n'],
    ])('is none with %s', (_, text) => {
      expect(untold(text)).toEqual([])
      expect(traced(text).head.abis).toEqual(['x86_64', 'x86', 'x32'])
    })

    it('is none on a machine with one ABI', () => {
      expect(untold('close(1) = 0\n', 'riscv64')).toEqual([])
    })

    it('is, for a number of several ABIs, that of the call before', () => {
      expect(calls('[   6] close(1) = 0\n[ 435] clone3(NULL, 0) = -1\n')).toEqual(['x86 close 1', 'x86 clone3 1'])
      expect(untold('[ 435] clone3(NULL, 0) = -1\n')).toHaveLength(1)
    }) // prettier-ignore
  })

  it('is that of the multiplexer with the number, where strace shows the call that it makes', () => {
    expect(calls('[ 102] socket(AF_UNIX, SOCK_STREAM, 0) = 3\n[ 117] shmget(IPC_PRIVATE, 1, 0) = 3\n')).toEqual([
      'x86 socketcall 1', 'x86 ipc 1',
    ])
    // 102 is getuid of x86_64, which is no multiplexer, and strace names it.
    expect(calls('[ 102] getuid() = 0\n')).toEqual(['x86_64 getuid 1'])
  }) // prettier-ignore

  it.each(['strace-n-x86', 'strace-f-n-Y-ttt-raw-x86'])('of a program that calls by int 0x80: %s', (name) => {
    // Made by strace 6.13 of a program that makes these four calls, and all others by syscall.
    const x86 = rowTexts(sample(name)).filter((row) => row.startsWith('x86 '))
    expect(x86).toEqual([
      // strace shows socket, and the registers hold what socketcall takes.
      'x86 socketcall 1', 'x86 socketcall more 1',
      'x86 _llseek 1', 'x86 _llseek 0x0 1', expect.stringMatching(/^x86 _llseek ,,,,(0x1|more) 1$/),
      'x86 pread64 1', 'x86 pread64 0x0 1',
      'x86 socket 1', 'x86 socket 0x2 1', 'x86 socket ,0x1 1', 'x86 socket ,,0x0 1', 'x86 socket 0x2,0x1,0x0 1',
    ]) // prettier-ignore
  })
})

describe('a call within which the program prints', () => {
  const mixed = (text: string): readonly string[] =>
    traced(text).head.unseen.filter((each) => each.includes('within which'))

  // Made by strace 6.13 of programs that write these texts to standard error, which is that of strace too.
  it.each([
    ['a line', 'write(2, "hello\\n", 6hello\n)                  = 6\n'],
    ['two lines', 'write(2, "a\\nb", 3a\nb)                     = 3\n'],
    ['three lines', 'write(2, "a\\nb\\nc\\n", 6a\nb\nc\n)                 = 6\n'],
    ['a line with brackets', 'write(2, ") frob\\n", 7) frob\n)                 = 7\n'],
    ['no whole line', 'write(2, ") x", 3) x)                 = 3\n'],
    ['no whole line, with a quote', 'write(2, "(\\"", 2(")                 = 2\n'],
    ['a line, with a number', '[   1] write(2, "hello\\n", 6hello\n)           = 6\n'],
    ['a line, and another process goes on', '[pid 12] write(2, "hello\\n", 6hello\n <unfinished ...>\n[pid 13] write(1, "", 0) = 0\n[pid 12] <... write resumed>) = 6\n'],
  ])('counts: %s', (_, text) => {
    expect(calls(`close(1) = 0\n${text}close(2) = 0\n`)).toContain(`x86_64 write ${text.match(/write\(/g)!.length}`)
    expect(mixed(text)).toEqual([
      'arguments of calls within which the program printed, which strace -o avoids: 1 line',
    ])
  }) // prettier-ignore

  it('counts with its known arguments, and without the one that may go on', () => {
    expect(valuesOf('kill(2, 66\n) = 0\n')).toEqual(['0x2', 'more'])
  })

  it('is none where no end follows: the program has printed the line', () => {
    expect(calls('open(the door\nclose(1) = 0\n')).toEqual(['x86_64 close 1'])
    expect(mixed('open(the door\nclose(1) = 0\n) = 6\n')).toEqual([])
  })
})

describe('the values of arguments', () => {
  it.each<[string, readonly unknown[]]>([
    ['socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, IPPROTO_IP)', ['0x2', '0x80001', '0x0']],
    ['socket(0x2, 0x80001, 0)', ['0x2', '0x80001', '0x0']],
    ['socket(0x2 /* AF_INET */, 0x80001 /* SOCK_STREAM|SOCK_CLOEXEC */, 0 /* IPPROTO_IP */)', ['0x2', '0x80001', '0x0']],
    ['socket(AF_INET, SOCK_STREAM|0x80000, 0x6)', ['0x2', '0x80001', '0x6']],
    ['socket(0x63 /* AF_??? */, SOCK_NEW|SOCK_CLOEXEC, IPPROTO_IP)', ['0x63', 'more', '0x0']],
    ['socket(O_RDWR, SOCK_STREAM <unfinished ...>', ['more', '0x1', 'more']],
    ['socket(AF_INET, SOCK_STR', ['0x2', 'more', 'more']],
    ['close(3</etc/a, b) = \\76 ld.so"c>)', ['0x3']],
    ['close(-1)', ['0xffffffff']],
    ['socket(0x1 /* AF_UNIX */, 0x1 /* SOCK_STREAM */|0x80800 /* SOCK_CLOEXEC|SOCK_NONBLOCK */, 0)', ['0x1', '0x80801', '0x0']],
    ['dup2(5<UNIX-STREAM:[61->62,"/tmp/so,c]>k"]>, 9)', ['0x5', '0x9']],
    ['dup2(5<TCPv6:[[::1]:80->[::1]:1234]>, 9)', ['0x5', '0x9']],
    ['dup2(0</dev/null<char 1:3>>, 9)', ['0x0', '0x9']],
    ['dup2(3</tmp/a->, 4</tmp/"b>)', ['0x3', '0x4']],
    ['chmod("/a\\", 01, (", 0644)', [undefined, '0x1a4']],
    ['chmod("/", 08)', [undefined, 'more']],
    ['openat(AT_FDCWD</tmp/tr>, "/a, b", O_RDONLY|O_CLOEXEC)', ['0xffffff9c', undefined, '0x80000', 'more']],
    ['clone(child_stack=NULL, flags=CLONE_CHILD_CLEARTID|CLONE_CHILD_SETTID|SIGCHLD, child_tidptr=0x7f)', ['0x1200011']],
    ['kill(7, SIGTERM)', ['0x7', '0xf']],
    ['kill(7, 1<<3)', ['0x7', 'more']],
    ['kill(18446744073709551616, 0x1234567890abcdef0)', ['more', 'more']],
    ['lseek(3, -4, SEEK_SET)', ['0x3', undefined, '0x0']],
    ['ioctl(1, TCGETS, {c_iflag=ICRNL|IXON, ...})', ['0x1', '0x5401']],
    ['wait4(-1, [{WIFEXITED(s) && WEXITSTATUS(s) == 0}], WNOHANG, NULL)', ['0xffffffff', undefined, '0x1']],
  ])('%s', (text, values) => {
    const isWhole = text.endsWith(')')
    expect(valuesOf(isWhole ? `${text} = 0\n` : text.endsWith('>') ? `${text}\n` : text)).toEqual(values)
  }) // prettier-ignore

  it('keep all bits of a register, and those that the kernel reads', () => {
    expect(valuesOf('close(0xffffffff00000003) = 0\n')).toEqual(['0x3'])
    expect(valuesOf('sendfile(0x1, 0xfffffffffffffffe, 0, 0) = 0\n')).toEqual(['0x1', '0xfffffffe'])
  })

  it('are not known by name without constants, and numbers are', () => {
    const without = { constantNamed: undefined }
    expect(valuesOf('socket(AF_INET, 0x1, IPPROTO_IP) = 3\n', without)).toEqual(['more', '0x1', 'more'])
  })

  it('are registers in hexadecimal on an ABI with values in two registers', () => {
    const text = (args: string): string => `[ Process PID=1 runs in 32 bit mode. ]\nfadvise64_64(${args}) = 0\n`
    expect(valuesOf(text('0x3, 0x1, 0, 0x2, 0, 0x4'))).toEqual(['0x3', undefined, undefined, undefined, undefined, '0x4'])
    expect(valuesOf(text('3, 1, 2, POSIX_FADV_DONTNEED'))[5]).toBe('0x4')
    // Six texts are no four arguments, and the last one is text of the program too.
    expect(valuesOf(text('0x3, 0x1, 0, 0x2, 0, 0x4hello'))[5]).toBe('more')
    // Four texts are no six registers, and no names either.
    expect(valuesOf(text('0, 0, 0, 0'))[0]).toBe('more')
  }) // prettier-ignore

  it('that are not known are said, and counted as more, so that a sum with another recording has no false limit', () => {
    expect(rowTexts('kill(7, SIGTERM) = 0\nkill(7, XYZ) = 0\n')).toEqual([
      'x86_64 kill 2', 'x86_64 kill 0x7 2', 'x86_64 kill ,0xf 1', 'x86_64 kill ,more 1',
    ]) // prettier-ignore
    expect(traced('kill(7, XYZ) = 0\n').head.unseen).toContain(
      'some values of arguments; they are counted as more',
    )
  })
})
