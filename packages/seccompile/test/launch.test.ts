/*
 * `seccompile launch` as a process of its own, and its lines in a shell. The tests run the built command; `npm test`
 * builds it first.
 */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { BPF, SECCOMP_RET } from '@seccompile/abi'
import { encode } from '@seccompile/cbpf'
import { machineEndianness } from '@seccompile/kernel/exec'
import { beforeAll, describe, expect, it } from 'vitest'
import { temporaryFolder } from './temporary-folder.ts'

const COMMAND = fileURLToPath(new URL('../bin/seccompile.js', import.meta.url))
const { at, file } = temporaryFolder()

const ALLOW = encode([{ code: BPF.RET_K, jt: 0, jf: 0, k: SECCOMP_RET.ALLOW }], machineEndianness())
file('allow.bpf', ALLOW)
file(
  'policy.json',
  '{ "defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{ "names": ["swapon"], "action": "SCMP_ACT_ERRNO" }] }',
)
beforeAll(() => {
  mkdirSync(at('tmp'))
  mkdirSync(at('none'))
})

interface LaunchOutcome {
  readonly status: number | null
  readonly out: string
  readonly err: string
}

function ran(
  command: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): LaunchOutcome {
  const done = spawnSync(command, args, {
    cwd: at(''),
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: at('tmp'), ...env },
    timeout: 20_000,
  })
  return { status: done.status, out: done.stdout, err: done.stderr }
}
const launch = (args: readonly string[], env: Readonly<Record<string, string>> = {}): LaunchOutcome =>
  ran(process.execPath, [COMMAND, 'launch', ...args], env)

/*
 * crun refuses a machine with control groups of both versions, even though crun is told to make none. A mount
 * namespace with only the second version is enough.
 */
const IN_OWN_MOUNTS = ['-m', 'sh', '-c', 'mount -t cgroup2 none /sys/fs/cgroup && exec "$@"', 'sh']
const wrapped = (
  isWrapped: boolean,
  command: string,
  args: readonly string[],
): readonly [string, readonly string[]] =>
  isWrapped ? ['unshare', [...IN_OWN_MOUNTS, command, ...args]] : [command, args]

const CONFIG = JSON.stringify({
  ociVersion: '1.0.0',
  process: { user: { uid: 0, gid: 0 }, args: ['true'], env: ['PATH=/usr/bin:/bin'], cwd: '/' },
  root: { path: '/' },
  mounts: [],
  linux: { namespaces: [] },
})

/** How a launcher can be used here: as it is, in its own mount namespace, or the reason why not. */
function usable(launcher: 'bwrap' | 'setpriv' | 'crun'): 'plain' | 'wrapped' | { readonly why: string } {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-'))
  const config = join(folder, 'config.json')
  const probes = {
    bwrap: ['--dev-bind', '/', '/', 'true'],
    setpriv: ['--no-new-privs', 'true'],
    crun: ['--cgroup-manager=disabled', 'run', '--config', config, `seccompile-test-${process.pid}`],
  }
  const whyNot = (isWrapped: boolean): string | undefined => {
    const [command, args] = wrapped(isWrapped, launcher, probes[launcher])
    const { status, stderr, error } = spawnSync(command, args, { encoding: 'utf8', timeout: 5000 })
    return status === 0 ? undefined : (error?.message ?? stderr)
  }
  try {
    writeFileSync(config, CONFIG)
    const why = whyNot(false)
    if (why === undefined) return 'plain'
    return launcher === 'crun' && whyNot(true) === undefined ? 'wrapped' : { why }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

describe.each(['bwrap', 'setpriv', 'crun'] as const)('launch %s', (launcher) => {
  const how = usable(launcher)
  const isNone = typeof how === 'object'
  if (isNone)
    process.stderr.write(`\n*** NOT RUN: a command by "seccompile launch ${launcher}": ${how.why}\n\n`)
  const here = (command: string, args: readonly string[]): LaunchOutcome =>
    ran(...wrapped(how === 'wrapped', command, args))
  const SCRIPT = 'grep ^Seccomp_filters: /proc/self/status; printf "%s|" "$@"; exit 7'
  const OUT = `Seccomp_filters:\t1\na b|it's $HOME|*|`
  const WORDS = ['sh', '-c', SCRIPT, 'sh', 'a b', `it's $HOME`, '*']

  it.skipIf(isNone)(
    'prints a line that starts the command under the filter, whatever its words and its file',
    () => {
      const output = `it's ${launcher} $x.out`
      const printed = launch([launcher, 'policy.json', '-o', output, '--', ...WORDS])
      expect(printed).toMatchObject({ status: 0, err: '' })
      expect(here('sh', ['-c', printed.out])).toMatchObject({ status: 7, out: OUT })
    },
  )

  it.skipIf(isNone)('with --exec starts it, ends with its status, and leaves no file', () => {
    expect(
      here(process.execPath, [COMMAND, 'launch', launcher, 'allow.bpf', '--exec', '--', ...WORDS]),
    ).toEqual({
      status: 7,
      out: OUT,
      err: '',
    })
    expect(readdirSync(at('tmp'))).toEqual([])
  })

  it.skipIf(isNone)('with --exec hands on the signals that it gets', async () => {
    const script = `trap 'exit 6' TERM; echo ready; while :; do sleep 0.02; done`
    const args = [COMMAND, 'launch', launcher, 'allow.bpf', '--exec', '--', 'sh', '-c', script]
    const [command, words] = wrapped(how === 'wrapped', process.execPath, args)
    const child = spawn(command, words, {
      cwd: at(''),
      detached: true,
      env: { ...process.env, TMPDIR: at('tmp') },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const end = once(child, 'close')
    await once(child.stdout, 'data')
    child.kill('SIGTERM')
    expect((await end)[0]).toBe(6)
    expect(readdirSync(at('tmp'))).toEqual([])
  })

  it('with --exec says what is missing, with the status of env(1)', () => {
    expect(launch([launcher, 'allow.bpf', '--exec', '--', 'true'], { PATH: at('none') })).toEqual({
      status: 125,
      out: '',
      err: expect.stringMatching(`^error: ${launcher} is not installed; install `) as string,
    })
    if (!isNone && how === 'plain')
      expect(launch([launcher, 'allow.bpf', '--exec', '--', 'nowhere-at-all'])).toMatchObject({
        status: 127,
        err: 'error: nowhere-at-all: no such command\n',
      })
  })
})

describe('launch crun', () => {
  it('writes no variable of the environment into the config.json that may be a secret', () => {
    expect(
      launch(['crun', 'allow.bpf', '-o', 'config.json', '--', 'true'], { TOKEN: 'secret', TERM: 'x' }),
    ).toEqual({
      status: 0,
      out: 'crun --cgroup-manager=disabled run --config config.json "seccompile-$$"\n',
      err: '',
    })
    const text = readFileSync(at('config.json'), 'utf8')
    expect(text).not.toContain('secret')
    expect(text).toContain('"TERM=x"')
  })
})
