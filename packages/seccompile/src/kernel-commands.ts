/* The commands that need the running kernel, as they are typed. */
import type { Command } from 'commander'
import type { BenchCommandOptions } from './commands/bench.ts'
import type { LaunchCommandOptions } from './commands/launch.ts'
import type { OracleCommandOptions } from './commands/oracle.ts'
import type { Io } from './io.ts'
import { KEEP_FD } from './options/keep-fds.ts'
import { NOTATION } from './options/notation.ts'
import { ARGS, collect, FILE, forTarget, inForms, SIDE, withOptions } from './options/shared.ts'

/** Adds the commands that need the running kernel. */
export function kernelCommands(root: Command, io: Io, done: (status: number) => void): void {
  const launch = forTarget(
    root
      .command('launch')
      .description(
        'print the line of a shell that starts a command under a filter by a launcher of another project',
      )
      .argument('<launcher>', 'bwrap, setpriv, crun, docker, podman or systemd')
      .argument('<policy>', SIDE)
      .argument(
        '<command...>',
        'the command and its words, after "--"; options before it are those of bwrap or setpriv',
      ),
  )
    .option('-o, --output <file>', 'where to write the filter, or for crun the config.json that holds it')
    .option('--exec', 'start the command now, and leave no file')
  withOptions(launch, {
    keepFd: KEEP_FD,
    denyInexpressible: NOTATION.denyInexpressible,
  }).action(async (launcher: string, policy: string, words: string[], options: LaunchCommandOptions) => {
    const { launchCommand } = await import('./commands/launch.ts')
    done(await launchCommand(io, launcher, policy, words, options))
  })
  inForms(
    forTarget(
      root
        .command('oracle')
        .description('say what the running kernel answers to a call under a filter; no call is executed')
        .argument('<file>', FILE)
        .argument('[call...]', `a system call by name or number, on the first ABI of --abi, and ${ARGS}`),
    )
      .option(
        '--against',
        'compare the interpreter with the kernel, on both sides of every test (exit 1 where they differ)',
      )
      .option('--rate', 'say how many calls a second the kernel decides'),
  ).action(async (file: string, call: string[], options: OracleCommandOptions) => {
    const { oracleCommand } = await import('./commands/oracle.ts')
    done(await oracleCommand(io, file, call, options))
  })
  inForms(
    forTarget(
      root
        .command('bench')
        .description(
          "time filters on the kernel's clock: getppid or other calls, which are not made, and the attach",
        )
        .argument('[filter...]', `${SIDE} (default: preset:container-default)`),
    )
      .option('--call <name>', 'a call by name or number (default: getppid); may be repeated', collect)
      .option('--rounds <n>', 'how often to measure each filter (default: 200)')
      .option('--cpu <n>', 'the processor to measure on (default: the last)'),
  ).action(async (filters: string[], options: BenchCommandOptions) => {
    const { benchCommand } = await import('./commands/bench.ts')
    done(await benchCommand(io, filters, options))
  })
}
