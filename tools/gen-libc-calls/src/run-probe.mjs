/** Builds the probes, and runs one under strace or qemu-user with a log for each thread. */
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

const PROBES = join(import.meta.dirname, '../probes')
const sources = readdirSync(PROBES).filter((name) => name.endsWith('.c')).map((name) => join(PROBES, name)) // prettier-ignore

/** The path of the probes built for `machine` in `folder` as a dynamic program; `undefined` where that cannot run here. */
export function buildDynamic({ gcc, before, loader }, folder) {
  const program = join(folder, 'dynamic')
  const plain = ['-O0', '-w', '-no-pie', '-fno-pie', ...before, ...sources.filter((path) => !path.endsWith('no-vdso.c'))] // prettier-ignore
  if (loader !== undefined && !existsSync(loader)) return undefined
  const linked = loader === undefined ? [] : [loader, '-lgcc', `-Wl,-dynamic-linker,${loader}`]
  execFileSync(gcc, [...plain, ...linked, '-o', program])
  return program
}

/** The path of the probes built for `machine` in `folder`. */
export function buildProbes({ gcc, before, after, hidesVdso }, folder) {
  const program = join(folder, 'probe')
  const entry = hidesVdso ? ['-Wl,-e,probe_start'] : []
  execFileSync(gcc, ['-O0', '-w', '-static', '-no-pie', '-fno-pie', '-fno-stack-protector', ...entry, ...before, ...sources, ...after, '-o', program]) // prettier-ignore
  return program
}

/** The names of the probes that `program` has. */
export const probeNames = ({ qemu }, program) =>
  execFileSync(qemu ?? program, qemu === undefined ? [] : [program], { encoding: 'utf8' })
    .trim()
    .split('\n')

/**
 * The logs of the threads of a run, as `{ by, log }`. Where `without` names a call, the kernel answers it with ENOSYS. Under an emulator the
 * call of the host is answered so.
 */
export function runProbe({ qemu, gcc }, program, name, variant, without) {
  const folder = mkdtempSync(join(program, '../run-'))
  const work = join(folder, 'work')
  mkdirSync(join(work, 'd'), { recursive: true })
  writeFileSync(join(work, 'f'), 'abcdefgh')
  symlinkSync('f', join(work, 'l'))
  const inject = without === undefined ? [] : ['-e', `inject=${without}:error=ENOSYS`]
  const words = [program, name, `${variant}`]
  const [command, ...args] =
    qemu === undefined
      ? [
          'strace',
          '-ff',
          '-qq',
          '-n',
          '-o',
          join(folder, 'log'),
          '-e',
          'raw=all',
          '-e',
          'signal=none',
          ...inject,
          ...words,
        ]
      : [
          ...(without === undefined ? [] : ['strace', '-f', '-qq', '-o', '/dev/null', ...inject]),
          ...[
            qemu,
            '-L',
            join('/usr', gcc.replace(/-gcc$/, '')),
            '-d',
            'strace,tid',
            '-D',
            join(folder, 'log.%d'),
            ...words,
          ],
        ]
  const { error } = spawnSync(command, args, { cwd: work, stdio: 'ignore', timeout: 5_000, killSignal: 'SIGKILL', env: { PATH: '/usr/bin:/bin' } }) // prettier-ignore
  if (error !== undefined && error.code !== 'ETIMEDOUT') throw error
  const logs = readdirSync(folder)
    .filter((file) => file.startsWith('log'))
    .map((file) => readFileSync(join(folder, file), 'latin1'))
  rmSync(folder, { recursive: true })
  return { logs, isLate: error !== undefined }
}
