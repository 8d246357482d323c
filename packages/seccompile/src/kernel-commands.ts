/* The commands that need the running kernel, as they are typed. */
import type { Command } from 'commander'
import type { DumpCommandOptions } from './commands/dump.ts'
import type { ProbeCommandOptions } from './commands/probe.ts'
import type { Io } from './io.ts'
import { inForms } from './options/shared.ts'

/** Adds the commands that need the running kernel. */
export function kernelCommands(root: Command, io: Io, done: (status: number) => void): void {
  inForms(
    root
      .command('probe')
      .description('say what the running kernel offers to seccomp (exit 1 where no filter can be attached)'),
  ).action(async (options: ProbeCommandOptions) => {
    const { probeCommand } = await import('./commands/probe.ts')
    done(probeCommand(io, options))
  })
  inForms(
    root
      .command('dump')
      .description(
        'read the filters of a live process, oldest first (needs root; exit 1 where it has no filter)',
      )
      .argument('<pid>', 'the id of the process, or of a thread')
      .option('-o, --output <folder>', 'write them there, as 1.bpf, 2.bpf, … (default: only list them)'),
  ).action(async (pid: string, options: DumpCommandOptions) => {
    const { dumpCommand } = await import('./commands/dump.ts')
    done(await dumpCommand(io, pid, options))
  })
}
