/*
 * The default filters of @seccompile/filters on the kernel, attached by setpriv as uid 65534: a program makes one call by
 * each of the three ABIs of an x86_64 machine.
 */
import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ReadyFilter } from '@seccompile/filters'
import { filter as noNetwork, filterFor } from '@seccompile/filters/no-network'
import { filter as noUnixSockets } from '@seccompile/filters/no-unix-sockets'
import { filter as noExoticSockets } from '@seccompile/filters/no-exotic-sockets'
import { afterAll, describe, expect, it } from 'vitest'

const folder = mkdtempSync(join(tmpdir(), 'seccompile-ready-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true }))

/** Prints what socket(family, SOCK_STREAM, 0) returns by the call of x86_64, of x32 and of x86. */
const PROGRAM = `
#include <stdio.h>
#include <stdlib.h>
static long wide(long nr, long a) {
  long result;
  register long d asm("rdx") = 0;
  asm volatile("syscall" : "=a"(result) : "a"(nr), "D"(a), "S"(1L), "r"(d) : "rcx", "r11", "memory");
  return result;
}
static int narrow(int nr, int a) {
  int result;
  asm volatile("int $0x80" : "=a"(result) : "a"(nr), "b"(a), "c"(1), "d"(0) : "memory", "r8", "r9", "r10", "r11");
  return result;
}
int main(int count, char **words) {
  int family = atoi(words[1]);
  printf("x86_64 %ld\\n", wide(41, family));
  fflush(stdout);
  if (count > 2) return 0;
  printf("x32 %ld\\n", wide(0x40000000 | 41, family));
  fflush(stdout);
  printf("x86 %d\\n", narrow(359, family));
  return 0;
}
`
const source = join(folder, 'three-abis.c')
const program = join(folder, 'three-abis')
writeFileSync(source, PROGRAM)

/** Why the test cannot run here. */
function whyNot(): string | undefined {
  if (process.arch !== 'x64' || process.platform !== 'linux') return 'this is no x86_64 machine with Linux'
  if (process.getuid?.() !== 0) return 'it takes root to become uid 65534'
  if (!spawnSync('setpriv', ['--help'], { encoding: 'utf8' }).stdout?.includes('--seccomp-filter'))
    return 'there is no setpriv of util-linux 2.41'
  const { error, status, stderr } = spawnSync('cc', ['-o', program, source], { encoding: 'utf8' })
  return status === 0 ? undefined : (error?.message ?? stderr)
}
const reason = whyNot()
if (reason !== undefined) process.stderr.write(`\n*** NOT RUN: ready filters on the kernel: ${reason}\n\n`)

/** What a command prints under `filter`, and how it ends. */
function under(
  filter: ReadyFilter,
  ...command: readonly string[]
): readonly [string | number | null, string] {
  const file = join(folder, `${filter.preset}-${filter.abis.length}.bpf`)
  writeFileSync(file, filter.bytes)
  const ids = ['--reuid', '65534', '--regid', '65534', '--clear-groups']
  const words = [...ids, '--no-new-privs', '--seccomp-filter', file, ...command]
  const { stdout, stderr, status, signal } = spawnSync('setpriv', words, { encoding: 'utf8' })
  return [signal ?? status, stdout + stderr]
}

const [EAFNOSUPPORT, EACCES] = [-97, -13]
const [AF_UNIX, AF_INET, AF_APPLETALK] = ['1', '2', '5']

describe.skipIf(reason !== undefined)('the default filter', () => {
  it.each([
    ['no-network', noNetwork, AF_INET, EACCES],
    ['no-unix-sockets', noUnixSockets, AF_UNIX, EACCES],
    ['no-exotic-sockets', noExoticSockets, AF_APPLETALK, EAFNOSUPPORT],
  ] as const)('of %s refuses sockets by each ABI of the machine', (_name, filter, family, errno) => {
    expect(under(filter, program, family)).toEqual([0, `x86_64 ${errno}\nx32 ${errno}\nx86 ${errno}\n`])
  })

  it('lets what it does not refuse run', () => {
    const [status, out] = under(noUnixSockets, program, AF_INET)
    // A kernel without x32, as most are, answers ENOSYS.
    expect([status, out]).toEqual([
      0,
      expect.stringMatching(/^x86_64 \d+\nx32 (?:\d+|-38)\nx86 (?:\d+|-38)\n$/),
    ])
  })

  it('lets Node run, refuses it a unix socket, and lets it read a file in a thread of its pool', () => {
    const script = `
      require('node:fs').promises.readFile('/proc/self/status', 'utf8').then((text) => console.log(/Seccomp:\\t2/.test(text)))
      require('node:net').connect('/none').on('error', ({ code }) => console.log(code))`
    const [status, out] = under(noUnixSockets, process.execPath, '-e', script)
    expect([status, out.trim().split('\n').toSorted()]).toEqual([0, ['EACCES', 'true']])
  })
})

describe.skipIf(reason !== undefined)('a filter for one architecture', () => {
  it('for x86_64 ends a process that makes a call of another ABI', async () => {
    const narrow = await filterFor('x86_64')
    expect(under(narrow, program, AF_INET)).toEqual(['SIGSYS', `x86_64 ${EACCES}\n`])
    expect(under(narrow, program, AF_INET, 'one')).toEqual([0, `x86_64 ${EACCES}\n`])
  })

  it('of another architecture ends a process at its first call, and is not attached in the other byte order', async () => {
    expect(under(await filterFor('aarch64'), program, AF_INET)).toEqual(['SIGSYS', ''])
    const [status, out] = under(await filterFor('s390x'), program, AF_INET)
    expect([status, out]).toEqual([127, expect.stringContaining('Invalid argument')])
  })
})
