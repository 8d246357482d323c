/*
 * The filter of a container that an engine of this machine starts: Docker, containerd or Podman.
 *
 * Each engine has its state in a folder of its own, and a container with one static program and no network. The filter is read
 * from the live process, by ptrace(2).
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Program } from '@seccompile/abi'
import { dump } from '@seccompile/kernel'
import { WITH_CGROUP2 } from './live-filter.ts'
import type { LiveRuntime } from './live-filter.ts'

/** An engine that starts containers by a runtime. */
export type EngineName = 'docker' | 'containerd' | 'podman'

/** The programs of an engine, and the runtime that it starts. */
interface EngineFacts {
  readonly programs: readonly string[]
  readonly runtime: LiveRuntime
}

export const ENGINES: Readonly<Record<EngineName, EngineFacts>> = {
  docker: { programs: ['dockerd', 'docker'], runtime: 'runc' },
  containerd: { programs: ['containerd', 'ctr'], runtime: 'runc' },
  podman: { programs: ['podman', 'conmon'], runtime: 'crun' },
}

/** The program of an engine that this machine lacks. */
export const missingProgram = (engine: EngineName): string | undefined =>
  ENGINES[engine].programs.find((name) => spawnSync(name, ['--version']).status !== 0)

/** The output of a command. @throws Error where it fails */
function output(words: readonly string[], input?: Uint8Array): string {
  const [command, ...others] = words as [string, ...string[]]
  const { status, stdout, stderr } = spawnSync(command, others, {
    encoding: 'utf8',
    timeout: 30_000,
    ...(input && { input }),
  })
  if (status !== 0) throw new Error(`${words.join(' ')}: ${stderr}`)
  return stdout.trim()
}

/** A root file system with the program `/pause`, below `folder`. */
function makeRoot(folder: string): string {
  const root = join(folder, 'root')
  if (existsSync(root)) return root
  mkdirSync(root)
  const source = join(folder, 'pause.c')
  writeFileSync(source, '#include <unistd.h>\nint main(void) { for (;;) pause(); }\n')
  output(['cc', '-static', '-o', join(root, 'pause'), source])
  return root
}

/** What a container is started with: words of `docker run`, and of Podman, which takes them too. */
export interface EngineOptions {
  /** The file of a profile. */
  readonly profile?: string
  /** An annotation, `KEY=VALUE`; for Podman alone. */
  readonly annotation?: string
}

const optionWords = ({ profile, annotation }: EngineOptions): readonly string[] => [
  ...(profile === undefined ? [] : ['--security-opt', `seccomp=${profile}`]),
  ...(annotation === undefined ? [] : ['--annotation', annotation]),
]

/** The filter of the process `pid`. @throws Error where it has another number of filters than one */
async function onlyFilter(pid: number): Promise<Program> {
  const [program, ...others] = await dump(pid)
  if (program === undefined || others.length > 0) throw new Error(`process ${pid} has not one filter`)
  return program
}

async function byPodman(folder: string, options: EngineOptions): Promise<Program> {
  const [root, state] = [makeRoot(folder), join(folder, 'podman')]
  const own = [
    ...WITH_CGROUP2,
    ...['podman', '--root', `${state}/root`, '--runroot', `${state}/run`, '--tmpdir', `${state}/tmp`],
    ...['--storage-driver', 'vfs', '--cgroup-manager', 'cgroupfs', '--events-backend', 'file'],
  ]
  const alone = ['--network', 'none', '--cgroups', 'disabled', '--log-driver', 'none']
  const id = output([...own, 'run', '-d', ...alone, ...optionWords(options), '--rootfs', root, '/pause'])
  try {
    return await onlyFilter(Number(output([...own, 'inspect', '--format', '{{.State.Pid}}', id])))
  } finally {
    output([...own, 'rm', '--force', '--time', '0', id])
  }
}

/** What `ask` yields while a daemon runs; `ready` succeeds when it answers. @throws Error where it does not */
async function withDaemon(
  words: readonly string[],
  ready: readonly string[],
  ask: () => Promise<Program>,
): Promise<Program> {
  const daemon = spawn('unshare', ['--mount', ...words], { stdio: ['ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => daemon.once('close', resolve))
  const said: Uint8Array[] = []
  daemon.stderr.on('data', (chunk: Uint8Array) => said.push(chunk))
  try {
    for (let left = 100; left > 0; left -= 1) {
      if (spawnSync(ready[0]!, ready.slice(1)).status === 0) return await ask()
      await sleep(100)
    }
    throw new Error(`${words[0]!} does not answer: ${Buffer.concat(said).toString().trim()}`)
  } finally {
    daemon.kill('SIGTERM')
    await ended
  }
}

function byContainerd(folder: string, { profile }: EngineOptions): Promise<Program> {
  const [root, state] = [makeRoot(folder), join(folder, 'containerd')]
  const own = ['ctr', '--address', `${state}/sock`]
  const words = ['--root', `${state}/root`, '--state', `${state}/run`, '--address', `${state}/sock`]
  return withDaemon(['containerd', ...words], [...own, 'version'], async () => {
    const id = `seccompile-${process.pid}`
    const given = profile === undefined ? [] : ['--seccomp-profile', profile]
    output([...own, 'run', '--rootfs', '--detach', '--seccomp', ...given, root, id, '/pause'])
    try {
      const [, line = ''] = output([...own, 'task', 'ps', id]).split('\n')
      return await onlyFilter(Number.parseInt(line, 10))
    } finally {
      output([...own, 'task', 'delete', '--force', id])
      output([...own, 'container', 'delete', id])
    }
  })
}

function byDocker(folder: string, options: EngineOptions): Promise<Program> {
  const [root, state] = [makeRoot(folder), join(folder, 'docker')]
  mkdirSync(state, { recursive: true })
  const own = ['docker', '-H', `unix://${state}/sock`]
  const words = [
    ...['dockerd', '--data-root', `${state}/root`, '--exec-root', `${state}/run`, '-p', `${state}/pid`],
    ...['-H', `unix://${state}/sock`, '--bridge', 'none', '--iptables=false', '--ip6tables=false'],
    ...['--ip-forward=false', '--storage-driver', 'vfs'],
  ]
  return withDaemon(words, [...own, 'version'], async () => {
    const tar = spawnSync('tar', ['-C', root, '-c', '.'], { maxBuffer: 2 ** 26 }).stdout
    const image = output([...own, 'import', '-'], tar)
    const id = output([...own, 'run', '-d', '--network', 'none', ...optionWords(options), image, '/pause'])
    try {
      return await onlyFilter(Number(output([...own, 'inspect', '--format', '{{.State.Pid}}', id])))
    } finally {
      output([...own, 'rm', '--force', id])
    }
  })
}

/** The filter of a container that `engine` starts with `options`; its state is below `folder`. */
export function engineFilter(
  engine: EngineName,
  folder: string,
  options: EngineOptions = {},
): Promise<Program> {
  switch (engine) {
    case 'podman':
      return byPodman(folder, options)
    case 'containerd':
      return byContainerd(folder, options)
    case 'docker':
      return byDocker(folder, options)
  }
}
