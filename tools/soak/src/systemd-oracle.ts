/*
 * The filters that the systemd of this machine attaches to units, as bytes.
 *
 * systemd runs as PID 1 of namespaces of its own. A preloaded library takes the place of seccomp_load() of
 * libseccomp: it writes the program of each filter to the standard output of the unit, which is a file, and attaches
 * nothing. The text of a unit stays as it is. A drop-in beside it replaces the program to start, and settings that
 * would keep the unit from starting here.
 *
 * @see systemd src/core/exec-invoke.c: apply_syscall_filter() and its neighbours, which end in seccomp_load()
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

/** The result of starting a unit under systemd. */
export interface UnitStart {
  /** `unloaded`: systemd refuses the text. `failed`: systemd loads the unit and does not start the program. */
  readonly state: 'started' | 'failed' | 'unloaded'
  /** The programs in the order in which they are attached, in the byte order of this machine. */
  readonly filters: readonly Uint8Array[]
}

const SYSTEMD = '/usr/lib/systemd/systemd'

/** The namespaces that systemd runs in. */
const NAMESPACES = ['--pid', '--mount', '--ipc', '--net', '--fork', '--kill-child']

/** The library that writes filters out. Before each filter it writes the length in four bytes. */
const LIBRARY = `
#define _GNU_SOURCE
#include <errno.h>
#include <seccomp.h>
#include <stdint.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

int seccomp_load(const scmp_filter_ctx ctx) {
  static char program[65536];
  struct stat made;
  int fd = memfd_create("filter", 0);
  if (fd < 0 || seccomp_export_bpf(ctx, fd) < 0 || fstat(fd, &made) < 0) return -EIO;
  uint32_t size = made.st_size;
  if (size > sizeof program || pread(fd, program, size, 0) != size) return -EIO;
  close(fd);
  if (write(1, &size, sizeof size) != sizeof size || write(1, program, size) != size) return -EIO;
  return 0;
}
`

/**
 * Settings that undo what a unit must not do here. They do not affect SystemCall…= settings. The last section is
 * `[Service]`.
 */
const NO_EFFECT = `[Unit]
DefaultDependencies=no
RefuseManualStart=no
ConditionPathExists=
AssertPathExists=
OnFailure=
[Service]
Type=oneshot
ExecCondition=
ExecStartPre=
ExecStart=
ExecStart=/bin/true
ExecStartPost=
ExecReload=
ExecStop=
ExecStopPost=
StandardInput=null
StandardError=null
Restart=no
RemainAfterExit=no
PIDFile=
BusName=
Sockets=
Slice=
User=
Group=
SupplementaryGroups=
DynamicUser=no
PAMName=
AmbientCapabilities=
EnvironmentFile=
WorkingDirectory=/
RootDirectory=
RootImage=
AppArmorProfile=
SELinuxContext=
LoadCredential=
LoadCredentialEncrypted=
SetCredential=
SetCredentialEncrypted=
ImportCredential=
RuntimeDirectory=
StateDirectory=
CacheDirectory=
LogsDirectory=
ConfigurationDirectory=
ReadWritePaths=
ReadOnlyPaths=
InaccessiblePaths=
ExecPaths=
NoExecPaths=
BindPaths=
BindReadOnlyPaths=
TemporaryFileSystem=
PrivateTmp=no
PrivateNetwork=no
PrivateIPC=no
PrivatePIDs=no
PrivateUsers=no
PrivateMounts=no
ProtectSystem=no
ProtectHome=no
ProtectProc=default
ProcSubset=all
ProtectControlGroups=no
NetworkNamespacePath=
IPCNamespacePath=
LogNamespace=
TTYPath=
UtmpIdentifier=
RestrictFileSystems=
IPAddressAllow=
IPAddressDeny=
DeviceAllow=
DevicePolicy=auto
MemoryDenyWriteExecute=no
PrivateDevices=no
ProtectClock=no
ProtectHostname=no
ProtectKernelLogs=no
ProtectKernelModules=no
ProtectKernelTunables=no
RestrictAddressFamilies=
RestrictNamespaces=no
RestrictRealtime=no
RestrictSUIDSGID=no
LockPersonality=no
`

const OVERRIDES = (folder: string): string => `${NO_EFFECT}StandardOutput=truncate:${folder}/filters/%p
`

const quiet = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

/** The script that PID 1 runs first. */
const BOOT = (folder: string): string => `set -e
mount --make-rprivate /
mount -t proc proc /proc
mount -t tmpfs tmpfs /run
mkdir -p /run/systemd
mount -t cgroup2 cgroup2 /sys/fs/cgroup || mount -t tmpfs tmpfs /sys/fs/cgroup
exec env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin container=oracle LD_PRELOAD=${quiet(`${folder}/load.so`)} \\
  SYSTEMD_UNIT_PATH=${quiet(`${folder}/units`)} \\
  ${SYSTEMD} --system --unit=ask.service --log-target=null --show-status=no
`

