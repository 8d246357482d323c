/*
 * The filter that a runtime of this machine loads for a profile.
 *
 * crun writes the filter beside the state of a container that it creates. runc attaches it when the container starts: its
 * filter is read from the live process, by ptrace(2).
 */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from '@seccompile/abi'
import { decode } from '@seccompile/cbpf'
import { dump } from '@seccompile/kernel'
import { makeBundle } from '../watch/container.ts'
import { OWN } from '../watch/machine.ts'

/** A runtime of this machine. */
export type LiveRuntime = 'runc' | 'crun'

/** The filter of a runtime, or what the runtime says where it starts no container. */
export type LiveFilter =
  | { readonly kind: 'filter'; readonly program: Program }
  /** It does not take the profile. */
  | { readonly kind: 'refused'; readonly said: string }
  /** It takes the profile, and cannot start a container under it. */
  | { readonly kind: 'not-started'; readonly said: string }

/** Words of runtimes about a profile that they do not take. */
const ABOUT_PROFILE =
  /seccomp|errno value|listenerPath|SCMP_ACT_NOTIFY|could not create filter|not a valid syscall|error loading config/

/** The version that a runtime says it has, such as `1.1.15`; `undefined` where there is no such runtime. */
export function runtimeVersion(runtime: LiveRuntime): string | undefined {
  const { status, stdout } = spawnSync(runtime, ['--version'], { encoding: 'utf8' })
  return status === 0 ? /version (\d+\.\d+(?:\.\d+)?)/.exec(stdout)?.[1] : undefined
}

/** crun asks for cgroup2, which this command gives it in mounts of its own. */
export const WITH_CGROUP2: readonly string[] = [
  'unshare',
  '--mount',
  'sh',
  '-c',
  'umount --recursive /sys/fs/cgroup; mount -t cgroup2 none /sys/fs/cgroup; exec "$@"',
  'sh',
]

/** What a container runs until it is deleted. */
const WAITS = ['sleep', '600']

/** The words of a runtime for a container. */
function runtimeWords(runtime: LiveRuntime, state: string): readonly [string, ...string[]] {
  switch (runtime) {
    case 'runc':
      return ['runc', '--root', state]
    case 'crun':
      return ['crun', '--root', state, '--cgroup-manager=disabled']
  }
}

/** The text of a file of /proc; empty where the process has ended. */
function procText(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** The filter of the container `id` when it has started its command; it may end under the filter. */
async function loadedFilter(
  [command, ...words]: readonly [string, ...string[]],
  id: string,
): Promise<LiveFilter> {
  const { stdout } = spawnSync(command, [...words, 'state', id], { encoding: 'utf8' })
  const { pid } = JSON.parse(stdout) as { readonly pid: number } // the state of a container of the runtime specification
  for (let left = 20; left > 0; left -= 1) {
    if (procText(`/proc/${pid}/cmdline`).startsWith(WAITS[0]!)) {
      const program = await dump(pid).then(
        ([newest]) => newest,
        () => undefined, // the process has ended since
      )
      if (program !== undefined) return { kind: 'filter', program }
    }
    await sleep(50)
  }
  return { kind: 'not-started', said: 'its command ends at once' }
}

/** The filter that `runtime` loads for the profile `seccomp`, for a container in `folder`. */
export async function liveFilter(runtime: LiveRuntime, seccomp: object, folder: string): Promise<LiveFilter> {
  const bundle = makeBundle(folder)
  bundle.configure(WAITS, seccomp)
  const id = `seccompile-${process.pid}-${runtime}`
  const own = runtimeWords(runtime, bundle.state)
  const before = runtime === 'crun' ? WITH_CGROUP2 : []
  const [command, ...words] = [...before, ...own] as [string, ...string[]]
  const errors = join(bundle.path, 'errors')
  const run = (...more: readonly string[]): string | undefined => {
    const out = openSync(errors, 'w') // a file: the container keeps the descriptor, and a pipe would not end
    const { status } = spawnSync(command, [...words, ...more], {
      stdio: ['ignore', 'ignore', out],
      timeout: 30_000,
    })
    closeSync(out)
    return status === 0 ? undefined : readFileSync(errors, 'utf8').trim()
  }
  try {
    const said =
      run('create', '--bundle', bundle.path, id) ?? (runtime === 'runc' ? run('start', id) : undefined)
    if (said !== undefined) return { kind: ABOUT_PROFILE.test(said) ? 'refused' : 'not-started', said }
    if (runtime === 'runc') return await loadedFilter(own, id)
    const bytes = readFileSync(join(bundle.state, id, 'seccomp.bpf'))
    return { kind: 'filter', program: decode(bytes, OWN.endianness) }
  } finally {
    run('delete', '--force', id)
  }
}