/** The script of the unit that starts the other units, whose dependencies do not exist here. */
const ASK = (folder: string, count: number): string => `cd ${quiet(folder)}
[ ${count} = 0 ] || xargs -a names systemctl start --job-mode=ignore-dependencies >starting 2>&1
systemctl show 'u*.service' -p Id -p LoadState -p Result >shown 2>showing
mv shown answers
`

/** Why this machine cannot run systemd for the comparison; `undefined` where it can. */
export function whyNot(): string | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'it takes Linux on x86_64'
  if (process.getuid?.() !== 0) return 'it takes root, for namespaces and mounts'
  if (!existsSync(SYSTEMD)) return `there is no ${SYSTEMD} (Debian: apt-get install systemd)`
  try {
    execFileSync('cc', ['-fsyntax-only', '-xc', '-'], { input: LIBRARY, stdio: ['pipe', 'ignore', 'ignore'] })
  } catch {
    return 'it takes cc and the headers of libseccomp (Debian: apt-get install gcc libc6-dev libseccomp-dev)'
  }
  const { status } = spawnSync('unshare', [...NAMESPACES, 'mount', '-t', 'tmpfs', 'tmpfs', '/run'], {
    stdio: 'ignore',
  })
  return status === 0 ? undefined : 'namespaces of its own are refused here'
}

/** The version of the systemd of this machine, from the first line of its output. */
export function systemdVersion(): string {
  return execFileSync(SYSTEMD, ['--version'], { encoding: 'utf8' }).split('\n')[0] ?? ''
}

/** The programs in the output of the library. */
function programs(bytes: Uint8Array): readonly Uint8Array[] {
  const found: Uint8Array[] = []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length;) {
    const size = view.getUint32(at, true)
    found.push(bytes.subarray(at + 4, at + 4 + size))
    at += 4 + size
  }
  return found
}

/** The properties of each unit in the output of `systemctl show`. */
function answersIn(text: string): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const blocks = text.split('\n\n').map(
    (block) => new Map(block.split('\n').map((line) => line.split('=', 2) as [string, string])), // each line is `KEY=VALUE`
  )
  return new Map(blocks.map((block) => [block.get('Id') ?? '', block]))
}

/**
 * The result of a unit. systemd forgets a unit that ended well; where the program was to be started, its output file
 * exists.
 */
function answerOf(folder: string, name: string, said: ReadonlyMap<string, string> | undefined): UnitStart {
  if (said?.get('LoadState') === 'loaded' && said.get('Result') !== 'success')
    return { state: 'failed', filters: [] }
  const file = join(folder, 'filters', name)
  return existsSync(file)
    ? { state: 'started', filters: programs(readFileSync(file)) }
    : { state: 'unloaded', filters: [] }
}

/** The time limit of systemd, in milliseconds. */
const TIMEOUT = 300_000

async function boot(folder: string): Promise<void> {
  const child = spawn('unshare', [...NAMESPACES, 'sh', join(folder, 'boot')], { stdio: 'ignore' })
  const ended = once(child, 'exit')
  try {
    const began = Date.now()
    while (!existsSync(join(folder, 'answers'))) {
      if (child.exitCode !== null) throw new Error(`systemd ended with status ${child.exitCode}`)
      if (Date.now() - began > TIMEOUT) throw new Error('systemd did not answer in time')
      await setTimeout(50)
    }
  } finally {
    child.kill('SIGKILL')
    await ended
  }
}

/** The result of the systemd of this machine for each of `units`, the contents of unit files. */
export async function systemdFilters(units: readonly Uint8Array[]): Promise<readonly UnitStart[]> {
  const folder = mkdtempSync(join(tmpdir(), 'seccompile-units-'))
  try {
    for (const name of ['units', 'filters']) mkdirSync(join(folder, name))
    writeFileSync(join(folder, 'load.c'), LIBRARY)
    execFileSync('cc', [
      '-shared',
      '-fPIC',
      '-O1',
      '-o',
      join(folder, 'load.so'),
      join(folder, 'load.c'),
      '-lseccomp',
    ])
    const names = units.map((_, i) => `u${i}`)
    for (const [i, name] of names.entries()) {
      // Each unit is a template, so that `%i` has a value.
      const file = join(folder, 'units', `${name}@.service`)
      writeFileSync(file, units[i]!)
      mkdirSync(`${file}.d`)
      writeFileSync(join(`${file}.d`, 'override.conf'), OVERRIDES(folder))
    }
    writeFileSync(join(folder, 'names'), names.map((name) => `${name}@x.service\n`).join(''))
    writeFileSync(join(folder, 'ask'), ASK(folder, names.length))
    writeFileSync(join(folder, 'boot'), BOOT(folder))
    writeFileSync(
      join(folder, 'units', 'ask.service'),
      `[Unit]\nDefaultDependencies=no\n[Service]\nType=oneshot\nUnsetEnvironment=LD_PRELOAD\nExecStart=/bin/sh ${join(folder, 'ask')}\n`,
    )
    await boot(folder)
    const answers = answersIn(readFileSync(join(folder, 'answers'), 'utf8'))
    return names.map((name) => answerOf(folder, name, answers.get(`${name}@x.service`)))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
